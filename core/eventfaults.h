// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventFaults: which fault rules concern the live events, the keepalives and the pongs of which subscribers, and whose n-th event
// has come. Owned by FaultService; hub thread.

#include "endpoints/faultport.h"
#include "fault/eventtap.h"
#include "fault/faultplan.h"

#include <functional>

namespace pushscope {

class Observer;

class EventFaults final : public EventTap::Judge
{
public:
    // The n-th event of a rule with "at" is due to the subscriber: does what the rule does, now or after the turn. True: the
    // connection is about to end, so that the event is not for it any more. Within a fan-out.
    using Begin = std::function<bool(ActiveFault &, Subscriber &)>;
    // All borrowed.
    EventFaults(FaultPlan &plan, Observer &observer, Hub &hub, TimerWheel &timers, const Clock &clock, Begin begin);

    void opened(Subscriber &subscriber);
    void closed(Subscriber &subscriber) { m_taps.erase(&subscriber); }
    void ruleAdded(const ActiveFault &fault); // for those who are connected
    void ruleGone(quint64 rule);
    void dropIdleTaps(); // of those whom no rule concerns any more
    [[nodiscard]] bool silences(FaultPort::Signal signal, Subscriber &subscriber);

private:
    [[nodiscard]] EventTap::Verdict judge(EventTap &tap, const Event &event, bool replayed) override;
    void apply(ActiveFault &fault, EventTap &tap, const Event &event, EventTap::Verdict &verdict);
    [[nodiscard]] bool concerns(const ActiveFault &fault, const EventTap &tap) const;
    [[nodiscard]] bool matches(const ActiveFault &fault, const EventTap &tap) const; // as the client is now
    EventTap &tapOf(Subscriber &subscriber);

    FaultPlan &m_plan;
    Observer &m_observer;
    Hub &m_hub;
    TimerWheel &m_timers;
    const Clock &m_clock;
    Begin m_begin;
    std::unordered_map<Subscriber *, std::unique_ptr<EventTap>> m_taps;
};

} // namespace pushscope
