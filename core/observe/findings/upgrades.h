// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Upgrades: raises upgrade-blocked: a WebSocket upgrade that never completes or is broken on the way, and what the client fell
// back to. Source: design.md §7; RFC 6455 §4.

#include "hub/hubobserver.h"
#include "observe/clientrecord.h"
#include "observe/findings/findingboard.h"

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
    // Something is let in: the fallback, perhaps. `client` is whose it is.
    void opened(const FindingSubject &client, const ConnectionFacts &facts, bool returning, Moment at);
    void check(Moment at); // once a second

private:
    struct Failed {
        FindingSubject client;
        QByteArray likeness; // user, address and user agent
        QByteArray text;
        FindingRow::Evidence evidence;
        TimePoint at{};
        bool raised = false;
        bool named = false; // by its clientId
    };
    FindingBoard &m_board;
    std::vector<Failed> m_failed; // of the last seconds
};

} // namespace pushscope
