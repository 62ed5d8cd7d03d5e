// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Upgrades: raises upgrade-blocked: a WebSocket upgrade that never completes or is broken on the way, and what the client fell
// back to. Source: design.md §7; RFC 6455 §4.

#include "hub/hubobserver.h"
#include "observe/clientrecord.h"
#include "observe/findings/findingboard.h"

#include <deque>
#include <optional>

namespace pushscope {

class Upgrades
{
public:
    explicit Upgrades(FindingBoard &board)
        : m_board(board)
    {
    }

    // An upgrade that cannot be completed: `how` it was broken.
    void broken(const FindingSubject &client, const ConnectionFacts &facts, const QByteArray &how, Moment at);
    // A WebSocket ended. One that never said a word may never have got the 101.
    void closed(const ClientRecord &record, const QByteArray &cause, Moment at);
    // Something is let in: the fallback, perhaps. `record` is whose it is.
    void opened(ClientRecord &record, const ConnectionFacts &facts, bool returning, Moment at);
    void check(Moment at); // once a second
    void forget(quint32 clientKey);

private:
    struct Failed {
        FindingSubject client;
        QByteArray likeness; // user, address and user agent
        QByteArray text;
        FindingRow::Evidence evidence;
        TimePoint at{};
        bool raised = false;
        bool named = false; // by its clientId
        // What it presented when it asked for the upgrade; null: nothing. Another cursor it can only have been told over it.
        std::optional<Seq> presented{};
    };
    void raiseGivenUp(const ClientRecord &record, Milliseconds silence, Moment at);

    FindingBoard &m_board;
    std::vector<Failed> m_failed; // of the last seconds
    std::unordered_map<quint32, std::deque<Milliseconds>> m_givenUp; // after how long, by client key: silent ones in a row
};

} // namespace pushscope
