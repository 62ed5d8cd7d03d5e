// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/panecontext.h"

class QObject;

namespace pushscope {

class ClientsModel;

// The one model of the clients that all panes of a window share: a child of the feed, which fills it. Without a feed (in tests)
// a child of `parent`, which nobody fills.
[[nodiscard]] ClientsModel *sharedClients(const PaneContext &context, QObject *parent);

} // namespace pushscope
