// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sharedclients.h"

#include "ui/feed/framefeed.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/findingsmodel.h"

namespace pushscope {

namespace {

template<typename Model> Model *shared(const PaneContext &context, QObject *parent)
{
    if (!context.feed)
        return new Model(parent);
    if (auto *model = context.feed->findChild<Model *>(QString(), Qt::FindDirectChildrenOnly))
        return model;
    auto *model = new Model(context.feed);
    QObject::connect(context.feed, &FrameFeed::snapshotReady, model,
                     [model](const Snapshot &snapshot) { model->apply(snapshot, std::chrono::steady_clock::now()); });
    return model;
}

} // namespace

ClientsModel *sharedClients(const PaneContext &context, QObject *parent)
{
    return shared<ClientsModel>(context, parent);
}

FindingsModel *sharedFindings(const PaneContext &context, QObject *parent)
{
    return shared<FindingsModel>(context, parent);
}

} // namespace pushscope
