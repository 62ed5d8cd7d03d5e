// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/pollhabits.h"

#include "observe/findings/words.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t Sights = 3;
constexpr auto LongGap = 500ms;
constexpr auto LongestPause = 60s; // longer ones are no pace, but a page that was not looked at
constexpr auto LeastPatience = 250ms; // gone earlier, it was cut or left

template<typename Sight> void keep(std::deque<Sight> &sights, Sight sight)
{
    sights.push_back(std::move(sight));
    if (sights.size() > Sights)
        sights.pop_front();
}

template<typename Sight> std::vector<FindingRow::Evidence> evidenceOf(const std::deque<Sight> &sights)
{
    std::vector<FindingRow::Evidence> evidence;
    for (const Sight &sight : sights)
        evidence.push_back(sight.evidence);
    return evidence;
}

} // namespace

void PollHabits::asked(const ClientRecord &record, Poll poll, Moment at)
{
    Habits &habits = m_habits[record.key];
    habits.asked = at.now;
    const TimePoint answered = std::exchange(habits.answered, {});
    const bool paused = poll == Poll::Resumed && at.now - answered < LongestPause;
    if (answered == TimePoint() || (poll != Poll::Next && !paused))
        return;
    const auto gap = std::chrono::duration_cast<Milliseconds>(at.now - answered);
    keep(habits.gaps, {gap, {at.wall, at.ref, {}, "polled " + inWords(gap) + " after the answer"}});
    judgeGaps(record, habits, at);
}

void PollHabits::judgeGaps(const ClientRecord &record, const Habits &habits, Moment at)
{
    if (habits.gaps.size() < Sights)
        return;
    std::array<Milliseconds, Sights> lengths;
    std::transform(habits.gaps.begin(), habits.gaps.end(), lengths.begin(), [](const Sight &sight) { return sight.length; });
    std::nth_element(lengths.begin(), lengths.begin() + Sights / 2, lengths.end());
    const Milliseconds median = lengths[Sights / 2];
    if (median < LongGap)
        return;
    const bool told = m_board.has(subjectOf(record), "poll-delay");
    m_board.raise(subjectOf(record), "poll-delay", at,
                  "Waits " + inWords(median) + " between an answer and the next poll: an event that comes meanwhile is up to "
                      + inWords(median) + " late, " + inWords(median / 2) + " on average.",
                  told ? std::vector{habits.gaps.back().evidence} : evidenceOf(habits.gaps));
}

void PollHabits::answered(const ClientRecord &record, Moment at)
{
    Habits &habits = m_habits[record.key];
    if (habits.asked != TimePoint())
        habits.longest = std::max(habits.longest, std::chrono::duration_cast<Milliseconds>(at.now - habits.asked));
    habits.asked = {};
    habits.answered = at.now;
}

void PollHabits::closed(const ClientRecord &record, const QByteArray &cause, Moment at)
{
    const auto it = m_habits.find(record.key);
    if (it == m_habits.end())
        return;
    Habits &habits = it->second;
    if (cause != "stopped polling") // it asks so seldom that the hub takes it for gone
        habits.answered = {};
    const TimePoint asked = std::exchange(habits.asked, {});
    if (cause != "client" || asked == TimePoint())
        return;
    const auto waited = std::chrono::duration_cast<Milliseconds>(at.now - asked);
    keep(habits.givenUp, {waited, {at.wall, at.ref, {}, "gave up after " + inWords(waited)}});
    judgeGivenUp(record, habits, at);
}

void PollHabits::refused(quint32 clientKey)
{
    if (const auto it = m_habits.find(clientKey); it != m_habits.end())
        it->second.answered = {};
}

// A client's own limit is the same each time, and no answer ever took longer. Cuts come whenever they come.
void PollHabits::judgeGivenUp(const ClientRecord &record, const Habits &habits, Moment at)
{
    if (habits.givenUp.size() < Sights)
        return;
    const auto [least, most] = std::minmax_element(habits.givenUp.begin(), habits.givenUp.end(),
                                                   [](const Sight &a, const Sight &b) { return a.length < b.length; });
    const Milliseconds tolerance = least->length / 10 + 100ms;
    if (least->length < LeastPatience || most->length - least->length > tolerance || habits.longest > most->length + tolerance)
        return;
    const bool told = m_board.has(subjectOf(record), "poll-timeout");
    m_board.raise(
        subjectOf(record), "poll-timeout", at,
        "Gives up its polls after " + inWords(least->length)
            + ", before the hub answers. Its own limit, or that of a proxy on the way, must be longer than the poll's timeout.",
        told ? std::vector{habits.givenUp.back().evidence} : evidenceOf(habits.givenUp));
}

void PollHabits::forget(quint32 clientKey)
{
    m_habits.erase(clientKey);
}

} // namespace pushscope
