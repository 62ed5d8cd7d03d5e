// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EchoTimes: when the newest events were written to a client that acknowledges, and how its answers came. Owned by its
// ClientRecord, from its first acknowledgement on.

#include "base/clock.h"
#include "base/ids.h"

#include <array>
#include <optional>

namespace pushscope {

struct EchoTimes {
    static constexpr std::size_t Kept = 64;
    struct Write {
        Seq seq;
        TimePoint at{};
    };
    std::array<Write, Kept> writes{};
    std::size_t next = 0;

    // The answers that came together, last.
    struct Group {
        quint32 count = 0;
        TimePoint last{}; // the newest answer
        TimePoint oldest{}, newest{}; // what was answered was sent between
        bool counted = false; // as a burst
    } group;
    quint32 bursts = 0; // in a row
    TimePoint burstAt{};

    // On the hot path.
    void wrote(Seq seq, TimePoint at) noexcept
    {
        writes[next] = {seq, at};
        next = (next + 1) % Kept;
    }
    [[nodiscard]] std::optional<TimePoint> writtenAt(Seq seq) const noexcept
    {
        for (const Write &write : writes) {
            if (write.seq == seq)
                return write.at;
        }
        return {};
    }
};

} // namespace pushscope
