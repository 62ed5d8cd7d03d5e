// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The models that panes share: each is made with the first pane that asks for it, and owned by the feed. GUI thread.

#include "ui/panes/panecontext.h"

class QObject;

namespace pushscope {

class ClientsModel;
class FindingsModel;

// Without a feed: one of `parent`'s own, which stays empty.
[[nodiscard]] ClientsModel *sharedClients(const PaneContext &context, QObject *parent);
[[nodiscard]] FindingsModel *sharedFindings(const PaneContext &context, QObject *parent);

} // namespace pushscope
