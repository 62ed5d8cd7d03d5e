// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace pushscope {

int Histogram::bucketOf(std::uint64_t microseconds) noexcept
{
    if (microseconds < SubBuckets)
        return int(microseconds);
    const int shift = int(std::bit_width(microseconds)) - 5; // leaves the top 5 bits: 16..31
    const int bucket = (shift + 1) * SubBuckets + int(microseconds >> shift) - SubBuckets;
    return std::min(bucket, Buckets - 1);
}

std::chrono::microseconds Histogram::upperBound(int bucket) noexcept
{
    if (bucket < SubBuckets)
        return std::chrono::microseconds(bucket);
    const int shift = bucket / SubBuckets - 1;
    const std::int64_t mantissa = SubBuckets + bucket % SubBuckets;
    return std::chrono::microseconds(((mantissa + 1) << shift) - 1);
}

void Histogram::record(std::chrono::nanoseconds value, std::uint64_t times) noexcept
{
    const std::int64_t us = std::max<std::int64_t>(0, value.count() / 1000);
    m_counts[std::size_t(bucketOf(std::uint64_t(us)))] += times;
    m_count += times;
}

void Histogram::merge(const Histogram &other) noexcept
{
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
    m_count += other.m_count;
}

Histogram Histogram::since(const Histogram &earlier) const noexcept
{
    Histogram difference;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        difference.m_counts[i] = m_counts[i] - earlier.m_counts[i];
    difference.m_count = m_count - earlier.m_count;
    return difference;
}

std::chrono::microseconds Histogram::percentile(double quantile) const noexcept
{
    if (m_count == 0)
        return {};
    const auto rank = std::max<std::uint64_t>(1, std::uint64_t(std::ceil(quantile * double(m_count))));
    std::uint64_t seen = 0;
    for (int i = 0; i < Buckets; ++i) {
        seen += m_counts[std::size_t(i)];
        if (seen >= rank)
            return upperBound(i);
    }
    return upperBound(Buckets - 1);
}

} // namespace pushscope
