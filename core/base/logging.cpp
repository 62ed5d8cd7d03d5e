// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

namespace pushscope {

Q_LOGGING_CATEGORY(lcTransport, "pushscope.transport", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "pushscope.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAuth, "pushscope.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEndpoints, "pushscope.endpoints", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "pushscope.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLab, "pushscope.lab", QtInfoMsg)

} // namespace pushscope
