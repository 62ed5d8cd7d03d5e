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
    void letIn(const FindingSubject &client, const ConnectionFacts &facts, Moment at);
    void check(Moment at); // once a second
    void forget(quint32 clientKey);

private:
    struct Tries {
        FindingSubject client;
        std::deque<Milliseconds> waits; // between tries that were refused, the newest last
        std::deque<FindingRow::Evidence> evidence; // of the newest ones
        quint32 count = 0; // refused in a row
        quint64 badToken = 0; // fingerprint
        quint32 withBadToken = 0; // in a row
        TimePoint last{};
        bool returns = false; // has come again after a refusal
        std::optional<int> stoppedBy; // an EventSource that has not come back since

        void startAnew()
        {
            waits.clear();
            evidence.clear();
            count = withBadToken = 0;
        }
    };

    [[nodiscard]] static QByteArray nameOf(const FindingSubject &client, const ConnectionFacts &facts);
    Tries *triesOf(const FindingSubject &client, const ConnectionFacts &facts);
    void judgeToken(Tries &tries, const ConnectionFacts &facts, int status, const QByteArray &reason, Moment at);
    void judgePace(Tries &tries, int status, Moment at);
    void returned(Tries &tries);

    FindingBoard &m_board;
    struct Hash {
        std::size_t operator()(const QByteArray &name) const noexcept { return qHash(name); }
    };
    std::unordered_map<QByteArray, Tries, Hash> m_tries;
};

} // namespace pushscope
