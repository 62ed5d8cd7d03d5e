// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/latencymodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, LatencyModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::LatencyModel", "Latency"),
     QT_TRANSLATE_NOOP("pushscope::LatencyModel",
                       "From publishing to the kernel's taking it: longer than the row above, at most this"),
     true,
     Face::Text,
     10,
     {"upTo", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::LatencyModel", "● SSE"),
     QT_TRANSLATE_NOOP("pushscope::LatencyModel", "Of all deliveries over event streams, and how many"),
     true,
     Face::Text,
     15,
     {"sse", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::LatencyModel", "■ WS"),
     QT_TRANSLATE_NOOP("pushscope::LatencyModel", "Of all deliveries over WebSockets, and how many"),
     true,
     Face::Text,
     15,
     {"ws", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::LatencyModel", "▲ LP"),
     QT_TRANSLATE_NOOP("pushscope::LatencyModel", "Of all deliveries by long polling, and how many"),
     true,
     Face::Text,
     15,
     {"poll", FilterType::Number}},
}};

} // namespace

QString latencyBorderText(std::chrono::microseconds upTo)
{
    return QStringLiteral("≤ ") + durationText(upTo);
}

QString latencyShareText(quint64 deliveries, quint64 all)
{
    return deliveries == 0 ? nothingText()
                           : LatencyModel::tr("%1 %").arg(QLocale().toString(100.0 * double(deliveries) / double(all), 'f', 1));
}

void LatencyModel::setBins(std::vector<LatencyBin> bins)
{
    m_sums = deliveriesOf(bins);
    setRows(std::move(bins));
}

std::span<const TableColumn> LatencyModel::columns() const
{
    return Columns;
}

QString LatencyModel::displayText(int row, int column) const
{
    const LatencyBin &bin = rowAt(row);
    if (column == UpTo)
        return latencyBorderText(bin.upTo);
    const auto protocol = std::size_t(column - Sse);
    const quint64 count = bin.deliveries[protocol];
    return count == 0 ? nothingText() : latencyShareText(count, m_sums[protocol]) + QStringLiteral(" · ") + numberText(count);
}

FilterValue LatencyModel::cellValue(int row, int column) const
{
    const LatencyBin &bin = rowAt(row);
    return column == UpTo ? durationValue(bin.upTo) : FilterValue(double(bin.deliveries[std::size_t(column - Sse)]));
}

Tone LatencyModel::tone(int row, int column) const
{
    const bool none = column != UpTo && rowAt(row).deliveries[std::size_t(column - Sse)] == 0;
    return none ? Tone::Muted : Tone::Plain;
}

} // namespace pushscope
