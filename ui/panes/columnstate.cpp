// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/columnstate.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <numeric>

namespace pushscope {

namespace {

constexpr int Hundredths = 100; // of a character
constexpr int MostCharacters = 2'000; // of a width; more is no width

constexpr QLatin1String Columns("columns"), Order("order"), Hidden("hidden"), Widths("widths"), Sorted("sorted"),
    Descending("descending");

int lastSeen(const QHeaderView &header)
{
    for (int place = header.count() - 1; place >= 0; --place) {
        if (const int column = header.logicalIndex(place); !header.isSectionHidden(column))
            return column;
    }
    return -1;
}

int unitOf(const QHeaderView &header)
{
    return std::max(1, QFontMetrics(header.font()).averageCharWidth());
}

QJsonArray toArray(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

// Whole numbers below `end`, none of them twice; nothing for anything else.
std::optional<QList<int>> toColumns(const QJsonValue &value, int end)
{
    QList<int> columns;
    if (value.isUndefined())
        return columns;
    if (!value.isArray())
        return {};
    const QJsonArray array = value.toArray();
    for (const QJsonValue &each : array) {
        const int column = each.toInt(-1);
        if (column < 0 || column >= end || columns.contains(column))
            return {};
        columns.append(column);
    }
    return columns;
}

std::optional<QMap<int, int>> toWidths(const QJsonValue &value, int end)
{
    QMap<int, int> widths;
    if (value.isUndefined())
        return widths;
    if (!value.isObject())
        return {};
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        bool ok = false;
        const int column = it.key().toInt(&ok), width = it.value().toInt(-1);
        if (!ok || column < 0 || column >= end || width <= 0 || width > MostCharacters * Hundredths)
            return {};
        widths.insert(column, width);
    }
    return widths;
}

} // namespace

bool isStretched(const QHeaderView &header, int column)
{
    return header.sectionResizeMode(column) != QHeaderView::Interactive
        || (header.stretchLastSection() && column == lastSeen(header));
}

int toCharacters(const QHeaderView &header, int pixels)
{
    return qRound(double(pixels) * Hundredths / unitOf(header));
}

ColumnState columnsOf(const QHeaderView &header)
{
    ColumnState state;
    for (int place = 0; place < header.count(); ++place) {
        state.order.append(header.logicalIndex(place));
        if (header.isSectionHidden(place))
            state.hidden.append(place);
    }
    if (std::is_sorted(state.order.cbegin(), state.order.cend()))
        state.order.clear();
    if (header.isSortIndicatorShown() && header.sortIndicatorSection() >= 0) {
        state.sorted = header.sortIndicatorSection();
        state.direction = header.sortIndicatorOrder();
    }
    return state;
}

void setColumns(QHeaderView &header, const ColumnState &state, const ColumnWidth &shippedWidth)
{
    QList<int> order = state.order;
    if (order.isEmpty()) {
        order.resize(header.count());
        std::iota(order.begin(), order.end(), 0);
    }
    for (int place = 0; place < order.size(); ++place) {
        const int column = order[place];
        header.setSectionHidden(column, false);
        header.moveSection(header.visualIndex(column), place);
    }
    for (const int column : std::as_const(order)) {
        const auto width = state.widths.constFind(column);
        if (header.sectionResizeMode(column) == QHeaderView::Interactive)
            header.resizeSection(column,
                                 width == state.widths.cend() ? shippedWidth(column)
                                                              : qRound(double(*width) * unitOf(header) / Hundredths));
    }
    for (const int column : state.hidden)
        header.setSectionHidden(column, true);
    if (header.isSortIndicatorShown())
        header.setSortIndicator(state.sorted, state.direction);
}

QString columnText(const ColumnState &state, const ColumnShape &shape)
{
    if (state == ColumnState())
        return {};
    QJsonObject object{{Columns, shape.columns}};
    if (!state.order.isEmpty())
        object.insert(Order, toArray(state.order));
    if (!state.hidden.isEmpty())
        object.insert(Hidden, toArray(state.hidden));
    QJsonObject widths;
    for (auto it = state.widths.begin(); it != state.widths.end(); ++it)
        widths.insert(QString::number(it.key()), it.value());
    if (!widths.isEmpty())
        object.insert(Widths, widths);
    if (state.sorted >= 0) {
        object.insert(Sorted, state.sorted);
        object.insert(Descending, state.direction == Qt::DescendingOrder);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<ColumnState> parseColumns(const QString &text, const ColumnShape &shape)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object.isEmpty() || object.value(Columns).toString() != shape.columns)
        return {};
    const auto order = toColumns(object.value(Order), shape.count), hidden = toColumns(object.value(Hidden), shape.count);
    const auto widths = toWidths(object.value(Widths), shape.count);
    if (!order || !hidden || !widths)
        return {};
    // Without any column nothing could bring one back.
    if ((!order->isEmpty() && order->size() != shape.count) || hidden->size() == shape.count)
        return {};
    ColumnState state{*order, *hidden, *widths, -1, Qt::AscendingOrder};
    std::sort(state.hidden.begin(), state.hidden.end());
    if (const QJsonValue sorted = object.value(Sorted); !sorted.isUndefined()) {
        state.sorted = sorted.toInt(-1);
        if (!shape.sortable || state.sorted < 0 || state.sorted >= shape.count)
            return {};
        state.direction = object.value(Descending).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    return state;
}

} // namespace pushscope
