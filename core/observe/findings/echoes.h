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
    // Its connection was closed, after `pings` of which none was answered.
    void closedWithoutPong(const ClientRecord &record, Moment at);
    // That client answered the close (RFC 6455 §5.5.1), so it reads.
    void closeAnswered(ConnectionId connection, Moment at);
    void check(Moment at); // once a second

private:
    void echoed(ClientRecord &record, TimePoint sent, const char *what, Moment at);

    FindingBoard &m_board;
    struct Parting {
        FindingSubject client;
        FindingRow::Evidence evidence;
        TimePoint since;
    };
    std::map<quint64, Parting> m_partings; // by connection
};

} // namespace pushscope
