// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// As tst_ledgeragreement, under every kind of fault: over the protocols, the stores and the transports. PUSHSCOPE_SEED repeats a
// run.

#include "server/countedworld.h"
#include "server/faultdice.h"

#include <QTemporaryDir>

using namespace pushscope;

class TestLedgerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mixed_data() { rows(); }

    // Every kind that takes nothing away from a client that comes back with its cursor, mixed with cuts and each other: when all
    // are gone, everyone is there and has everything once, and each row says of its replay what the client has of it.
    void mixed()
    {
        QFETCH(int, protocol);
        CountedWorld world(config(), seed());
        world.add(protocol, 5, true);
        QVERIFY(world.comesTo(5));
        QVERIFY(world.publish(1)); // all have a cursor now
        QVERIFY(world.catchesUp());
        FaultDice dice(world.random);
        for (int round = 0; round < 2; ++round) {
            for (const FaultKind kind : dice.harmless()) {
                const QByteArray rule = dice.roll(kind, world.anyClient());
                QVERIFY2(!world.fault(rule).isEmpty(), rule.constData());
                if (world.random.bounded(5) == 0)
                    world.population.cut(world.random.generateDouble());
                QVERIFY(world.publish(world.random.bounded(1, 12)));
            }
        }
        world.noFaults();
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());

        QVERIFY(!world.rows.empty());
        eachRowAddsUp(world);
        for (const auto &one : world.counted) {
            if (one->received.size() != world.head)
                qWarning("%s", world.laggards().constData());
            if (one->duplicates > 0) {
                const QByteArray name = one->client->plan().user;
                qWarning("%s got some more than once:%s", name.constData(), world.storyOf(name).constData());
            }
            QCOMPARE(quint64(one->received.size()), world.head);
            QCOMPARE(one->duplicates, 0u);
        }
        for (const auto &[key, row] : world.rows) {
            const Counted &client = world.of(row.client);
            if (row.lost + row.duplicated > 0) {
                qWarning("reconnect %u of %s from %llu up to %llu, \"%s\":%s", key, row.client.constData(), row.from.value,
                         row.upTo.value, row.lostCause.constData(), world.storyOf(row.client).constData());
            }
            QCOMPARE(row.lost, 0u);
            QCOMPARE(row.duplicated, 0u);
            if (row.caughtUpAfter >= 0ms) // else it was cut again before it had all
                QCOMPARE(row.replayed, client.within(row.from, row.upTo));
        }
    }

    void harmful_data() { rows(); }

    // Kinds that do take something away: what the ledger calls lost is, id by id, what a client never got; a rule counts as many
    // hits as clients count losses, or duplicates.
    void harmful()
    {
        QFETCH(int, protocol);
        CountedWorld world(config(), seed());
        world.add(protocol, 5, true);
        QVERIFY(world.comesTo(5));
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());
        quint64 lost = 0, repeated = 0;
        for (int round = 0; round < 6; ++round) {
            const QByteArray chance = ",\"probability\":0." + QByteArray::number(world.random.bounded(2, 10)) + '}';
            const QByteArray lose = world.fault("{\"whom\":{},\"what\":{\"kind\":\"lose\"}" + chance);
            const QByteArray repeat = world.fault("{\"whom\":{},\"what\":{\"kind\":\"duplicate\"}" + chance);
            const QByteArray reorder = world.fault("{\"whom\":{},\"what\":{\"kind\":\"reorder\"}" + chance);
            QVERIFY(world.publish(world.random.bounded(1, 20)));
            lost += world.hits(lose);
            repeated += world.hits(repeat);
            world.noFaults();
            QVERIFY(world.publish(1)); // all have a cursor after what was lost
            QVERIFY(world.catchesUp());
            QVERIFY(goesAwayAndComesBack(world));
        }
        eachRowAddsUp(world);
        quint64 duplicates = 0, ofFaults = 0;
        for (const auto &one : world.counted) {
            compareLosses(world, *one);
            duplicates += one->duplicates;
        }
        for (const auto &[key, row] : world.rows) {
            QCOMPARE(row.rewound + row.duplicated, 0u);
            ofFaults += quint64(std::count_if(row.items.begin(), row.items.end(),
                                              [](const auto &item) { return item.cause.startsWith("fault "); }));
        }
        QCOMPARE(ofFaults, lost);
        QCOMPARE(duplicates, repeated);
    }

    // A restart that is taken back before its time is over, and a refusal: the hub listens again at once.
    void itListensAgain_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("restart") << QByteArray("{\"kind\":\"restart\",\"drain\":false}");
        QTest::newRow("drained") << QByteArray("{\"kind\":\"restart\",\"drain\":true}");
        QTest::newRow("refuse") << QByteArray("{\"kind\":\"refuse\"}");
    }
    void itListensAgain()
    {
        QFETCH(QByteArray, what);
        CountedWorld world({}, 1);
        world.add(1, 3, true);
        QVERIFY(world.comesTo(3));
        const QByteArray rule = world.fault("{\"what\":" + what + '}');
        QTRY_VERIFY(world.hits(rule) > 0 || world.rules.empty()); // so slow a machine that it is over already
        world.noFaults();
        QVERIFY(world.publish(1));
        world.population.cut(1);
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());
    }

    // What was to happen at an event that has come happens, also when its rule is removed before the next tick: events are held
    // for it already.
    void whatIsDueIsDone()
    {
        CountedWorld world({}, 1);
        world.add(1, 3, true);
        QVERIFY(world.comesTo(3));
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());
        for (int round = 0; round < 20; ++round) {
            for (const char *kind : {"fin", "rst", "close-code"})
                QVERIFY(!world.fault("{\"whom\":{},\"what\":{\"kind\":\"" + QByteArray(kind) + "\"},\"at\":{\"event\":1}}")
                             .isEmpty());
            auto published = world.hub.thread().publish({{"room:lobby"}, "message", "1", false});
            auto removed = world.hub.thread().removeFault({}); // in the same turn of the hub
            QTRY_VERIFY_WITH_TIMEOUT(published.isFinished() && removed.isFinished(), 20'000);
            ++world.head;
            QVERIFY(world.catchesUp());
        }
        QVERIFY(!world.rows.empty());
    }

    // An answer that breaks off in the middle of what a poller missed.
    void aBrokenPollLosesNothing()
    {
        CountedWorld world({}, 1);
        world.add(2, 1, true);
        QVERIFY(world.comesTo(1));
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());
        const QByteArray kept = world.fault("{\"whom\":{},\"what\":{\"kind\":\"status\",\"code\":503}}");
        (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"fin\"}}");
        QVERIFY(world.comesTo(0));
        QVERIFY(world.publish(3));
        const QByteArray broken = world.fault("{\"whom\":{},\"what\":{\"kind\":\"malformed-frame\"},\"at\":{\"event\":2}}");
        auto removed = world.hub.thread().removeFault(kept);
        QTRY_VERIFY(removed.isFinished());
        QTRY_VERIFY(world.hits(broken) > 0);
        world.noFaults();
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());
        eachRowAddsUp(world);
        for (const auto &[key, row] : world.rows) {
            QCOMPARE(row.lost, 0u);
            QCOMPARE(row.duplicated, 0u);
        }
    }

