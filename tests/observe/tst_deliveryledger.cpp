// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a reconnect is said to have missed, been replayed, got again and lost.

#include "observe/observerrig.h"

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

using Rig = ObserverRig;

struct Expected {
    quint64 missed = 0, replayed = 0, rewound = 0, duplicated = 0, lost = 0;
    QByteArray cause = {};
    Verdict verdict = Verdict::Recovered;
};

Event eventAt(quint64 seq)
{
    Event event;
    event.seq = Seq{seq};
    return event;
}

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

    // The network kept the end of the old connection, and what the hub had for it, until the new one had ended, too.
    void whatANewerConnectionGaveIsNotLost()
    {
        Rig rig;
        auto old = std::make_unique<Visit>(rig, QByteArray());
        rig.publish(2);
        old->answered = Seq{2}; // and no more
        rig.publish(3);
        auto newer = std::make_unique<Visit>(rig, rig.cursor(2));
        rig.publish(1);
        newer.reset();
        rig.publish(2);
        old.reset();
        rig.publish(1);
        const Visit back(rig, rig.cursor(6));
        compare(rig.lastRow(), {.missed = 3, .replayed = 3});
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

    // It asks from before what it was given, and is cut at once: what it had is no more due than before.
    void anInterruptedReplayTakesNothingBack()
    {
        Rig rig;
        {
            const Visit visit(rig, {});
            rig.publish(5);
        }
        rig.publish(3);
        {
            const Visit cutShort(rig, rig.cursor(2), {}, 0);
        }
        compare(rig.lastRow(), {});
        rig.publish(1);
        const Visit back(rig, {});
        compare(rig.lastRow(), {.missed = 4, .lost = 4, .cause = "no-cursor", .verdict = Verdict::Lost});
    }

    void anAnswerThatNeverLeftIsNoReplay()
    {
        Rig rig;
        {
            const Visit visit(rig, {});
            rig.publish(3);
        }
        rig.publish(50);
        {
            Visit cutShort(rig, rig.cursor(2), {}, 10);
            cutShort.answered = Seq{5};
        }
        compare(rig.lastRow(), {.missed = 2, .replayed = 3, .rewound = 1});
        QCOMPARE(rig.lastRow().items.size(), 3u);
        const Visit back(rig, {});
        compare(rig.lastRow(), {.missed = 48, .lost = 48, .cause = "no-cursor", .verdict = Verdict::Lost});
    }

    // The first answer of its history was lost on the way.
    void aPollerThatAsksForTheSameAgainIsCountedOnce()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        rig.publish(30);
        Visit back(rig, rig.cursor(0), {}, 10);
        QVERIFY(back.isReplaying());
        back.askAgain(rig.cursor(0), 10);
        back.askAgain(rig.cursor(10), 100);
        QTRY_VERIFY(!back.isReplaying());
        QCOMPARE(back.received, 40);
        compare(rig.lastRow(), {.missed = 30, .replayed = 30});
        QCOMPARE(rig.lastRow().items.size(), 30u);
    }

    // Its poll was cut before the answer went on past what a fault kept from it: it is due like what came later.
    void whatAFaultKeptFromAnAnswerThatNeverLeftIsDueOnce()
    {
        Rig rig;
        {
            Visit visit(rig, {});
            visit.deaf = true;
            visit.answered = Seq{};
            rig.publish(1);
            rig.observer.eventLost(visit, eventAt(1), 7);
        }
        rig.publish(1);
        const Visit back(rig, rig.cursor(0));
        compare(rig.lastRow(), {.missed = 2, .replayed = 2});
    }

    void whatAFaultKeptFromItMayComeWithoutAReconnect()
    {
        Rig rig;
        Visit visit(rig, {});
        visit.deaf = true;
        rig.publish(1);
        rig.observer.eventLost(visit, eventAt(1), 7);
        Visit(rig, rig.cursor(0)).leave("client"); // beside the first
        visit.leave("client");
        const Visit back(rig, rig.cursor(1));
        compare(rig.lastRow(), {});
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

    void eachTryHasItsTimeAndItsOutcome()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        const WallTime left = rig.clock.wall();
        for (const int status : {503, 0, 401}) {
            rig.clock.advance(1s);
            rig.observer.requestRefused(Visit::facts(), status, "no");
        }
        rig.clock.advance(1s);
        const Visit back(rig, rig.cursor(0));
        QByteArray told;
        for (const auto &attempt : rig.lastRow().tries)
            told += QByteArray::number((attempt.at - left) / 1s) + ' ' + attempt.outcome + ", ";
        QCOMPARE(told, QByteArray("1 503, 2 no answer, 3 401, 4 ok, "));
        QCOMPARE(rig.lastRow().caughtUpAfter, 0ms);
    }

    void triesAreBounded()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        for (int i = 0; i < 250; ++i)
            rig.observer.requestRefused(Visit::facts(), 503, "no");
        const Visit back(rig, rig.cursor(0));
        QCOMPARE(rig.lastRow().attempts, 251u);
        QCOMPARE(rig.lastRow().tries.size(), DeliveryLedger::MaxTries);
        QCOMPARE(rig.lastRow().tries.back().outcome, QByteArray("ok"));
    }

    void whatIsLostIsNamed_data()
    {
        QTest::addColumn<int>("kept");
        QTest::addColumn<bool>("cursor");
        QTest::addColumn<QByteArray>("items");
        QTest::newRow("no cursor") << 1000 << false << QByteArray("2 lost no-cursor, 4 lost no-cursor, 6 lost no-cursor, ");
        QTest::newRow("evicted") << 3 << true << QByteArray("2 lost evicted, 4 missed, 6 missed, ");
        QTest::newRow("nothing") << 1000 << true << QByteArray("2 missed, 4 missed, 6 missed, ");
    }

    void whatIsLostIsNamed()
    {
        QFETCH(int, kept);
        QFETCH(bool, cursor);
        Rig rig({.events = quint64(kept)});
        Visit(rig, {}).leave("fin by admin");
        for (int i = 0; i < 3; ++i) {
            rig.publish(1, "room:elsewhere");
            rig.publish(1);
        }
        const Visit back(rig, cursor ? rig.cursor(0) : QByteArray());
        QByteArray told;
        for (const auto &item : rig.lastRow().items) {
            const bool lost = item.what == ReconnectRow::Item::What::Lost;
            told += QByteArray::number(item.seq.value) + (lost ? " lost " + item.cause : " missed") + ", ";
        }
        QTEST(told, "items");
    }

    void whatAFaultKeptFromItIsLostUnlessReplayed_data()
    {
        QTest::addColumn<int>("cursor");
        QTest::addColumn<quint64>("missed");
        QTest::addColumn<quint64>("replayed");
        QTest::addColumn<quint64>("rewound");
        QTest::addColumn<QByteArray>("lost");
        QTest::newRow("it has gone on past it") << 4 << 3ull << 2ull << 0ull << QByteArray("3 fault 7, ");
        QTest::newRow("it comes back from before") << 2 << 3ull << 4ull << 1ull << QByteArray();
    }

    void whatAFaultKeptFromItIsLostUnlessReplayed()
    {
        QFETCH(int, cursor);
        Rig rig;
        {
            Visit visit(rig, {});
            rig.publish(2);
            visit.deaf = true;
            rig.publish(1);
            visit.deaf = false;
            rig.observer.eventLost(visit, eventAt(3), 7);
            rig.publish(1);
        }
        rig.publish(2);
        const Visit back(rig, rig.cursor(quint64(cursor)));
        QByteArray told;
        for (const auto &item : rig.lastRow().items) {
            if (item.what == ReconnectRow::Item::What::Lost)
                told += QByteArray::number(item.seq.value) + ' ' + item.cause + ", ";
        }
        QTEST(told, "lost");
        QTEST(rig.lastRow().missed, "missed");
        QTEST(rig.lastRow().replayed, "replayed");
        QTEST(rig.lastRow().rewound, "rewound");
        QCOMPARE(rig.lastRow().missed + rig.lastRow().rewound, rig.lastRow().replayed + rig.lastRow().lost);
        QCOMPARE(rig.lastRow().lostCause, told.isEmpty() ? QByteArray() : QByteArray("fault 7"));
    }

    void whatIsAcknowledgedIsMarked()
    {
        Rig rig;
        Visit(rig, {}).leave("client");
        rig.publish(4);
        const auto acked = [&rig] {
            const auto &items = rig.lastRow().items;
            return std::count_if(items.begin(), items.end(), [](const auto &item) { return item.acked; });
        };
        {
            Visit back(rig, rig.cursor(0));
            QCOMPARE(acked(), 0);
            rig.observer.acknowledged(back, Seq{2});
            QCOMPARE(acked(), 2);
            QVERIFY(rig.lastRow().items[1].acked && !rig.lastRow().items[2].acked);
        }
        const ReconnectRow *row = &rig.lastRow();
        const Visit again(rig, rig.cursor(3)); // acknowledges by its cursor
        QVERIFY(row->items[2].acked && !row->items[3].acked);
        QCOMPARE(acked(), 0); // of the new row: 4 was written before, and nobody knows whether it came
        QVERIFY(rig.lastRow().items[0].what == ReconnectRow::Item::What::Rewound);
    }

    void whoIsAwayTooLongIsForgotten()
    {
        Rig rig;
        for (int i = 0; i < 50; ++i)
            Visit(rig, {}, {}, 1, "tab-" + QByteArray::number(i)).leave("client");
        QCOMPARE(rig.observer.makeSnapshot(1)->changedClients.size(), 50u);
        rig.clock.advance(ClientRegistry::Remembered + 1s);
        rig.observer.expire();
        rig.observer.forgetSome();
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
