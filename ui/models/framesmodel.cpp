// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/framesmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, FramesModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::FramesModel", "Frame"),
     QT_TRANSLATE_NOOP("pushscope::FramesModel", "Its number since the client was selected"),
     true,
     Face::Text,
     8,
     {"frame", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::FramesModel", "Time"),
     QT_TRANSLATE_NOOP("pushscope::FramesModel", "When it passed"),
     true,
     Face::Text,
     13,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::FramesModel", "Way"),
     QT_TRANSLATE_NOOP("pushscope::FramesModel", "To the client or from it"),
     false,
     Face::Text,
     7,
     {"dir", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::FramesModel", "Layer"),
     QT_TRANSLATE_NOOP("pushscope::FramesModel", "Whose frame it is: of HTTP/2 or of the WebSocket"),
     false,
     Face::Text,
     8,
     {"layer", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::FramesModel", "Type"),
     QT_TRANSLATE_NOOP("pushscope::FramesModel", "As RFC 9113 or RFC 6455 calls it"),
     false,
     Face::Text,
     14,
     {"type", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::FramesModel", "Flags"),
     QT_TRANSLATE_NOOP("pushscope::FramesModel", "Those that are set"),
     false,
     Face::Text,
     22,
     {"flags", FilterType::List}},
    {QT_TRANSLATE_NOOP("pushscope::FramesModel", "Stream"),
     QT_TRANSLATE_NOOP("pushscope::FramesModel", "Of HTTP/2; 0 is the connection"),
     true,
     Face::Text,
     8,
     {"stream", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::FramesModel", "Length, bytes"),
     QT_TRANSLATE_NOOP("pushscope::FramesModel", "Of its payload"),
     true,
     Face::Text,
     12,
     {"len", FilterType::Size}},
}};

struct Flag {
    quint8 bit;
    const char *name;
};

template<std::size_t N> QString namesOf(quint8 flags, const std::array<Flag, N> &known)
{
    QStringList names;
    for (const Flag &flag : known) {
        if (flags & flag.bit)
            names += QLatin1String(flag.name);
        flags = quint8(flags & ~flag.bit);
    }
    if (flags != 0)
        names += QStringLiteral("0x%1").arg(flags, 2, 16, QChar(u'0'));
    return names.join(QChar(u' '));
}

QString http2Type(quint8 type) // RFC 9113 §6, RFC 8336, RFC 9218
{
    constexpr const char *Names[] = {"DATA",         "HEADERS", "PRIORITY", "RST_STREAM",    "SETTINGS",
                                     "PUSH_PROMISE", "PING",    "GOAWAY",   "WINDOW_UPDATE", "CONTINUATION"};
    if (type < std::size(Names))
        return QLatin1String(Names[type]);
    return type == 16 ? QStringLiteral("PRIORITY_UPDATE") : FramesModel::tr("type %1").arg(type);
}

QString http2Flags(quint8 type, quint8 flags)
{
    constexpr quint8 Data = 0, Headers = 1, Settings = 4, Ping = 6, Continuation = 9;
    switch (type) {
    case Data:
        return namesOf(flags, std::array<Flag, 2>{{{0x1, "END_STREAM"}, {0x8, "PADDED"}}});
    case Headers:
        return namesOf(flags,
                       std::array<Flag, 4>{{{0x1, "END_STREAM"}, {0x4, "END_HEADERS"}, {0x8, "PADDED"}, {0x20, "PRIORITY"}}});
    case Settings:
    case Ping:
        return namesOf(flags, std::array<Flag, 1>{{{0x1, "ACK"}}});
    case Continuation:
        return namesOf(flags, std::array<Flag, 1>{{{0x4, "END_HEADERS"}}});
    default:
        return namesOf(flags, std::array<Flag, 0>{});
    }
}

} // namespace

QString frameTypeText(const WireFrame &frame)
{
    if (frame.layer == WireFrame::Layer::Http2)
        return http2Type(frame.type);
    switch (frame.type) { // RFC 6455 §5.2
    case 0:
        return QStringLiteral("Continuation");
    case 1:
        return QStringLiteral("Text");
    case 2:
        return QStringLiteral("Binary");
    case 8:
        return QStringLiteral("Close");
    case 9:
        return QStringLiteral("Ping");
    case 10:
        return QStringLiteral("Pong");
    default:
        return FramesModel::tr("opcode %1").arg(frame.type);
    }
}

QString frameFlagsText(const WireFrame &frame)
{
    if (frame.layer == WireFrame::Layer::Http2)
        return http2Flags(frame.type, frame.flags);
    return namesOf(
        frame.flags,
        std::array<Flag, 5>{{{0x80, "FIN"}, {0x40, "RSV1"}, {0x20, "RSV2"}, {0x10, "RSV3"}, {WireFrame::Masked, "MASK"}}});
}

void FramesModel::append(std::vector<WireFrame> frames)
{
    if (frames.empty())
        return;
    if (frames.size() > Capacity)
        frames.erase(frames.cbegin(), frames.cend() - std::ptrdiff_t(Capacity));
    if (const std::size_t kept = rows().size(); kept + frames.size() > Capacity)
        removeRowsAt(0, std::min(kept, std::max(kept + frames.size() - Capacity, Capacity / 10)));
    insertRowsAt(rows().size(), std::move(frames));
}

std::span<const TableColumn> FramesModel::columns() const
{
    return Columns;
}

QString FramesModel::displayText(int row, int column) const
{
    const WireFrame &frame = frameAt(row);
    const bool isHttp2 = frame.layer == WireFrame::Layer::Http2;
    switch (column) {
    case Number:
        return numberText(frame.number);
    case Time:
        return clockText(frame.at);
    case Direction:
        return frame.out ? tr("→ out") : tr("← in");
    case Layer:
        return isHttp2 ? QStringLiteral("HTTP/2") : QStringLiteral("WS");
    case Type:
        return frameTypeText(frame);
    case Flags:
        return frameFlagsText(frame);
    case Stream:
        return isHttp2 ? numberText(quint64(frame.stream)) : nothingText();
    case Length:
        return numberText(frame.length);
    default:
        return {};
    }
}

FilterValue FramesModel::cellValue(int row, int column) const
{
    const WireFrame &frame = frameAt(row);
    const bool isHttp2 = frame.layer == WireFrame::Layer::Http2;
    switch (column) {
    case Number:
        return double(frame.number);
    case Time:
        return timeValue(frame.at);
    case Direction:
        return QByteArray(frame.out ? "out" : "in");
    case Layer:
        return QByteArray(isHttp2 ? "h2" : "ws");
    case Flags: {
        const QByteArray flags = frameFlagsText(frame).toUtf8();
        return flags.isEmpty() ? QList<QByteArray>() : flags.split(' ');
    }
    case Stream:
        return isHttp2 ? FilterValue(double(frame.stream)) : FilterValue();
    case Length:
        return double(frame.length);
    default:
        return RowsTableModel::cellValue(row, column);
    }
}

QString FramesModel::toolTipText(int row, int column) const
{
    return column == Time ? dateText(frameAt(row).at) : displayText(row, column);
}

Tone FramesModel::tone(int row, int column) const
{
    const WireFrame &frame = frameAt(row);
    constexpr quint8 RstStream = 3, GoAway = 7, Close = 8;
    const bool ends
        = frame.layer == WireFrame::Layer::Http2 ? frame.type == RstStream || frame.type == GoAway : frame.type == Close;
    if (column == Type && ends)
        return Tone::Warning;
    return frame.out ? Tone::Plain : Tone::Muted;
}

} // namespace pushscope