private:
    // All are away while events are published, and some of these evicted, or their cursor does not come through.
    static bool goesAwayAndComesBack(CountedWorld &world)
    {
        (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"status\",\"code\":503}}");
        (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"fin\"}}");
        if (!world.comesTo(0) || !world.publish(world.random.bounded(1, 12)))
            return false;
        const QByteArray newest = world.hub.thread().epoch() + '-' + QByteArray::number(world.head);
        if (world.random.bounded(2) && world.fault("{\"what\":{\"kind\":\"evict\",\"upTo\":\"" + newest + "\"}}").isEmpty())
            return false;
        if (!world.publish(world.random.bounded(1, 12)))
            return false;
        world.noFaults();
        if (world.random.bounded(2))
            (void)world.fault("{\"whom\":{\"next\":2},\"what\":{\"kind\":\"strip-last-event-id\"}}");
        const bool back = world.comesTo(5) && world.publish(1) && world.catchesUp();
        world.noFaults();
        return back;
    }

    static void rows()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<bool>("sqlite");
        QTest::addColumn<QByteArray>("transport");
        const char *names[] = {"SSE", "WebSocket", "poll"};
        for (int protocol = 0; protocol < 3; ++protocol) {
            for (const bool sqlite : {false, true}) {
                for (const char *transport : {"auto", "qt"}) {
                    QTest::addRow("%s, %s, %s", names[protocol], sqlite ? "sqlite" : "memory", transport)
                        << protocol << sqlite << QByteArray(transport);
                }
            }
        }
    }
    ServerConfig config()
    {
        QFETCH(bool, sqlite);
        QFETCH(QByteArray, transport);
        ServerConfig config;
        config.retry = 10ms;
        config.transport = transport;
        m_folder = std::make_unique<QTemporaryDir>();
        if (sqlite)
            config.store = m_folder->filePath(QStringLiteral("events.db"));
        return config;
    }
    static quint32 seed()
    {
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("PUSHSCOPE_SEED", &given);
        const quint32 seed = given ? quint32(wanted) : QRandomGenerator::global()->generate() & 0x7fffffff;
        qInfo("PUSHSCOPE_SEED=%u", seed);
        return seed;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLedgerFaults)
#include "tst_ledgerfaults.moc"
