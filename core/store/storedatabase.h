// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StoreDatabase: the SQL of a store file, as prepared statements. Made, used and destroyed on the store's thread.

#include "hub/eventstore.h"
#include "store/durability.h"

#include <QHash>
#include <QString>
#include <span>
#include <vector>

namespace pushscope {

// The oldest events that have to go, worked out before any is deleted, so that the hub can tell of them first.
struct Eviction {
    Seq upTo; // null: nothing has to go
    quint64 events = 0;
    quint64 bytes = 0;
    QHash<QByteArray, Seq> channels; // the newest evicted event of each
    void add(Seq seq, quint64 size, const QList<QByteArray> &to);
};

// How far an eviction goes: whatever comes first.
struct EvictionLimits {
    Seq upTo; // evict at least these
    quint64 events = 0; // and this many
    quint64 bytes = 0; // and this much
    WallTime before{}; // and what was published before
};

struct OldestEvent {
    Seq seq; // null: none is kept
    WallTime published{};
};

struct EvictionPlan {
    Eviction eviction;
    OldestEvent oldest; // of what stays on disk
};

// What one transaction writes.
struct PendingWrites {
    std::vector<EventPtr> events;
    std::vector<Eviction> evictions;
    Seq forgetKeysUpTo;
    Seq reserveUpTo;
    bool markClean = false;

    [[nodiscard]] bool isEmpty() const noexcept;
    [[nodiscard]] Seq evictedUpTo() const noexcept { return evictions.empty() ? Seq() : evictions.back().upTo; }
};

class StoreDatabase
{
public:
    // The one row that says where the store stands; written with every transaction.
    struct Head {
        Epoch epoch;
        Seq next; // exact after a clean end
        Seq reservedUpTo; // nothing beyond has been given
        Seq last; // newest event ever written
        quint64 stored = 0;
        quint64 bytes = 0;
        bool clean = true;
    };
    struct StoredKey {
        QByteArray publisher, key;
        Seq seq;
        WallTime at;
    };

    StoreDatabase();
    ~StoreDatabase();
    StoreDatabase(const StoreDatabase &) = delete;
    StoreDatabase &operator=(const StoreDatabase &) = delete;

    // Opens the file, makes the schema where there is none, reads the head. Errc::Corrupt for what is no store of ours,
    // Errc::Exists if another program has locked it, Errc::Io.
    [[nodiscard]] Result<void> open(const QString &path, Durability durability);
    void close();
    [[nodiscard]] Result<void> check(); // the whole file; Errc::Corrupt
    // A new life of the store: from now on it does not count as cleanly ended.
    [[nodiscard]] Result<void> begin(const Epoch &epoch, Seq next, Seq reserveUpTo);
    [[nodiscard]] const Head &head() const noexcept { return m_head; }

    [[nodiscard]] Result<QHash<QByteArray, Seq>> evicted();
    [[nodiscard]] Result<std::vector<StoredKey>> keys(WallTime since);
    [[nodiscard]] Result<OldestEvent> oldest();
    [[nodiscard]] Result<std::vector<EventPtr>> newest(std::size_t events, quint64 bytes); // oldest first

    [[nodiscard]] Result<void> write(const PendingWrites &writes); // all or nothing
    // Matching events in (after, upTo]; less than `limit` of them when they get large.
    [[nodiscard]] Result<ReplaySlice> read(const QList<QByteArray> &channels, Seq after, Seq upTo, std::size_t limit);
    [[nodiscard]] Result<EvictionPlan> plan(EvictionLimits limits, std::size_t maxEvents);

private:
    struct Statements;
    [[nodiscard]] Result<void> run(const char *sql);
    [[nodiscard]] Result<void> makeSchema();
    [[nodiscard]] Result<qint64> pragma(const char *name);
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> readHead();
    [[nodiscard]] Result<void> writeHead(const Head &head);
    [[nodiscard]] Result<void> writeAll(const PendingWrites &writes, Head &head);
    [[nodiscard]] Result<void> insert(const Event &event);
    [[nodiscard]] Result<void> remove(const Eviction &eviction);
    [[nodiscard]] Result<std::vector<qint64>> matching(const QList<QByteArray> &channels, Seq after, Seq upTo, std::size_t limit);

    QString m_connection;
    Durability m_durability{};
    Head m_head;
    std::unique_ptr<Statements> m_sql;
};

} // namespace pushscope
