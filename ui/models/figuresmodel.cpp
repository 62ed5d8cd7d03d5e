// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figuresmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, FiguresModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Protocol"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "How clients are connected"),
     false,
     Face::Text,
     8,
     {"protocol", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Events/s"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Events written to clients per second"),
     true,
     Face::Text,
     9,
     {"events", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Bytes/s"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Octets written to clients per second"),
     true,
     Face::Text,
     10,
     {"bytes", FilterType::Size}},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Connections"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Connections open"),
     true,
     Face::Text,
     8,
     {"connections", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "p50, ms"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Half of all deliveries were faster"),
     true,
     Face::Text,
     8,
     {"p50", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "p95, ms"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "95 % of all deliveries were faster"),
     true,
     Face::Text,
     8,
     {"p95", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "p99, ms"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "99 % of all deliveries were faster"),
     true,
     Face::Text,
     8,
     {"p99", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Queues, bytes"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Octets that wait in the hub until clients read"),
     true,
     Face::Text,
     9,
     {"queue", FilterType::Size}},
}};

std::array<double, FigureCount> unknown()
{
    std::array<double, FigureCount> values{};
    values.fill(-1);
    return values;
}

// Of all: sums; latencies can't be added and are left out.
double sumOf(const RateSample &sample, Figure figure)
{
    if (figure >= Figure::P50 && figure <= Figure::P99)
        return -1;
    double sum = 0;
    for (std::size_t p = 0; p < ProtocolCount; ++p)
        sum += sample.value(ClientProtocol(p), figure);
    return sum;
}

} // namespace

FiguresModel::FiguresModel(QObject *parent)
    : RowsTableModel(parent)
{
    setSample(nullptr);
}

void FiguresModel::setSample(const RateSample *sample)
{
    std::vector<FiguresRow> rows(ProtocolCount + 1);
    for (std::size_t p = 0; p < ProtocolCount; ++p) {
        rows[p].protocol = ClientProtocol(p);
        rows[p].values = sample ? sample->values[p] : unknown();
    }
    for (std::size_t figure = 0; figure < FigureCount; ++figure)
        rows.back().values[figure] = sample ? sumOf(*sample, Figure(figure)) : -1;
    setRows(std::move(rows));
}

std::span<const TableColumn> FiguresModel::columns() const
{
    return Columns;
}

QString FiguresModel::displayText(int row, int column) const
{
    const FiguresRow &figures = rowAt(row);
    if (column == Protocol)
        return figures.protocol ? protocolText(*figures.protocol) : tr("all");
    const double number = figures.values[std::size_t(column - Events)];
    if (number < 0)
        return nothingText();
    return column == Connections || column == Bytes || column == Queue ? QLocale().toString(number, 'f', 0) : rateText(number);
}

FilterValue FiguresModel::cellValue(int row, int column) const
{
    const FiguresRow &figures = rowAt(row);
    if (column == Protocol)
        return QByteArray(figures.protocol ? protocolName(*figures.protocol) : "all");
    const double number = figures.values[std::size_t(column - Events)];
    return number < 0 ? FilterValue() : FilterValue(number);
}

Tone FiguresModel::tone(int row, int column) const
{
    const FiguresRow &figures = rowAt(row);
    return column == Protocol && figures.protocol ? protocolTone(*figures.protocol) : Tone::Plain;
}

quint64 FiguresModel::keyOf(const FiguresRow &row) const
{
    return 1 + (row.protocol ? quint64(*row.protocol) : quint64(ProtocolCount));
}

} // namespace pushscope
