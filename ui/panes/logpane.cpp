// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/logpane.h"

#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/logmodel.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/journalnotes.h"
#include "ui/panes/livetable.h"
#include "ui/panes/sharedclients.h"
#include "ui/panes/tablebar.h"
#include "ui/shell/icons.h"

#include <QComboBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

LogPane::LogPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_clients(sharedClients(context, this))
    , m_model(new LogModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Journal, QStringLiteral("logTable"), tr("Log")))
    , m_bar(new TableBar(m_model, m_table, tr("Filter by client, cause or words"), context.notebook))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
    setupChoices();
    setupConnections();
}

QComboBox *LogPane::addChoice(const QString &label, const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    m_bar->addWidget(FlowLayout::labelled(label, box));
    return box;
}

void LogPane::setupChoices()
{
    m_level = addChoice(tr("&Level"), QStringLiteral("logLevel"));
    m_level->addItems({tr("all levels"), tr("warnings and errors"), tr("errors")});
    connect(m_level, &QComboBox::currentIndexChanged, m_model,
            [this](int index) { m_model->setLeastLevel(LogModel::Severity(index)); });
    m_category = addChoice(tr("&Category"), QStringLiteral("logCategory"));
    m_category->addItem(tr("all categories"));
    for (const JournalRow::Kind kind : LogModel::Categories)
        m_category->addItem(LogModel::categoryText(kind));
    connect(m_category, &QComboBox::currentIndexChanged, m_model, [this](int index) {
        m_model->setCategory(index <= 0 ? std::optional<JournalRow::Kind>() : LogModel::Categories[size_t(index) - 1]);
    });
    QToolButton *clear
        = m_bar->addButton(themedIcon(QStringLiteral("clear")), tr("Clear log"), tr("Empty this table; the session keeps all"));
    connect(clear, &QToolButton::clicked, m_model, &LogModel::clear);
}

void LogPane::setupConnections()
{
    connect(m_model, &CellTableModel::countsChanged, this, [this] { showDropped(*m_bar, *m_model); });
    if (m_context.selection) {
        connect(m_table, &LiveTable::currentKeyChanged, this, &LogPane::onCurrentKeyChanged);
        connect(m_context.selection, &Selection::rowChanged, this, &LogPane::onRowChanged);
    }
    if (m_context.feed) {
        connect(m_context.feed, &FrameFeed::snapshotReady, this,
                [this](const Snapshot &snapshot) { m_model->apply(snapshot, std::chrono::steady_clock::now()); });
    }
}

void LogPane::onCurrentKeyChanged(quint64 ref)
{
    const int row = ref == 0 ? -1 : m_model->rowOfKey(ref);
    if (row < 0)
        return;
    const QByteArray name = m_model->rowAt(row).client;
    m_context.selection->setRow(ref);
    if (const ClientRow *client = name.isEmpty() ? nullptr : m_clients->findNamed(name))
        m_context.selection->setClient(client->key, client->client);
}

// A row that was gone to from elsewhere is shown, even if it is filtered out.
void LogPane::onRowChanged(quint64 ref)
{
    if (ref == 0 || !m_model->holds(ref))
        return;
    if (m_model->rowOfKey(ref) < 0) {
        m_level->setCurrentIndex(0);
        m_category->setCurrentIndex(0);
        m_bar->setFilter({});
    }
    m_table->setCurrentKey(ref);
}

QIcon LogPane::icon() const
{
    return themedIcon(QStringLiteral("log"));
}

void LogPane::applySnapshot(const Snapshot &)
{
    // The model takes every snapshot from the feed; nothing else moves here.
}

} // namespace pushscope
