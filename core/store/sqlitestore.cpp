// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlitestore.h"

#include <coroutine>

namespace pushscope {

// One read that the store's thread works on; lives in the frame of the coroutine that waits for it.
struct SqliteStore::DiskRead {
    Result<ReplaySlice> slice;
    std::coroutine_handle<> waiting;

    void resume(Result<ReplaySlice> result)
    {
        slice = std::move(result);
        waiting.resume();
    }
};

SqliteStore::SqliteStore(StoreSettings settings)
    : m_settings(std::move(settings))
{
}

SqliteStore::~SqliteStore()
{
    m_notice.setHandler({});
    end(false);
}

Result<QList<QByteArray>> SqliteStore::open(WallTime now)
{
    m_context = std::make_unique<QObject>();
    m_thread = std::make_unique<StoreThread>(m_settings, [this] {
        QMetaObject::invokeMethod(
            m_context.get(), [this] { takeAnswers(); }, Qt::QueuedConnection);
    });
    Result<OpenedStore> store = m_thread->open(now);
    if (!store) {
        m_thread.reset();
        return tl::unexpected(store.error());
    }
    m_epoch = store->epoch;
    m_next = store->next;
    m_safe = m_next.previous();
    m_reservedUpTo = store->reservedUpTo;
    m_stored = store->stored;
    m_bytes = store->bytes;
    m_oldest = store->oldest;
    m_evicted = std::move(store->evicted);
    for (StoreDatabase::StoredKey &key : store->keys)
        m_keys.insert(std::move(key.publisher), std::move(key.key), key.seq, key.at);
    for (EventPtr &event : store->recent)
        m_ring.push(std::move(event));
    if (!ringHoldsAll())
        m_ringFloor = m_ring.isEmpty() ? m_next.previous() : m_ring.front().seq.previous();
    return store->warnings;
}

void SqliteStore::setCommitted(Committed handler)
{
    m_notice.setHandler(std::move(handler));
}

EventStore::State SqliteStore::state() const
{
    return {"sqlite", m_epoch, m_next.previous(), m_oldest.seq, m_stored, m_bytes};
}

Seq SqliteStore::committed() const
{
    return m_settings.durability == Durability::Relaxed ? m_next.previous() : m_safe;
}

Result<void> SqliteStore::admit(quint64 bytes) const
{
    if (!m_thread)
        return fail(Errc::Unavailable, "the store is closed");
    if (m_failure)
        return fail(Errc::Unavailable, "the store can't write: " + m_failure->detail);
    if (m_next > m_reservedUpTo || m_next.value - 1 - m_safe.value >= m_settings.maxWaitingEvents
        || m_waitingBytes + bytes > m_settings.maxWaitingBytes)
        return fail(Errc::Unavailable, "too many events wait to be written");
    return {};
}

Result<void> SqliteStore::append(EventPtr event)
{
    Q_ASSERT(event->seq == m_next);
    const quint64 bytes = retainedBytes(*event);
    if (auto admitted = admit(bytes); !admitted)
        return admitted;
    m_next = event->seq.next();
    m_waitingBytes += bytes;
    m_bytes += bytes;
    if (++m_stored == 1)
        m_oldest = {event->seq, event->published};
    m_keys.insert(*event);
    m_ring.push(event);
    m_thread->post(std::move(event));
    reserveAhead();
    if (m_settings.durability == Durability::Relaxed)
        m_notice.announce(m_next.previous());
    return {};
}

void SqliteStore::reserveAhead()
{
    if (m_reserving || m_reservedUpTo.value - (m_next.value - 1) > m_settings.reserveBlock / 2)
        return;
    m_reserving = true;
    m_thread->post(ReserveJob{Seq{m_reservedUpTo.value + m_settings.reserveBlock}});
}

void SqliteStore::takeAnswers()
{
    for (StoreAnswer &answer : m_thread->takeAnswers()) {
        std::visit([this](auto &what) { handle(what); }, answer);
        if (!m_thread)
            return; // the hub closed us in answer to an answer
    }
}

void SqliteStore::handle(CommitDone &done)
{
    const bool moved = done.upTo > m_safe;
    m_safe = std::max(m_safe, done.upTo);
    m_waitingBytes -= done.bytes;
    m_failure.reset();
    trimRing();
    if (moved && m_settings.durability != Durability::Relaxed)
        m_notice.tell(m_safe);
}

void SqliteStore::handle(CommitFailed &failed)
{
    m_failure = failed.error;
    m_notice.tell(tl::unexpected(failed.error));
}

void SqliteStore::handle(ReadDone &done)
{
    if (DiskRead *read = m_reads.take(done.id))
        read->resume(std::move(done.slice));
}

void SqliteStore::handle(ReserveJob &reserved)
{
    m_reservedUpTo = reserved.upTo;
    m_reserving = false;
}

void SqliteStore::trimRing()
{
    while (!m_ring.isEmpty() && m_ring.front().seq <= m_safe
           && (m_ring.size() > m_settings.ringEvents || m_ring.bytes() > m_settings.ringBytes))
        m_ringFloor = m_ring.popFront()->seq;
}

std::optional<Seq> SqliteStore::findKey(const QByteArray &publisher, const QByteArray &key, WallTime now) const
{
    return m_keys.find(publisher, key, now);
}

std::optional<ReplaySlice> SqliteStore::readRecent(std::span<const QByteArray> channels, Seq after, std::size_t limit) const
{
    if (after < m_ringFloor && !ringHoldsAll())
        return std::nullopt;
    return m_ring.read(channels, after, limit, m_next.previous());
}

QCoro::Task<Result<ReplaySlice>> SqliteStore::read(QList<QByteArray> channels, Seq after, std::size_t limit)
{
    if (!m_thread)
        co_return fail(Errc::Cancelled, "the store is closed");
    if (auto recent = readRecent(channels, after, limit))
        co_return std::move(*recent);
    struct Landing { // g++ 12 copies what is awaited, so it only points to the read
        DiskRead *read;
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiting) const { read->waiting = waiting; }
        void await_resume() const noexcept { }
    };
    DiskRead read;
    m_reads.insert(++m_lastRead, &read);
    m_thread->post(ReadJob{m_lastRead, std::move(channels), after, m_ringFloor, std::min(limit, MaxSlice)});
    co_await Landing{&read};
    co_return std::move(read.slice);
}

