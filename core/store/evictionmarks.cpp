// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/evictionmarks.h"

#include <algorithm>
#include <vector>

namespace pushscope {

void EvictionMarks::note(const QByteArray &channel, Seq evicted)
{
    m_channels[channel] = evicted;
    if (m_channels.size() > m_maxChannels)
        forgetOlderHalf();
}

void EvictionMarks::forgetOlderHalf()
{
    std::vector<Seq> seqs(m_channels.cbegin(), m_channels.cend());
    const auto middle = seqs.begin() + std::ptrdiff_t(seqs.size() / 2);
    std::nth_element(seqs.begin(), middle, seqs.end());
    m_floor = std::max(m_floor, *middle);
    m_channels.removeIf([this](const auto &mark) { return mark.value() <= m_floor; });
}

} // namespace pushscope
