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

class CellsOfRow final : public FilterRow
{
public:
    CellsOfRow(const CellTableModel &model, int row) noexcept
        : m_model(model)
        , m_row(row)
    {
    }
    [[nodiscard]] FilterValue value(int field) const override { return m_model.filterValue(m_row, field); }

private:
    const CellTableModel &m_model;
    const int m_row;
};

} // namespace

int CellTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns().size());
}

Tone CellTableModel::tone(int, int) const
{
    return Tone::Plain;
}

Face CellTableModel::face(int, int column) const
{
    return columns()[size_t(column)].face;
}

// All columns have a field or none has, so that a field is a column.
std::span<const FilterField> CellTableModel::filterFields() const
{
    if (m_fields.empty() && columns().front().field.name) {
        for (const TableColumn &column : columns()) {
            Q_ASSERT(column.field.name);
            m_fields.push_back(column.field);
        }
    }
    return m_fields;
}

FilterValue CellTableModel::filterValue(int row, int field) const
{
    return cellValue(row, field);
}

int CellTableModel::fieldOfColumn(int column) const
{
    return columns()[size_t(column)].field.name ? column : -1;
}

FilterValue CellTableModel::cellValue(int row, int column) const
{
    return textValue(displayText(row, column));
}

bool CellTableModel::passes(int row, const TableFilter &filter) const
{
    if (filter.isCondition())
        return filter.condition().matches(CellsOfRow(*this, row));
    if (filter.words().isEmpty())
        return true;
    for (int column = 0, count = columnCount(); column < count; ++column) {
        if (containsFolded(displayText(row, column).toUtf8(), filter.words()))
            return true;
    }
    return false;
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
        return int(face(index.row(), index.column()));
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

QStringList CellTableModel::wordsOf(int) const
{
    return {};
}

QString CellTableModel::columnTitle(int column) const
{
    return QCoreApplication::translate(metaObject()->className(), columns()[size_t(column)].title);
}

FilterValue textValue(const QByteArray &text)
{
    return text.isEmpty() ? FilterValue() : FilterValue(text);
}

FilterValue textValue(const QString &text)
{
    return textValue(text.toUtf8());
}

FilterValue timeValue(WallTime time)
{
    return time == WallTime{} ? FilterValue() : FilterValue(double(time.time_since_epoch().count()));
}

FilterValue idValue(Seq seq)
{
    return seq.isNull() ? FilterValue() : FilterValue(double(seq.value));
}

FilterValue durationValue(std::chrono::duration<double, std::milli> time)
{
    return time.count() < 0 ? FilterValue() : FilterValue(time.count());
}

} // namespace pushscope
