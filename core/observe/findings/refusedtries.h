// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RefusedTries: how clients try again after they were refused. Raises no-backoff, auth-loop and stopped-for-good, also for those
// that were never let in. Source: design.md §7.

#include "hub/hubobserver.h"
#include "observe/findings/findingboard.h"

#include <deque>

namespace pushscope {

class RefusedTries
{
public:
    static constexpr std::size_t MaxClients = 10'000; // with refused tries in the last ten minutes; further ones are not judged

    explicit RefusedTries(FindingBoard &board)
        : m_board(board)
    {
    }

    // `client`: whose request it was; key 0 and no name: nobody's that is known.
    void refused(const FindingSubject &client, const ConnectionFacts &facts, int status, const QByteArray &reason, Moment at);
    // `returning`: seen before, and away until now.
    void letIn(const FindingSubject &client, const ConnectionFacts &facts, bool returning, Moment at);
    void check(Moment at); // once a second
    void forget(quint32 clientKey);

private:
    struct Tries {
        FindingSubject client;
        QByteArray user; // as far as it is known
        bool anonymous = false; // never let in, and without a clientId: several may be taken for one
        // By protocol: a client that goes from one to the next does not wait between them.
        struct Row {
            std::deque<Milliseconds> waits; // between tries that were refused, the newest last
            TimePoint last{};
        };
        std::array<Row, ProtocolCount> rows;
        std::deque<FindingRow::Evidence> evidence; // of the newest ones
        TimePoint since{}; // the first one
        quint32 count = 0; // refused in a row
        quint64 badToken = 0; // fingerprint
        quint32 withBadToken = 0; // in a row
        TimePoint last{};
        bool returns = false; // has come again after a refusal
        std::optional<int> stoppedBy; // an EventSource that has not come back since

        void startAnew()
        {
            rows = {};
            evidence.clear();
            count = withBadToken = 0;
        }
    };

    [[nodiscard]] static QByteArray nameOf(const FindingSubject &client, const ConnectionFacts &facts);
    Tries *triesOf(const FindingSubject &client, const ConnectionFacts &facts);
    void judgeToken(Tries &tries, const ConnectionFacts &facts, int status, const QByteArray &reason, Moment at);
    void judgePace(Tries &tries, const std::deque<Milliseconds> &row, int status, Moment at);
    void returned(Tries &tries);
    void fellBack(const ConnectionFacts &facts);

    FindingBoard &m_board;
    struct Hash {
        std::size_t operator()(const QByteArray &name) const noexcept { return qHash(name); }
    };
    std::unordered_map<QByteArray, Tries, Hash> m_tries;
    std::unordered_multimap<QByteArray, QByteArray, Hash> m_stopped; // names by host and user agent, of those without a clientId
};

} // namespace pushscope
