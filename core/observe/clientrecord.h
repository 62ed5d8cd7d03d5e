// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClientRecord: what the hub knows of one client over all its connections. Owned by the ClientRegistry; hub thread.

#include "hub/hubobserver.h"
#include "observe/findings/echotimes.h"
#include "observe/findings/findingboard.h"

#include <functional>
#include <memory>
#include <vector>

namespace pushscope {

// Stands in the hub for a client that is away, and counts what it misses: exact, whatever the store evicts meanwhile.
class AwayWatch final : public Subscriber
{
public:
    // From and up to a seq, both included.
    using Range = std::pair<Seq, Seq>;
    static constexpr std::size_t MaxRanges = 64; // remembered of what is missed: the first ones

    // Told once: the first stored event that is missed.
    AwayWatch(ClientProtocol protocol, std::function<void(Seq)> firstMissed)
        : Subscriber(protocol)
        , m_firstMissed(std::move(firstMissed))
    {
    }
    [[nodiscard]] quint64 missed() const noexcept { return m_missed; }
    [[nodiscard]] std::vector<Range> takeIds() noexcept { return std::move(m_ids); } // as far as they are remembered
    void drop(DropHow, int, const QByteArray &) override { }

private:
    [[nodiscard]] bool deliver(const EncodedEvent &event, bool) override
    {
        const Seq seq = event.event().seq;
        if (event.event().isEphemeral())
            return true;
        if (m_missed++ == 0)
            m_firstMissed(seq);
        if (!m_ids.empty() && m_ids.back().second.next() == seq)
            m_ids.back().second = seq;
        else if (m_ids.size() < MaxRanges)
            m_ids.emplace_back(seq, seq);
        return true;
    }
    [[nodiscard]] bool isWatcher() const noexcept override { return true; }

    std::function<void(Seq)> m_firstMissed;
    quint64 m_missed = 0;
    std::vector<Range> m_ids;
};

struct ClientRecord {
    ClientRow row; // as the window sees it; queue and lag are filled in when a snapshot is made
    QByteArray identity; // by which the registry finds it
    std::vector<Subscriber *> live; // its connections, the newest last
    std::unique_ptr<AwayWatch> watch; // while away

    Seq lastWritten, lastAcked;
    Seq firstPresented; // or the head, when it was first seen
    Seq headAtOpen; // of its newest connection
    Seq headAtEnd; // when it left
    TimePoint endedAt{}; // when it left
    QByteArray endedBy;
    quint32 attempts = 0; // refused since it left
    std::vector<ReconnectRow::Attempt> tries; // of these the newest
    TimePoint triedAt{}; // the newest of them
    quint32 reconnect = 0; // key of the reconnect whose replay is under way; 0: none
    std::vector<AwayWatch::Range> due; // what it had missed when it came back, as far as it is known
    quint32 newestReconnect = 0; // key; 0: none
    std::size_t ackedItems = 0; // of that reconnect, from the first on
    QByteArray host; // where its newest connection comes from
    TimePoint openedAt{}; // its newest connection
    TimePoint queuedSince{}; // since when something waits for it to read; epoch: nothing does
    bool dirty = false; // changed since the last snapshot

    // What the findings remember of it.
    struct Cursors {
        Seq presented; // last, or what it was told when it presented none
        bool known = false;
        quint32 stale = 0; // requests in a row whose cursor was not later
        quint32 cursorless = 0; // returns without one
        bool unsure = false; // cut before it can have read what was written last
        bool tooEarly = false; // cut before it can have read anything
    } cursors;
    Seq firstAgain; // acknowledged before, and given again in this replay
    quint32 again = 0; // how many of these
    TimePoint writtenAt{}; // the newest live event
    qint64 leftSlot = 0; // of Herd
    bool looked = false; // QueueGrowth looks at it
    bool spoke = false; // sent something on its newest connection
    bool ponged = false; // answered a ping on it
    std::unique_ptr<EchoTimes> echoes; // of a WebSocket that acknowledges

    [[nodiscard]] bool isAway() const noexcept { return live.empty(); }
};

[[nodiscard]] inline FindingSubject subjectOf(const ClientRecord &record)
{
    return {record.row.key, record.row.client};
}

} // namespace pushscope
