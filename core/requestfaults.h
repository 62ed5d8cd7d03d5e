// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestFaults: what the fault rules do to the requests of clients: another answer, or none, or other heads. Owned by
// FaultService; hub thread.

#include "endpoints/faultport.h"
#include "fault/faultplan.h"

namespace pushscope {

class Observer;

class RequestFaults
{
public:
    RequestFaults(FaultPlan &plan, Observer &observer) noexcept // borrowed
        : m_plan(plan)
        , m_observer(observer)
    {
    }

    // As FaultPort says.
    [[nodiscard]] std::optional<FaultPort::RequestFault> fault(const ConnectionFacts &facts);
    [[nodiscard]] Exchange::HeadFaults heads(const ConnectionFacts &facts);
    [[nodiscard]] std::unique_ptr<Exchange::Task> hang(Exchange &exchange, quint64 rule);
    void ruleGone(quint64 rule); // those it lets hang end

private:
    class Hanging;

    [[nodiscard]] bool takes(ActiveFault &fault, const ClientRow &client); // this request: it counts as a hit

    FaultPlan &m_plan;
    Observer &m_observer;
    std::vector<Hanging *> m_hanging;
};

} // namespace pushscope
