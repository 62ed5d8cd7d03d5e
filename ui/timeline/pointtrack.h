// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PointTrack: the deliveries of one kind to one client, in the order of time, 12 octets each. GUI thread.

#include "ui/timeline/timeaxis.h"

#include <optional>

namespace pushscope {

class PointTrack
{
public:
    [[nodiscard]] std::size_t size() const noexcept { return m_times.size() - m_begin; }
    [[nodiscard]] bool isEmpty() const noexcept { return size() == 0; }
    [[nodiscard]] Moment timeOf(std::size_t index) const noexcept { return Moment(m_times[m_begin + index]); }
    [[nodiscard]] quint32 seqLowOf(std::size_t index) const noexcept { return m_seqs[m_begin + index]; }

    void append(Moment at, quint32 seqLow); // one before the last counts as of the same time
    std::size_t dropBefore(Moment at); // gives how many left
    // The first that is not before `at`, at or behind `from`; size() where there is none. Cheap where it is near.
    [[nodiscard]] std::size_t firstFrom(Moment at, std::size_t from = 0) const noexcept;
    // Where seqs only grow.
    [[nodiscard]] std::optional<std::size_t> find(quint32 seqLow) const noexcept;

private:
    std::vector<qint64> m_times; // ns
    std::vector<quint32> m_seqs;
    std::size_t m_begin = 0; // those before it are dropped; they go when they are half of all
};

} // namespace pushscope
