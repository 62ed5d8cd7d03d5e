// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Echoes: what WebSocket clients answer to what they are sent. Raises buffered-path (acknowledgements or pongs in bursts, late)
// and no-pong (reads, and never answers a ping). Source: design.md §7; RFC 6455 §5.5.2.

#include "observe/clientrecord.h"
#include "observe/findings/echotimes.h"
#include "observe/findings/findingboard.h"

namespace pushscope {

class Echoes
{
public:
    explicit Echoes(FindingBoard &board)
        : m_board(board)
    {
    }

    void acknowledged(ClientRecord &record, Seq seq, Moment at);
    void ponged(ClientRecord &record, TimePoint pinged, Moment at);
    // Its connection was closed, for its pings were not answered.
    void closedWithoutPong(const ClientRecord &record, const Epoch &epoch, Moment at);
    void left(const ClientRecord &record); // a connection of it has ended
    // That client answered the close (RFC 6455 §5.5.1), so it reads.
    void closeAnswered(ConnectionId connection, Moment at);
    void check(Moment at); // once a second

private:
    // Its acknowledgements came late: held back on the way, or by the client, which may gather them? It is pinged, and a pong
    // comes at once unless the way is slow.
    struct Suspicion {
        ClientRecord *record;
        TimePoint pinged;
        QByteArray text;
        std::vector<FindingRow::Evidence> evidence;
    };
    void echoed(ClientRecord &record, TimePoint sent, const char *what, Moment at);
    void suspect(ClientRecord &record, QByteArray text, FindingRow::Evidence evidence, Moment at);
    void clearUp(ClientRecord &record, TimePoint pinged, Moment at);
    void raise(const Suspicion &suspicion, Moment at);

    FindingBoard &m_board;
    struct Parting {
        FindingSubject client;
        FindingRow::Evidence evidence;
        TimePoint since;
    };
    std::map<quint64, Parting> m_partings; // by connection
    std::map<quint32, Suspicion> m_suspicions; // by client key
};

} // namespace pushscope
