// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Coming back to the hub: cursors, gaps, and history that goes over to live with nothing missing and nothing twice.
#include "hubfixture.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTest>

using namespace pushscope;

using Log = QList<QByteArray>;

namespace {

// Until nothing is to be done any more: slices of replays have a turn each, reads are answered one turn after they were asked
// for.
void settle(HubFixture &f)
{
    int idle = 0;
    while (idle < 3) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
        idle = f.store.answerReads() ? 0 : idle + 1;
    }
}

void settleAll(HubFixture &f, std::span<Listener *const> listeners)
{
    do
        settle(f);
    while (std::any_of(listeners.begin(), listeners.end(), [](const Listener *l) { return l->isReplaying() && l->room != 0; }));
}

void settle(HubFixture &f, Listener &listener)
{
    Listener *const one[] = {&listener};
    settleAll(f, one);
}

} // namespace

class TestHubReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cursors_data();
    void cursors();
    void cursorsOfAnEmptyStore_data();
    void cursorsOfAnEmptyStore();
    void gapIsToldFirst();

    void shortReplayIsOverAtOnce();
    void onlyWhatMatches();
    void everyoneGetsItsOwn();
    void publishWhenCaughtUp_data();
    void publishWhenCaughtUp();
    void publishBetweenSlices();
    void publishWhileTheStoreReads();
    void ephemeralEventsDontWait();
    void nothingToCatchUpMeansNoWaiting();
    void encodedOnceForAll();
    void leavesWhenCaughtUp();

    void parkedAndResumed();
    void roomIsAskedForEachEvent_data();
    void roomIsAskedForEachEvent();
    void overflowInAReplay_data();
    void overflowInAReplay();
    void retentionOvertakesAParkedReplay();
    void retentionOvertakesARead_data();
    void retentionOvertakesARead();

    void leavesWhileReplaying();
    void leavesWhileTheStoreReads();
    void comesBackWhileTheStoreReads();
    void unreadableHistoryIsNoHistory();
    void hubGoesWhileTheStoreReads();

    void randomly_data();
    void randomly();
};

// A store of 10 events of which 1 to 4 are gone. Odd ones went to room:a, even ones to room:b.
void TestHubReplay::cursors_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<quint64>("after");
    QTest::addColumn<QByteArray>("reason"); // empty: no gap
    const auto row = [](const char *name, const char *cursor, const char *channel, quint64 after, const char *reason) {
        QTest::newRow(name) << QByteArray(cursor) << QByteArray(channel) << after << QByteArray(reason);
    };
    row("none", "", "room:a", 10, "");
    row("known", "k3f9-7", "room:a", 7, "");
    row("the head", "k3f9-10", "room:a", 10, "");
    row("just before the oldest", "k3f9-4", "room:a", 4, "");
    row("nothing of its own is gone: a", "k3f9-3", "room:a", 3, "");
    row("its own is gone: b", "k3f9-3", "room:b", 4, "evicted");
    row("its own is gone: a", "k3f9-2", "room:a", 4, "evicted");
    row("all its own", "k3f9-0", "room:a", 4, "evicted");
    row("nothing was ever its own", "k3f9-0", "room:c", 0, "");
    row("beyond the head", "k3f9-11", "room:a", 4, "beyond-head");
    row("far beyond the head", "k3f9-9999999999999999999", "room:a", 4, "beyond-head");
    row("another epoch", "other-7", "room:a", 4, "epoch");
    row("another epoch, beyond", "other-70", "room:a", 4, "epoch");
    row("no cursor at all", "7", "room:a", 4, "malformed");
    row("leading zero", "k3f9-07", "room:a", 4, "malformed");
    row("blank", " ", "room:a", 4, "malformed");
    row("earliest", "earliest", "room:a", 4, "");
    row("earliest of another case", "Earliest", "room:a", 4, "malformed");
}

void TestHubReplay::cursors()
{
    QFETCH(QByteArray, cursor);
    QFETCH(QByteArray, channel);
    QFETCH(quint64, after);
    QFETCH(QByteArray, reason);
    HubFixture f;
    for (int i = 1; i <= 10; ++i)
        (void)f.publish({i % 2 ? "room:a" : "room:b"});
    f.store.evict(Seq{4});
    const QByteArray channels[] = {"user:ann", channel};
    const Start start = f.hub.startFor(cursor, channels);
    QCOMPARE(start.after.value, after);
    QCOMPARE(start.gap.has_value(), !reason.isEmpty());
    if (start.gap) {
        QCOMPARE(QByteArray(gapReasonName(start.gap->reason)), reason);
        QCOMPARE(start.gap->requested, cursor);
        QCOMPARE(start.gap->oldest, Seq{5});
        QCOMPARE(start.gap->newest, Seq{10});
        QCOMPARE(start.gap->resume, Seq{4});
    }
}

