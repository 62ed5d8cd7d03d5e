// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LinkFaults: which fault rules hold which links, now and as rules come and go. Owned by FaultService; hub thread.

#include "endpoints/faultport.h"
#include "fault/faultpaths.h"
#include "fault/faultplan.h"

namespace pushscope {

class Observer;

class LinkFaults
{
public:
    // All borrowed.
    LinkFaults(FaultPlan &plan, Observer &observer, TimerWheel &timers, const Clock &clock);

    // As FaultPort::faulted says. A link that was held, and is not any more, comes out as it was.
    [[nodiscard]] std::unique_ptr<Link> hold(std::unique_ptr<Link> link, const ConnectionFacts &facts,
                                             FaultPort::Occasion occasion);
    void opened(const ClientRow &client); // what holds the link of its newest connection is known as its own from now on
    void rulesChanged(); // for all links that were ever held; those that were not pass through hold()
    [[nodiscard]] QByteArray causeOfCut(const Link &link) const;
    [[nodiscard]] bool hasPeerLeft(const Link &link) const;

private:
    void refresh(FaultPath &path, FaultPort::Occasion occasion);
    [[nodiscard]] bool isHeldBy(FaultPath &path, ActiveFault &fault, FaultPort::Occasion occasion);
    [[nodiscard]] ClientRow currentClient(const FaultPath &path) const;
    void begin(FaultPath &path, ActiveFault &fault);
    void end(FaultPath &path, quint64 rule);
    void pathEnds(const FaultPath &path);
    void tell(const char *op, const FaultPath &path, quint64 rule);

    FaultPlan &m_plan;
    Observer &m_observer;
    std::vector<FaultPath *> m_unnamed; // of requests whose client has no record yet
    std::unordered_map<quint64, FaultKind> m_kinds; // of all rules that hold something
    FaultPaths m_paths; // last: its end is told here
};

} // namespace pushscope
