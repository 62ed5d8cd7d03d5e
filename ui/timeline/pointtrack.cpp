// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/pointtrack.h"

#include <algorithm>

namespace pushscope {

void PointTrack::append(Moment at, quint32 seqLow)
{
    m_times.push_back(isEmpty() ? qint64(at.count()) : std::max<qint64>(m_times.back(), at.count()));
    m_seqs.push_back(seqLow);
}

std::size_t PointTrack::dropBefore(Moment at)
{
    const std::size_t dropped = firstFrom(at);
    m_begin += dropped;
    if (m_begin * 2 > m_times.size()) {
        m_times.erase(m_times.begin(), m_times.begin() + std::ptrdiff_t(m_begin));
        m_seqs.erase(m_seqs.begin(), m_seqs.begin() + std::ptrdiff_t(m_begin));
        m_begin = 0;
        m_times.shrink_to_fit();
        m_seqs.shrink_to_fit();
    }
    return dropped;
}

// In steps that double until it is passed, then by halves: what is k places away is found in 2 log k.
std::size_t PointTrack::firstFrom(Moment at, std::size_t from) const noexcept
{
    const std::size_t count = size();
    std::size_t step = 1, low = from, high = from;
    while (high < count && timeOf(high) < at) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    const auto first = m_times.begin() + std::ptrdiff_t(m_begin);
    const auto found = std::lower_bound(first + std::ptrdiff_t(std::min(low, count)),
                                        first + std::ptrdiff_t(std::min(high, count)), at.count());
    return std::size_t(found - first);
}

std::optional<std::size_t> PointTrack::find(quint32 seqLow) const noexcept
{
    const auto first = m_seqs.begin() + std::ptrdiff_t(m_begin);
    const auto found = std::lower_bound(first, m_seqs.end(), seqLow);
    if (found == m_seqs.end() || *found != seqLow)
        return std::nullopt;
    return std::size_t(found - first);
}

} // namespace pushscope
