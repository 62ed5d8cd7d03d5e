// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultPlan: the fault rules at work, and the questions that the server asks them. Owned by PushServer; hub thread.

#include "fault/faultrule.h"

#include <QRandomGenerator>
#include <vector>

namespace pushscope {

class FaultPlan
{
public:
    FaultRule &add(FaultRule rule, TimePoint now); // gives it its id; valid until the next call
    // Errc::NotFound. An empty id removes all.
    [[nodiscard]] Result<void> remove(const QByteArray &id);
    // Removes what has run out; true if anything did.
    bool expire(TimePoint now);
    [[nodiscard]] const std::vector<FaultRule> &rules() const noexcept { return m_rules; }

    // The first rule of this kind that matches and, by its probability, acts now. Counts the hit; a rule of the next n is used
    // up.
    [[nodiscard]] const FaultRule *hit(FaultRule::Kind kind, const QByteArray &user, const QByteArray &client,
                                       ClientProtocol protocol);
    [[nodiscard]] bool has(FaultRule::Kind kind) const noexcept;

private:
    std::vector<FaultRule> m_rules;
    quint64 m_lastId = 0;
    QRandomGenerator m_random{QRandomGenerator::securelySeeded()};
};

} // namespace pushscope
