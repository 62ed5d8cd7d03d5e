// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PollHabits: when pollers ask and when they give up. Raises poll-delay and poll-timeout. Source: design.md §7.

#include "observe/clientrecord.h"
#include "observe/findings/findingboard.h"

#include <deque>

namespace pushscope {

class PollHabits
{
public:
    explicit PollHabits(FindingBoard &board)
        : m_board(board)
    {
    }

    // How a poll relates to the one before: the next of a row; one that resumes after a pause, by its cursor; or a new beginning.
    enum class Poll : quint8 { Next, Resumed, First };
    void asked(const ClientRecord &record, Poll poll, Moment at);
    void answered(const ClientRecord &record, Moment at);
    void closed(const ClientRecord &record, const QByteArray &cause, Moment at);
    void refused(quint32 clientKey); // what it waits then is its patience with the hub, and no pace
    void forget(quint32 clientKey);

private:
    struct Sight {
        Milliseconds length;
        FindingRow::Evidence evidence;
    };
    struct Habits {
        TimePoint asked{}; // while a poll waits
        TimePoint answered{}; // between two polls
        std::deque<Sight> gaps; // between an answer and the next poll, the newest last
        std::deque<Sight> givenUp; // how long they had waited
        Milliseconds longest{0}; // that it waited for an answer
    };
    void judgeGaps(const ClientRecord &record, const Habits &habits, Moment at);
    void judgeGivenUp(const ClientRecord &record, const Habits &habits, Moment at);

    FindingBoard &m_board;
    std::unordered_map<quint32, Habits> m_habits; // of pollers, by client key
};

} // namespace pushscope
