// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a reconnect is said to have missed, been replayed, got again and lost: the observer over a real hub and store, with
// clients that connect and leave as the test says.

#include "observe/observer.h"
#include "store/memorystore.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

class NameEncoder final : public EventEncoder
{
public:
    [[nodiscard]] SharedBytes encode(const Event &event, const Epoch &, WireForm) const override { return event.data; }
};

class Rig
{
public:
    explicit Rig(Retention retention = {})
        : store(retention)
    {
        [[maybe_unused]] const auto opened = store.open(clock.wall());
        hub = std::make_unique<Hub>(store, encoder, observer, clock);
        observer.setHub(hub.get());
    }
    ~Rig() { observer.releaseWatches(); }

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
    Visit(Rig &rig, const QByteArray &cursor, std::vector<QByteArray> types = {}, int room = 1'000'000,
          const QByteArray &id = "tab-1")
        : Subscriber(ClientProtocol::Sse)
        , m_rig(rig)
        , m_room(room)
    {
        ConnectionFacts facts;
        facts.id = ConnectionId{++s_lastId};
        facts.clientId = id;
        facts.user = "alice";
        facts.host = "127.0.0.1";
        facts.userAgent = "test";
        facts.rooms = {"a"};
        facts.cursor = cursor;
        setRecord(rig.observer.connectionOpened(facts, *this));
        const std::vector<QByteArray> channels{"user:alice", "*", "room:a"};
        rig.hub->subscribe(*this, channels, std::move(types), rig.hub->startFor(cursor, channels));
    }
    ~Visit() override { leave("client"); }
    void leave(const QByteArray &cause)
    {
        if (std::exchange(m_left, true))
            return;
        m_rig.hub->unsubscribe(*this);
        m_rig.observer.connectionClosed(*this, cause);
    }
    void drop(DropHow, int, const QByteArray &cause) override { leave(cause); }

    int received = 0;

private:
    [[nodiscard]] bool deliver(const EncodedEvent &event, bool replayed) override
    {
        ++received;
        m_rig.observer.eventDelivered(*this, event.event(), 10, replayed);
        return true;
    }
    [[nodiscard]] bool hasRoom() const override { return received < m_room; }

    static inline quint64 s_lastId = 0;
    Rig &m_rig;
    int m_room;
    bool m_left = false;
};

struct Expected {
    quint64 missed = 0, replayed = 0, rewound = 0, duplicated = 0, lost = 0;
    QByteArray cause = {};
    Verdict verdict = Verdict::Recovered;
};

void compare(const ReconnectRow &row, const Expected &expected)
{
    QCOMPARE(row.missed, expected.missed);
    QCOMPARE(row.replayed, expected.replayed);
    QCOMPARE(row.rewound, expected.rewound);
    QCOMPARE(row.duplicated, expected.duplicated);
    QCOMPARE(row.lost, expected.lost);
    QCOMPARE(row.lostCause, expected.cause);
    QVERIFY(row.verdict == expected.verdict);
    QCOMPARE(row.missed + row.rewound + row.duplicated, row.replayed + row.lost);
}

} // namespace

class TestDeliveryLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstConnectionIsNoReconnect()
    {
        Rig rig;
        rig.publish(3);
        const Visit visit(rig, "earliest");
        QVERIFY(rig.observer.ledger().rows().empty());
    }

    void missedAndReplayed()
    {
        Rig rig;
        Visit(rig, {}).leave("fin by admin");
        rig.publish(4);
        rig.publish(2, "room:elsewhere");
        rig.clock.advance(3200ms);
        const Visit back(rig, rig.cursor(0));
        compare(rig.lastRow(), {.missed = 4, .replayed = 4});
        QCOMPARE(rig.lastRow().away, 3200ms);
        QCOMPARE(rig.lastRow().endedBy, QByteArray("fin by admin"));
        QCOMPARE(rig.lastRow().attempts, 1u);
        QCOMPARE(rig.lastRow().items.size(), 4u);
    }

    // The window says by it who will lose what next.
    void theOldestMissedIsTold()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        QVERIFY(rig.observer.makeSnapshot(1)->changedClients.at(0).oldestMissed.isNull());
        rig.publish(2, "room:elsewhere");
        QVERIFY(rig.observer.makeSnapshot(1)->changedClients.empty());
        rig.publish(3);
        QCOMPARE(rig.observer.makeSnapshot(1)->changedClients.at(0).oldestMissed, (Seq{3}));
        rig.publish(3);
        QVERIFY(rig.observer.makeSnapshot(1)->changedClients.empty()); // told once
        const Visit back(rig, rig.cursor(0));
        QVERIFY(rig.observer.makeSnapshot(1)->changedClients.at(0).oldestMissed.isNull());
    }

    void onlyTheTypesThatItWants()
    {
        Rig rig;
        Visit(rig, {}, {"news"}).leave("client");
        rig.publish(2);
        rig.publish(5, "room:a", "gossip");
        const Visit back(rig, rig.cursor(0), {"news"});
        compare(rig.lastRow(), {.missed = 2, .replayed = 2});
    }

    void withoutACursorAllIsLost()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        rig.publish(4);
        const Visit back(rig, {});
        compare(rig.lastRow(), {.missed = 4, .lost = 4, .cause = "no-cursor", .verdict = Verdict::Lost});
    }

    void freshIfNothingWasDue()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        const Visit back(rig, {});
        compare(rig.lastRow(), {.verdict = Verdict::Fresh});
    }

    void evictedMeanwhile()
    {
        Rig rig({.events = 3});
        rig.publish(1);
        Visit(rig, rig.cursor(1)).leave("client");
        rig.publish(10);
        const Visit back(rig, rig.cursor(1));
        compare(rig.lastRow(), {.missed = 10, .replayed = 3, .lost = 7, .cause = "evicted", .verdict = Verdict::Lost});
    }

    void rewoundWhatWasWrittenAndNeverAcknowledged()
    {
        Rig rig;
        {
            const Visit visit(rig, {});
            rig.publish(5);
        }
        rig.publish(2);
        const Visit back(rig, rig.cursor(3)); // 4 and 5 were written, and did not arrive
        compare(rig.lastRow(), {.missed = 2, .replayed = 4, .rewound = 2});
    }

    void duplicatedWhatWasAcknowledged()
    {
        Rig rig;
        {
            Visit visit(rig, {});
            rig.publish(5);
            rig.observer.acknowledged(visit, Seq{4});
        }
        const Visit back(rig, rig.cursor(2)); // 3 and 4 were acknowledged, 5 was written
        compare(rig.lastRow(), {.replayed = 3, .rewound = 1, .duplicated = 2});
    }

    void anInterruptedReplayLeavesTheRestToTheNext()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        rig.publish(200);
        {
            const Visit cutShort(rig, rig.cursor(0), {}, 10);
            QVERIFY(cutShort.isReplaying());
        }
        const ReconnectRow first = rig.lastRow();
        const Visit back(rig, rig.cursor(first.replayed));
        const quint64 got = first.replayed;
        compare(first, {.missed = got, .replayed = got});
        QTRY_VERIFY(!back.isReplaying());
        compare(rig.lastRow(), {.missed = 200 - got, .replayed = 200 - got});
    }

    void refusedTriesCount()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        ConnectionFacts facts;
        facts.clientId = "tab-1";
        rig.observer.requestRefused(facts, 401, "expired");
        rig.observer.requestRefused(facts, 401, "expired");
        const Visit back(rig, rig.cursor(0));
        QCOMPARE(rig.lastRow().attempts, 3u);
    }

    void whoIsAwayTooLongIsForgotten()
    {
        Rig rig;
        for (int i = 0; i < 50; ++i)
            Visit(rig, {}, {}, 1, "tab-" + QByteArray::number(i)).leave("client");
        QCOMPARE(rig.observer.makeSnapshot(1)->changedClients.size(), 50u);
        rig.clock.advance(ClientRegistry::Remembered + 1s);
        rig.observer.expire();
        QVERIFY(rig.observer.clients().empty());
        QCOMPARE(rig.observer.makeSnapshot(1)->removedClients.size(), 50u);
        QCOMPARE(rig.hub->channels().size(), 0u); // the watches have left
        const Visit back(rig, {});
        QVERIFY(rig.observer.ledger().rows().empty());
    }

    void deliveriesAreTrackedOnceAskedFor()
    {
        Rig rig;
        Visit visit(rig, {});
        rig.publish(2);
        auto snapshot = rig.observer.makeSnapshot(1);
        QVERIFY(!snapshot->deliveriesTracked);
        QVERIFY(snapshot->deliveries.empty());
        rig.observer.trackDeliveries(true);
        rig.clock.advance(5ms);
        rig.publish(1);
        visit.leave("client");
        rig.publish(1);
        const Visit back(rig, rig.cursor(3));
        snapshot = rig.observer.makeSnapshot(1);
        QVERIFY(snapshot->deliveriesTracked);
        QCOMPARE(snapshot->deliveries.size(), 2u);
        QCOMPARE(snapshot->deliveries[0].clientKey, snapshot->changedClients.front().key);
        QCOMPARE(snapshot->deliveries[0].seq(snapshot->figures.head), Seq{3});
        QCOMPARE(snapshot->deliveries[0].at(), std::chrono::nanoseconds(5ms));
        QVERIFY(!snapshot->deliveries[0].isReplayed());
        QCOMPARE(snapshot->deliveries[1].seq(snapshot->figures.head), Seq{4});
        QVERIFY(snapshot->deliveries[1].isReplayed());
        QCOMPARE(snapshot->monoNs, std::chrono::nanoseconds(5ms).count());
        rig.observer.trackDeliveries(false);
        rig.publish(1);
        QVERIFY(rig.observer.makeSnapshot(1)->deliveries.empty());
    }
};

QTEST_GUILESS_MAIN(TestDeliveryLedger)
#include "tst_deliveryledger.moc"
