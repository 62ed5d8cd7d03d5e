// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ConnectionJournal: what happened, row by row, the newest kept. Written on the hub thread, read on any; bounded by rows and
// octets.

#include "observe/snapshot.h"

#include <deque>
#include <mutex>

namespace pushscope {

class ConnectionJournal
{
public:
    struct Bounds {
        std::size_t rows = 500'000;
        qint64 octets = 64 * 1024 * 1024;
    };

    ConnectionJournal(Bounds bounds, const Clock &clock);

    // Sets the row's times and its ref, which it gives. Hub thread.
    quint64 add(JournalRow row);
    // Any thread: up to `limit` rows after `ref`, oldest first, as far as they are kept.
    [[nodiscard]] std::vector<JournalRow> after(quint64 ref, std::size_t limit) const;
    [[nodiscard]] quint64 lastRef() const;
    [[nodiscard]] TimePoint start() const noexcept { return m_start; } // monoNs counts from here

private:
    [[nodiscard]] static qint64 octetsOf(const JournalRow &row) noexcept;

    const Bounds m_bounds;
    const Clock &m_clock;
    const TimePoint m_start;
    mutable std::mutex m_mutex;
    std::deque<JournalRow> m_rows; // their refs are contiguous
    qint64 m_octets = 0;
    quint64 m_lastRef = 0;
};

} // namespace pushscope
