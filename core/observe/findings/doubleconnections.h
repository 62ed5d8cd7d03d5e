// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DoubleConnections: raises leaked-connection (two live connections of one client for over 2 s) and connection-limit (all six
// HTTP/1.1 connections that a browser opens to one origin are held by event streams). Source: design.md §7.

#include "hub/hubobserver.h"
#include "observe/clientrecord.h"
#include "observe/findings/findingboard.h"

namespace pushscope {

class DoubleConnections
{
public:
    explicit DoubleConnections(FindingBoard &board)
        : m_board(board)
    {
    }

    // After it was added to the record. `hostBefore` is where the client's connection before came from.
    void opened(ClientRecord &record, const ConnectionFacts &facts, const QByteArray &hostBefore, Moment at);
    void closed(const Subscriber &subscriber);
    void heard(const Subscriber &subscriber); // a sign of life
    void check(Moment at); // once a second
    void forget(const ClientRecord &record);

private:
    struct Pair {
        ClientRecord *record;
        Subscriber *first, *second;
        TimePoint since;
        quint64 ref; // of the second one's opening
        bool asked = false; // the first one, for a sign of life
        bool answered = false; // it has given one since there are two
    };
    [[nodiscard]] static bool firstLives(const Pair &pair);
    struct Browser {
        std::unordered_map<const Subscriber *, FindingRow::Evidence> streams;
    };
    void holdStream(const ClientRecord &record, const ConnectionFacts &facts, Moment at);

    FindingBoard &m_board;
    std::vector<Pair> m_pairs;
    struct Hash {
        std::size_t operator()(const QByteArray &name) const noexcept { return qHash(name); }
    };
    std::unordered_map<QByteArray, Browser, Hash> m_browsers; // by origin, address, user and user agent
    std::unordered_map<const Subscriber *, QByteArray> m_streams; // the browser of each stream
};

} // namespace pushscope
