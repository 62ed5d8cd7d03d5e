// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LatencyHistory: how the latencies of deliveries were spread over the last minutes, per protocol. Of each span that can be asked
// for it keeps 60 copies of the hub's histograms, since 14,400 of them for an hour would be 170 MB. Pure.

#include "observe/snapshot.h"

#include <QByteArray>
#include <deque>

namespace pushscope {

using Latencies = std::array<Histogram, ProtocolCount>;

// Deliveries that took longer than the bin before, and at most `upTo`. The hub's own buckets are 6 % wide, so that a delivery
// within 6 % of the border may stand in the bin beside it.
struct LatencyBin {
    std::chrono::microseconds upTo{0};
    std::array<quint64, ProtocolCount> deliveries{};
    bool operator==(const LatencyBin &) const = default;
};
// Borders at 1, 2 and 5 of each decade, from the fastest delivery to the slowest; nothing where there is none.
[[nodiscard]] std::vector<LatencyBin> latencyBins(const Latencies &latencies);
[[nodiscard]] std::array<quint64, ProtocolCount> deliveriesOf(const std::vector<LatencyBin> &bins);
[[nodiscard]] QByteArray latencyCsv(const std::vector<LatencyBin> &bins); // RFC 4180

class LatencyHistory
{
public:
    static constexpr int Steps = 60; // copies of a span: its beginning is exact to one of them

    void take(const Snapshot &snapshot); // with another generation it begins anew
    // What was delivered in the last minutes, or since the first snapshot where that is less. `span`: 1, 5, 15 or 60 min.
    [[nodiscard]] Latencies within(std::chrono::seconds span) const;

private:
    struct Total {
        TimePoint mono{};
        Latencies latencies;
    };
    struct Span {
        std::chrono::seconds length;
        std::deque<Total> totals; // oldest first; the first is the newest that is not within the span
    };
    std::array<Span, 4> m_spans{{{std::chrono::minutes(1), {}},
                                 {std::chrono::minutes(5), {}},
                                 {std::chrono::minutes(15), {}},
                                 {std::chrono::minutes(60), {}}}};
    Total m_now;
    quint64 m_generation = 0;
};

} // namespace pushscope
