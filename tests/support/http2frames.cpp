// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http2frames.h"

namespace pushscope::http2 {

QByteArray number(quint32 value, int octets)
{
    QByteArray text;
    for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8)
        text += char((value >> shift) & 0xff);
    return text;
}

QByteArray frame(Type type, int flags, quint32 stream, const QByteArray &payload)
{
    return number(quint32(payload.size()), 3) + char(type) + char(flags) + number(stream) + payload;
}

// A length with a prefix of seven bits. RFC 7541 §5.1.
static QByteArray text(const QByteArray &octets)
{
    if (octets.size() < 127)
        return char(octets.size()) + octets;
    QByteArray length(1, char(127));
    for (qsizetype left = octets.size() - 127;; left >>= 7) {
        length += left < 128 ? char(left) : char(left % 128 + 128);
        if (left < 128)
            break;
    }
    return length + octets;
}

QByteArray literal(const QByteArray &name, const QByteArray &value)
{
    return '\0' + text(name) + text(value);
}

QByteArray block(const Fields &fields)
{
    QByteArray octets;
    for (const auto &[name, value] : fields)
        octets += literal(name, value);
    return octets;
}

Fields get(const QByteArray &path, const Fields &more)
{
    return Fields{{":method", "GET"}, {":scheme", "http"}, {":authority", "a"}, {":path", path}} + more;
}

QByteArray headers(quint32 stream, const Fields &fields, int flags)
{
    return frame(Type::Headers, flags, stream, block(fields));
}

QByteArray data(quint32 stream, const QByteArray &octets, int flags)
{
    return frame(Type::Data, flags, stream, octets);
}

QByteArray settings(const QList<std::pair<int, quint32>> &values)
{
    QByteArray payload;
    for (const auto &[id, value] : values)
        payload += number(quint32(id), 2) + number(value);
    return frame(Type::Settings, 0, 0, payload);
}

QByteArray settingsAck()
{
    return frame(Type::Settings, Http2FrameHeader::Ack, 0);
}

QByteArray windowUpdate(quint32 stream, quint32 increment)
{
    return frame(Type::WindowUpdate, 0, stream, number(increment));
}

QByteArray rst(quint32 stream, quint32 code)
{
    return frame(Type::RstStream, 0, stream, number(code));
}

QByteArray ping(const QByteArray &eightOctets, int flags)
{
    return frame(Type::Ping, flags, 0, eightOctets);
}

QByteArray preface()
{
    return "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + settings({});
}

QByteArray Frame::text() const
{
    const QByteArray stream = QByteArray::number(head.stream);
    const auto word = [this](qsizetype at) {
        return QByteArray::number(payload.size() < at + 4 ? 0 : qFromBigEndian<quint32>(payload.constData() + at));
    };
    const QByteArray end = head.has(Http2FrameHeader::EndStream) ? " end" : "";
    const QByteArray ack = head.has(Http2FrameHeader::Ack) ? " ack" : "";
    switch (head.type) {
    case Type::Data:
        return "data " + stream + ' ' + payload + end;
    case Type::Headers:
        return "headers " + stream + end;
    case Type::RstStream:
        return "rst " + stream + ' ' + word(0);
    case Type::Settings:
        return "settings" + ack;
    case Type::Ping:
        return "ping " + payload + ack;
    case Type::GoAway:
        return "goaway " + word(4);
    case Type::WindowUpdate:
        return "window " + stream + ' ' + word(0);
    default:
        return "frame " + QByteArray::number(int(head.type));
    }
}

QList<Frame> takeFrames(QByteArray &octets)
{
    QList<Frame> frames;
    while (octets.size() >= Http2FrameHeader::Octets) {
        const Http2FrameHeader head = Http2FrameHeader::parse(octets.constData());
        if (octets.size() < Http2FrameHeader::Octets + qsizetype(head.length))
            break;
        frames.append({head, octets.mid(Http2FrameHeader::Octets, head.length)});
        octets.remove(0, Http2FrameHeader::Octets + head.length);
    }
    return frames;
}

} // namespace pushscope::http2
