// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/celltablemodel.h"

#include "ui/models/filtercompletion.h"

#include <QCoreApplication>
#include <QSet>

namespace pushscope {

namespace {

constexpr int RowsLookedAt = 2'000; // for values to propose
constexpr qsizetype MostProposed = 200;

} // namespace

int CellTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns().size());
}

Tone CellTableModel::tone(int, int) const
{
    return Tone::Plain;
}

FilterValue CellTableModel::filterValue(int, int) const
{
    return {};
}

int CellTableModel::fieldOfColumn(int) const
{
    return -1;
}

QStringList CellTableModel::valuesOfField(int field) const
{
    const FilterField &wanted = filterFields()[size_t(field)];
    QStringList values = knownFilterValues(wanted.name);
    QSet<QString> seen(values.cbegin(), values.cend());
    const auto add = [&](const FilterValue &value) {
        const QString text = literalFor(wanted.type, value);
        if (values.size() < MostProposed && !seen.contains(text)) {
            seen.insert(text);
            values.append(text);
        }
    };
    if (wanted.type == FilterType::Bool)
        values = {QStringLiteral("true"), QStringLiteral("false")};
    for (int row = 0, count = std::min(rowCount(), RowsLookedAt); row < count && wanted.type != FilterType::Bool; ++row) {
        const FilterValue value = filterValue(row, field);
        if (const auto *list = std::get_if<QList<QByteArray>>(&value)) {
            for (const QByteArray &member : *list)
                add(member);
        } else {
            add(value);
        }
    }
    return values;
}

QVariant CellTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayText(index.row(), index.column());
    case Qt::ToolTipRole:
        return toolTipText(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int((columns()[size_t(index.column())].number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ToneRole:
        return int(tone(index.row(), index.column()));
    case FaceRole:
        return int(columns()[size_t(index.column())].face);
    case KeyRole:
        return keyOfRow(index.row());
    default:
        return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn &column = columns()[size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(section);
    case Qt::ToolTipRole:
        return QCoreApplication::translate(metaObject()->className(), column.hint);
    case Qt::TextAlignmentRole:
        return int((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString CellTableModel::columnTitle(int column) const
{
    return QCoreApplication::translate(metaObject()->className(), columns()[size_t(column)].title);
}

} // namespace pushscope
