// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Histogram: counts of durations in log-linear buckets, 16 per power of two: 6 % error at any scale from 1 µs to 2 hours.

#include <array>
#include <chrono>
#include <cstdint>

namespace pushscope {

class Histogram
{
public:
    static constexpr int SubBuckets = 16;
    static constexpr int Buckets = 32 * SubBuckets;

    void record(std::chrono::nanoseconds value, std::uint64_t times = 1) noexcept; // negative values count as 0
    void merge(const Histogram &other) noexcept;
    [[nodiscard]] Histogram since(const Histogram &earlier) const noexcept; // this minus an earlier copy of it
    [[nodiscard]] std::uint64_t count() const noexcept { return m_count; }
    // `quantile` in 0..1; 0 µs when empty. The upper bound of the bucket it falls in.
    [[nodiscard]] std::chrono::microseconds percentile(double quantile) const noexcept;
    [[nodiscard]] std::uint64_t countIn(int bucket) const noexcept { return m_counts[std::size_t(bucket)]; }
    [[nodiscard]] static std::chrono::microseconds upperBound(int bucket) noexcept;

private:
    [[nodiscard]] static int bucketOf(std::uint64_t microseconds) noexcept;

    std::array<std::uint64_t, Buckets> m_counts{};
    std::uint64_t m_count = 0;
};

} // namespace pushscope
