// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/redislog.h"

namespace pushscope {

struct RedisLog::Read {
    Reading reading;
    Result<ReplaySlice> slice;
    std::coroutine_handle<> waiting;

    void resume(Result<ReplaySlice> result)
    {
        slice = std::move(result);
        waiting.resume();
    }
};

RedisLog::RedisLog() = default;

RedisLog::~RedisLog()
{
    close();
}

Result<QList<QByteArray>> RedisLog::open(WallTime)
{
    return QList<QByteArray>();
}

EventStore::State RedisLog::state() const
{
    return {"redis", m_epoch, m_head, m_ring.isEmpty() ? Seq() : m_ring.front().seq, m_ring.size(), m_ring.bytes()};
}

Result<void> RedisLog::append(EventPtr)
{
    Q_ASSERT_X(false, "RedisLog", "the bus publishes");
    return fail(Errc::Unavailable, "events are published through the bus");
}

void RedisLog::heard(EventPtr event)
{
    Q_ASSERT(event->seq > m_head);
    m_head = event->seq;
    m_ring.push(std::move(event));
    trimRing();
}

void RedisLog::reached(Seq seq)
{
    m_head = std::max(m_head, seq);
}

void RedisLog::restart(const Epoch &epoch, Seq head)
{
    m_epoch = epoch;
    m_head = m_ringFloor = head;
    m_ring = RecentRing();
    m_subscriptions.uncover();
}

void RedisLog::trimRing()
{
    while (m_ring.size() > RingEvents || m_ring.bytes() > RingBytes)
        m_ringFloor = m_ring.popFront()->seq;
}

bool RedisLog::covers(std::span<const QByteArray> channels, Seq after) const
{
    return after >= m_ringFloor && after <= m_head && std::all_of(channels.begin(), channels.end(), [&](const auto &channel) {
               const Subscriptions::Entry *entry = m_subscriptions.find(channel);
               return entry && entry->covered && entry->state != Subscriptions::State::Leaving && entry->coveredFrom <= after;
           });
}

std::optional<ReplaySlice> RedisLog::readRecent(std::span<const QByteArray> channels, Seq after, std::size_t limit) const
{
    if (!covers(channels, after))
        return std::nullopt;
    return m_ring.read(channels, after, limit, m_head);
}

QCoro::Task<Result<ReplaySlice>> RedisLog::read(QList<QByteArray> channels, Seq after, std::size_t limit)
{
    struct Landing { // g++ 12 copies what is awaited, so it only points to the read
        Read *read;
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiting) const { read->waiting = waiting; }
        void await_resume() const noexcept { }
    };
    if (!m_reader)
        co_return fail(Errc::Cancelled, "the store is closed");
    Read read{{std::move(channels), after, std::min(limit, MaxSlice)}, {}, {}};
    const quint64 id = ++m_lastRead;
    m_reads.emplace(id, &read);
    m_reader(id, read.reading);
    co_await Landing{&read};
    co_return std::move(read.slice);
}

void RedisLog::landed(quint64 id, Result<ReplaySlice> slice)
{
    if (const auto node = m_reads.extract(id); !node.empty())
        node.mapped()->resume(std::move(slice));
}

void RedisLog::readAgain()
{
    const auto reads = m_reads;
    for (const auto &[id, read] : reads) {
        if (m_reads.contains(id))
            m_reader(id, read->reading);
    }
}

void RedisLog::failReads(const Error &error)
{
    for (const auto &[id, read] : std::exchange(m_reads, {}))
        read->resume(tl::unexpected(error));
}

Seq RedisLog::evictedUpTo(const QByteArray &channel) const
{
    const Subscriptions::Entry *entry = m_subscriptions.find(channel);
    return entry ? entry->cut : Seq();
}

Seq RedisLog::oldest(std::span<const QByteArray> channels) const
{
    Seq oldest;
    for (const QByteArray &channel : channels) {
        const Subscriptions::Entry *entry = m_subscriptions.find(channel);
        if (entry && !entry->first.isNull() && (oldest.isNull() || entry->first < oldest))
            oldest = entry->first;
    }
    return oldest;
}

void RedisLog::evict(Seq upTo)
{
    while (!m_ring.isEmpty() && m_ring.front().seq <= upTo)
        m_ringFloor = m_ring.popFront()->seq;
    m_ringFloor = std::max(m_ringFloor, std::min(upTo, m_head));
    if (m_evictor)
        m_evictor(upTo);
}

void RedisLog::close()
{
    m_reader = {};
    m_evictor = {};
    failReads({Errc::Cancelled, "the store is closed"});
}

} // namespace pushscope
