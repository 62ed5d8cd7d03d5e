// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkfaults.h"

#include "fault/faultlink.h"
#include "faultfacts.h"
#include "observe/observer.h"

namespace pushscope {

LinkFaults::LinkFaults(FaultPlan &plan, Observer &observer, TimerWheel &timers, const Clock &clock)
    : m_plan(plan)
    , m_observer(observer)
    , m_paths(timers, clock, [this](const FaultPath &path) { pathEnds(path); })
{
}

std::unique_ptr<Link> LinkFaults::hold(std::unique_ptr<Link> link, const ConnectionFacts &facts, FaultPort::Occasion occasion)
{
    const auto holdsLinks = [](const ActiveFault &fault) { return fault.hold() == FaultHold::Link; };
    auto *held = dynamic_cast<FaultLink *>(link.get());
    if (std::none_of(m_plan.rules().begin(), m_plan.rules().end(), holdsLinks))
        return held && held->path().isIdle() ? held->unwrap() : std::move(link);
    const ClientRow client = clientOf(facts, m_observer);
    const auto concerns = [&](const ActiveFault &fault) { return holdsLinks(fault) && fault.rule.mayMatch(client); };
    if (!held && std::none_of(m_plan.rules().begin(), m_plan.rules().end(), concerns))
        return link;
    if (!held) {
        auto around = std::make_unique<FaultLink>(std::move(link), m_paths);
        held = around.get();
        link = std::move(around);
    }
    FaultPath &path = held->path();
    const ClientRow before = std::exchange(path.client, client);
    if (occasion == FaultPort::Occasion::Request) {
        path.client.connection = 0;
        // A poller's next poll over the same connection is the same client's.
        if (before.connection != 0 && before.user == client.user && (client.key == 0 || client.key == before.key))
            path.client = before;
        else
            m_unnamed.push_back(&path);
    }
    refresh(path, occasion);
    return link;
}

void LinkFaults::opened(const ClientRow &client)
{
    std::erase_if(m_unnamed, [&](FaultPath *path) {
        if (path->client.address != client.address)
            return false;
        path->client = client;
        for (const quint64 rule : path->rules())
            tell("on", *path, rule);
        return true;
    });
}

void LinkFaults::rulesChanged()
{
    for (FaultPath *path : std::vector<FaultPath *>(m_paths.all()))
        refresh(*path, FaultPort::Occasion::RulesChanged);
    std::erase_if(m_kinds, [this](const auto &entry) { return !m_plan.find(entry.first); });
}

void LinkFaults::refresh(FaultPath &path, FaultPort::Occasion occasion)
{
    std::vector<quint64> wanted;
    for (ActiveFault &fault : m_plan.rules()) {
        if (fault.hold() != FaultHold::Link || !isHeldBy(path, fault, occasion))
            continue;
        wanted.push_back(fault.id);
        if (!path.hasStage(fault.id))
            begin(path, fault);
    }
    for (const quint64 rule : path.rules()) {
        if (std::find(wanted.begin(), wanted.end(), rule) == wanted.end())
            end(path, rule);
    }
}

// Chance and the next n are asked once for a link.
bool LinkFaults::isHeldBy(FaultPath &path, ActiveFault &fault, FaultPort::Occasion occasion)
{
    if (!fault.rule.matches(currentClient(path)) || !fault.hasBegunFor(path.client.key))
        return false;
    const auto decided = std::find_if(path.decisions.begin(), path.decisions.end(),
                                      [&](const FaultPath::Decision &decision) { return decision.rule == fault.id; });
    if (decided != path.decisions.end())
        return decided->acts;
    if (fault.rule.whom.next > 0) {
        if (occasion != FaultPort::Occasion::Request || fault.isUsedUp())
            return false;
        ++fault.adopted;
    }
    return path.decisions.emplace_back(FaultPath::Decision{fault.id, m_plan.rolls(fault)}).acts;
}

// What changes about a client, such as its lag, is known by its record.
ClientRow LinkFaults::currentClient(const FaultPath &path) const
{
    ClientRecord *record = path.client.key != 0 ? m_observer.find(path.client.key) : nullptr;
    return record && record->user == QByteArrayView(path.client.user) ? m_observer.current(*record) : path.client;
}

void LinkFaults::begin(FaultPath &path, ActiveFault &fault)
{
    path.addStage(fault.id, LinkStage::make(fault.rule, m_paths.now()));
    m_kinds[fault.id] = fault.kind();
    ++fault.hits;
    if (path.client.connection != 0)
        tell("on", path, fault.id);
}

void LinkFaults::end(FaultPath &path, quint64 rule)
{
    if (path.client.connection != 0)
        tell("off", path, rule);
    path.removeStage(rule);
}

void LinkFaults::pathEnds(const FaultPath &path)
{
    std::erase(m_unnamed, &path);
    if (path.client.connection == 0)
        return;
    for (const quint64 rule : path.rules())
        tell("off", path, rule);
}

void LinkFaults::tell(const char *op, const FaultPath &path, quint64 rule)
{
    const char *kind = faultKindName(m_kinds.at(rule));
    m_observer.faultActed(op, path.client, "fault " + QByteArray::number(rule) + ' ' + kind, kind);
}

QByteArray LinkFaults::causeOfCut(const Link &link) const
{
    const auto *held = dynamic_cast<const FaultLink *>(&link);
    const quint64 rule = held ? held->path().endedBy() : 0;
    const auto kind = m_kinds.find(rule);
    return kind == m_kinds.end() ? "a fault" : "fault " + QByteArray::number(rule) + ' ' + faultKindName(kind->second);
}

bool LinkFaults::hasPeerLeft(const Link &link) const
{
    const auto *held = dynamic_cast<const FaultLink *>(&link);
    return held && held->path().hasPeerLeft();
}

} // namespace pushscope
