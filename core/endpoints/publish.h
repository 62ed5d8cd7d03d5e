// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// POST /api/publish. Source: wire.md.

#include "endpoints/exchange.h"
#include "hub/authorizer.h"
#include "hub/hub.h"

namespace pushscope {

// One publish object. `text` need not be valid JSON. The error's detail names the member; its offset is in `text`.
[[nodiscard]] Result<Draft> parsePublish(QByteArrayView text, const Principal &principal, qint64 maxEvent);
void handlePublish(EndpointContext &context, Exchange &exchange);
[[nodiscard]] QByteArray receiversJson(const Receivers &receivers);

} // namespace pushscope