Seq SqliteStore::evictedUpTo(const QByteArray &channel) const
{
    return m_evicted.of(channel);
}

void SqliteStore::expire(WallTime now)
{
    if (!m_thread)
        return;
    if (const Seq forgotten = m_keys.expire(now); !forgotten.isNull())
        m_thread->post(ForgetKeysJob{forgotten});
    if (m_settings.retention.age.count() > 0)
        m_evictBefore = now - m_settings.retention.age;
    applyRetention();
}

void SqliteStore::evict(Seq upTo)
{
    m_evictTarget = std::max(m_evictTarget, upTo);
    if (m_thread)
        applyRetention();
}

EvictionLimits SqliteStore::limits() const
{
    const Retention &retention = m_settings.retention;
    const auto excess = [](quint64 have, quint64 limit) { return limit && have > limit ? have - limit : 0; };
    return {m_evictTarget, excess(m_stored, retention.events), excess(m_bytes, retention.bytes), m_evictBefore};
}

static bool reaches(const EvictionLimits &limits, Seq seq, WallTime published)
{
    return seq <= limits.upTo || limits.events > 0 || limits.bytes > 0 || published < limits.before;
}

void SqliteStore::applyRetention()
{
    if (m_planning || m_stored == 0 || !reaches(limits(), m_oldest.seq, m_oldest.published))
        return;
    if (ringHoldsAll()) {
        evictFromRing(limits());
        return;
    }
    // Only the store's thread knows the channels of what is on disk alone.
    m_planning = true;
    m_thread->post(PlanJob{limits()});
}

void SqliteStore::evictFromRing(EvictionLimits limits)
{
    Eviction eviction;
    while (!m_ring.isEmpty() && reaches(limits, m_ring.front().seq, m_ring.front().published)) {
        const EventPtr event = m_ring.popFront();
        const quint64 bytes = retainedBytes(*event);
        eviction.add(event->seq, bytes, event->to);
        limits.events -= std::min<quint64>(limits.events, 1);
        limits.bytes -= std::min(limits.bytes, bytes);
        if (eviction.events == StoreThread::MaxPlan)
            apply(std::exchange(eviction, {}));
    }
    if (eviction.events > 0)
        apply(eviction);
}

void SqliteStore::handle(EvictionPlan &plan)
{
    m_planning = false;
    if (plan.eviction.events == 0)
        return;
    m_oldest = plan.oldest;
    while (!m_ring.isEmpty() && m_ring.front().seq <= plan.eviction.upTo)
        m_ring.popFront();
    apply(plan.eviction);
    applyRetention(); // the next step
}

// Told to the hub first and deleted then: a read that was asked for before still finds it all.
void SqliteStore::apply(const Eviction &eviction)
{
    for (auto it = eviction.channels.begin(); it != eviction.channels.end(); ++it)
        m_evicted.note(it.key(), it.value());
    m_stored -= eviction.events;
    m_bytes -= eviction.bytes;
    if (ringHoldsAll())
        m_oldest = m_ring.isEmpty() ? OldestEvent() : OldestEvent{m_ring.front().seq, m_ring.front().published};
    m_thread->post(eviction);
}

void SqliteStore::close()
{
    end(true);
}

void SqliteStore::end(bool clean)
{
    if (!m_thread)
        return;
    m_notice.flush();
    m_thread->finish(clean);
    takeAnswers();
    m_thread.reset();
    m_context.reset();
    for (DiskRead *read : std::exchange(m_reads, {}))
        read->resume(fail(Errc::Cancelled, "the store is closed"));
}

} // namespace pushscope
