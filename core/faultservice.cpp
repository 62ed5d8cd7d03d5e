// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultservice.h"

#include "faultfacts.h"
#include "observe/observer.h"
#include "observe/rowjson.h"

#include <QRandomGenerator>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto LookEvery = 1s;
constexpr std::size_t MaxRules = 1000;

bool hasFilter(const ActiveFault &fault)
{
    return fault.hold() == FaultHold::Link && !fault.rule.whom.filter.matchesAll();
}

} // namespace

// What is not to happen within a fan-out or a request.
class FaultService::Later final : public TimerWheel::Timer
{
public:
    explicit Later(FaultService &service)
        : m_service(service)
    {
    }

private:
    void onTimer(TimePoint) override { m_service.actDeferred(); }
    FaultService &m_service;
};

FaultService::FaultService(Observer &observer, Hub &hub, TimerWheel &timers, const Clock &clock, HubActs acts)
    : m_observer(observer)
    , m_hub(hub)
    , m_timers(timers)
    , m_clock(clock)
    , m_acts(std::move(acts))
    , m_requests(m_plan, observer)
    , m_links(m_plan, observer, timers, clock)
    , m_events(m_plan, observer, hub, timers, clock,
               [this](ActiveFault &fault, Subscriber &subscriber) { return beginFor(fault, subscriber); })
    , m_later(std::make_unique<Later>(*this))
{
}

FaultService::~FaultService() = default;

Result<QByteArray> FaultService::add(const QByteArray &json)
{
    auto rule = FaultRule::parse(json);
    if (!rule)
        return tl::unexpected(rule.error());
    if (auto checked = check(*rule); !checked)
        return tl::unexpected(checked.error());
    ActiveFault &fault = m_plan.add(std::move(*rule), m_clock.now());
    m_observer.fault("added", fault.rule.json, fault.name());
    const QByteArray id = QByteArray::number(fault.id);
    begin(fault);
    return id;
}

Result<void> FaultService::check(const FaultRule &rule) const
{
    if (m_plan.rules().size() >= MaxRules)
        return fail(Errc::Unavailable, QByteArray::number(quint64(MaxRules)) + " fault rules are at work: remove some");
    if (rule.kind != FaultKind::Evict)
        return {};
    const auto id = parseEventId(rule.text(0));
    if (!id || id->epoch != m_hub.epoch() || id->seq > m_hub.head())
        return fail(Errc::InvalidArgument, "\"what.upTo\" is the id of an event of this hub");
    return {};
}

void FaultService::begin(ActiveFault &fault)
{
    m_events.ruleAdded(fault);
    if (fault.rule.atEvent > 0)
        return;
    if (fault.hold() == FaultHold::Link) {
        applyLinkRules();
    } else if (fault.kind() == FaultKind::Evict) {
        actOnHub(fault);
    } else if (fault.hold() == FaultHold::Hub) {
        actLater(fault.id, nullptr); // so that who asked for it is answered first
    } else if (fault.hold() == FaultHold::Once) {
        if (fault.rule.whom.next == 0)
            actNow(fault);
        fault.isOver = !fault.takesNewcomers();
    }
    end(m_plan.takeEnded(m_clock.now()), "ended");
}

bool FaultService::beginFor(ActiveFault &fault, Subscriber &subscriber)
{
    switch (fault.hold()) {
    case FaultHold::Link:
        if (auto *target = dynamic_cast<FaultTarget *>(&subscriber))
            target->applyFaults(factsOf(clientRowOf(*subscriber.record())));
        return false;
    case FaultHold::Once:
        if (!m_plan.rolls(fault))
            return false;
        if (fault.kind() == FaultKind::MalformedFrame)
            return actOn(fault, subscriber);
        actLater(fault.id, &subscriber);
        return true;
    case FaultHold::Hub:
        if (fault.hits == 0)
            actLater(fault.id, nullptr);
        return false;
    case FaultHold::Request:
    case FaultHold::Event:
    case FaultHold::Signal:
        return false;
    }
    return false;
}