void TestHubReplay::cursorsOfAnEmptyStore_data()
{
    QTest::addColumn<bool>("emptied"); // after three events, else new
    QTest::addColumn<QByteArray>("cursor");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("new, none") << false << QByteArray() << QByteArray();
    QTest::newRow("new, earliest") << false << QByteArray("earliest") << QByteArray();
    QTest::newRow("new, before the first") << false << QByteArray("k3f9-0") << QByteArray();
    QTest::newRow("new, beyond") << false << QByteArray("k3f9-1") << QByteArray("beyond-head");
    QTest::newRow("new, another epoch") << false << QByteArray("old-5") << QByteArray("epoch");
    QTest::newRow("emptied, the head") << true << QByteArray("k3f9-3") << QByteArray();
    QTest::newRow("emptied, earliest") << true << QByteArray("earliest") << QByteArray();
    QTest::newRow("emptied, before") << true << QByteArray("k3f9-2") << QByteArray("evicted");
    QTest::newRow("emptied, beyond") << true << QByteArray("k3f9-4") << QByteArray("beyond-head");
}

void TestHubReplay::cursorsOfAnEmptyStore()
{
    QFETCH(bool, emptied);
    QFETCH(QByteArray, cursor);
    QFETCH(QByteArray, reason);
    HubFixture f;
    const Seq head{emptied ? 3u : 0u};
    if (emptied) {
        f.publishMany(3);
        f.store.evict(Seq{3});
    }
    const QByteArray channels[] = {"*"};
    const Start start = f.hub.startFor(cursor, channels);
    QCOMPARE(start.after, head);
    QCOMPARE(start.gap.has_value(), !reason.isEmpty());
    if (start.gap) {
        QCOMPARE(QByteArray(gapReasonName(start.gap->reason)), reason);
        QVERIFY(start.gap->oldest.isNull() && start.gap->newest.isNull());
        QCOMPARE(start.gap->resume, head);
    }
}

void TestHubReplay::gapIsToldFirst()
{
    HubFixture f;
    f.publishMany(5);
    f.store.evict(Seq{2});
    Listener listener;
    const QByteArray channels[] = {"*"};
    f.hub.subscribe(listener, channels, {}, f.hub.startFor("k3f9-1", channels));
    QCOMPARE(listener.log, (Log{"gap evicted 2", "replay 3", "replay 4", "replay 5", "caught up"}));
    QCOMPARE(f.observer.gaps, 1);
    f.hub.unsubscribe(listener);
}

void TestHubReplay::shortReplayIsOverAtOnce()
{
    HubFixture f;
    f.publishMany(3);
    Listener listener;
    QVERIFY(!listener.isReplaying());
    f.subscribeAfter(listener, 1);
    QVERIFY(!listener.isReplaying());
    (void)f.publish({"*"});
    QCOMPARE(listener.log, (Log{"replay 2", "replay 3", "caught up", "live 4"}));
    QCOMPARE(f.observer.caughtUps, 1);
    QCOMPARE(listener.position(), Seq{4});
    f.hub.unsubscribe(listener);
}

void TestHubReplay::onlyWhatMatches()
{
    HubFixture f;
    for (int i = 1; i <= 300; ++i)
        (void)f.publish({i % 3 ? "room:a" : "room:b"}, "1", i % 2 ? "odd" : "even");
    Listener listener;
    f.subscribeAfter(listener, 0, {"room:a"}, {"odd"});
    settle(f, listener);
    std::vector<quint64> due;
    for (quint64 i = 1; i <= 300; i += 2) {
        if (i % 3)
            due.push_back(i);
    }
    QCOMPARE(listener.got, due);
    QCOMPARE(listener.position(), Seq{300}); // all was looked at
    f.hub.unsubscribe(listener);
}

