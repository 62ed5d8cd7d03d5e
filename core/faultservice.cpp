// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultservice.h"

#include "endpoints/streamconnection.h"
#include "fault/faultlink.h"
#include "observe/observer.h"
#include "observe/rowjson.h"

#include <QRandomGenerator>

namespace pushscope {

namespace {

ConnectionFacts factsOf(const ClientRecord &record)
{
    ConnectionFacts facts;
    facts.user = record.row.user;
    facts.clientId = record.row.client;
    facts.protocol = record.row.protocol;
    return facts;
}

DropHow howOf(FaultRule::Kind kind)
{
    return kind == FaultRule::Kind::Rst ? DropHow::Rst : kind == FaultRule::Kind::Fin ? DropHow::Fin : DropHow::CloseCode;
}

} // namespace

FaultService::FaultService(Observer &observer, TimerWheel &timers, const Clock &clock, std::function<void(bool)> setListening)
    : m_observer(observer)
    , m_timers(timers)
    , m_clock(clock)
    , m_setListening(std::move(setListening))
{
}

Result<QByteArray> FaultService::add(const QByteArray &json)
{
    auto parsed = FaultRule::parse(json);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const FaultRule rule = m_plan.add(std::move(*parsed), m_clock.now());
    m_observer.fault("added", rule.json, "fault " + rule.id);
    // Such a rule is over once it has acted, unless it waits for the next n.
    if (rule.actsAtOnce() && rule.whom.next == 0) {
        dropNow(rule);
        (void)m_plan.remove(rule.id);
    }
    rulesChanged();
    return rule.id;
}

void FaultService::dropNow(FaultRule rule)
{
    std::vector<Subscriber *> victims;
    m_observer.forEachClient([&](const ClientRecord &record) {
        if (!record.isAway() && rule.matches(record.row.user, record.row.client, record.row.protocol)
            && QRandomGenerator::global()->generateDouble() < rule.probability)
            victims.insert(victims.end(), record.live.begin(), record.live.end());
    });
    for (Subscriber *victim : victims) {
        if (victim->isSubscribed())
            victim->drop(howOf(rule.kind), rule.code, "fault " + rule.id + ' ' + faultKindName(rule.kind));
    }
}

Result<void> FaultService::remove(const QByteArray &id)
{
    auto removed = m_plan.remove(id);
    if (removed) {
        m_observer.fault("removed", {}, id.isEmpty() ? "all faults" : "fault " + id);
        rulesChanged();
    }
    return removed;
}

void FaultService::expire()
{
    if (!m_plan.expire(m_clock.now()))
        return;
    m_observer.fault("ended", {}, "its time is over");
    rulesChanged();
}

void FaultService::rulesChanged()
{
    const bool refuse = m_plan.has(FaultRule::Kind::Refuse);
    if (refuse != m_refusing) {
        m_refusing = refuse;
        m_setListening(!refuse);
    }
    m_observer.forEachClient([](const ClientRecord &record) {
        for (Subscriber *subscriber : record.live) {
            if (auto *connection = dynamic_cast<StreamConnection *>(subscriber))
                connection->applyFaults(factsOf(record));
        }
    });
}

std::optional<FaultPort::RequestFault> FaultService::requestFault(const ConnectionFacts &facts)
{
    using Kind = FaultRule::Kind;
    static constexpr std::pair<Kind, RequestFault::Kind> Kinds[] = {{Kind::Status, RequestFault::Kind::Status},
                                                                    {Kind::Fin, RequestFault::Kind::Fin},
                                                                    {Kind::Rst, RequestFault::Kind::Rst},
                                                                    {Kind::CloseCode, RequestFault::Kind::CloseCode}};
    if (m_plan.rules().empty())
        return {};
    for (const auto &[kind, outcome] : Kinds) {
        if (const FaultRule *rule = m_plan.hit(kind, facts.user, facts.clientId, facts.protocol))
            return RequestFault{outcome, rule->code, rule->reason};
    }
    return {};
}

std::unique_ptr<Link> FaultService::faulted(std::unique_ptr<Link> link, const ConnectionFacts &facts)
{
    const FaultRule *rule = m_plan.hit(FaultRule::Kind::Latency, facts.user, facts.clientId, facts.protocol);
    auto *wrapped = dynamic_cast<FaultLink *>(link.get());
    if (!rule && !wrapped)
        return link;
    if (!wrapped) {
        auto around = std::make_unique<FaultLink>(std::move(link), m_timers, m_clock);
        wrapped = around.get();
        link = std::move(around);
    }
    wrapped->setLatency(rule ? rule->delay : Milliseconds(0), rule ? rule->jitter : Milliseconds(0));
    return link;
}

QByteArray FaultService::json(WallTime now) const
{
    QByteArray text = "[";
    for (const FaultRule &rule : m_plan.rules()) {
        const bool ends = rule.endsAt != TimePoint::max();
        const WallTime endsAt
            = now + std::chrono::duration_cast<Milliseconds>(ends ? rule.endsAt - m_clock.now() : Milliseconds(0));
        text += (text.size() > 1 ? "," : "") + rule.json.chopped(1) + ",\"id\":\"" + rule.id + "\",\"hits\":"
            + QByteArray::number(rule.hits) + ",\"endsAt\":" + (ends ? '"' + isoTime(endsAt) + '"' : "null") + '}';
    }
    return text + ']';
}

} // namespace pushscope