Result<void> FaultService::remove(const QByteArray &id)
{
    auto removed = id.isEmpty() ? m_plan.takeAll() : m_plan.take(id.toULongLong());
    if (removed.empty() && !id.isEmpty())
        return fail(Errc::NotFound, "there is no fault rule " + id);
    end(std::move(removed), "removed");
    return {};
}

void FaultService::expire()
{
    const TimePoint now = m_clock.now();
    for (ActiveFault &fault : m_plan.rules()) {
        const bool isOfRequests = fault.hold() == FaultHold::Request || fault.hold() == FaultHold::Once;
        fault.isOver = fault.isOver || (isOfRequests && fault.rule.atEvent == 0 && fault.isUsedUp());
    }
    end(m_plan.takeEnded(now), "ended");
    if (now < m_nextLook)
        return;
    m_nextLook = now + LookEvery;
    if (std::any_of(m_plan.rules().begin(), m_plan.rules().end(), hasFilter))
        applyLinkRules();
    m_events.dropIdleTaps();
    for (ActiveFault &fault : m_plan.rules())
        std::erase_if(fault.due, [this](const auto &entry) { return !m_observer.find(entry.first); });
}

void FaultService::end(std::list<ActiveFault> faults, const char *op)
{
    bool heldLinks = false;
    for (ActiveFault &fault : faults) {
        actPending(fault);
        m_observer.fault(op, fault.rule.json, fault.name());
        heldLinks = heldLinks || fault.hold() == FaultHold::Link;
        m_events.ruleGone(fault.id);
        std::erase_if(m_deferred, [&](const Deferred &deferred) { return deferred.rule == fault.id; });
        m_requests.ruleGone(fault.id);
    }
    if (heldLinks)
        applyLinkRules();
    if (!faults.empty())
        updateListening();
}

void FaultService::applyLinkRules()
{
    m_links.rulesChanged();
    m_observer.forEachClient([](const ClientRecord &record) {
        const ConnectionFacts facts = record.isAway() ? ConnectionFacts() : factsOf(clientRowOf(record));
        for (Subscriber *subscriber : record.live) {
            if (auto *target = dynamic_cast<FaultTarget *>(subscriber))
                target->applyFaults(facts);
        }
    });
}

void FaultService::actNow(ActiveFault &fault)
{
    std::vector<Subscriber *> subscribers;
    m_observer.forEachClient([&](ClientRecord &record) {
        if (!record.isAway() && fault.rule.matches(m_observer.current(record)))
            subscribers.insert(subscribers.end(), record.live.begin(), record.live.end());
    });
    for (Subscriber *subscriber : subscribers) {
        if (subscriber->isSubscribed() && m_plan.rolls(fault))
            actOn(fault, *subscriber);
    }
}

bool FaultService::actOn(ActiveFault &fault, Subscriber &subscriber)
{
    auto *target = dynamic_cast<FaultTarget *>(&subscriber);
    if (!target)
        return false;
    ++fault.hits;
    const QByteArray cause = fault.cause();
    m_observer.faultHit(*subscriber.record(), cause, fault.rule.info().name);
    switch (fault.kind()) {
    case FaultKind::Fin:
        subscriber.drop(DropHow::Fin, 0, cause);
        break;
    case FaultKind::Rst:
        subscriber.drop(DropHow::Rst, 0, cause);
        break;
    case FaultKind::CloseCode:
        target->closeWith(int(fault.rule.number(0)), fault.rule.text(1), cause);
        break;
    case FaultKind::ExpireToken:
        target->expireToken(cause);
        break;
    default:
        return target->breakProtocol();
    }
    return true;
}

void FaultService::actOnHub(ActiveFault &fault)
{
    ++fault.hits;
    if (fault.kind() == FaultKind::Evict) {
        m_hub.store().evict(parseEventId(fault.rule.text(0))->seq);
        fault.isOver = true;
    } else if (fault.kind() == FaultKind::Restart) {
        fault.endsAt = m_clock.now() + RestartTime;
        restart(fault);
    }
    updateListening();
}

