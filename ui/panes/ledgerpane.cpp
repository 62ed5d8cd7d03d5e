// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ledgerpane.h"

#include "ui/charts/retentionbar.h"
#include "ui/delegates/celldelegate.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/models/celltext.h"
#include "ui/models/reconnectsmodel.h"
#include "ui/models/reconnecttext.h"
#include "ui/models/replayitemsmodel.h"
#include "ui/panes/livetable.h"
#include "ui/panes/tablebar.h"
#include "ui/shell/icons.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace pushscope {

namespace {

QLabel *wrappedLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setContentsMargins(6, 3, 6, 3);
    return label;
}

} // namespace

LedgerPane::LedgerPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_model(new ReconnectsModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Sorted, QStringLiteral("ledgerTable"), tr("Reconnects")))
    , m_bar(new TableBar(m_model, m_table, tr("Filter by client, user, cursor or cause")))
    , m_sentence(wrappedLabel(QStringLiteral("ledgerSentence")))
    , m_retention(wrappedLabel(QStringLiteral("ledgerRetention")))
    , m_edge(new RetentionBar)
    , m_items(new ReplayItemsModel(this))
    , m_itemsTable(new LiveTable(m_items, LiveTable::Kind::Plain, QStringLiteral("ledgerItems"), tr("Replayed events")))
    , m_more(wrappedLabel(QStringLiteral("ledgerMore")))
{
    setupLayout();
    setupConnections();
    showChosen();
}

void LedgerPane::setupLayout()
{
    m_sentence->setAccessibleName(tr("The chosen reconnect"));
    m_retention->setAccessibleName(tr("What the store keeps"));
    m_more->setAccessibleName(tr("How much is kept"));
    m_edge->setAccessibleName(tr("What the store keeps, against the client's cursor"));
    auto *below = new QWidget;
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 2, 0, 0);
    belowLayout->setSpacing(0);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_edge), static_cast<QWidget *>(m_retention)})
        belowLayout->addWidget(widget);
    belowLayout->addWidget(m_itemsTable, 1);
    belowLayout->addWidget(m_more);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("ledgerSplitter"));
    splitter->addWidget(m_table);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);
}

void LedgerPane::setupConnections()
{
    m_bar->addShortcuts(this);
    connect(m_table, &LiveTable::currentKeyChanged, this, [this](quint64 key) {
        const ReconnectRow *reconnect = m_model->find(quint32(key));
        if (reconnect && m_context.selection) {
            m_context.selection->setReconnect(reconnect->key);
            m_context.selection->setClient(reconnect->clientKey, reconnect->client);
        }
        showChosen();
    });
    connect(m_itemsTable, &LiveTable::currentKeyChanged, this, [this](quint64 seq) {
        if (m_context.selection)
            m_context.selection->setSeq(Seq{seq});
    });
    if (m_context.selection) {
        connect(m_context.selection, &Selection::reconnectChanged, this, [this](quint32 key) {
            m_table->setCurrentKey(key);
            showChosen();
        });
    }
    if (m_context.feed) {
        connect(m_context.feed, &FrameFeed::snapshotReady, this,
                [this](const Snapshot &snapshot) { m_model->apply(snapshot, std::chrono::steady_clock::now()); });
    }
}

QIcon LedgerPane::icon() const
{
    return themedIcon(QStringLiteral("ledger"));
}

void LedgerPane::applySnapshot(const Snapshot &snapshot)
{
    m_oldest = snapshot.figures.oldest;
    m_head = snapshot.figures.head;
    showChosen();
}

void LedgerPane::showChosen()
{
    const ReconnectRow *reconnect = m_model->find(quint32(m_table->currentKey()));
    const QByteArray cursor = reconnect ? reconnect->cursor : QByteArray();
    const QString sentence = reconnect ? reconnectSentence(*reconnect)
                                       : tr("Choose a reconnect to see what the client missed and what became of it.");
    if (m_sentence->text() != sentence)
        m_sentence->setText(sentence);
    const QString retention = reconnect ? retentionSentence(m_model->epoch(), m_oldest, m_head, cursor) : QString();
    if (m_retention->text() != retention)
        m_retention->setText(retention);
    const auto id = parseEventId(cursor);
    const bool known = id && id->epoch == m_model->epoch() && id->seq <= m_head;
    m_edge->setSpan({m_oldest, m_head, known ? id->seq : Seq{}});
    m_edge->setVisible(reconnect && !m_head.isNull());
    m_retention->setVisible(!retention.isEmpty());
    m_items->setItems(reconnect ? reconnect->items : std::vector<ReconnectRow::Item>(), m_model->epoch());
    const quint64 kept = reconnect ? reconnect->items.size() : 0;
    const quint64 all = reconnect ? reconnect->replayed : 0;
    m_more->setVisible(all > kept);
    if (all > kept)
        m_more->setText(tr("The first %1 of %2 ids are kept.").arg(numberText(kept), numberText(all)));
}

} // namespace pushscope
