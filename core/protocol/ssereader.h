// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SseReader: a client's side of an event stream without I/O: octets in, events out. Source: WHATWG HTML §9.2.6.

#include <QByteArray>
#include <QByteArrayView>
#include <chrono>
#include <deque>
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
    [[nodiscard]] QByteArray lastEventId() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const; // the newest "retry:" seen
    [[nodiscard]] bool overflowed() const noexcept; // an event exceeded MaxEventBytes: give the stream up

private:
    // The reader's author chooses the private part.
};

} // namespace pushscope
