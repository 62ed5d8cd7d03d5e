// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The admin API: a token with `"admin": true`. Source: wire.md, "Admin API".

#include "endpoints/exchange.h"

namespace pushscope {

void handleAdmin(EndpointContext &context, Exchange &exchange);

} // namespace pushscope
