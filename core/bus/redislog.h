// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisLog: the history as a hub on Redis sees it: what it heard lately is in memory, the rest is read from the channels' logs in
// Redis. Its head is how far the subscriptions have come, so that whoever has read up to it misses nothing by listening from
// there. What is published reaches it through the bus, never through append(). Hub thread; owned by PushServer.

#include "bus/subscriptions.h"
#include "hub/eventstore.h"
#include "store/recentring.h"

#include <coroutine>
#include <map>

namespace pushscope {

class RedisLog final : public EventStore
{
public:
    static constexpr std::size_t RingEvents = 65'536;
    static constexpr quint64 RingBytes = 64ull * 1024 * 1024;
    static constexpr std::size_t MaxSlice = 128; // events of one channel in one reading

    struct Reading {
        QList<QByteArray> channels;
        Seq after;
        std::size_t limit;
    };
    RedisLog();
    ~RedisLog() override;

    // The bus's side. `read` asks Redis and is followed by landed() or, after an outage, by readAgain().
    void setReader(std::function<void(quint64 id, const Reading &)> read) { m_reader = std::move(read); }
    void setEvictor(std::function<void(Seq upTo)> evict) { m_evictor = std::move(evict); }
    void landed(quint64 id, Result<ReplaySlice> slice);
    void readAgain(); // all that are under way
    void failReads(const Error &error);
    void heard(EventPtr event); // later than the head
    void reached(Seq seq); // the head, at least
    void restart(const Epoch &epoch, Seq head); // another store, or a hole: what was heard before is no history any more
    [[nodiscard]] Subscriptions &subscriptions() noexcept { return m_subscriptions; }
    [[nodiscard]] const Subscriptions &subscriptions() const noexcept { return m_subscriptions; }
    [[nodiscard]] bool covers(std::span<const QByteArray> channels, Seq after) const;
    [[nodiscard]] Seq head() const noexcept { return m_head; }
    [[nodiscard]] const Epoch &epoch() const noexcept { return m_epoch; } // empty until Redis has told it

    [[nodiscard]] Result<QList<QByteArray>> open(WallTime now) override;
    void setCommitted(Committed) override { }
    [[nodiscard]] State state() const override;
    [[nodiscard]] Result<void> append(EventPtr event) override;
    [[nodiscard]] Seq nextSeq() const override { return m_head.next(); }
    [[nodiscard]] Seq committed() const override { return Seq{~quint64(0)}; } // what has a seq is in Redis
    [[nodiscard]] std::optional<Seq> findKey(const QByteArray &, const QByteArray &, WallTime) const override { return {}; }
    [[nodiscard]] std::optional<ReplaySlice> readRecent(std::span<const QByteArray> channels, Seq after,
                                                        std::size_t limit) const override;
    [[nodiscard]] QCoro::Task<Result<ReplaySlice>> read(QList<QByteArray> channels, Seq after, std::size_t limit) override;
    [[nodiscard]] Seq evictedUpTo(const QByteArray &channel) const override;
    [[nodiscard]] Seq oldest(std::span<const QByteArray> channels) const override;
    void expire(WallTime) override { } // Redis does, by what the hubs tell it
    void evict(Seq upTo) override;
    void close() override;

private:
    struct Read;
    void trimRing();

    std::function<void(quint64, const Reading &)> m_reader;
    std::function<void(Seq)> m_evictor;
    Subscriptions m_subscriptions;
    RecentRing m_ring; // all that was heard after m_ringFloor
    Seq m_ringFloor, m_head;
    Epoch m_epoch;
    std::map<quint64, Read *> m_reads; // owned by their coroutines
    quint64 m_lastRead = 0;
};

} // namespace pushscope
