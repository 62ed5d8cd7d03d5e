// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/wirecostmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, WireCostModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Way"),
     QT_TRANSLATE_NOOP("pushscope::WireCostModel", "The protocol, the version of HTTP and the compression"),
     false,
     Face::Text,
     18,
     {"way", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Bytes"),
     QT_TRANSLATE_NOOP("pushscope::WireCostModel", "To the client for one event, with all framing, over TCP"),
     true,
     Face::Text,
     9,
     {"bytes", FilterType::Size}},
    {QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Bytes up"),
     QT_TRANSLATE_NOOP("pushscope::WireCostModel",
                       "From the client for one event: a poll asks again, with at least a cursor and a token; a browser adds "
                       "some hundreds"),
     true,
     Face::Text,
     9,
     {"bytesUp", FilterType::Size}},
    {QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Ratio"),
     QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Bytes both ways, to those of an event stream over HTTP/1.1"),
     true,
     Face::Text,
     7,
     {"ratio", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Packets"),
     QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Of TCP with a payload, both ways, at 1,448 bytes each"),
     true,
     Face::Text,
     8,
     {"packets", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Making, µs"),
     QT_TRANSLATE_NOOP("pushscope::WireCostModel", "To encode and compress one event, once for all clients of the way"),
     true,
     Face::Text,
     10,
     {"making", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Written after, µs"),
     QT_TRANSLATE_NOOP("pushscope::WireCostModel",
                       "Measured in this session: the median from publishing to the kernel's taking it, of all clients of the "
                       "protocol"),
     true,
     Face::Text,
     15,
     {"written", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Clients"),
     QT_TRANSLATE_NOOP("pushscope::WireCostModel", "Connected this way now"),
     true,
     Face::Text,
     8,
     {"clients", FilterType::Number}},
}};

QString figure(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

} // namespace

QString wayText(const WireCost &cost)
{
    QString text = protocolText(cost.protocol);
    if (cost.protocol == ClientProtocol::Sse)
        text += cost.http2 ? QStringLiteral(" 2") : QStringLiteral(" 1.1");
    if (cost.compressed)
        text += cost.protocol == ClientProtocol::WebSocket ? QStringLiteral(" deflate") : QStringLiteral(" gzip");
    return text;
}

std::span<const TableColumn> WireCostModel::columns() const
{
    return Columns;
}

QString WireCostModel::displayText(int row, int column) const
{
    const WireCost &cost = rowAt(row);
    switch (column) {
    case Way:
        return wayText(cost);
    case Octets:
        return figure(cost.octets, 0);
    case OctetsUp:
        return figure(cost.octetsUp, 0);
    case Ratio:
        return figure(cost.ratio, 2);
    case Packets:
        return figure(cost.packets, 2);
    case Making:
        return figure(cost.makingUs, 1);
    case Written:
        return cost.writtenUs < 0 ? nothingText() : numberText(quint64(cost.writtenUs));
    case Clients:
        return numberText(cost.clients);
    default:
        return {};
    }
}

FilterValue WireCostModel::cellValue(int row, int column) const
{
    const WireCost &cost = rowAt(row);
    switch (column) {
    case Way: // without the shape: "sse 1.1 gzip"
        return textValue(QLatin1String(protocolName(cost.protocol)) + wayText(cost).mid(protocolText(cost.protocol).size()));
    case Octets:
        return cost.octets;
    case OctetsUp:
        return cost.octetsUp;
    case Ratio:
        return cost.ratio;
    case Packets:
        return cost.packets;
    case Making:
        return cost.makingUs / 1000;
    case Written:
        return durationValue(std::chrono::microseconds(cost.writtenUs));
    default:
        return double(cost.clients);
    }
}

Tone WireCostModel::tone(int row, int column) const
{
    return column == Way ? protocolTone(rowAt(row).protocol) : Tone::Plain;
}

quint64 WireCostModel::keyOf(const WireCost &row) const
{
    return 1 + quint64(row.protocol) * 4 + quint64(row.http2) * 2 + quint64(row.compressed);
}

} // namespace pushscope
