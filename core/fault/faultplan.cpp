// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultplan.h"

#include <algorithm>

namespace pushscope {

bool ActiveFault::hasBegunFor(quint32 client) const
{
    if (rule.atEvent == 0)
        return true;
    const auto it = due.find(client);
    return it != due.end() && it->second.begun;
}

bool ActiveFault::countDue(quint32 client, Seq seq, bool replayed)
{
    Due &count = due[client];
    if (!seq.isNull() && seq <= count.last)
        return seq == count.reached && !replayed; // a second connection of the client has it too
    if (!seq.isNull())
        count.last = seq;
    if (++count.events != quint64(rule.atEvent))
        return false;
    count.reached = seq;
    count.begun = true;
    return true;
}

ActiveFault &FaultPlan::add(FaultRule rule, TimePoint now)
{
    ActiveFault &fault = m_rules.emplace_back();
    fault.id = ++m_lastId;
    if (rule.lasts)
        fault.endsAt = now + *rule.lasts;
    fault.rule = std::move(rule);
    return fault;
}

ActiveFault *FaultPlan::find(quint64 id)
{
    const auto it = std::find_if(m_rules.begin(), m_rules.end(), [&](const ActiveFault &fault) { return fault.id == id; });
    return it == m_rules.end() ? nullptr : &*it;
}

template<typename Predicate> std::list<ActiveFault> FaultPlan::takeIf(Predicate predicate)
{
    std::list<ActiveFault> taken;
    for (auto it = m_rules.begin(); it != m_rules.end();) {
        const auto next = std::next(it);
        if (predicate(*it))
            taken.splice(taken.end(), m_rules, it);
        it = next;
    }
    return taken;
}

std::list<ActiveFault> FaultPlan::take(quint64 id)
{
    return takeIf([&](const ActiveFault &fault) { return fault.id == id; });
}

std::list<ActiveFault> FaultPlan::takeAll()
{
    return std::exchange(m_rules, {});
}

std::list<ActiveFault> FaultPlan::takeEnded(TimePoint now)
{
    return takeIf([&](const ActiveFault &fault) { return fault.isOver || now >= fault.endsAt; });
}

bool FaultPlan::has(FaultKind kind) const
{
    return std::any_of(m_rules.begin(), m_rules.end(), [&](const ActiveFault &fault) { return fault.kind() == kind; });
}

bool FaultPlan::rolls(const ActiveFault &fault)
{
    return fault.rule.probability >= 1 || m_random.generateDouble() < fault.rule.probability;
}

} // namespace pushscope
