// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/tablebar.h"

#include "ui/models/celltablemodel.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"

#include <QLabel>
#include <QToolButton>

namespace pushscope {

namespace {

FilterBar::Subject rowsOf(CellTableModel *model, LiveTable *table)
{
    return {table,
            model->filterFields(),
            [model](int field) { return model->valuesOfField(field); },
            [model](const QString &text) { return model->setFilter(text); },
            [model] { return model->hiddenCount(); },
            [model] { return model->totalCount(); }};
}

} // namespace

TableBar::TableBar(CellTableModel *model, LiveTable *table, const QString &filterHint, Notebook *notebook, Shown shown)
    : FilterBar(rowsOf(model, table), filterHint, notebook, shown)
    , m_table(table)
    , m_dropped(new QLabel(this))
    , m_follow(new QToolButton(this))
{
    m_dropped->setObjectName(QStringLiteral("dropped"));
    m_follow->setObjectName(QStringLiteral("follow"));
    m_follow->setToolTip(tr("Go to the end and follow it (Esc in the table)"));
    flow().addWidget(m_dropped);
    flow().addWidget(m_follow);
    connect(model, &CellTableModel::countsChanged, this, &FilterBar::showCounts);
    connect(m_table, &LiveTable::filterRequested, this, &FilterBar::joinFilter);
    connect(m_table, &LiveTable::filterWanted, this, &FilterBar::goTo);
    connect(m_table, &LiveTable::followChanged, this, &TableBar::showFollow);
    connect(m_follow, &QToolButton::clicked, this, [this] {
        m_table->selectionModel()->clear();
        m_table->follow();
    });
    setDropped({}, {});
    showFollow();
}

void TableBar::setDropped(const QString &text, const QString &toolTip)
{
    if (m_dropped->text() == text && m_dropped->isHidden() == text.isEmpty())
        return;
    m_dropped->setText(text);
    m_dropped->setToolTip(toolTip);
    m_dropped->setVisible(!text.isEmpty());
}

void TableBar::showFollow()
{
    m_follow->setVisible(!m_table->isFollowing() && m_table->kind() == LiveTable::Kind::Journal);
    const QString text = m_table->unseenCount() > 0 ? tr("▼ %Ln new", nullptr, m_table->unseenCount()) : tr("▼ Follow");
    if (m_follow->text() == text)
        return;
    m_follow->setText(text);
    m_follow->setAccessibleName(text);
}

} // namespace pushscope
