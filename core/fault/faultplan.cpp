// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultplan.h"

namespace pushscope {

FaultRule &FaultPlan::add(FaultRule rule, TimePoint now)
{
    rule.id = QByteArray::number(++m_lastId);
    if (rule.lasts)
        rule.endsAt = now + *rule.lasts;
    return m_rules.emplace_back(std::move(rule));
}

Result<void> FaultPlan::remove(const QByteArray &id)
{
    const auto removed = std::erase_if(m_rules, [&](const FaultRule &rule) { return id.isEmpty() || rule.id == id; });
    if (removed == 0 && !id.isEmpty())
        return fail(Errc::NotFound, "there is no fault rule " + id);
    return {};
}

bool FaultPlan::expire(TimePoint now)
{
    return std::erase_if(m_rules, [&](const FaultRule &rule) { return now >= rule.endsAt; }) > 0;
}

const FaultRule *FaultPlan::hit(FaultRule::Kind kind, const QByteArray &user, const QByteArray &client, ClientProtocol protocol)
{
    for (FaultRule &rule : m_rules) {
        const bool usedUp = rule.whom.next > 0 && rule.hits >= quint64(rule.whom.next);
        if (rule.kind != kind || usedUp || !rule.matches(user, client, protocol) || m_random.generateDouble() >= rule.probability)
            continue;
        ++rule.hits;
        return &rule;
    }
    return nullptr;
}

bool FaultPlan::has(FaultRule::Kind kind) const noexcept
{
    return std::any_of(m_rules.begin(), m_rules.end(), [&](const FaultRule &rule) { return rule.kind == kind; });
}

} // namespace pushscope