void TestHubReplay::everyoneGetsItsOwn()
{
    HubFixture f;
    f.publishMany(500);
    std::vector<std::unique_ptr<Listener>> listeners;
    std::vector<Listener *> borrowed;
    for (quint64 i = 0; i < 20; ++i) {
        listeners.push_back(std::make_unique<Listener>());
        borrowed.push_back(listeners.back().get());
        f.subscribeAfter(*listeners.back(), i * 25);
    }
    settleAll(f, borrowed);
    for (quint64 i = 0; i < 20; ++i) {
        QCOMPARE(borrowed[i]->got, sequence(i * 25 + 1, 500));
        QCOMPARE(borrowed[i]->log.count("caught up"), 1);
        f.hub.unsubscribe(*borrowed[i]);
    }
    QCOMPARE(f.observer.caughtUps, 20);
}

void TestHubReplay::publishWhenCaughtUp_data()
{
    QTest::addColumn<int>("history");
    QTest::addColumn<bool>("onlyDisk");
    for (const int history : {0, 1, 64, 65, 200}) {
        QTest::addRow("%d from memory", history) << history << false;
        QTest::addRow("%d from disk", history) << history << true;
    }
}

void TestHubReplay::publishWhenCaughtUp()
{
    QFETCH(int, history);
    QFETCH(bool, onlyDisk);
    HubFixture f;
    f.publishMany(history);
    f.store.onlyDisk = onlyDisk;
    Listener listener;
    listener.onCaughtUp = [&] {
        f.publishMany(2);
        QVERIFY(!listener.isReplaying());
    };
    f.subscribeAfter(listener, 0);
    settle(f, listener);
    (void)f.publish({"*"});
    QCOMPARE(listener.got, sequence(1, quint64(history) + 3));
    QCOMPARE(listener.log.mid(history),
             (Log{"caught up", "live " + QByteArray::number(history + 1), "live " + QByteArray::number(history + 2),
                  "live " + QByteArray::number(history + 3)}));
    f.hub.unsubscribe(listener);
}

void TestHubReplay::publishBetweenSlices()
{
    HubFixture f;
    f.publishMany(150);
    Listener listener;
    f.subscribeAfter(listener, 0);
    QVERIFY(listener.isReplaying());
    QVERIFY(!listener.got.empty() && listener.got.size() < 150);
    const auto published = f.publish({"*"});
    QCOMPARE(published->receivers, (Receivers{1, 0, 0})); // it will get it
    QVERIFY(listener.got.back() < 150); // but not before what is older
    settle(f, listener);
    QCOMPARE(listener.got, sequence(1, 151));
    QCOMPARE(listener.log.last(), QByteArray("caught up"));
    f.hub.unsubscribe(listener);
}

void TestHubReplay::publishWhileTheStoreReads()
{
    HubFixture f;
    f.publishMany(3);
    f.store.onlyDisk = true;
    f.store.diskLimit = 2;
    Listener listener;
    f.subscribeAfter(listener, 0);
    QVERIFY(listener.isReplaying());
    QVERIFY(listener.got.empty());
    (void)f.publish({"*"}); // 4, before the first read
    QVERIFY(f.store.answerReads());
    QCOMPARE(listener.got, sequence(1, 2));
    (void)f.publish({"*"}); // 5, between two
    settle(f, listener);
    (void)f.publish({"*"}); // 6, after the last
    QCOMPARE(listener.log, (Log{"replay 1", "replay 2", "replay 3", "replay 4", "replay 5", "caught up", "live 6"}));
    QVERIFY(f.store.reads >= 3);
    f.hub.unsubscribe(listener);
}

void TestHubReplay::ephemeralEventsDontWait()
{
    HubFixture f;
    f.publishMany(2);
    f.store.onlyDisk = true;
    Listener reading, parked;
    parked.room = 0;
    f.subscribeAfter(reading, 0);
    f.subscribeAfter(parked, 0);
    (void)f.publishEphemeral({"*"}, "now");
    QCOMPARE(reading.log, Log{"ephemeral now"});
    QCOMPARE(parked.log, (Log{"parked", "ephemeral now"}));
    settle(f, reading);
    QCOMPARE(reading.got, sequence(1, 2));
    f.hub.unsubscribe(reading);
    f.hub.unsubscribe(parked);
    QCOMPARE(parked.position(), Seq{0});
}

