// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestfaults.h"

#include "faultfacts.h"
#include "observe/observer.h"

namespace pushscope {

namespace {

using RequestFault = FaultPort::RequestFault;

// What the rule does instead of an answer, if it does that.
std::optional<RequestFault> outcomeOf(const ActiveFault &fault)
{
    using Kind = RequestFault::Kind;
    const FaultRule &rule = fault.rule;
    const auto outcome = [&](Kind kind, qint64 code = 0, const QByteArray &reason = {}) {
        return RequestFault{kind, fault.id, int(code), reason, fault.cause()};
    };
    if (fault.hold() == FaultHold::Once && (rule.atEvent > 0 || !fault.takesNewcomers()))
        return {};
    switch (fault.kind()) {
    case FaultKind::Status:
        return outcome(Kind::Status, rule.number(0));
    case FaultKind::BlockUpgrade:
        return rule.text(0) == "hang" ? outcome(Kind::Hang) : outcome(Kind::Status, 403);
    case FaultKind::Fin:
        return outcome(Kind::Fin);
    case FaultKind::Rst:
        return outcome(Kind::Rst);
    case FaultKind::CloseCode:
        return outcome(Kind::CloseCode, rule.number(0), rule.text(1));
    case FaultKind::ExpireToken:
        return outcome(Kind::Expired);
    default:
        return {};
    }
}

} // namespace

// A request that gets no answer as long as its rule is there.
class RequestFaults::Hanging final : public Exchange::Task
{
public:
    Hanging(RequestFaults &faults, Exchange &held, quint64 heldBy)
        : exchange(held)
        , rule(heldBy)
        , m_faults(faults)
    {
        m_faults.m_hanging.push_back(this);
    }
    ~Hanging() override { std::erase(m_faults.m_hanging, this); }
    [[nodiscard]] bool endsWithClient() const noexcept override { return true; }

    Exchange &exchange;
    const quint64 rule;

private:
    RequestFaults &m_faults;
};

bool RequestFaults::takes(ActiveFault &fault, const ClientRow &client)
{
    if (fault.isOver || fault.isUsedUp() || !fault.rule.matches(client) || !fault.hasBegunFor(client.key) || !m_plan.rolls(fault))
        return false;
    fault.adopted += fault.rule.whom.next > 0 ? 1 : 0;
    ++fault.hits;
    m_observer.faultActed("hit", client, fault.cause(), fault.rule.info().name);
    return true;
}

std::optional<RequestFault> RequestFaults::fault(const ConnectionFacts &facts)
{
    if (m_plan.rules().empty())
        return {};
    const ClientRow client = clientOf(facts, m_observer);
    for (ActiveFault &fault : m_plan.rules()) {
        auto outcome = outcomeOf(fault);
        if (outcome && takes(fault, client))
            return outcome;
    }
    return {};
}

Exchange::HeadFaults RequestFaults::heads(const ConnectionFacts &facts)
{
    Exchange::HeadFaults heads;
    const ClientRow client = clientOf(facts, m_observer);
    for (ActiveFault &fault : m_plan.rules()) {
        const FaultKind kind = fault.kind();
        if (kind == FaultKind::StripLastEventId && takes(fault, client))
            heads.dropped.append("last-event-id");
        else if (kind == FaultKind::DropHeader && takes(fault, client))
            heads.dropped.append(fault.rule.text(0));
        else if (kind == FaultKind::ContentType && takes(fault, client))
            heads.contentType = fault.rule.text(0);
    }
    return heads;
}

std::unique_ptr<Exchange::Task> RequestFaults::hang(Exchange &exchange, quint64 rule)
{
    return std::make_unique<Hanging>(*this, exchange, rule);
}

void RequestFaults::ruleGone(quint64 rule)
{
    for (const Hanging *hanging : std::vector<Hanging *>(m_hanging)) {
        if (hanging->rule == rule)
            hanging->exchange.abort(false);
    }
}

} // namespace pushscope
