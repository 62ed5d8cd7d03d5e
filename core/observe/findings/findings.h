// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Findings: what is wrong with clients: takes the facts that the Observer is told, hands each to the detectors that it concerns,
// and holds what they raise. Times are passed in. Source: design.md §7. Owned by the Observer; hub thread.

#include "observe/findings/cursoruse.h"
#include "observe/findings/doubleconnections.h"
#include "observe/findings/echoes.h"
#include "observe/findings/herd.h"
#include "observe/findings/pollhabits.h"
#include "observe/findings/queuegrowth.h"
#include "observe/findings/refusedtries.h"
#include "observe/findings/upgrades.h"

namespace pushscope {

class Findings
{
public:
    struct Opening {
        bool returning = false; // seen before, and away until now
        QByteArray hostBefore; // where its connection before came from
        Seq head;
    };
    // After the connection was added to its client, before what it presents is acknowledged.
    void opened(ClientRecord &record, const ConnectionFacts &facts, const Opening &opening, const Epoch &epoch, Moment at);
    void closed(ClientRecord &record, const Subscriber &subscriber, const QByteArray &cause, const Epoch &epoch, Moment at);
    void refused(const ClientRecord *record, const ConnectionFacts &facts, int status, const QByteArray &reason, Moment at);
    // `due`: events that came since the answer before.
    void polled(ClientRecord &record, const QByteArray &cursor, quint64 due, const Epoch &epoch, Seq head, Moment at);
    void pollAnswered(ClientRecord &record, const Epoch &epoch, Moment at);
    // An event was written to it. On the hot path.
    void wrote(ClientRecord &record, Seq seq, TimePoint accepted, bool replayed)
    {
        m_queues.wrote(record);
        if (!replayed) {
            record.writtenAt = accepted;
            if (EchoTimes *echoes = record.echoes())
                echoes->wrote(seq, accepted);
        } else if (seq <= record.lastAcked()) {
            Absence &absence = record.absence();
            if (absence.again++ == 0)
                absence.firstAgain = seq;
        }
    }
    void caughtUp(ClientRecord &record, const ReconnectRow *row, const Epoch &epoch, Moment at)
    {
        m_cursors.given(record, row, epoch, at);
    }
    void acknowledged(ClientRecord &record, Seq seq, Moment at) { m_echoes.acknowledged(record, seq, at); }
    void ponged(ClientRecord &record, TimePoint pinged, Moment at) { m_echoes.ponged(record, pinged, at); }
    void heard(const Subscriber &subscriber) { m_doubles.heard(subscriber); } // its client sent something over it
    void closeAnswered(ConnectionId connection, Moment at) { m_echoes.closeAnswered(connection, at); }
    void overflowed(const ClientRecord &record, qsizetype queued, Moment at) { m_queues.overflowed(record, queued, at); }
    void upgradeBroken(const ClientRecord *record, const ConnectionFacts &facts, const QByteArray &how, Moment at);
    void check(Moment at); // once a second
    void forget(ClientRecord &record);

    [[nodiscard]] FindingBoard &board() noexcept { return m_board; }

private:
    FindingBoard m_board;
    CursorUse m_cursors{m_board};
    QueueGrowth m_queues{m_board};
    RefusedTries m_tries{m_board};
    Herd m_herd{m_board};
    DoubleConnections m_doubles{m_board};
    PollHabits m_polls{m_board};
    Echoes m_echoes{m_board};
    Upgrades m_upgrades{m_board};
};

} // namespace pushscope
