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

ClientRow rowOf(const ConnectionFacts &facts)
{
    ClientRow row;
    row.client = facts.clientId;
    row.user = facts.user;
    row.protocol = facts.protocol;
    row.http = facts.http;
    row.tls = facts.tls;
    row.address = facts.address;
    row.userAgent = facts.userAgent;
    row.rooms = facts.rooms;
    return row;
}

ConnectionFacts factsOf(const ClientRecord &record)
{
    ConnectionFacts facts;
    facts.user = record.row.user;
    facts.clientId = record.row.client;
    facts.protocol = record.row.protocol;
    return facts;
}

bool isCarriedOut(FaultKind kind)
{
    constexpr FaultKind Kinds[]
        = {FaultKind::Latency, FaultKind::Fin, FaultKind::Rst, FaultKind::CloseCode, FaultKind::Status, FaultKind::Refuse};
    return std::find(std::begin(Kinds), std::end(Kinds), kind) != std::end(Kinds);
}

DropHow howOf(FaultKind kind)
{
    return kind == FaultKind::Rst ? DropHow::Rst : kind == FaultKind::Fin ? DropHow::Fin : DropHow::CloseCode;
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
    if (!isCarriedOut(parsed->kind) || parsed->atEvent > 0)
        return fail(Errc::InvalidArgument, "this hub cannot do that yet");
    const ActiveFault fault = m_plan.add(std::move(*parsed), m_clock.now());
    m_observer.fault("added", fault.rule.json, "fault " + fault.id);
    // Such a rule is over once it has acted, unless it waits for the next n.
    if (fault.rule.info().hold == FaultHold::Once && fault.rule.whom.next == 0) {
        dropNow(fault);
        (void)m_plan.remove(fault.id);
    }
    rulesChanged();
    return fault.id;
}

void FaultService::dropNow(const ActiveFault &fault)
{
    const FaultRule &rule = fault.rule;
    std::vector<Subscriber *> victims;
    m_observer.forEachClient([&](const ClientRecord &record) {
        if (!record.isAway() && rule.matches(record.row) && QRandomGenerator::global()->generateDouble() < rule.probability)
            victims.insert(victims.end(), record.live.begin(), record.live.end());
    });
    for (Subscriber *victim : victims) {
        if (victim->isSubscribed())
            victim->drop(howOf(rule.kind), rule.kind == FaultKind::CloseCode ? int(rule.number(0)) : 0, fault.cause());
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
    const bool refuse = m_plan.has(FaultKind::Refuse);
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
    static constexpr std::pair<FaultKind, RequestFault::Kind> Kinds[] = {{FaultKind::Status, RequestFault::Kind::Status},
                                                                         {FaultKind::Fin, RequestFault::Kind::Fin},
                                                                         {FaultKind::Rst, RequestFault::Kind::Rst},
                                                                         {FaultKind::CloseCode, RequestFault::Kind::CloseCode}};
    if (m_plan.rules().empty())
        return {};
    const ClientRow client = rowOf(facts);
    for (const auto &[kind, outcome] : Kinds) {
        const ActiveFault *fault = m_plan.hit(kind, client);
        if (!fault)
            continue;
        const FaultRule &rule = fault->rule;
        return RequestFault{outcome, rule.values.empty() ? 0 : int(rule.number(0)),
                            kind == FaultKind::CloseCode ? rule.text(1) : QByteArray()};
    }
    return {};
}

std::unique_ptr<Link> FaultService::faulted(std::unique_ptr<Link> link, const ConnectionFacts &facts)
{
    const ActiveFault *fault = m_plan.hit(FaultKind::Latency, rowOf(facts));
    auto *wrapped = dynamic_cast<FaultLink *>(link.get());
    if (!fault && !wrapped)
        return link;
    if (!wrapped) {
        auto around = std::make_unique<FaultLink>(std::move(link), m_timers, m_clock);
        wrapped = around.get();
        link = std::move(around);
    }
    wrapped->setLatency(fault ? fault->rule.time(0) : Milliseconds(0), fault ? fault->rule.time(1) : Milliseconds(0));
    return link;
}

QByteArray FaultService::json(WallTime now) const
{
    QByteArray text = "[";
    for (const ActiveFault &fault : m_plan.rules()) {
        const bool ends = fault.endsAt != TimePoint::max();
        const WallTime endsAt
            = now + std::chrono::duration_cast<Milliseconds>(ends ? fault.endsAt - m_clock.now() : Milliseconds(0));
        text += (text.size() > 1 ? "," : "") + fault.rule.json.chopped(1) + ",\"id\":\"" + fault.id + "\",\"hits\":"
            + QByteArray::number(fault.hits) + ",\"endsAt\":" + (ends ? '"' + isoTime(endsAt) + '"' : "null") + '}';
    }
    return text + ']';
}

} // namespace pushscope
