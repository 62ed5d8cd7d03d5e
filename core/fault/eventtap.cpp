// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/eventtap.h"

namespace pushscope {

namespace {

constexpr std::size_t MaxHeld = 10'000; // events of one connection

}

EventTap::EventTap(Subscriber &subscriber, Hub &hub, Judge &judge, TimerWheel &wheel, const Clock &clock)
    : m_subscriber(subscriber)
    , m_hub(hub)
    , m_judge(judge)
    , m_wheel(wheel)
    , m_clock(clock)
{
    m_subscriber.setTap(this);
}

EventTap::~EventTap()
{
    m_subscriber.setTap(nullptr);
}

std::vector<EventPtr> EventTap::live(const EventPtr &event)
{
    const Verdict verdict = m_stopped ? Verdict{true} : m_judge.judge(*this, *event, false);
    m_stopped = verdict.stops;
    if (m_stopped) {
        m_held.push_back({TimePoint::max(), event, 0});
        return {};
    }
    std::vector<EventPtr> events;
    if (!verdict.loses)
        events.assign(1 + verdict.repeats, event);
    events = delay(reorder(std::move(events), verdict), verdict);
    arm();
    return events;
}

bool EventTap::replayed(const Event &event)
{
    m_stopped = m_stopped || m_judge.judge(*this, event, true).stops;
    return !m_stopped;
}

std::vector<EventPtr> EventTap::reorder(std::vector<EventPtr> events, const Verdict &verdict)
{
    if (events.empty())
        return events;
    // Of a rule that is gone, or kept long enough: its turn is before the next one's, even if the tick that gives it comes later.
    std::vector<EventPtr> first;
    if (m_swapEnds <= m_clock.now())
        first = std::exchange(m_swapped, {});
    if (verdict.swapper != 0 && m_swapped.empty()) {
        m_swapper = verdict.swapper;
        m_swapEnds = m_clock.now() + SwapTime;
        m_swapped = std::move(events);
        return first;
    }
    for (EventPtr &event : std::exchange(m_swapped, {}))
        events.push_back(std::move(event));
    first.insert(first.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
    return first;
}

std::vector<EventPtr> EventTap::delay(std::vector<EventPtr> events, const Verdict &verdict)
{
    if (verdict.delayer == 0 && m_held.empty())
        return events;
    for (EventPtr &event : events)
        m_held.push_back({m_clock.now() + verdict.delay, std::move(event), verdict.delayer});
    for (std::size_t i = MaxHeld; i < m_held.size(); ++i)
        m_held[i - MaxHeld].due = m_clock.now(); // as much as it may keep
    return {};
}

Seq EventTap::holdsFrom() const
{
    Seq oldest;
    const auto consider = [&oldest](const EventPtr &event) {
        if (!event->isEphemeral() && (oldest.isNull() || event->seq < oldest))
            oldest = event->seq;
    };
    for (const Held &held : m_held)
        consider(held.event);
    for (const EventPtr &event : m_swapped)
        consider(event);
    return oldest;
}

void EventTap::left()
{
    m_held.clear();
    m_swapped.clear();
    m_stopped = false;
    arm();
}

void EventTap::release(quint64 rule)
{
    const TimePoint now = m_clock.now();
    for (Held &held : m_held) {
        if (held.rule == rule)
            held.due = std::min(held.due, now);
    }
    if (m_swapper == rule)
        m_swapEnds = std::min(m_swapEnds, now);
    arm();
}

void EventTap::onTimer(TimePoint now)
{
    std::vector<EventPtr> due;
    while (!m_held.empty() && m_held.front().due <= now) {
        due.push_back(std::move(m_held.front().event));
        m_held.pop_front();
    }
    if (!m_swapped.empty() && m_swapEnds <= now) { // no other came
        Verdict alone;
        for (EventPtr &event : delay(std::exchange(m_swapped, {}), alone))
            due.push_back(std::move(event));
    }
    arm();
    m_hub.deliverHeld(m_subscriber, due); // last: may end the connection
}

void EventTap::arm()
{
    TimePoint first = m_swapped.empty() ? TimePoint::max() : m_swapEnds;
    if (!m_held.empty())
        first = std::min(first, m_held.front().due);
    if (first == TimePoint::max())
        TimerWheel::disarm(*this);
    else
        m_wheel.arm(*this, first);
}

} // namespace pushscope
