// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/memorystore.h"

namespace pushscope {

// By age, in one call a second: more than can be published meanwhile, and some 20 ms.
static constexpr int MaxEvictedAtOnce = 65'536;

MemoryStore::MemoryStore(Retention retention)
    : m_retention(retention)
{
}

Result<QList<QByteArray>> MemoryStore::open(WallTime)
{
    m_epoch = makeEpoch();
    return QList<QByteArray>();
}

void MemoryStore::setCommitted(Committed handler)
{
    m_notice.setHandler(std::move(handler));
}

EventStore::State MemoryStore::state() const
{
    return {"memory", m_epoch, m_head, m_ring.isEmpty() ? Seq() : m_ring.front().seq, m_ring.size(), m_ring.bytes()};
}

Result<void> MemoryStore::append(EventPtr event)
{
    Q_ASSERT(event->seq == nextSeq());
    m_head = event->seq;
    m_keys.insert(*event);
    m_ring.push(std::move(event));
    trim();
    m_notice.announce(m_head);
    return {};
}

void MemoryStore::trim()
{
    while (!m_ring.isEmpty()
           && ((m_retention.events && m_ring.size() > m_retention.events)
               || (m_retention.bytes && m_ring.bytes() > m_retention.bytes)))
        evictOldest();
}

void MemoryStore::evictOldest()
{
    const EventPtr event = m_ring.popFront();
    for (const QByteArray &channel : event->to)
        m_evicted.note(channel, event->seq);
}

std::optional<Seq> MemoryStore::findKey(const QByteArray &publisher, const QByteArray &key, WallTime now) const
{
    return m_keys.find(publisher, key, now);
}

std::optional<ReplaySlice> MemoryStore::readRecent(std::span<const QByteArray> channels, Seq after, std::size_t limit) const
{
    return m_ring.read(channels, after, limit, m_head);
}

QCoro::Task<Result<ReplaySlice>> MemoryStore::read(QList<QByteArray> channels, Seq after, std::size_t limit)
{
    co_return m_ring.read(channels, after, limit, m_head);
}

Seq MemoryStore::evictedUpTo(const QByteArray &channel) const
{
    return m_evicted.of(channel);
}

void MemoryStore::expire(WallTime now)
{
    m_keys.expire(now);
    trim();
    const auto isOld = [&] { return !m_ring.isEmpty() && now - m_ring.front().published > m_retention.age; };
    for (int i = 0; i < MaxEvictedAtOnce && m_retention.age.count() > 0 && isOld(); ++i)
        evictOldest();
}

void MemoryStore::evict(Seq upTo)
{
    while (!m_ring.isEmpty() && m_ring.front().seq <= upTo)
        evictOldest();
}

void MemoryStore::close()
{
    m_notice.flush();
}

} // namespace pushscope
