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
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "How clients are connected"), false, Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Events/s"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Events written to clients per second"), true, Face::Text, 9},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Bytes/s"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Octets written to clients per second"), true, Face::Text, 10},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Connections"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Connections open"), true, Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "p50, ms"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Half of all deliveries were faster"), true, Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "p95, ms"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "95 % of all deliveries were faster"), true, Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "p99, ms"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "99 % of all deliveries were faster"), true, Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Queues, bytes"),
     QT_TRANSLATE_NOOP("pushscope::FiguresModel", "Octets that wait in the hub until clients read"), true, Face::Text, 9},
}};

} // namespace

void FiguresModel::setSample(const RateSample *sample)
{
    m_sample = sample ? std::optional(*sample) : std::nullopt;
    Q_EMIT dataChanged(index(0, 1), index(rowCount() - 1, ColumnCount - 1));
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ProtocolCount) + 1;
}

std::span<const TableColumn> FiguresModel::columns() const
{
    return Columns;
}

// Of all: sums; latencies can't be added and are left out.
double FiguresModel::value(int row, Figure figure) const
{
    if (!m_sample)
        return -1;
    if (row < int(ProtocolCount))
        return m_sample->value(ClientProtocol(row), figure);
    if (figure >= Figure::P50 && figure <= Figure::P99)
        return -1;
    double sum = 0;
    for (std::size_t p = 0; p < ProtocolCount; ++p)
        sum += m_sample->value(ClientProtocol(p), figure);
    return sum;
}

QString FiguresModel::displayText(int row, int column) const
{
    if (column == Protocol)
        return row < int(ProtocolCount) ? protocolText(ClientProtocol(row)) : tr("all");
    const double number = value(row, Figure(column - 1));
    if (number < 0)
        return nothingText();
    return column == Connections || column == Bytes || column == Queue ? QLocale().toString(number, 'f', 0) : rateText(number);
}

Tone FiguresModel::tone(int row, int column) const
{
    return column == Protocol && row < int(ProtocolCount) ? protocolTone(ClientProtocol(row)) : Tone::Plain;
}

} // namespace pushscope
