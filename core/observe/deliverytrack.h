// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DeliveryTrack: when which event went to which client, 16 octets each, filled only while a window asks for it and moved out
// with each snapshot. Bounded: what finds no room is counted. Owned by the Observer; hub thread.

#include "base/ids.h"

#include <chrono>
#include <utility>
#include <vector>

namespace pushscope {

// One event that was written to one client.
struct Delivery {
    quint32 clientKey = 0; // as in ClientRow
    quint32 seqLow = 0; // the lower half of its seq; 0 of an ephemeral event
    quint64 stamp = 0; // ns since the hub started, above one bit for "replayed"

    [[nodiscard]] std::chrono::nanoseconds at() const noexcept { return std::chrono::nanoseconds(stamp >> 1); }
    [[nodiscard]] bool isReplayed() const noexcept { return (stamp & 1) != 0; }
    // The whole seq, where `head` is one that was current within the last 2^32 events.
    [[nodiscard]] Seq seq(Seq head) const noexcept
    {
        return seqLow == 0 ? Seq{} : Seq{head.value - quint32(quint32(head.value) - seqLow)};
    }
};
static_assert(sizeof(Delivery) == 16);

class DeliveryTrack
{
public:
    static constexpr std::size_t Capacity = 1 << 18; // 4 MiB: 8 million deliveries a second at frame rate

    [[nodiscard]] bool isRecording() const noexcept { return m_recording; }
    void setRecording(bool recording) noexcept { m_recording = recording; }

    void record(std::chrono::nanoseconds at, quint32 clientKey, Seq seq, bool replayed)
    {
        if (m_deliveries.size() >= Capacity) {
            ++m_skipped;
            return;
        }
        m_deliveries.push_back({clientKey, quint32(seq.value), quint64(at.count()) << 1 | quint64(replayed)});
    }
    [[nodiscard]] std::vector<Delivery> take()
    {
        std::vector<Delivery> taken = std::exchange(m_deliveries, {});
        m_deliveries.reserve(m_recording ? taken.size() : 0); // the next frame is like this one
        return taken;
    }
    [[nodiscard]] quint64 takeSkipped() noexcept { return std::exchange(m_skipped, 0); }

private:
    std::vector<Delivery> m_deliveries;
    quint64 m_skipped = 0;
    bool m_recording = false;
};

} // namespace pushscope
