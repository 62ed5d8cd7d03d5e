// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparisonmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, ComparisonModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "After, s"),
     QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Since the moment that both have"),
     true,
     Face::Text,
     8,
     {"after", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Events/s, this"),
     QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Deliveries a second in this session"),
     true,
     Face::Text,
     12,
     {"eventsThis", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Events/s, other"),
     QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Deliveries a second in the other session"),
     true,
     Face::Text,
     12,
     {"eventsOther", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "p99 ms, this"),
     QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "From publishing to sending, 99 of 100 in this session"),
     true,
     Face::Text,
     12,
     {"p99This", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "p99 ms, other"),
     QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "From publishing to sending, 99 of 100 in the other session"),
     true,
     Face::Text,
     12,
     {"p99Other", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Clients, this"),
     QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Clients of this session"),
     true,
     Face::Text,
     12,
     {"clientsThis", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Clients, other"),
     QT_TRANSLATE_NOOP("pushscope::ComparisonModel", "Clients of the other session"),
     true,
     Face::Text,
     12,
     {"clientsOther", FilterType::Number}},
}};

QString textOf(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

std::vector<ComparisonRow> comparisonRows(const std::vector<CoursePoint> &a, const std::vector<CoursePoint> &b)
{
    std::vector<ComparisonRow> rows;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        ComparisonRow row;
        row.number = i + 1;
        if (i < a.size())
            row.a = a[i];
        if (i < b.size())
            row.b = b[i];
        row.after = row.a ? row.a->after : row.b->after;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::span<const TableColumn> ComparisonModel::columns() const
{
    return Columns;
}

QString ComparisonModel::displayText(int row, int column) const
{
    const ComparisonRow &one = rowAt(row);
    if (column == After)
        return textOf(double(one.after.count()) / 1e9, 1);
    const std::optional<CoursePoint> &point = (column - RateA) % 2 == 0 ? one.a : one.b;
    if (!point)
        return nothingText();
    if (column == RateA || column == RateB)
        return textOf(point->perSecond, 1);
    if (column == LatencyA || column == LatencyB)
        return textOf(double(point->p99.count()) / 1e3, 2);
    return numberText(point->clients);
}

FilterValue ComparisonModel::cellValue(int row, int column) const
{
    const ComparisonRow &one = rowAt(row);
    if (column == After)
        return durationValue(one.after);
    const std::optional<CoursePoint> &point = (column - RateA) % 2 == 0 ? one.a : one.b;
    if (!point)
        return {};
    if (column == RateA || column == RateB)
        return point->perSecond;
    return column == LatencyA || column == LatencyB ? durationValue(point->p99) : FilterValue(double(point->clients));
}

} // namespace pushscope
