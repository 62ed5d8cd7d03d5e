// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sharedclients.h"

#include "ui/feed/framefeed.h"
#include "ui/models/clientsmodel.h"

namespace pushscope {

ClientsModel *sharedClients(const PaneContext &context, QObject *parent)
{
    if (!context.feed)
        return new ClientsModel(parent);
    if (auto *model = context.feed->findChild<ClientsModel *>(QString(), Qt::FindDirectChildrenOnly))
        return model;
    auto *model = new ClientsModel(context.feed);
    QObject::connect(context.feed, &FrameFeed::snapshotReady, model,
                     [model](const Snapshot &snapshot) { model->apply(snapshot, std::chrono::steady_clock::now()); });
    return model;
}

} // namespace pushscope
