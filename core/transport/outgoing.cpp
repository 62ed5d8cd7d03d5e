// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/outgoing.h"

namespace pushscope {

void Outgoing::push(SharedBytes octets)
{
    // What was taken is cleared away when it makes up half, so that each part is moved once on average.
    if (m_first > 16 && m_first * 2 > m_parts.size()) {
        m_parts.erase(m_parts.begin(), m_parts.begin() + std::ptrdiff_t(m_first));
        m_first = 0;
    }
    m_bytes += octets.size();
    m_parts.push_back(std::move(octets));
}

std::size_t Outgoing::gather(std::span<iovec> parts) const
{
    const std::size_t count = std::min(parts.size(), m_parts.size() - m_first);
    qsizetype offset = m_offset;
    for (std::size_t i = 0; i < count; ++i) {
        const SharedBytes &part = m_parts[m_first + i];
        // iovec is not const-correct; sending never writes.
        parts[i] = {const_cast<char *>(part.constData()) + offset, std::size_t(part.size() - offset)};
        offset = 0;
    }
    return count;
}

void Outgoing::take(qsizetype octets)
{
    Q_ASSERT(octets <= m_bytes);
    m_bytes -= octets;
    octets += m_offset;
    while (m_first < m_parts.size() && octets >= m_parts[m_first].size()) {
        octets -= m_parts[m_first].size();
        m_parts[m_first++] = {};
    }
    m_offset = octets;
}

} // namespace pushscope
