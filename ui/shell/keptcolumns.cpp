// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keptcolumns.h"

#include "ui/models/celltablemodel.h"
#include "ui/panes/livetable.h"

#include <QHeaderView>
#include <QTreeView>

namespace pushscope {

namespace {

// The titles as they are in the source: the same in every language, and others when a version has other columns.
ColumnShape shapeOf(const QTableView &table)
{
    ColumnShape shape{table.model()->columnCount(), table.isSortingEnabled(), QString::number(table.model()->columnCount())};
    const auto *live = qobject_cast<const LiveTable *>(&table);
    if (!live)
        return shape;
    QByteArray titles;
    for (const TableColumn &column : live->cells()->columns())
        titles += column.title + QByteArray(1, '\n');
    shape.columns += u'-' + QString::number(qChecksum(titles), 16);
    return shape;
}

ColumnWidth widthsNow(const QHeaderView &header)
{
    QList<int> widths;
    for (int column = 0; column < header.count(); ++column)
        widths.append(header.sectionSize(column));
    return [widths](int column) { return widths.value(column); };
}

ColumnWidth shippedOf(const QTableView &table)
{
    if (const auto *live = qobject_cast<const LiveTable *>(&table))
        return [live](int column) { return live->shippedWidth(column); };
    return widthsNow(*table.horizontalHeader());
}

} // namespace

KeptColumns::KeptColumns(QTableView &table)
    : KeptColumns(*table.horizontalHeader(), shapeOf(table), shippedOf(table))
{
    if (const auto *live = qobject_cast<const LiveTable *>(&table)) {
        connect(live, &LiveTable::columnsReset, this, [this] {
            m_widths.clear();
            Q_EMIT changed();
        });
    }
}

KeptColumns::KeptColumns(QTreeView &tree)
    : KeptColumns(*tree.header(), {tree.header()->count(), tree.isSortingEnabled(), QString::number(tree.header()->count())},
                  widthsNow(*tree.header()))
{
}

KeptColumns::KeptColumns(QHeaderView &header, ColumnShape shape, ColumnWidth shippedWidth)
    : QObject(&header)
    , m_header(header)
    , m_shape(std::move(shape))
    , m_shippedWidth(std::move(shippedWidth))
{
    connect(&header, &QHeaderView::sectionResized, this, [this](int column, int, int pixels) { onResized(column, pixels); });
    connect(&header, &QHeaderView::sectionMoved, this, &KeptColumns::changed);
    connect(&header, &QHeaderView::sortIndicatorChanged, this, &KeptColumns::changed);
}

// A column that is hidden becomes 0 wide, one that is shown again what it was.
void KeptColumns::onResized(int column, int pixels)
{
    Q_EMIT changed();
    if (pixels <= 0 || isStretched(m_header, column))
        return;
    if (pixels == m_shippedWidth(column))
        m_widths.remove(column);
    else
        m_widths.insert(column, toCharacters(m_header, pixels));
}

QString KeptColumns::text() const
{
    ColumnState state = columnsOf(m_header);
    state.widths = m_widths;
    return columnText(state, m_shape);
}

bool KeptColumns::restore(const QString &text)
{
    const std::optional<ColumnState> state = parseColumns(text, m_shape);
    if (!state)
        return false;
    setColumns(m_header, *state, m_shippedWidth);
    m_widths = state->widths;
    return true;
}

void KeptColumns::reset()
{
    setColumns(m_header, {}, m_shippedWidth);
    m_widths.clear();
}

} // namespace pushscope
