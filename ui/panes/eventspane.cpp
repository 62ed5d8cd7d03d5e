// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/eventspane.h"

#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/clienttext.h"
#include "ui/models/copytext.h"
#include "ui/models/eventsmodel.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/journalnotes.h"
#include "ui/panes/livetable.h"
#include "ui/panes/sharedclients.h"
#include "ui/panes/tablebar.h"
#include "ui/shell/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QVBoxLayout>

namespace pushscope {

EventsPane::EventsPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_clients(sharedClients(context, this))
    , m_model(new EventsModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Journal, QStringLiteral("eventsTable"), tr("Events")))
    , m_bar(new TableBar(m_model, m_table, tr("Filter by type, target, id or data"), context.notebook))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
    setupConnections();
}

void EventsPane::setupConnections()
{
    connect(m_table, &LiveTable::currentKeyChanged, this, &EventsPane::onCurrentKeyChanged);
    connect(m_table, &LiveTable::menuRequested, this, &EventsPane::addToMenu);
    connect(m_model, &CellTableModel::countsChanged, this, [this] { showDropped(*m_bar, *m_model); });
    if (m_context.selection) {
        connect(m_context.selection, &Selection::seqChanged, this, &EventsPane::onSeqChanged);
        connect(m_context.selection, &Selection::rowChanged, this, &EventsPane::onRowChanged);
        connect(m_context.selection, &Selection::eventChanged, this,
                [this](const EventPtr &, quint64 ref) { m_table->setCurrentKey(ref); });
    }
    if (m_context.feed) {
        connect(m_context.feed, &FrameFeed::snapshotReady, this,
                [this](const Snapshot &snapshot) { m_model->apply(snapshot, std::chrono::steady_clock::now()); });
    }
}

void EventsPane::addToMenu(QMenu *menu, const QModelIndex &at)
{
    if (!m_model->rowAt(at.row()).event)
        return; // what can't be published again: a client's message, a replay of what is not known here any more
    if (m_context.controller) {
        menu->addAction(tr("Copy as cURL"), this, [this, ref = m_model->keyOfRow(at.row())] {
            const ServerController &hub = *m_context.controller;
            copyRow(ref, [this, &hub](const JournalRow &row) {
                return eventCurl(row, {hub.url(), m_context.controller->makeToken("pushscope", true), m_model->epoch()});
            });
        });
    }
    menu->addAction(tr("Copy as JSON line"), this, [this, ref = m_model->keyOfRow(at.row())] {
        copyRow(ref, [](const JournalRow &row) { return eventJsonLine(row); });
    });
}

bool EventsPane::concerns(const JournalRow &row, const ClientRow &client) const
{
    if (!row.client.isEmpty())
        return row.client == client.client;
    const QList<QByteArray> &to = row.event && row.to.isEmpty() ? row.event->to : row.to;
    return isAddressed(to, client);
}

void EventsPane::step(int direction)
{
    const ClientRow *client = m_context.selection ? m_clients->find(m_context.selection->clientKey()) : nullptr;
    const int now = m_table->currentIndex().row();
    const int count = m_model->rowCount();
    for (int row = now < 0 ? (direction > 0 ? 0 : count - 1) : now + direction; row >= 0 && row < count; row += direction) {
        if (client && !concerns(m_model->rowAt(row), *client))
            continue;
        const quint64 ref = m_model->keyOfRow(row);
        m_table->setCurrentKey(ref);
        onCurrentKeyChanged(ref);
        return;
    }
}

// By its key: rows move while a menu is open.
void EventsPane::copyRow(quint64 ref, const std::function<QString(const JournalRow &)> &text)
{
    if (const int row = m_model->rowOfKey(ref); row >= 0)
        QApplication::clipboard()->setText(text(m_model->rowAt(row)));
}

QIcon EventsPane::icon() const
{
    return themedIcon(QStringLiteral("events"));
}

void EventsPane::applySnapshot(const Snapshot &)
{
    // The model takes every snapshot from the feed; nothing else moves here.
}

void EventsPane::onCurrentKeyChanged(quint64 ref)
{
    const int row = ref == 0 ? -1 : m_model->rowOfKey(ref);
    if (row >= 0 && m_context.selection)
        m_context.selection->setEvent(m_model->rowAt(row).event, ref);
}

// A row that was gone to from elsewhere is shown, even if it is filtered out.
void EventsPane::onRowChanged(quint64 ref)
{
    if (ref == 0 || !m_model->holds(ref))
        return;
    if (m_model->rowOfKey(ref) < 0)
        m_bar->setFilter({});
    m_table->setCurrentKey(ref);
    onCurrentKeyChanged(ref);
}

// An id chosen elsewhere, in the ledger for example: shown here and, where it is still kept, inspected.
void EventsPane::onSeqChanged(Seq seq)
{
    if (seq.isNull() || (m_context.selection->event() && m_context.selection->event()->seq == seq))
        return;
    const int row = m_model->rowOfSeq(seq);
    if (row < 0)
        return;
    const quint64 ref = m_model->keyOfRow(row);
    m_table->setCurrentKey(ref);
    m_context.selection->setEvent(m_model->rowAt(row).event, ref);
}

} // namespace pushscope
