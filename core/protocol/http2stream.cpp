// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http2stream.h"

namespace pushscope {

void SharedBytesQueue::push(SharedBytes octets)
{
    if (octets.isEmpty())
        return;
    if (m_bytes == 0) {
        m_bytes = octets.size();
        m_first = std::move(octets);
        return;
    }
    m_bytes += octets.size();
    if (!m_more)
        m_more = std::make_unique<std::deque<SharedBytes>>();
    m_more->push_back(std::move(octets));
}

SharedBytes SharedBytesQueue::takeWhole(qsizetype atMost)
{
    if (m_offset > 0 || m_first.size() > atMost)
        return {};
    SharedBytes whole = m_first;
    m_bytes -= whole.size();
    dropFirst();
    return whole;
}

void SharedBytesQueue::take(qsizetype octets, QByteArray &out)
{
    Q_ASSERT(octets <= m_bytes);
    m_bytes -= octets;
    while (octets > 0) {
        const qsizetype count = std::min(octets, m_first.size() - m_offset);
        out.append(m_first.constData() + m_offset, count);
        octets -= count;
        m_offset += count;
        if (m_offset == m_first.size())
            dropFirst();
    }
}

void SharedBytesQueue::dropFirst()
{
    m_offset = 0;
    m_first = {};
    if (!m_more)
        return;
    m_first = std::move(m_more->front());
    m_more->pop_front();
    if (m_more->empty())
        m_more.reset();
}

void SharedBytesQueue::clear()
{
    m_first = {};
    m_more.reset();
    m_bytes = m_offset = 0;
}

} // namespace pushscope
