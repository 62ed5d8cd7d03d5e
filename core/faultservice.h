// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultService: sets and ends the fault rules, and carries out those that act once on those who are connected, and on the hub;
// the others it leaves to RequestFaults, LinkFaults and EventFaults. Owned by PushServer; hub thread.

#include "eventfaults.h"
#include "linkfaults.h"
#include "requestfaults.h"

namespace pushscope {

class FaultService final : public FaultPort
{
public:
    // What the faults of the hub as a whole do.
    struct HubActs {
        std::function<void(bool on)> setListening; // closes the listeners or opens them again
        std::function<void(bool drain)> endConnections; // all that are left once the subscribers have been told
    };
    static constexpr Milliseconds RestartTime{500}; // how long a hub that restarts accepts nothing, unless the rule is removed

    // All borrowed.
    FaultService(Observer &observer, Hub &hub, TimerWheel &timers, const Clock &clock, HubActs acts);
    ~FaultService() override;

    [[nodiscard]] Result<QByteArray> add(const QByteArray &json); // gives the rule's id
    [[nodiscard]] Result<void> remove(const QByteArray &id); // all if empty
    void expire(); // ends what is over; with each tick
    [[nodiscard]] QByteArray json() const; // GET /api/faults
    [[nodiscard]] std::vector<FaultRow> rows() const; // of those at work
    [[nodiscard]] quint32 count() const noexcept { return quint32(m_plan.rules().size()); }

    [[nodiscard]] bool hasRules() const noexcept override { return !m_plan.rules().empty(); }
    [[nodiscard]] std::optional<RequestFault> requestFault(const ConnectionFacts &facts) override
    {
        return m_requests.fault(facts);
    }
    [[nodiscard]] Exchange::HeadFaults headFaults(const ConnectionFacts &facts) override { return m_requests.heads(facts); }
    [[nodiscard]] std::unique_ptr<Exchange::Task> hang(Exchange &exchange, quint64 rule) override
    {
        return m_requests.hang(exchange, rule);
    }
    [[nodiscard]] std::unique_ptr<Link> faulted(std::unique_ptr<Link> link, const ConnectionFacts &facts,
                                                Occasion occasion) override;
    [[nodiscard]] QByteArray causeOfCut(const Link &link) const override { return m_links.causeOfCut(link); }
    [[nodiscard]] bool hasPeerLeft(const Link &link) const override { return m_links.hasPeerLeft(link); }
    void opened(Subscriber &subscriber) override;
    void closed(Subscriber &subscriber) override;
    [[nodiscard]] bool silences(Signal signal, Subscriber &subscriber) override { return m_events.silences(signal, subscriber); }

private:
    class Later;

    [[nodiscard]] Result<void> check(const FaultRule &rule) const; // what only the hub knows
    void begin(ActiveFault &fault);
    [[nodiscard]] bool beginFor(ActiveFault &fault, Subscriber &subscriber); // as EventFaults::Begin
    void end(std::list<ActiveFault> faults, const char *op);
    void applyLinkRules(); // to the links of all who are connected
    void actNow(ActiveFault &fault); // on all who are connected
    bool actOn(ActiveFault &fault, Subscriber &subscriber); // true: it takes no events after it
    void actOnHub(ActiveFault &fault);
    void restart(const ActiveFault &fault);
    void actLater(quint64 rule, Subscriber *subscriber); // with the next tick; null: on the hub
    void actDeferred();
    void actPending(ActiveFault &fault); // of this rule, now
    void updateListening();
    [[nodiscard]] WallTime wallOf(TimePoint time) const;

    Observer &m_observer;
    Hub &m_hub;
    TimerWheel &m_timers;
    const Clock &m_clock;
    const HubActs m_acts;
    FaultPlan m_plan;
    RequestFaults m_requests;
    LinkFaults m_links;
    EventFaults m_events;
    struct Deferred {
        quint64 rule;
        Subscriber *subscriber; // null: the hub
    };
    std::vector<Deferred> m_deferred;
    std::unique_ptr<Later> m_later;
    TimePoint m_nextLook{}; // when filters are looked at again
    bool m_listening = true;
};

} // namespace pushscope
