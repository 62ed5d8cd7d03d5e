// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultPlan: the fault rules at work, and what each has done so far. Owned by FaultService; hub thread.

#include "fault/faultrule.h"

#include <QRandomGenerator>
#include <list>
#include <unordered_map>

namespace pushscope {

// A rule that was set.
struct ActiveFault {
    quint64 id = 0; // from 1
    FaultRule rule;
    TimePoint endsAt = TimePoint::max();
    quint64 hits = 0; // how often it acted
    int adopted = 0; // how many of the next n have come
    bool isOver = false; // it has done what it was there for

    // Of rules with "at": the events due to a client since the rule was set.
    struct Due {
        quint64 events = 0;
        Seq last; // the newest stored one of them
        Seq reached; // the n-th, once it came; null if that was ephemeral
        bool begun = false; // the n-th has come
    };
    std::unordered_map<quint32, Due> due; // by the client's key

    [[nodiscard]] FaultKind kind() const noexcept { return rule.kind; }
    [[nodiscard]] FaultHold hold() const noexcept { return rule.info().hold; }
    [[nodiscard]] QByteArray name() const { return "fault " + QByteArray::number(id); }
    [[nodiscard]] QByteArray cause() const { return name() + ' ' + rule.info().name; } // "fault 3 latency"
    [[nodiscard]] bool isUsedUp() const noexcept { return rule.whom.next > 0 && adopted >= rule.whom.next; }
    [[nodiscard]] bool takesNewcomers() const noexcept { return rule.whom.next > 0 || rule.lasts; } // of kinds that act once
    // Whether "at" lets it act on this client (its key; 0: one not known yet).
    [[nodiscard]] bool hasBegunFor(quint32 client) const;
    // An event is due to this client, each stored one counted once; true for the n-th, but not when it comes again.
    [[nodiscard]] bool countDue(quint32 client, Seq seq, bool replayed);
};

class FaultPlan
{
public:
    ActiveFault &add(FaultRule rule, TimePoint now); // valid until it is taken out
    [[nodiscard]] ActiveFault *find(quint64 id);
    // Takes them out: the one of this id (none if there is none such), all, or what is over at this time.
    [[nodiscard]] std::list<ActiveFault> take(quint64 id);
    [[nodiscard]] std::list<ActiveFault> takeAll();
    [[nodiscard]] std::list<ActiveFault> takeEnded(TimePoint now);
    [[nodiscard]] std::list<ActiveFault> &rules() noexcept { return m_rules; } // in the order in which they were set
    [[nodiscard]] const std::list<ActiveFault> &rules() const noexcept { return m_rules; }
    [[nodiscard]] bool has(FaultKind kind) const;
    [[nodiscard]] bool rolls(const ActiveFault &fault); // by its probability, this time

private:
    template<typename Predicate> std::list<ActiveFault> takeIf(Predicate predicate);

    std::list<ActiveFault> m_rules;
    quint64 m_lastId = 0;
    QRandomGenerator m_random{QRandomGenerator::securelySeeded()};
};

} // namespace pushscope
