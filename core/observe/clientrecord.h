// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClientRecord: what the hub knows of one client over all its connections. There may be a million, so a record has what all
// clients have, and what only some have stands beside it. Owned by the ClientRegistry; hub thread.

#include "base/compacttext.h"
#include "base/inlinelist.h"
#include "hub/hubobserver.h"
#include "observe/awaywatch.h"
#include "observe/commonfacts.h"
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
    Seq givenByOthers; // the same of connections that ended while others lived
    Seq sentAtEnd; // the newest that was sent, until there is a newer one; it need not have been written
    Seq oldestMissed; // while away: the first stored event that it has missed; null: none
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
    quint32 again = 0; // how many of these there are
    qint64 leftSlot = 0; // of Herd

    void forgetSeqs()
    {
        headAtEnd = replayedUpTo = givenAtEnd = givenByOthers = sentAtEnd = oldestMissed = firstAgain = {};
        withheld.clear();
        due.clear();
    }
};

// What only some clients have.
struct ClientDetail {
    std::optional<Seq> firstPresented; // none: it has opened one connection, and presented nothing older than the head
    Seq lastAcked;
    quint32 reconnects = 0;
    QList<QByteArray> rooms;
    quint64 eventsIn = 0, bytesIn = 0;
    qint64 bytesSaved = 0; // by compression, of what was sent
    struct Queue { // as it was when last looked at
        quint64 bytes = 0;
        Milliseconds lag{0};
        TimePoint since{}; // since when something waits for it to read; epoch: nothing does
    } queue;
    std::unique_ptr<Absence> absence;
    std::unique_ptr<EchoTimes> echoes; // of a WebSocket that acknowledges
};

struct ClientRecord {
    ClientRecord *nextLike = nullptr; // of ClientRegistry
    QByteArray client; // as in ClientRow, like all that has a name of it
    CompactText user;
    SharedFacts common; // of its newest connection
    std::unique_ptr<ClientDetail> ownDetail; // by detail()
    InlineList<Subscriber *> live; // its connections, the newest last
    quint64 connection = 0;
    quint64 eventsOut = 0, bytesOut = 0;
    WallTime connectedAt{};
    TimePoint openedAt{}; // its newest connection
    TimePoint writtenAt{}; // the newest live event
    Seq lastWritten;
    Seq headAtOpen; // of its newest connection

    // What the findings remember of it.
    struct Cursors {
        Seq presented; // last, or what it was told when it presented none
        quint32 stale = 0; // requests in a row whose cursor was not later
        // Not counted on from 255.
        quint8 doubtful = 0; // of such, in a row: those after a cut before which it may have read nothing
        quint8 cursorless = 0; // returns without one
        bool known : 1 = false;
        bool without : 1 = false; // presented none
        bool all : 1 = false; // asked for everything that is kept
        bool keeps : 1 = false; // has presented one that it was told: when it comes without, it is another page
        bool unsure : 1 = false; // cut before it can have read what was written last
        bool tooEarly : 1 = false; // cut before it can have read anything
    } cursors;

    quint32 key = 0;
    quint32 likeness = 0; // the hash of what it is told apart by
    quint16 port = 0; // of its address, if that has one
    ClientProtocol protocol{};
    Compression compression{};
    ClientState state{};
    quint8 dirty = 0; // bits: the viewers that have not been told of its newest change
    quint8 changed = 0; // bits: those of them that are due its whole row
    bool hasPort : 1 = false;
    bool certain : 1 = false;
    bool looked : 1 = false; // QueueGrowth looks at it
    bool spoke : 1 = false; // sent something on its newest connection
    bool ponged : 1 = false; // answered a ping on it
    bool heard : 1 = false; // some WebSocket of it has worked: it sent something, or knew what only that had told it
    bool oneOfSeveral : 1 = false; // others that are like it were known when it was recognised
    bool forgotten : 1 = false; // about to be destroyed

    [[nodiscard]] bool isAway() const noexcept { return live.empty(); }

    // To be read of any client, and to be changed.
    [[nodiscard]] const ClientDetail &seenDetail() const noexcept;
    [[nodiscard]] ClientDetail &detail();
    // The same of one that left, or is leaving.
    [[nodiscard]] const Absence &seenAbsence() const noexcept;
    [[nodiscard]] Absence &absence();
    [[nodiscard]] EchoTimes *echoes() const noexcept { return ownDetail ? ownDetail->echoes.get() : nullptr; } // may be null

    void setAddress(const QByteArray &address, CommonFacts others, CommonFactsPool &pool); // with what it has in common
    // A connection of it opens. `presented`: what it presented, or the head.
    void opened(Seq head, Seq presented, bool isFirst);
    [[nodiscard]] Seq firstPresented() const noexcept { return seenDetail().firstPresented.value_or(headAtOpen); }
    [[nodiscard]] Seq lastAcked() const noexcept { return seenDetail().lastAcked; }
    void acknowledged(Seq seq);
    void sent(Seq seq); // an event that is stored
    // The store is another one: what was written and acknowledged has ids that say nothing any more.
    void forgetSeqs();
};

[[nodiscard]] inline FindingSubject subjectOf(const ClientRecord &record)
{
    return {record.key, record.client};
}

// As the window sees it; queue and lag are as they were when last looked at.
[[nodiscard]] ClientRow clientRowOf(const ClientRecord &record);
[[nodiscard]] ClientProgress clientProgressOf(const ClientRecord &record);

} // namespace pushscope
