// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultPlan: the fault rules at work, and the questions that the server asks them. Owned by PushServer; hub thread.

#include "fault/faultrule.h"

#include <QRandomGenerator>
#include <vector>

namespace pushscope {

// A rule that was set.
struct ActiveFault {
    QByteArray id;
    FaultRule rule;
    TimePoint endsAt = TimePoint::max();
    quint64 hits = 0;

    // "fault 3 latency", as the journal says it.
    [[nodiscard]] QByteArray cause() const { return "fault " + id + ' ' + rule.info().name; }
};

class FaultPlan
{
public:
    ActiveFault &add(FaultRule rule, TimePoint now); // gives it its id; valid until the next call
    // Errc::NotFound. An empty id removes all.
    [[nodiscard]] Result<void> remove(const QByteArray &id);
    // Removes what has run out; true if anything did.
    bool expire(TimePoint now);
    [[nodiscard]] const std::vector<ActiveFault> &rules() const noexcept { return m_rules; }

    // The first rule of this kind that matches and, by its probability, acts now. Counts the hit; a rule of the next n is used
    // up.
    [[nodiscard]] const ActiveFault *hit(FaultKind kind, const ClientRow &client);
    [[nodiscard]] bool has(FaultKind kind) const noexcept;

private:
    std::vector<ActiveFault> m_rules;
    quint64 m_lastId = 0;
    QRandomGenerator m_random{QRandomGenerator::securelySeeded()};
};

} // namespace pushscope
