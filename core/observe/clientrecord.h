// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClientRecord: what the hub knows of one client over all its connections. Owned by the ClientRegistry; hub thread.

#include "base/inlinelist.h"
#include "hub/hubobserver.h"
#include "observe/awaywatch.h"
#include "observe/findings/echotimes.h"
#include "observe/findings/findingboard.h"

#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace pushscope {

struct ClientRecord;

// What is known of a client that left at least once. A client that never did has none.
struct Absence {
    std::unique_ptr<AwayWatch> watch; // while away
    Seq headAtEnd; // when it left
    Seq replayedUpTo; // of the reconnect whose replay is under way: the newest that was given
    Seq givenAtEnd; // up to here all that was due to it had been written by then
    TimePoint endedAt{}; // when it left
    std::optional<std::list<ClientRecord *>::iterator> place; // of ClientRegistry, while away
    QByteArray endedBy;
    quint32 attempts = 0; // refused since it left
    std::vector<ReconnectRow::Attempt> tries; // of these the newest
    TimePoint triedAt{}; // the newest of them
    quint32 reconnect = 0; // key of the reconnect whose replay is under way; 0: none
    std::vector<AwayWatch::Range> due; // what it had missed when it came back, as far as it is known
    struct Withheld {
        Seq seq;
        quint64 fault;
    };
    std::vector<Withheld> withheld; // due while it was connected, and kept from it by a fault rule; not replayed since
    quint32 newestReconnect = 0; // key; 0: none
    std::size_t ackedItems = 0; // of that reconnect, from the first on
    Seq firstAgain; // acknowledged before, and given again in this replay
    qint64 leftSlot = 0; // of Herd

    void forgetSeqs()
    {
        headAtEnd = replayedUpTo = givenAtEnd = firstAgain = {};
        withheld.clear();
        due.clear();
    }
};

struct ClientRecord {
    ClientRow row; // as the window sees it; queue and lag are filled in when a snapshot is made
    ClientRecord *nextLike = nullptr; // of LikenessIndex
    quint32 likeness = 0; // the same: the hash of what it is told apart by
    quint8 dirty = 0; // bits: the viewers that have not been told of its newest change
    bool looked = false; // QueueGrowth looks at it
    bool spoke = false; // sent something on its newest connection
    bool ponged = false; // answered a ping on it
    bool heard = false; // some WebSocket of it has worked: it sent something, or knew what only that had told it
    bool oneOfSeveral = false; // others that are like it were known when it was recognised
    bool forgotten = false; // about to be destroyed
    InlineList<Subscriber *> live; // its connections, the newest last

    Seq lastWritten, lastAcked;
    Seq firstPresented; // or the head, when it was first seen
    Seq headAtOpen; // of its newest connection
    QByteArray host; // where its newest connection comes from
    TimePoint openedAt{}; // its newest connection
    TimePoint queuedSince{}; // since when something waits for it to read; epoch: nothing does

    // What the findings remember of it.
    struct Cursors {
        Seq presented; // last, or what it was told when it presented none
        quint32 stale = 0; // requests in a row whose cursor was not later
        quint32 doubtful = 0; // of such, in a row: those after a cut before which it may have read nothing
        quint32 cursorless = 0; // returns without one
        bool known = false;
        bool without = false; // presented none
        bool all = false; // asked for everything that is kept
        bool keeps = false; // has presented one that it was told: when it comes without, it is another page
        bool unsure = false; // cut before it can have read what was written last
        bool tooEarly = false; // cut before it can have read anything
    } cursors;
    std::unique_ptr<Absence> ownAbsence; // by absence()
    TimePoint writtenAt{}; // the newest live event
    quint32 again = 0; // acknowledged before, and given again in this replay
    std::unique_ptr<EchoTimes> echoes; // of a WebSocket that acknowledges

    // The store is another one: what was written and acknowledged has ids that say nothing any more.
    void forgetSeqs()
    {
        lastWritten = lastAcked = firstPresented = headAtOpen = {};
        row.lastSent = row.lastAcked = row.oldestMissed = {};
        cursors = {};
        if (ownAbsence)
            ownAbsence->forgetSeqs();
    }

    [[nodiscard]] bool isAway() const noexcept { return live.empty(); }
    // To be read of any client.
    [[nodiscard]] const Absence &seenAbsence() const noexcept
    {
        static const Absence none;
        return ownAbsence ? *ownAbsence : none;
    }
    // To be changed: of one that left, or is leaving.
    [[nodiscard]] Absence &absence()
    {
        if (!ownAbsence)
            ownAbsence = std::make_unique<Absence>();
        return *ownAbsence;
    }
};

[[nodiscard]] inline FindingSubject subjectOf(const ClientRecord &record)
{
    return {record.row.key, record.row.client};
}

} // namespace pushscope
