// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger says of a client, and what the client itself has counted, are the same: over random cuts and faults, on each
// protocol and each store. PUSHSCOPE_SEED repeats a run.

#include "server/countedworld.h"

#include <QTemporaryDir>

using namespace pushscope;

class TestLedgerAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storm_data() { rows(); }
    void quiet_data() { rows(); }

    // Clients that resume, under all that can happen: nothing is lost, nothing comes twice, and what a row says was replayed is
    // what the client has of it.
    void storm()
    {
        QFETCH(int, protocol);
        CountedWorld world(config(), seed());
        world.add(protocol, 6, true);
        QVERIFY(world.comesTo(6));
        QVERIFY(world.publish(1)); // a poller without a cursor hears from its first poll on: all have one now
        QVERIFY(world.catchesUp());
        for (int step = 0; step < 60; ++step)
            QVERIFY(happens(world, protocol));
        world.noFaults();
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());

        QVERIFY(!world.rows.empty());
        eachRowAddsUp(world);
        for (const auto &one : world.counted) {
            QCOMPARE(quint64(one->received.size()), world.head);
            QCOMPARE(one->duplicates, 0u);
        }
        for (const auto &[key, row] : world.rows) {
            const Counted &client = world.of(row.client);
            QVERIFY2(client.presented.contains(row.cursor) || client.received.contains(row.from.value), row.cursor.constData());
            QCOMPARE(row.lost, 0u);
            QCOMPARE(row.duplicated, 0u);
            if (row.caughtUpAfter >= 0ms) // else it was cut again before it had all
                QCOMPARE(row.replayed, client.within(row.from, row.upTo));
        }
    }

    // Clients that forget their cursor, or go back: what the ledger calls lost is, id by id, what they never got, and what it
    // calls duplicated they got twice. Cut where all has arrived, so that nothing is under way that nobody can know of.
    void quiet()
    {
        QFETCH(int, protocol);
        CountedWorld world(config(), seed());
        world.add(protocol, 2, true);
        world.add(protocol, 2, false);
        world.add(protocol, 2, true, Misbehaviour::Duplicate);
        QVERIFY(world.comesTo(6));
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());
        for (int round = 0; round < 5; ++round) {
            (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"status\",\"code\":503}}");
            (void)world.fault(round % 2 ? "{\"whom\":{},\"what\":{\"kind\":\"rst\"}}"
                                        : "{\"whom\":{},\"what\":{\"kind\":\"fin\"}}");
            QVERIFY(world.comesTo(0));
            QVERIFY(world.publish(world.random.bounded(1, 12)));
            world.noFaults();
            QVERIFY(world.comesTo(6));
            QVERIFY(world.publish(world.random.bounded(1, 6)));
            QVERIFY(world.catchesUp());
        }
        eachRowAddsUp(world);
        for (const auto &one : world.counted) {
            compareLosses(world, *one);
            compareDuplicates(world, *one);
        }
    }

    // Cut twice, the second time with nothing given between: what it has, it does not miss.
    void idle_data() { rows(); }
    void idle()
    {
        QFETCH(int, protocol);
        CountedWorld world(config(), seed());
        world.add(protocol, 6, true);
        QVERIFY(world.comesTo(6));
        QVERIFY(world.publish(5));
        QVERIFY(world.catchesUp());
        for (int round = 0; round < 3; ++round) {
            (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"status\",\"code\":503}}");
            (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"fin\"}}");
            QVERIFY(world.comesTo(0));
            world.noFaults();
            QVERIFY(world.catchesUp());
        }
        QVERIFY(world.rows.size() >= 18u); // who is back between the ends of the two rules is cut once more
        eachRowAddsUp(world);
        for (const auto &[key, row] : world.rows) {
            QCOMPARE(row.missed, 0u);
            QCOMPARE(row.replayed, 0u);
        }
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<bool>("sqlite");
        const char *names[] = {"SSE", "WebSocket", "poll"};
        for (int protocol = 0; protocol < 3; ++protocol) {
            for (const bool sqlite : {false, true})
                QTest::addRow("%s, %s", names[protocol], sqlite ? "sqlite" : "memory") << protocol << sqlite;
        }
    }
    ServerConfig config()
    {
        QFETCH(bool, sqlite);
        ServerConfig config;
        config.retry = 10ms;
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

    // One step of a storm.
    static bool happens(CountedWorld &world, int protocol)
    {
        const QByteArray whom = "\"whom\":{\"client\":\"" + world.anyClient() + "\"}";
        const auto fault = [&](const QByteArray &what) { return !world.fault('{' + whom + ",\"what\":" + what + '}').isEmpty(); };
        switch (world.random.bounded(8)) {
        case 0:
            world.population.cut(world.random.generateDouble());
            return true;
        case 1:
            return fault("{\"kind\":\"rst\"}");
        case 2:
            return fault("{\"kind\":\"fin\"}");
        case 3:
            return !world.fault("{\"whom\":{\"next\":2},\"what\":{\"kind\":\"status\",\"code\":503}}").isEmpty();
        case 4:
            return protocol == 2 // an answer that is under way when the poll is cut is given again, and counted by nobody
                || !world.fault("{" + whom + ",\"what\":{\"kind\":\"latency\",\"ms\":5,\"jitterMs\":5},\"for\":\"200ms\"}")
                        .isEmpty();
        default:
            return world.publish(world.random.bounded(1, 20));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLedgerAgreement)
#include "tst_ledgeragreement.moc"
