// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventStore: the port through which the hub keeps events. Called on the hub thread only; an implementation may have a thread of
// its own behind it. Implementations: MemoryStore, SqliteStore.

#include "base/result.h"
#include "hub/event.h"

#include <QCoroTask>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace pushscope {

// What is kept: whatever comes first evicts the oldest. 0: no limit.
struct Retention {
    quint64 events = 1'000'000;
    quint64 bytes = 512ull * 1024 * 1024; // of type, data and channels
    std::chrono::seconds age{24 * 3600};
    bool operator==(const Retention &) const = default;
};

// A part of a replay: matching events in order; everything up to and including `scannedTo` has been looked at.
struct ReplaySlice {
    std::vector<EventPtr> events;
    Seq scannedTo;
};

class EventStore
{
public:
    struct State {
        QByteArray kind; // "memory", "sqlite", "redis"
        Epoch epoch;
        Seq head; // newest seq ever given, null before the first
        Seq oldest; // oldest event kept; null if none is
        quint64 stored = 0; // events kept
        quint64 bytes = 0; // in memory or on disk
    };
    // Hub thread: everything up to `seq` is as safe as the durability asks for; or the store failed, and nothing
    // after the last committed seq is.
    using Committed = std::function<void(Result<Seq> seq)>;

    virtual ~EventStore() = default;
    EventStore() = default;
    EventStore(const EventStore &) = delete;
    EventStore &operator=(const EventStore &) = delete;

    // Before anything else. `now` for what has outlived its age. Warnings (a damaged file that was moved aside) are
    // told in the result's list, one sentence each.
    [[nodiscard]] virtual Result<QList<QByteArray>> open(WallTime now) = 0;
    virtual void setCommitted(Committed handler) = 0;
    [[nodiscard]] virtual State state() const = 0;

    // `event->seq` must be nextSeq(). Errc::Unavailable when too much waits to be committed or the disk failed: then the event is
    // not taken and its seq not used.
    [[nodiscard]] virtual Result<void> append(EventPtr event) = 0;
    // state().head.next(), but after an unclean end beyond all that may have been given.
    [[nodiscard]] virtual Seq nextSeq() const = 0;
    [[nodiscard]] virtual Seq committed() const = 0;

    // The event that this publisher stored under this key within the last 5 minutes.
    [[nodiscard]] virtual std::optional<Seq> findKey(const QByteArray &publisher, const QByteArray &key, WallTime now) const = 0;

    // Up to `limit` events to any of `channels` after `after`, each once, from memory. Nothing if memory doesn't reach back to
    // `after`; then read() does.
    [[nodiscard]] virtual std::optional<ReplaySlice> readRecent(std::span<const QByteArray> channels, Seq after,
                                                                std::size_t limit) const = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ReplaySlice>> read(QList<QByteArray> channels, Seq after, std::size_t limit) = 0;
    // The newest event to this channel that has been evicted; null if none has.
    [[nodiscard]] virtual Seq evictedUpTo(const QByteArray &channel) const = 0;
    // The oldest event kept of these channels, or of all where that is not known; null if none is.
    [[nodiscard]] virtual Seq oldest(std::span<const QByteArray>) const { return state().oldest; }
    // Applies the retention (called about once a second), or evicts up to and including a seq (a fault, a test).
    virtual void expire(WallTime now) = 0;
    virtual void evict(Seq upTo) = 0;
    // Commits all that was appended and marks a clean end. Nothing may be called afterwards.
    virtual void close() = 0;
};

} // namespace pushscope
