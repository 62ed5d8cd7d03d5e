// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SqliteStore: events in a SQLite file, written by a thread of its own, with the recent ones in memory too. This side belongs to
// the hub thread, which waits for the other one in open() and close() only. Destroying a store that was not closed writes what
// was appended, but does not count as a clean end.

#include "store/commitnotice.h"
#include "store/evictionmarks.h"
#include "store/keytable.h"
#include "store/recentring.h"
#include "store/storethread.h"

namespace pushscope {

class SqliteStore final : public EventStore
{
public:
    explicit SqliteStore(StoreSettings settings);
    ~SqliteStore() override;

    [[nodiscard]] Result<QList<QByteArray>> open(WallTime now) override;
    void setCommitted(Committed handler) override;
    [[nodiscard]] State state() const override;
    [[nodiscard]] Result<void> append(EventPtr event) override;
    [[nodiscard]] Seq nextSeq() const override { return m_next; }
    [[nodiscard]] Seq committed() const override;
    [[nodiscard]] std::optional<Seq> findKey(const QByteArray &publisher, const QByteArray &key, WallTime now) const override;
    [[nodiscard]] std::optional<ReplaySlice> readRecent(std::span<const QByteArray> channels, Seq after,
                                                        std::size_t limit) const override;
    // Gives what is on disk only, at most MaxSlice events a time; readRecent() goes on from its `scannedTo`. An eviction after
    // this call takes nothing from what it gives.
    [[nodiscard]] QCoro::Task<Result<ReplaySlice>> read(QList<QByteArray> channels, Seq after, std::size_t limit) override;
    [[nodiscard]] Seq evictedUpTo(const QByteArray &channel) const override;
    // At once where the ring holds all that is kept; else in steps, each of which shows only when it is whole.
    void expire(WallTime now) override;
    void evict(Seq upTo) override;
    void close() override;

    static constexpr std::size_t MaxSlice = 1'024;

private:
    struct DiskRead;
    [[nodiscard]] Result<void> admit(quint64 bytes) const;
    void takeAnswers();
    void handle(CommitDone &done);
    void handle(CommitFailed &failed);
    void handle(ReadDone &done);
    void handle(EvictionPlan &plan);
    void handle(ReserveJob &reserved);
    void reserveAhead();
    void trimRing();
    [[nodiscard]] bool ringHoldsAll() const noexcept { return m_ring.size() == m_stored; }
    [[nodiscard]] EvictionLimits limits() const;
    void applyRetention();
    void evictFromRing(EvictionLimits limits);
    void apply(const Eviction &eviction);
    void end(bool clean);

    const StoreSettings m_settings;
    std::unique_ptr<QObject> m_context; // on the hub thread: where answers land
    std::unique_ptr<StoreThread> m_thread;
    CommitNotice m_notice;
    Epoch m_epoch;
    Seq m_next{1};
    Seq m_reservedUpTo;
    Seq m_safe; // on disk
    quint64 m_waitingBytes = 0; // of events after m_safe
    bool m_reserving = false;
    std::optional<Error> m_failure;
    RecentRing m_ring; // everything after m_ringFloor that is kept; always what is not on disk yet
    Seq m_ringFloor;
    KeyTable m_keys;
    EvictionMarks m_evicted;
    OldestEvent m_oldest;
    quint64 m_stored = 0;
    quint64 m_bytes = 0;
    Seq m_evictTarget;
    WallTime m_evictBefore{};
    bool m_planning = false;
    QHash<quint64, DiskRead *> m_reads; // owned by their coroutines
    quint64 m_lastRead = 0;
};

} // namespace pushscope
