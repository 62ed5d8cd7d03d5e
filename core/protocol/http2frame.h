// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2FrameHeader: the nine octets that begin each frame. Source: RFC 9113 §4.1.

#include <QByteArrayView>
#include <QtEndian>

namespace pushscope {

enum class Http2FrameType : quint8 {
    Data = 0,
    Headers = 1,
    Priority = 2,
    RstStream = 3,
    Settings = 4,
    PushPromise = 5,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8,
    Continuation = 9,
};

// RFC 9113 §7.
enum class Http2Error : quint32 {
    NoError = 0,
    Protocol = 1,
    Internal = 2,
    FlowControl = 3,
    SettingsTimeout = 4,
    StreamClosed = 5,
    FrameSize = 6,
    RefusedStream = 7,
    Cancel = 8,
    Compression = 9,
    Connect = 10,
    EnhanceYourCalm = 11,
};

struct Http2FrameHeader {
    static constexpr qsizetype Octets = 9;
    static constexpr quint8 EndStream = 0x1; // DATA, HEADERS
    static constexpr quint8 Ack = 0x1; // SETTINGS, PING
    static constexpr quint8 EndHeaders = 0x4;
    static constexpr quint8 Padded = 0x8;
    static constexpr quint8 HasPriority = 0x20;

    quint32 length = 0; // of the payload
    Http2FrameType type{};
    quint8 flags = 0;
    qint32 stream = 0;

    [[nodiscard]] bool has(quint8 flag) const noexcept { return flags & flag; }
    [[nodiscard]] static Http2FrameHeader parse(const char *octets) noexcept // nine of them
    {
        const quint32 lengthAndType = qFromBigEndian<quint32>(octets);
        return {lengthAndType >> 8, Http2FrameType(lengthAndType & 0xff), quint8(octets[4]),
                qint32(qFromBigEndian<quint32>(octets + 5) & 0x7fffffff)};
    }
};

} // namespace pushscope
