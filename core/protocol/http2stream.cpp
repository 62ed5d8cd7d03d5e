// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http2stream.h"

namespace pushscope {

void SharedBytesQueue::push(SharedBytes octets)
{
    if (octets.isEmpty())
        return;
    const qsizetype size = octets.size();
    if (!m_queued) {
        m_queued = std::make_unique<Queued>(Queued{std::move(octets), nullptr, size, 0});
        return;
    }
    m_queued->bytes += size;
    if (!m_queued->more)
        m_queued->more = std::make_unique<std::deque<SharedBytes>>();
    m_queued->more->push_back(std::move(octets));
}

SharedBytes SharedBytesQueue::takeWhole(qsizetype atMost)
{
    if (!m_queued || m_queued->offset > 0 || m_queued->first.size() > atMost)
        return {};
    SharedBytes whole = m_queued->first;
    m_queued->bytes -= whole.size();
    dropFirst();
    return whole;
}

void SharedBytesQueue::take(qsizetype octets, QByteArray &out)
{
    Q_ASSERT(octets <= bytes());
    while (octets > 0) {
        Queued &queued = *m_queued;
        const qsizetype count = std::min(octets, queued.first.size() - queued.offset);
        out.append(queued.first.constData() + queued.offset, count);
        octets -= count;
        queued.bytes -= count;
        queued.offset += count;
        if (queued.offset == queued.first.size())
            dropFirst();
    }
}

void SharedBytesQueue::dropFirst()
{
    if (!m_queued->more) {
        m_queued.reset();
        return;
    }
    m_queued->offset = 0;
    m_queued->first = std::move(m_queued->more->front());
    m_queued->more->pop_front();
    if (m_queued->more->empty())
        m_queued->more.reset();
}

} // namespace pushscope