void TestHubReplay::nothingToCatchUpMeansNoWaiting()
{
    HubFixture f;
    f.publishMany(500);
    Listener long1, fresh;
    f.subscribeAfter(long1, 0);
    QVERIFY(long1.isReplaying());
    f.subscribe(fresh, {"*"});
    QCOMPARE(fresh.log, Log{"caught up"});
    (void)f.publish({"*"});
    QCOMPARE(fresh.got, sequence(501, 501));
    settle(f, long1);
    QCOMPARE(long1.got, sequence(1, 501));
    f.hub.unsubscribe(long1);
    f.hub.unsubscribe(fresh);
}

void TestHubReplay::encodedOnceForAll()
{
    HubFixture f;
    f.publishMany(200);
    QCOMPARE(f.encoder.encoded, 0); // nobody listened
    std::vector<std::unique_ptr<Listener>> listeners;
    std::vector<Listener *> borrowed;
    for (int i = 0; i < 30; ++i) {
        listeners.push_back(std::make_unique<Listener>());
        borrowed.push_back(listeners.back().get());
        f.subscribeAfter(*listeners.back(), 0);
    }
    settleAll(f, borrowed);
    QCOMPARE(f.encoder.encoded, 200);
    for (Listener *listener : borrowed) {
        QCOMPARE(listener->got, sequence(1, 200));
        f.hub.unsubscribe(*listener);
    }
}

// A poll answers and its client is gone in the same breath.
void TestHubReplay::leavesWhenCaughtUp()
{
    HubFixture f;
    f.publishMany(2);
    auto listener = std::make_unique<Listener>();
    Log log;
    listener->onCaughtUp = [&] {
        log = listener->log;
        f.hub.unsubscribe(*listener);
        (void)f.publish({"*"});
    };
    f.subscribeAfter(*listener, 0);
    QCOMPARE(log, (Log{"replay 1", "replay 2", "caught up"}));
    QCOMPARE(listener->got, sequence(1, 2));
    QCOMPARE(f.observer.caughtUps, 1);
    QVERIFY(f.observer.stillThere);
    QCOMPARE(listener->position(), Seq{2});
}

void TestHubReplay::parkedAndResumed()
{
    HubFixture f;
    f.publishMany(5);
    Listener listener;
    listener.room = 0;
    f.subscribeAfter(listener, 0);
    QCOMPARE(listener.log, Log{"parked"});
    QVERIFY(listener.isReplaying()); // it is not live: its cursor must not be moved on to the head
    f.hub.resumeReplay(listener); // still no room
    settle(f);
    QCOMPARE(listener.log, Log{"parked"});
    (void)f.publish({"*"}); // waits like the rest
    listener.room = 2;
    f.hub.resumeReplay(listener);
    f.hub.resumeReplay(listener); // asked twice
    settle(f, listener);
    QCOMPARE(listener.log, (Log{"parked", "replay 1", "replay 2", "parked"}));
    QCOMPARE(listener.position(), Seq{2});
    listener.room = -1;
    f.hub.resumeReplay(listener);
    settle(f, listener);
    (void)f.publish({"*"});
    QCOMPARE(
        listener.log,
        (Log{"parked", "replay 1", "replay 2", "parked", "replay 3", "replay 4", "replay 5", "replay 6", "caught up", "live 7"}));
    f.hub.resumeReplay(listener); // live: nothing to resume
    settle(f);
    QCOMPARE(listener.log.count("caught up"), 1);
    f.hub.unsubscribe(listener);
}

void TestHubReplay::roomIsAskedForEachEvent_data()
{
    QTest::addColumn<bool>("onlyDisk");
    QTest::newRow("from memory") << false;
    QTest::newRow("from disk") << true;
}

void TestHubReplay::roomIsAskedForEachEvent()
{
    QFETCH(bool, onlyDisk);
    HubFixture f;
    f.publishMany(60); // less than a slice
    f.store.onlyDisk = onlyDisk;
    Listener listener;
    listener.room = 7;
    f.subscribeAfter(listener, 0);
    settle(f, listener);
    QCOMPARE(listener.got, sequence(1, 7));
    QCOMPARE(listener.log.last(), QByteArray("parked"));
    for (quint64 due = 7; due < 60; due = std::min<quint64>(due + 20, 60)) {
        QCOMPARE(listener.got, sequence(1, due));
        listener.room = 20;
        f.hub.resumeReplay(listener);
        settle(f, listener);
    }
    QCOMPARE(listener.got, sequence(1, 60));
    QCOMPARE(listener.log.last(), QByteArray("caught up"));
    QCOMPARE(f.observer.overflows, 0);
    f.hub.unsubscribe(listener);
}

