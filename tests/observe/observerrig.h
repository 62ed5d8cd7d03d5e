// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ObserverRig: the observer over a real hub and store on a fake clock, with clients that connect and leave as the test says.

#include "observe/observer.h"
#include "store/memorystore.h"
#include "support/fakeclock.h"

#include <QTest>
#include <optional>

namespace pushscope {

using namespace std::chrono_literals;

class NameEncoder final : public EventEncoder
{
public:
    [[nodiscard]] SharedBytes encode(const Event &event, const Epoch &, WireForm) const override { return event.data; }
};

class ObserverRig
{
public:
    explicit ObserverRig(Retention retention = {})
        : store(retention)
    {
        [[maybe_unused]] const auto opened = store.open(clock.wall());
        hub = std::make_unique<Hub>(store, encoder, observer, clock);
        observer.setHub(hub.get());
    }
    ~ObserverRig() { observer.releaseWatches(); }

    void publish(int count, const QByteArray &to = "room:a", const QByteArray &type = "news")
    {
        for (int i = 0; i < count; ++i) {
            Draft draft;
            draft.to = {to};
            draft.type = type;
            QVERIFY(hub->publish(std::move(draft)).has_value());
        }
    }
    [[nodiscard]] const ReconnectRow &lastRow() const { return observer.ledger().rows().back(); }
    [[nodiscard]] QByteArray cursor(quint64 seq) const { return hub->cursorAt(Seq{seq}); }

    FakeClock clock;
    NameEncoder encoder;
    MemoryStore store;
    ConnectionJournal journal{ConnectionJournal::Bounds{}, clock};
    Observer observer{journal, clock};
    std::unique_ptr<Hub> hub;
};

// One connection of a client; leaves when it goes out of scope.
class Visit final : public Subscriber
{
public:
    // Who connects: alice from her tab.
    [[nodiscard]] static ConnectionFacts facts(const QByteArray &id = "tab-1", ClientProtocol protocol = ClientProtocol::Sse)
    {
        ConnectionFacts facts;
        facts.id = ConnectionId{++s_lastId};
        facts.protocol = protocol;
        facts.clientId = id;
        facts.user = "alice";
        facts.host = "127.0.0.1";
        facts.authority = "127.0.0.1:8090";
        facts.address = "127.0.0.1:51234";
        facts.userAgent = "test";
        facts.rooms = {"a"};
        return facts;
    }
    Visit(ObserverRig &rig, const QByteArray &cursor, std::vector<QByteArray> types = {}, int room = 1'000'000,
          const QByteArray &id = "tab-1")
        : Visit(rig, cursor, facts(id), std::move(types), room)
    {
    }
    Visit(ObserverRig &rig, const QByteArray &cursor, ConnectionFacts facts, std::vector<QByteArray> types = {},
          int room = 1'000'000)
        : Subscriber(facts.protocol)
        , id(facts.id)
        , m_rig(rig)
        , m_room(room)
    {
        facts.cursor = cursor;
        setRecord(rig.observer.connectionOpened(facts, *this));
        const std::vector<QByteArray> channels{"user:alice", "*", "room:a"};
        rig.hub->subscribe(*this, channels, std::move(types), rig.hub->startFor(cursor, channels));
    }
    ~Visit() override { leave("client"); }
    // The next poll of a poller, which has room for so many.
    void askAgain(const QByteArray &cursor, int room)
    {
        m_room = received + room;
        m_rig.hub->unsubscribe(*this);
        const std::vector<QByteArray> channels{"user:alice", "*", "room:a"};
        m_rig.hub->subscribe(*this, channels, {}, m_rig.hub->startFor(cursor, channels));
    }
    void leave(const QByteArray &cause)
    {
        if (std::exchange(m_left, true))
            return;
        m_rig.hub->unsubscribe(*this);
        if (answered)
            rewindTo(*answered);
        m_rig.observer.connectionClosed(*this, cause);
    }
    void drop(DropHow, int, const QByteArray &cause) override { leave(cause); }
    [[nodiscard]] qsizetype queuedBytes() const override { return queued; }
    void ping() override { ++pings; }

    const ConnectionId id;
    int received = 0;
    bool deaf = false; // what is delivered is not written
    std::optional<Seq> answered; // of a poller: what came later never left
    qsizetype queued = 0; // octets, as the test says
    int pings = 0; // asked for

private:
    [[nodiscard]] bool deliver(const EncodedEvent &event, bool replayed) override
    {
        if (deaf)
            return true;
        ++received;
        m_rig.observer.eventDelivered(*this, event.event(), 10, replayed);
        return true;
    }
    [[nodiscard]] bool hasRoom() const override { return received < m_room; }

    static inline quint64 s_lastId = 0;
    ObserverRig &m_rig;
    int m_room;
    bool m_left = false;
};

} // namespace pushscope