void FaultService::restart(const ActiveFault &fault)
{
    m_acts.setListening(m_listening = false);
    const bool drains = fault.rule.number(0) != 0;
    std::vector<Subscriber *> subscribers;
    m_observer.forEachClient(
        [&](const ClientRecord &record) { subscribers.insert(subscribers.end(), record.live.begin(), record.live.end()); });
    for (Subscriber *subscriber : subscribers) {
        auto *target = dynamic_cast<FaultTarget *>(subscriber);
        const qint64 jitter = QRandomGenerator::global()->bounded(fault.rule.number(2) + 1);
        if (drains && target)
            target->endForRestart(fault.rule.time(1) + Milliseconds(jitter), fault.cause());
        else
            subscriber->drop(DropHow::Rst, 0, fault.cause());
    }
    m_acts.endConnections(drains);
}

void FaultService::actLater(quint64 rule, Subscriber *subscriber)
{
    m_deferred.push_back({rule, subscriber});
    m_timers.arm(*m_later, m_clock.now());
}

void FaultService::actDeferred()
{
    while (!m_deferred.empty()) {
        const Deferred deferred = m_deferred.front();
        m_deferred.erase(m_deferred.begin());
        ActiveFault *fault = m_plan.find(deferred.rule);
        if (fault && deferred.subscriber)
            actOn(*fault, *deferred.subscriber);
        else if (fault)
            actOnHub(*fault);
    }
}

// Events are held for connections that it is about to end: they would be held for good if it went before.
void FaultService::actPending(ActiveFault &fault)
{
    const auto isPending = [&](const Deferred &deferred) { return deferred.rule == fault.id && deferred.subscriber; };
    for (;;) {
        const auto it = std::find_if(m_deferred.begin(), m_deferred.end(), isPending);
        if (it == m_deferred.end())
            return;
        Subscriber &subscriber = *it->subscriber;
        m_deferred.erase(it);
        actOn(fault, subscriber);
    }
}

void FaultService::updateListening()
{
    const auto refuses = [](const ActiveFault &fault) {
        return (fault.kind() == FaultKind::Refuse || fault.kind() == FaultKind::Restart) && fault.hits > 0;
    };
    const bool listening = std::none_of(m_plan.rules().begin(), m_plan.rules().end(), refuses);
    if (std::exchange(m_listening, listening) != listening)
        m_acts.setListening(listening);
}

std::unique_ptr<Link> FaultService::faulted(std::unique_ptr<Link> link, const ConnectionFacts &facts, Occasion occasion)
{
    return m_links.hold(std::move(link), facts, occasion);
}

void FaultService::opened(Subscriber &subscriber)
{
    if (!hasRules())
        return;
    const ClientRow client = clientRowOf(*subscriber.record());
    m_links.opened(client);
    m_events.opened(subscriber);
    for (ActiveFault &fault : m_plan.rules()) {
        if (fault.kind() != FaultKind::MalformedFrame || fault.rule.atEvent > 0 || !fault.takesNewcomers() || fault.isUsedUp()
            || !fault.rule.matches(client) || !m_plan.rolls(fault))
            continue;
        fault.adopted += fault.rule.whom.next > 0;
        actLater(fault.id, &subscriber);
    }
}

void FaultService::closed(Subscriber &subscriber)
{
    m_events.closed(subscriber);
    std::erase_if(m_deferred, [&](const Deferred &deferred) { return deferred.subscriber == &subscriber; });
}

WallTime FaultService::wallOf(TimePoint time) const
{
    return time == TimePoint::max() ? WallTime{}
                                    : m_clock.wall() + std::chrono::duration_cast<Milliseconds>(time - m_clock.now());
}

std::vector<FaultRow> FaultService::rows() const
{
    std::vector<FaultRow> rows;
    for (const ActiveFault &fault : m_plan.rules())
        rows.push_back({QByteArray::number(fault.id), fault.rule.json, fault.hits, wallOf(fault.endsAt)});
    return rows;
}

QByteArray FaultService::json() const
{
    QByteArray text = "[";
    for (const FaultRow &row : rows()) {
        text += (text.size() > 1 ? "," : "") + row.json.chopped(1) + ",\"id\":\"" + row.id
            + "\",\"hits\":" + QByteArray::number(row.hits)
            + ",\"endsAt\":" + (row.endsAt == WallTime{} ? QByteArray("null") : '"' + isoTime(row.endsAt) + '"') + '}';
    }
    return text + ']';
}

} // namespace pushscope
