// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BusHistory: messages a second and times of the bus, four samples a second for the last quarter of an hour, made of what
// snapshots say of it. Pure.

#include "base/ringbuffer.h"
#include "observe/snapshot.h"

namespace pushscope {

struct BusSample {
    WallTime at{};
    TimePoint mono{};
    double in = 0, out = 0; // messages/s
    double ping = 0, script = 0; // ms, the latest
    quint64 waiting = 0; // publishes without an answer
    bool connected = false;
};

class BusHistory
{
public:
    static constexpr Milliseconds Tick{250};
    static constexpr std::size_t Capacity = 15 * 60 * 4;

    BusHistory()
        : m_samples(Capacity)
    {
    }
    // True if it made a sample: a tick has passed since the last one.
    bool take(const Snapshot &snapshot);
    [[nodiscard]] const RingBuffer<BusSample> &samples() const noexcept { return m_samples; }
    [[nodiscard]] const BusSample *last() const { return m_samples.isEmpty() ? nullptr : &m_samples.at(m_samples.size() - 1); }
    // The greatest within this span before the last sample; 0 where there is none.
    [[nodiscard]] double greatest(double BusSample::*figure, std::chrono::seconds span) const;
    // The first sample of this span.
    [[nodiscard]] std::size_t firstWithin(std::chrono::seconds span) const;

private:
    RingBuffer<BusSample> m_samples;
    BusStatus m_last;
    TimePoint m_lastAt{};
    quint64 m_generation = 0;
};

} // namespace pushscope
