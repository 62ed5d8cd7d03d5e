// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SseReader: a client's side of an event stream without I/O: octets in, events out. Source: WHATWG HTML §9.2.6.

#include "protocol/eventqueue.h"

#include <QByteArray>
#include <QByteArrayView>
#include <chrono>
#include <optional>

namespace pushscope {

struct SseEvent {
    QByteArray id; // the stream's last event id when it was dispatched
    QByteArray type = "message";
    QByteArray data;
    bool operator==(const SseEvent &) const = default;
};

class SseReader
{
public:
    static constexpr qsizetype MaxEventBytes = 16 * 1024 * 1024;

    void feed(QByteArrayView in); // any split; a leading BOM is skipped; CR, LF and CRLF end a line
    [[nodiscard]] std::optional<SseEvent> nextEvent();
    [[nodiscard]] QByteArray lastEventId() const { return m_lastEventId; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; } // the newest "retry:" seen
    [[nodiscard]] bool overflowed() const noexcept { return m_overflowed; } // an event exceeded MaxEventBytes: give the stream up

private:
    [[nodiscard]] QByteArrayView skipBom(QByteArrayView in);
    void feedLinePart(QByteArrayView part);
    void endLine();
    void interpretField(QByteArrayView name, QByteArrayView value);
    void interpretRetry(QByteArrayView value);
    void dispatch();

    QByteArray m_line; // the octets so far of a line that was split
    QByteArray m_data; // every line of it followed by LF
    QByteArray m_type;
    QByteArray m_id; // what the next dispatch makes the last event id
    QByteArray m_lastEventId;
    EventQueue<SseEvent> m_events;
    std::optional<std::chrono::milliseconds> m_retry;
    qint8 m_bomSeen = 0; // octets of a leading BOM; -1: past it
    bool m_afterCr = false; // an LF now belongs to the line end before it
    bool m_overflowed = false;
};

} // namespace pushscope
