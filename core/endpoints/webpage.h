// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GET / and its files: the test page; /healthz, /readyz and /metrics.

#include "endpoints/exchange.h"

namespace pushscope {

[[nodiscard]] bool isWebFile(QByteArrayView path); // one of the test page's files
void handleWebPage(EndpointContext &context, Exchange &exchange);
void handleHealth(EndpointContext &context, Exchange &exchange);
void handleMetrics(EndpointContext &context, Exchange &exchange);

} // namespace pushscope
