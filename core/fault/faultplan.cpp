// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultplan.h"

namespace pushscope {

ActiveFault &FaultPlan::add(FaultRule rule, TimePoint now)
{
    const TimePoint endsAt = rule.lasts ? now + *rule.lasts : TimePoint::max();
    return m_rules.emplace_back(ActiveFault{QByteArray::number(++m_lastId), std::move(rule), endsAt});
}

Result<void> FaultPlan::remove(const QByteArray &id)
{
    const auto removed = std::erase_if(m_rules, [&](const ActiveFault &rule) { return id.isEmpty() || rule.id == id; });
    if (removed == 0 && !id.isEmpty())
        return fail(Errc::NotFound, "there is no fault rule " + id);
    return {};
}

bool FaultPlan::expire(TimePoint now)
{
    return std::erase_if(m_rules, [&](const ActiveFault &rule) { return now >= rule.endsAt; }) > 0;
}

const ActiveFault *FaultPlan::hit(FaultKind kind, const ClientRow &client)
{
    for (ActiveFault &fault : m_rules) {
        const FaultRule &rule = fault.rule;
        const bool usedUp = rule.whom.next > 0 && fault.hits >= quint64(rule.whom.next);
        if (rule.kind != kind || usedUp || !rule.matches(client) || m_random.generateDouble() >= rule.probability)
            continue;
        ++fault.hits;
        return &fault;
    }
    return nullptr;
}

bool FaultPlan::has(FaultKind kind) const noexcept
{
    return std::any_of(m_rules.begin(), m_rules.end(), [&](const ActiveFault &rule) { return rule.rule.kind == kind; });
}

} // namespace pushscope