void TestHubReplay::overflowInAReplay_data()
{
    roomIsAskedForEachEvent_data();
}

void TestHubReplay::overflowInAReplay()
{
    QFETCH(bool, onlyDisk);
    HubFixture f;
    f.publishMany(5);
    f.store.onlyDisk = onlyDisk;
    Listener listener;
    listener.capacity = 3;
    f.subscribeAfter(listener, 0);
    settle(f);
    QCOMPARE(listener.log, (Log{"replay 1", "replay 2", "replay 3", "overflowed"}));
    QVERIFY(!listener.isSubscribed());
    QCOMPARE(listener.position(), Seq{3});
    QCOMPARE(f.observer.overflows, 1);
    QCOMPARE(f.observer.caughtUps, 0);
}

void TestHubReplay::retentionOvertakesAParkedReplay()
{
    HubFixture f;
    f.publishMany(10);
    Listener listener;
    listener.room = 2;
    f.subscribeAfter(listener, 0);
    f.store.evict(Seq{6});
    listener.room = -1;
    f.hub.resumeReplay(listener);
    settle(f, listener);
    QCOMPARE(
        listener.log,
        (Log{"replay 1", "replay 2", "parked", "gap evicted 6", "replay 7", "replay 8", "replay 9", "replay 10", "caught up"}));
    QVERIFY(listener.toldGap.has_value());
    QCOMPARE(listener.toldGap->requested, QByteArray("k3f9-2"));
    QCOMPARE(listener.toldGap->oldest, Seq{7});
    QCOMPARE(listener.toldGap->newest, Seq{10});
    QCOMPARE(f.observer.gaps, 1);
    f.hub.unsubscribe(listener);
}

void TestHubReplay::retentionOvertakesARead_data()
{
    QTest::addColumn<quint64>("evicted");
    QTest::addColumn<QByteArray>("channel"); // of the events up to 6
    QTest::addColumn<Log>("log");
    QTest::newRow("some") << quint64(6) << QByteArray("*") << Log{"gap evicted 6", "replay 7", "replay 8", "caught up"};
    QTest::newRow("all") << quint64(8) << QByteArray("*") << Log{"gap evicted 8", "caught up"};
    QTest::newRow("another's") << quint64(6) << QByteArray("user:bob") << Log{"replay 7", "replay 8", "caught up"};
    QTest::newRow("none") << quint64(0) << QByteArray("user:bob") << Log{"replay 7", "replay 8", "caught up"};
}

void TestHubReplay::retentionOvertakesARead()
{
    QFETCH(quint64, evicted);
    QFETCH(QByteArray, channel);
    HubFixture f;
    f.publishMany(6, channel);
    f.publishMany(2);
    f.store.onlyDisk = true;
    Listener listener;
    f.subscribeAfter(listener, 0);
    f.store.evict(Seq{evicted}); // the store reads after that
    settle(f, listener);
    QTEST(listener.log, "log");
    f.hub.unsubscribe(listener);
}

void TestHubReplay::leavesWhileReplaying()
{
    HubFixture f;
    f.publishMany(200);
    Listener leaver, stayer;
    f.subscribeAfter(leaver, 0);
    f.subscribeAfter(stayer, 0);
    const Seq position = leaver.position();
    QVERIFY(position > Seq{0} && position < Seq{200});
    f.hub.unsubscribe(leaver);
    settle(f, stayer);
    QCOMPARE(leaver.got, sequence(1, position.value));
    QCOMPARE(leaver.position(), position);
    QCOMPARE(stayer.got, sequence(1, 200));
    QCOMPARE(f.observer.caughtUps, 1);
    f.hub.unsubscribe(stayer);
}

void TestHubReplay::leavesWhileTheStoreReads()
{
    HubFixture f;
    f.publishMany(3);
    f.store.onlyDisk = true;
    {
        Listener leaver;
        f.subscribeAfter(leaver, 1);
        f.hub.unsubscribe(leaver);
        QCOMPARE(leaver.position(), Seq{1});
        QVERIFY(!leaver.isReplaying());
    } // destroyed
    QVERIFY(f.store.answerReads());
    settle(f);
    QCOMPARE(f.observer.caughtUps, 0);
}

