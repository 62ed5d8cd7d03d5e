// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HTTP/2 frames by hand, good ones and bad ones, for tests that play the client; and reading what the server sends.

#include "protocol/http2frame.h"

#include <QByteArray>
#include <QList>
#include <utility>

namespace pushscope::http2 {

using Type = Http2FrameType;
using Fields = QList<std::pair<QByteArray, QByteArray>>;

[[nodiscard]] QByteArray number(quint32 value, int octets = 4); // big endian
[[nodiscard]] QByteArray frame(Type type, int flags, quint32 stream, const QByteArray &payload = {});
// Without the compression that a client would use: each field as a literal, without indexing. RFC 7541 §6.2.2.
[[nodiscard]] QByteArray literal(const QByteArray &name, const QByteArray &value);
[[nodiscard]] QByteArray block(const Fields &fields);
[[nodiscard]] Fields get(const QByteArray &path = "/", const Fields &more = {}); // of a GET
[[nodiscard]] QByteArray headers(quint32 stream, const Fields &fields, int flags = 0x5);
[[nodiscard]] QByteArray data(quint32 stream, const QByteArray &octets, int flags = 0);
[[nodiscard]] QByteArray settings(const QList<std::pair<int, quint32>> &values);
[[nodiscard]] QByteArray settingsAck();
[[nodiscard]] QByteArray windowUpdate(quint32 stream, quint32 increment);
[[nodiscard]] QByteArray rst(quint32 stream, quint32 code);
[[nodiscard]] QByteArray ping(const QByteArray &eightOctets = "12345678", int flags = 0);
[[nodiscard]] QByteArray preface(); // the client's, with empty SETTINGS

struct Frame {
    Http2FrameHeader head;
    QByteArray payload;

    // As a test writes it: "goaway 1", "rst 3 5", "headers 1", "data 1 hello end", "ping ack", "window 0 100".
    [[nodiscard]] QByteArray text() const;
};
// Takes whole frames off the front.
[[nodiscard]] QList<Frame> takeFrames(QByteArray &octets);

} // namespace pushscope::http2
