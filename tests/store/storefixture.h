// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the tests of the stores share: making events, waiting for the store's thread, reading a whole replay.

#include "hub/eventstore.h"
#include "store/memorystore.h"
#include "store/sqlitestore.h"
#include "support/fakeclock.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QEventLoop>
#include <QTemporaryDir>

namespace pushscope {

// Turns the event loop until something is so; ctest ends a test that waits for ever.
template<typename Condition> void spinUntil(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

inline EventPtr makeEvent(Seq seq, QList<QByteArray> to, QByteArray data, WallTime at, QByteArray key = {})
{
    auto event = std::make_shared<Event>();
    event->seq = seq;
    event->to = std::move(to);
    event->type = "t";
    event->data = std::move(data);
    event->published = at;
    event->publisher = "alice";
    event->key = std::move(key);
    return event;
}

inline Result<Seq> append(EventStore &store, QList<QByteArray> to, WallTime at, QByteArray data = "1", QByteArray key = {})
{
    const Seq seq = store.nextSeq();
    return store.append(makeEvent(seq, std::move(to), std::move(data), at, std::move(key))).map([seq] { return seq; });
}

inline void waitForCommits(EventStore &store)
{
    spinUntil([&] { return store.committed() == store.state().head; });
}

// As the hub replays: from memory where that reaches back, else from disk.
inline Result<std::vector<EventPtr>> readAll(EventStore &store, const QList<QByteArray> &channels, Seq after, std::size_t limit)
{
    std::vector<EventPtr> events;
    while (after < store.state().head) {
        Result<ReplaySlice> slice;
        if (auto recent = store.readRecent(channels, after, limit))
            slice = std::move(*recent);
        else
            slice = QCoro::waitFor(store.read(channels, after, limit));
        if (!slice)
            return tl::unexpected(slice.error());
        if (slice->events.size() > limit || slice->scannedTo <= after)
            return fail(Errc::InvalidArgument, "a slice over the limit, or one that makes no progress");
        events.insert(events.end(), slice->events.begin(), slice->events.end());
        after = slice->scannedTo;
    }
    return events;
}

inline QList<quint64> seqsOf(const std::vector<EventPtr> &events)
{
    QList<quint64> seqs;
    for (const EventPtr &event : events)
        seqs.append(event->seq.value);
    return seqs;
}

inline QList<quint64> readSeqs(EventStore &store, const QList<QByteArray> &channels, Seq after = {}, std::size_t limit = 3)
{
    const auto events = readAll(store, channels, after, limit);
    return events ? seqsOf(*events) : QList<quint64>{~0ull};
}

} // namespace pushscope
