// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/websocketframe.h"

#include <QtEndian>
#include <array>
#include <cstring>

namespace pushscope {

template<typename T> static void appendBigEndian(QByteArray &out, T value)
{
    std::array<char, sizeof(T)> octets;
    qToBigEndian(value, octets.data());
    out.append(octets.data(), qsizetype(octets.size()));
}

void appendFrameHead(QByteArray &out, WsOpcode opcode, qsizetype payloadSize, bool masked)
{
    const int mask = masked ? 0x80 : 0;
    out += char(0x80 | int(opcode));
    if (payloadSize < 126) {
        out += char(mask | int(payloadSize));
    } else if (payloadSize < 0x10000) {
        out += char(mask | 126);
        appendBigEndian(out, quint16(payloadSize));
    } else {
        out += char(mask | 127);
        appendBigEndian(out, quint64(payloadSize));
    }
}

void appendMaskedFrame(QByteArray &out, WsOpcode opcode, QByteArrayView payload, quint32 mask)
{
    out.reserve(out.size() + payload.size() + 14);
    appendFrameHead(out, opcode, payload.size(), true);
    appendBigEndian(out, mask);
    std::array<quint8, 4> octets;
    qToBigEndian(mask, octets.data());
    const qsizetype before = out.size();
    out += payload;
    std::ignore = applyMask(out.data() + before, payload.size(), octets.data(), 0);
}

quint8 applyMask(char *octets, qsizetype count, const quint8 *mask, quint8 at) noexcept
{
    std::array<quint8, 8> turned; // the mask twice, beginning with `at`
    for (std::size_t i = 0; i < turned.size(); ++i)
        turned[i] = mask[(at + i) % 4];
    quint64 word;
    std::memcpy(&word, turned.data(), 8);
    qsizetype i = 0;
    for (; count - i >= 8; i += 8) {
        quint64 eight;
        std::memcpy(&eight, octets + i, 8);
        eight ^= word;
        std::memcpy(octets + i, &eight, 8);
    }
    for (; i < count; ++i)
        octets[i] = char(quint8(octets[i]) ^ turned[std::size_t(i % 8)]);
    return quint8((at + count) % 4);
}

QByteArray closePayload(int code, QByteArrayView reason)
{
    QByteArray payload;
    if (code == 0)
        return payload;
    appendBigEndian(payload, quint16(code));
    payload += reason;
    return payload;
}

bool isCloseCodeOnWire(int code) noexcept
{
    if (code >= 3000 && code <= 4999)
        return true;
    return code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
}

} // namespace pushscope
