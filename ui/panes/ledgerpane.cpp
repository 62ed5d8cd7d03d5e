// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ledgerpane.h"

#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/models/attemptsmodel.h"
#include "ui/models/celltext.h"
#include "ui/models/reconnectsmodel.h"
#include "ui/models/reconnecttext.h"
#include "ui/models/replayitemsmodel.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/panetabs.h"
#include "ui/panes/retentionview.h"
#include "ui/panes/scrolled.h"
#include "ui/panes/tablebar.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"

#include <QVBoxLayout>

namespace pushscope {

LedgerPane::LedgerPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_model(new ReconnectsModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Sorted, QStringLiteral("ledgerTable"), tr("Reconnects")))
    , m_bar(new TableBar(m_model, m_table, tr("Filter by client, user, cursor or cause"), context.notebook))
    , m_sentence(textLabel(QStringLiteral("ledgerSentence"), tr("The chosen reconnect")))
    , m_splitter(new PaneSplitter(Qt::Vertical, QStringLiteral("ledgerSplitter")))
    , m_tabs(new Modest<PaneTabs>(QStringLiteral("ledgerTabs"), tr("About the chosen reconnect")))
    , m_items(new ReplayItemsModel(this))
    , m_itemsTable(new LiveTable(m_items, LiveTable::Kind::Plain, QStringLiteral("ledgerItems"), tr("Id by id")))
    , m_more(textLabel(QStringLiteral("ledgerMore"), tr("How much is kept")))
    , m_attempts(new AttemptsModel(this))
    , m_attemptsTable(new LiveTable(m_attempts, LiveTable::Kind::Plain, QStringLiteral("ledgerAttempts"), tr("Attempts")))
    , m_retention(new RetentionView(context))
{
    setupLayout();
    setupConnections();
    showChosen();
}

void LedgerPane::setupLayout()
{
    auto *ids = new QWidget;
    auto *idsLayout = new QVBoxLayout(ids);
    idsLayout->setContentsMargins(0, 0, 0, 0);
    idsLayout->setSpacing(0);
    idsLayout->addWidget(new FilteredTable(m_itemsTable, m_context.notebook), 1);
    idsLayout->addWidget(m_more);
    m_tabs->addTab(ids, tr("Ids"));
    m_tabs->addTab(new FilteredTable(m_attemptsTable, m_context.notebook), tr("Attempts"));
    m_tabs->addTab(m_retention, tr("Retention cliff"));
    auto *below = new QWidget;
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 2, 0, 0);
    belowLayout->setSpacing(0);
    belowLayout->addWidget(m_sentence);
    belowLayout->addWidget(m_tabs, 1);
    m_splitter->addWidget(m_table);
    setLeastLines(m_tabs, 8);
    m_splitter->addWidget(scrolled(below, tr("About the chosen reconnect")));
    m_splitter->setSizes({500, 500}); // shares, not pixels
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
}

void LedgerPane::setupConnections()
{
    connect(m_table, &LiveTable::currentKeyChanged, this, [this](quint64 key) {
        const ReconnectRow *reconnect = m_model->find(quint32(key));
        if (reconnect && m_context.selection)
            m_context.selection->setReconnect(reconnect->key);
        else
            showChosen();
    });
    connect(m_itemsTable, &LiveTable::currentKeyChanged, this, [this](quint64 seq) {
        if (m_context.selection)
            m_context.selection->setSeq(Seq{seq});
    });
    if (m_context.selection) {
        connect(m_context.selection, &Selection::reconnectChanged, this, &LedgerPane::onReconnectChosen);
        connect(m_context.selection, &Selection::clientChanged, this, &LedgerPane::onClientChanged);
        connect(m_context.selection, &Selection::seqChanged, this, [this](Seq seq) { m_itemsTable->setCurrentKey(seq.value); });
    }
    if (m_context.feed) {
        connect(m_context.feed, &FrameFeed::snapshotReady, this,
                [this](const Snapshot &snapshot) { m_model->apply(snapshot, std::chrono::steady_clock::now()); });
    }
}

// Chosen here or elsewhere: its client is the selected one.
void LedgerPane::onReconnectChosen(quint32 key)
{
    m_table->setCurrentKey(key);
    if (const ReconnectRow *reconnect = m_model->find(key))
        m_context.selection->setClient(reconnect->clientKey, reconnect->client);
    showChosen();
}

// A client chosen elsewhere: its newest reconnect, if it has one.
void LedgerPane::onClientChanged(quint32 key)
{
    const ReconnectRow *chosen = m_model->find(m_context.selection->reconnectKey());
    if (key == 0 || (chosen && chosen->clientKey == key))
        return;
    if (const ReconnectRow *newest = m_model->newestOf(key))
        m_context.selection->setReconnect(newest->key);
}

// There is more room beside the table than below it, or the other way round.
void LedgerPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_splitter->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

QIcon LedgerPane::icon() const
{
    return themedIcon(QStringLiteral("ledger"));
}

void LedgerPane::applySnapshot(const Snapshot &snapshot)
{
    m_retention->applyFigures(snapshot.figures);
    showChosen();
}

void LedgerPane::showChosen()
{
    const ReconnectRow *reconnect = m_model->find(quint32(m_table->currentKey()));
    showText(m_sentence,
             reconnect ? reconnectSentence(*reconnect)
                       : tr("Choose a reconnect to see what the client missed and what became of it."));
    m_items->setEpoch(m_model->epoch());
    m_items->setRows(reconnect ? reconnect->items : std::vector<ReconnectRow::Item>());
    m_attempts->setRows(reconnect ? attemptRows(*reconnect) : std::vector<AttemptRow>());
    m_retention->setReconnect(reconnect);
    const quint64 kept = m_items->rows().size();
    const quint64 all = reconnect ? reconnect->replayed + reconnect->lost : 0;
    showText(m_more, all > kept ? tr("The first %1 of %2 ids are kept.").arg(numberText(kept), numberText(all)) : QString());
}

} // namespace pushscope
