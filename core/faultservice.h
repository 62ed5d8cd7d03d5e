// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultService: carries out the fault rules: on requests, on links, on those who are connected, on the listeners. Owned by
// PushServer; hub thread.

#include "base/timerwheel.h"
#include "endpoints/faultport.h"
#include "fault/faultplan.h"

namespace pushscope {

class Observer;

class FaultService final : public FaultPort
{
public:
    // All borrowed. `setListening` closes the listeners or opens them again.
    FaultService(Observer &observer, TimerWheel &timers, const Clock &clock, std::function<void(bool)> setListening);

    [[nodiscard]] Result<QByteArray> add(const QByteArray &json); // gives the rule's id
    [[nodiscard]] Result<void> remove(const QByteArray &id); // all if empty
    void expire(); // ends what has run out; about ten times a second
    [[nodiscard]] QByteArray json(WallTime now) const; // GET /api/faults
    [[nodiscard]] quint32 count() const noexcept { return quint32(m_plan.rules().size()); }

    [[nodiscard]] std::optional<RequestFault> requestFault(const ConnectionFacts &facts) override;
    [[nodiscard]] std::unique_ptr<Link> faulted(std::unique_ptr<Link> link, const ConnectionFacts &facts) override;

private:
    void dropNow(const ActiveFault &fault);
    void rulesChanged(); // existing connections are brought in line

    Observer &m_observer;
    TimerWheel &m_timers;
    const Clock &m_clock;
    std::function<void(bool)> m_setListening;
    bool m_refusing = false;
    FaultPlan m_plan;
};

} // namespace pushscope
