// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfaults.h"

#include "observe/observer.h"

namespace pushscope {

namespace {

bool mayMatch(const ActiveFault &fault, const ClientRecord &record)
{
    return fault.rule.mayMatch(record.client, record.user.view(), record.protocol);
}

bool needsTap(const ActiveFault &fault)
{
    return fault.hold() == FaultHold::Event || fault.hold() == FaultHold::Signal || fault.rule.atEvent > 0;
}

} // namespace

EventFaults::EventFaults(FaultPlan &plan, Observer &observer, Hub &hub, TimerWheel &timers, const Clock &clock, Begin begin)
    : m_plan(plan)
    , m_observer(observer)
    , m_hub(hub)
    , m_timers(timers)
    , m_clock(clock)
    , m_begin(std::move(begin))
{
}

EventTap &EventFaults::tapOf(Subscriber &subscriber)
{
    auto &tap = m_taps[&subscriber];
    if (!tap)
        tap = std::make_unique<EventTap>(subscriber, m_hub, *this, m_timers, m_clock);
    return *tap;
}

void EventFaults::opened(Subscriber &subscriber)
{
    for (ActiveFault &fault : m_plan.rules()) {
        const ClientRecord &record = *subscriber.record();
        if (!needsTap(fault) || !mayMatch(fault, record))
            continue;
        if (fault.rule.whom.next > 0) {
            if (fault.isUsedUp() || !fault.rule.matches(clientRowOf(record)))
                continue;
            EventTap &tap = tapOf(subscriber);
            if (std::find(tap.adopted.begin(), tap.adopted.end(), fault.id) != tap.adopted.end())
                continue;
            ++fault.adopted;
            tap.adopted.push_back(fault.id);
        } else {
            tapOf(subscriber);
        }
    }
}

void EventFaults::ruleAdded(const ActiveFault &fault)
{
    if (!needsTap(fault) || fault.rule.whom.next > 0)
        return;
    m_observer.forEachClient([&](const ClientRecord &record) {
        if (!mayMatch(fault, record))
            return;
        for (Subscriber *subscriber : record.live)
            tapOf(*subscriber);
    });
}

void EventFaults::ruleGone(quint64 rule)
{
    for (auto &[subscriber, tap] : m_taps) {
        tap->release(rule);
        std::erase(tap->adopted, rule);
    }
}

void EventFaults::dropIdleTaps()
{
    std::erase_if(m_taps, [this](const auto &entry) {
        const EventTap &tap = *entry.second;
        return tap.isIdle() && std::none_of(m_plan.rules().begin(), m_plan.rules().end(), [&](const ActiveFault &fault) {
                   return concerns(fault, tap);
               });
    });
}

bool EventFaults::concerns(const ActiveFault &fault, const EventTap &tap) const
{
    if (!needsTap(fault) || !mayMatch(fault, *tap.subscriber().record()))
        return false;
    return fault.rule.whom.next == 0 || std::find(tap.adopted.begin(), tap.adopted.end(), fault.id) != tap.adopted.end();
}

bool EventFaults::matches(const ActiveFault &fault, const EventTap &tap) const
{
    if (!concerns(fault, tap))
        return false;
    return fault.rule.whom.filter.matchesAll() || fault.rule.matches(m_observer.current(*tap.subscriber().record()));
}

EventTap::Verdict EventFaults::judge(EventTap &tap, const Event &event, bool replayed)
{
    EventTap::Verdict verdict;
    Subscriber &subscriber = tap.subscriber();
    std::vector<ActiveFault *> acting;
    for (ActiveFault &fault : m_plan.rules()) {
        if (!matches(fault, tap))
            continue;
        const bool isNth = fault.rule.atEvent > 0 && fault.countDue(subscriber.record()->key, event.seq, replayed);
        if (isNth && fault.hold() != FaultHold::Event)
            verdict.stops = m_begin(fault, subscriber) || verdict.stops;
        else if (fault.hold() == FaultHold::Event && !replayed && (isNth || fault.rule.atEvent == 0) && m_plan.rolls(fault))
            acting.push_back(&fault);
    }
    // To an event that is lost nothing else can be done.
    const auto loser
        = std::find_if(acting.begin(), acting.end(), [](const auto *fault) { return fault->kind() == FaultKind::Lose; });
    if (loser != acting.end())
        acting = {*loser};
    for (ActiveFault *fault : acting)
        apply(*fault, tap, event, verdict);
    return verdict;
}

void EventFaults::apply(ActiveFault &fault, EventTap &tap, const Event &event, EventTap::Verdict &verdict)
{
    ++fault.hits;
    Subscriber &subscriber = tap.subscriber();
    if (fault.kind() == FaultKind::Lose) {
        verdict.loses = true;
        m_observer.eventLost(subscriber, event, fault.id);
        return;
    }
    if (fault.kind() == FaultKind::Duplicate) {
        ++verdict.repeats;
        m_observer.eventRepeated(subscriber, event, fault.id);
        return;
    }
    m_observer.faultHit(*subscriber.record(), fault.cause(), fault.rule.info().name, event.seq);
    if (fault.kind() == FaultKind::Reorder) {
        verdict.swapper = fault.id;
    } else {
        verdict.delayer = fault.id;
        verdict.delay += fault.rule.time(0);
    }
}

bool EventFaults::silences(FaultPort::Signal signal, Subscriber &subscriber)
{
    const auto found = m_taps.find(&subscriber);
    if (found == m_taps.end())
        return false;
    const FaultKind kind = signal == FaultPort::Signal::Pong ? FaultKind::NoPong : FaultKind::NoKeepalive;
    const ClientRecord &client = *subscriber.record();
    for (ActiveFault &fault : m_plan.rules()) {
        if (fault.kind() != kind || !matches(fault, *found->second) || !fault.hasBegunFor(client.key) || !m_plan.rolls(fault))
            continue;
        ++fault.hits;
        m_observer.faultHit(client, fault.cause(), fault.rule.info().name);
        return true;
    }
    return false;
}

} // namespace pushscope
