// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Arrivals: what one simulated client has received: its cursor, and whether each event was new, a duplicate or out of order.
// Pure and a value. Source: wire.md, "Words" and "Cursor cases".

#include "base/ids.h"
#include "base/ringbuffer.h"

#include <QByteArray>

namespace pushscope {

struct ReceivedEvent {
    enum class Verdict : quint8 {
        New, // the first time, in order; also what has no id
        Duplicate, // its id arrived before
        OutOfOrder, // not seen before, but an id after it was
        Control, // hub.*
    };
    QByteArray id; // empty: not replayable
    QByteArray type;
    QByteArray data; // the octets of its JSON
    Verdict verdict = Verdict::New;
};

struct ArrivalFigures {
    quint64 received = 0; // without duplicates and control events
    quint64 duplicates = 0, outOfOrder = 0;
    quint64 gaps = 0; // told by the hub
    bool operator==(const ArrivalFigures &) const = default;
};

class Arrivals
{
public:
    // Judges the event and moves the cursor.
    [[nodiscard]] ReceivedEvent take(QByteArray id, QByteArray type, QByteArray data);
    // A poll's answer tells the cursor and the gap beside its events.
    void gapTold() { ++m_figures.gaps; }
    void setCursor(const QByteArray &cursor);
    void forgetCursor() { m_cursor.clear(); }

    [[nodiscard]] const QByteArray &cursor() const noexcept { return m_cursor; }
    [[nodiscard]] const ArrivalFigures &figures() const noexcept { return m_figures; }

private:
    static constexpr std::size_t Remembered = 256; // ids by which a duplicate is told from a straggler

    void takeControl(const ReceivedEvent &event);
    [[nodiscard]] ReceivedEvent::Verdict judge(const QByteArray &id);
    [[nodiscard]] bool remembers(Seq seq) const;

    QByteArray m_cursor;
    EventId m_newest; // of the events received
    RingBuffer<Seq> m_recent{Remembered}; // of m_newest.epoch
    ArrivalFigures m_figures;
};

} // namespace pushscope