void TestHubReplay::comesBackWhileTheStoreReads()
{
    HubFixture f;
    f.publishMany(4);
    f.store.onlyDisk = true;
    Listener listener;
    f.subscribeAfter(listener, 0);
    f.hub.unsubscribe(listener);
    f.subscribeAfter(listener, 2); // the answer to the first read is not for this
    settle(f, listener);
    QCOMPARE(listener.log, (Log{"replay 3", "replay 4", "caught up"}));
    QVERIFY(f.store.reads >= 2);
    f.hub.unsubscribe(listener);
}

void TestHubReplay::unreadableHistoryIsNoHistory()
{
    HubFixture f;
    f.publishMany(3);
    f.store.onlyDisk = f.store.damaged = true;
    Listener listener;
    f.subscribeAfter(listener, 1);
    settle(f);
    QCOMPARE(listener.log, Log{"overflowed"}); // let go, not told that it is up to date
    QVERIFY(!listener.isSubscribed());
    QCOMPARE(listener.position(), Seq{1});
}

void TestHubReplay::hubGoesWhileTheStoreReads()
{
    FakeClock clock;
    FakeStore store;
    CountingEncoder encoder;
    CountingObserver observer;
    Listener listener;
    {
        Hub hub(store, encoder, observer, clock);
        Draft draft;
        draft.to = {"*"};
        (void)hub.publish(draft);
        store.onlyDisk = true;
        const QByteArray channels[] = {"*"};
        hub.subscribe(listener, channels, {}, Start{});
        hub.unsubscribe(listener);
    }
    QVERIFY(store.answerReads());
    QCOMPARE(listener.log, Log{});
}

void TestHubReplay::randomly_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 30; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// Clients that come, go, run out of room, overflow and come back, while all is published at all moments: over its whole life
// each got everything after its first cursor, once and in order.
void TestHubReplay::randomly()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    HubFixture f;
    struct Client {
        Listener listener;
        quint64 first = 0;
        std::vector<QByteArray> channels;
    };
    std::vector<std::unique_ptr<Client>> clients;
    const auto publish = [&] {
        const QList<QByteArray> to{"room:" + QByteArray::number(random.bounded(3)), "room:0"};
        (void)f.publish(to.mid(random.bounded(2)));
    };
    for (int i = 0; i < 6; ++i) {
        clients.push_back(std::make_unique<Client>());
        Client &client = *clients.back();
        client.channels = {"room:" + QByteArray::number(i % 3), "*"};
        client.listener.onCaughtUp = [&] {
            if (random.bounded(4) == 0)
                publish();
        };
        f.publishMany(random.bounded(120), "*");
        client.first = quint64(random.bounded(int(f.hub.head().value) + 1));
        client.listener.rewindTo(Seq{client.first});
    }
    for (int step = 0; step < 1500; ++step) {
        Client &client = *clients[random.bounded(quint32(clients.size()))];
        Listener &listener = client.listener;
        switch (random.bounded(8)) {
        case 0:
            f.store.onlyDisk = random.bounded(2);
            break;
        case 1:
            f.store.answerReads();
            break;
        case 2:
            QCoreApplication::processEvents();
            break;
        case 3:
            if (listener.isSubscribed())
                f.hub.unsubscribe(listener);
            else
                f.subscribeAfter(listener, listener.position().value, client.channels);
            break;
        case 4:
            listener.room = random.bounded(3) ? -1 : random.bounded(5);
            f.hub.resumeReplay(listener);
            break;
        case 5:
            listener.capacity = random.bounded(3) ? -1 : random.bounded(3);
            break;
        default:
            publish();
        }
    }
    std::vector<Listener *> listeners;
    for (const auto &client : clients) {
        Listener &listener = client->listener;
        listener.capacity = listener.room = -1;
        listener.onCaughtUp = {};
        if (!listener.isSubscribed())
            f.subscribeAfter(listener, listener.position().value, client->channels);
        f.hub.resumeReplay(listener);
        listeners.push_back(&listener);
    }
    settleAll(f, listeners);
    for (const auto &client : clients) {
        std::vector<quint64> due;
        for (const EventPtr &event : f.store.events()) {
            const bool matches = std::any_of(client->channels.begin(), client->channels.end(),
                                             [&](const QByteArray &name) { return event->to.contains(name); });
            if (matches && event->seq.value > client->first)
                due.push_back(event->seq.value);
        }
        QVERIFY(!due.empty());
        QCOMPARE(client->listener.got, due);
        f.hub.unsubscribe(client->listener);
    }
}

QTEST_GUILESS_MAIN(TestHubReplay)
#include "tst_hubreplay.moc"
