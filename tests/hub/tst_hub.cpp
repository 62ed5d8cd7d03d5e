// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's live side: publishing, matching, letting go, waiting for the store.
#include "hubfixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace pushscope;

using Log = QList<QByteArray>;
using Names = QList<QByteArray>;

class TestHub : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onceHoweverManyMatch_data();
    void onceHoweverManyMatch();
    void receiversByProtocol();
    void likeAModel();
    void typesFilter();
    void joinAndLeave();
    void ephemeral();
    void ephemeralButForTheSender();
    void keys();
    void refusedByTheStore();
    void targets_data();
    void targets();
    void types_data();
    void types();
    void noTarget();
    void encodedOnce();

    void overflowLetsGo();
    void positionOfALeaver();
    void overflowByAnEphemeralEvent();
    void nothingPastARefusedEvent();
    void overflowedMayDestroyEachOther();
    void overflowsInAChainAreALoop();

    void commitsInOrder();
    void commitFailure();
    void commitGivenUp();
    void commitOfAnOlderEvent();
    void commitsMayComeAndGoMeanwhile();
};

void TestHub::onceHoweverManyMatch_data()
{
    QTest::addColumn<Names>("to");
    QTest::addColumn<int>("times");
    QTest::newRow("user") << Names{"user:ann"} << 1;
    QTest::newRow("room") << Names{"room:lobby"} << 1;
    QTest::newRow("everyone") << Names{"*"} << 1;
    QTest::newRow("all of them") << Names{"user:ann", "room:lobby", "room:attic", "*"} << 1;
    QTest::newRow("the same twice") << Names{"room:lobby", "room:lobby"} << 1;
    QTest::newRow("others too") << Names{"user:bob", "room:lobby", "room:none"} << 1;
    QTest::newRow("others only") << Names{"user:bob", "user:anna", "room:lob", "room:lobby2"} << 0;
    QTest::newRow("room of the user's name") << Names{"room:ann"} << 0;
}

void TestHub::onceHoweverManyMatch()
{
    QFETCH(Names, to);
    QFETCH(int, times);
    HubFixture f;
    Listener ann;
    f.subscribe(ann, {"user:ann", "room:lobby", "room:attic", "*"});
    const auto published = f.publish(to);
    QVERIFY(published.has_value());
    QCOMPARE(published->seq, Seq{1});
    QVERIFY(!published->duplicate);
    QCOMPARE(ann.got.size(), std::size_t(times));
    QCOMPARE(published->receivers, (Receivers{quint32(times), 0, 0}));
    QCOMPARE(f.observer.published.size(), 1u);
    QCOMPARE(f.observer.published[0].receivers, published->receivers);
    QCOMPARE(f.observer.published[0].event->to, to);
    QCOMPARE(f.store.events().size(), 1u);
    f.hub.unsubscribe(ann);
}

void TestHub::receiversByProtocol()
{
    HubFixture f;
    Listener sse, ws(ClientProtocol::WebSocket), poll(ClientProtocol::Poll), otherPoll(ClientProtocol::Poll), watcher, picky;
    watcher.watcher = true;
    for (Listener *listener : {&sse, &ws, &poll, &otherPoll, &watcher})
        f.subscribe(*listener, {"*"});
    f.subscribe(picky, {"*"}, {"other"});
    QCOMPARE(f.publish({"*"})->receivers, (Receivers{1, 1, 2}));
    QCOMPARE(watcher.got, sequence(1, 1)); // gets it, uncounted
    for (Listener *listener : {&sse, &ws, &poll, &otherPoll, &watcher, &picky})
        f.hub.unsubscribe(*listener);
    QCOMPARE(f.publish({"*"})->receivers, Receivers{});
    QCOMPARE(f.hub.channels().size(), 0u);
}

void TestHub::likeAModel()
{
    QRandomGenerator random(11);
    HubFixture f;
    struct Client {
        Listener listener;
        std::set<QByteArray> channels;
        std::vector<quint64> due;
    };
    std::vector<std::unique_ptr<Client>> clients;
    const auto randomChannel = [&] { return "room:" + QByteArray::number(random.bounded(6)); };
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<Client>());
        f.subscribe(clients.back()->listener, {"user:" + QByteArray::number(i)});
        clients.back()->channels = {"user:" + QByteArray::number(i)};
    }
    for (int step = 0; step < 5000; ++step) {
        Client &client = *clients[random.bounded(quint32(clients.size()))];
        const QByteArray room = randomChannel();
        switch (random.bounded(4)) {
        case 0:
            f.hub.join(client.listener, room);
            client.channels.insert(room);
            break;
        case 1:
            QCOMPARE(f.hub.leave(client.listener, room), client.channels.erase(room) == 1);
            break;
        default: {
            const Names to{randomChannel(), randomChannel(), "user:" + QByteArray::number(random.bounded(10))};
            const Seq seq = f.publish(to)->seq;
            for (const auto &other : clients) {
                if (std::any_of(to.begin(), to.end(), [&](const QByteArray &name) { return other->channels.contains(name); }))
                    other->due.push_back(seq.value);
            }
        }
        }
    }
    for (const auto &client : clients) {
        QVERIFY(client->due.size() > 100);
        QCOMPARE(client->listener.got, client->due);
        f.hub.unsubscribe(client->listener);
    }
}

void TestHub::typesFilter()
{
    HubFixture f;
    Listener all, some;
    f.subscribe(all, {"*"});
    f.subscribe(some, {"*"}, {"a", "b"});
    for (const char *type : {"a", "c", "b", "ab", "A"})
        (void)f.publish({"*"}, "1", type);
    QCOMPARE(all.got, sequence(1, 5));
    QCOMPARE(some.got, (std::vector<quint64>{1, 3}));
    f.hub.unsubscribe(all);
    f.hub.unsubscribe(some);
    QCOMPARE(some.position(), Seq{5}); // what it did not want is not due
}

void TestHub::joinAndLeave()
{
    HubFixture f;
    Listener listener;
    f.subscribe(listener, {"*"});
    (void)f.publish({"room:a"});
    f.hub.join(listener, "room:a");
    (void)f.publish({"room:a"});
    QVERIFY(f.hub.leave(listener, "room:a"));
    QVERIFY(!f.hub.leave(listener, "room:a"));
    (void)f.publish({"room:a"});
    QCOMPARE(listener.got, sequence(2, 2));
    f.hub.unsubscribe(listener);
    f.hub.unsubscribe(listener); // harmless
    QVERIFY(!listener.isSubscribed());
}

void TestHub::ephemeral()
{
    HubFixture f;
    Listener listener;
    f.subscribe(listener, {"*", "room:a"});
    Draft draft;
    draft.to = {"*", "room:a"};
    draft.data = "7";
    draft.key = "k";
    draft.conflate = "cursor";
    draft.ephemeral = true;
    for (int i = 0; i < 2; ++i) { // a key means nothing to it
        const auto published = f.hub.publish(draft);
        QVERIFY(published.has_value());
        QVERIFY(published->seq.isNull());
        QVERIFY(!published->duplicate);
        QCOMPARE(published->receivers, (Receivers{1, 0, 0}));
    }
    QCOMPARE(listener.log, (Log{"caught up", "ephemeral 7", "ephemeral 7"}));
    QVERIFY(f.store.events().empty());
    QCOMPARE(f.observer.published.size(), 2u);
    QCOMPARE(f.observer.published[0].event->conflate, QByteArray("cursor"));
    f.hub.unsubscribe(listener);
}

void TestHub::ephemeralButForTheSender()
{
    HubFixture f;
    Listener sender, other;
    f.subscribe(sender, {"room:a", "*"});
    f.subscribe(other, {"room:a"});
    QCOMPARE(f.publishEphemeral({"room:a", "*"}, "1", &sender)->receivers, (Receivers{1, 0, 0}));
    QCOMPARE(sender.log, Log{"caught up"});
    QCOMPARE(other.log, (Log{"caught up", "ephemeral 1"}));
    f.hub.unsubscribe(sender);
    f.hub.unsubscribe(other);
}

void TestHub::keys()
{
    HubFixture f;
    Listener listener;
    f.subscribe(listener, {"*"});
    Draft draft;
    draft.to = {"*"};
    draft.publisher = "ann";
    draft.key = "k1";
    QCOMPARE(f.hub.publish(draft)->seq, Seq{1});
    const auto again = f.hub.publish(draft);
    QVERIFY(again.has_value());
    QVERIFY(again->duplicate);
    QCOMPARE(again->seq, Seq{1});
    QCOMPARE(again->receivers, Receivers{});
    QCOMPARE(f.observer.published.size(), 1u);
    draft.publisher = "bob"; // the key is another's
    QCOMPARE(f.hub.publish(draft)->seq, Seq{2});
    draft.key.clear(); // no key is no key
    QCOMPARE(f.hub.publish(draft)->seq, Seq{3});
    QCOMPARE(f.hub.publish(draft)->seq, Seq{4});
    QCOMPARE(listener.got, sequence(1, 4));
    f.hub.unsubscribe(listener);
}

void TestHub::refusedByTheStore()
{
    HubFixture f;
    Listener listener;
    f.subscribe(listener, {"*"});
    f.store.full = true;
    const auto published = f.publish({"*"});
    QVERIFY(!published.has_value());
    QCOMPARE(published.error().code, Errc::Unavailable);
    QVERIFY(f.observer.published.empty());
    QVERIFY(f.publishEphemeral({"*"}, "1").has_value()); // needs no store
    f.store.full = false;
    QCOMPARE(f.publish({"*"})->seq, Seq{1}); // its seq was not used
    QCOMPARE(listener.log, (Log{"caught up", "ephemeral 1", "live 1"}));
    f.hub.unsubscribe(listener);
}

void TestHub::targets_data()
{
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const QByteArray &channel, bool good) { QTest::newRow(name) << channel << good; };
    row("everyone", "*", true);
    row("user", "user:ann", true);
    row("room", "room:a b", true);
    row("colon in a name", "user:a:b", true);
    row("longest", "user:" + QByteArray(251, 'x'), true);
    row("too long", "user:" + QByteArray(252, 'x'), false);
    row("empty", "", false);
    row("bare name", "ann", false);
    row("no user", "user:", false);
    row("no room", "room:", false);
    row("two stars", "**", false);
    row("upper case", "User:ann", false);
    row("other kind", "group:a", false);
    row("LF", "user:a\nb", false);
    row("CR", "room:a\r", false);
    row("NUL", QByteArray("room:a\0b", 8), false);
}

void TestHub::targets()
{
    QFETCH(QByteArray, channel);
    QFETCH(bool, good);
    QCOMPARE(Hub::checkChannel(channel).has_value(), good);
    HubFixture f;
    const auto published = f.publish({"*", channel});
    QCOMPARE(published.has_value(), good);
    if (!good) {
        QCOMPARE(published.error().code, Errc::InvalidArgument);
        QVERIFY(f.store.events().empty()); // all or nothing
    }
}

void TestHub::types_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const QByteArray &type, bool good) { QTest::newRow(name) << type << good; };
    row("plain", "chat:message", true);
    row("one", "x", true);
    row("longest", QByteArray(256, 'x'), true);
    row("too long", QByteArray(257, 'x'), false);
    row("empty", "", false);
    row("UTF-8", "gr\xc3\xbc\xc3\x9f", true);
    row("no UTF-8", "gr\xfc", false);
    row("cut UTF-8", "gr\xc3", false);
    row("LF", "a\nb", false);
    row("CR", "a\rb", false);
    row("NUL", QByteArray("a\0b", 3), false);
    row("the hub's", "hub.gap", false);
    row("like the hub's", "hub:gap", true);
    row("hub", "hub", true);
}

void TestHub::types()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, good);
    QCOMPARE(Hub::checkType(type).has_value(), good);
    HubFixture f;
    const auto published = f.publish({"*"}, "1", type);
    QCOMPARE(published.has_value(), good);
    if (!good)
        QCOMPARE(published.error().code, Errc::InvalidArgument);
}

void TestHub::noTarget()
{
    HubFixture f;
    const auto published = f.publish({});
    QVERIFY(!published.has_value());
    QCOMPARE(published.error().code, Errc::InvalidArgument);
}

void TestHub::encodedOnce()
{
    HubFixture f;
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < 50; ++i) {
        listeners.push_back(std::make_unique<Listener>());
        f.subscribe(*listeners.back(), {"*"});
    }
    (void)f.publish({"*"});
    (void)f.publishEphemeral({"*"}, "2");
    QCOMPARE(f.encoder.encoded, 2);
    for (const auto &listener : listeners)
        f.hub.unsubscribe(*listener);
}

void TestHub::overflowLetsGo()
{
    HubFixture f;
    Listener slow, other;
    f.subscribe(slow, {"*"});
    f.subscribe(other, {"*"});
    slow.capacity = 2;
    for (int i = 0; i < 4; ++i)
        QCOMPARE(f.publish({"*"})->seq, Seq{quint64(i) + 1});
    QCOMPARE(slow.log, (Log{"caught up", "live 1", "live 2", "overflowed"}));
    QVERIFY(!slow.isSubscribed());
    QCOMPARE(slow.position(), Seq{2}); // 3 is still due
    QCOMPARE(other.got, sequence(1, 4));
    QCOMPARE(f.observer.overflows, 1);
    QCOMPARE(f.hub.channels().find("*")->members.size(), 1u);
    slow.capacity = -1;
    f.subscribeAfter(slow, slow.position().value);
    QCOMPARE(slow.got, sequence(1, 4));
    f.hub.unsubscribe(slow);
    f.hub.unsubscribe(other);
}

void TestHub::positionOfALeaver()
{
    HubFixture f;
    Listener live, slow;
    f.subscribe(live, {"user:ann"});
    f.subscribe(slow, {"user:bob"});
    f.publishMany(3, "user:cid");
    slow.capacity = 0;
    (void)f.publish({"user:bob"}); // 4
    f.hub.unsubscribe(live);
    QCOMPARE(live.position(), Seq{4}); // nothing was due
    QCOMPARE(slow.position(), Seq{3}); // 4 is
}

void TestHub::overflowByAnEphemeralEvent()
{
    HubFixture f;
    Listener slow;
    f.subscribe(slow, {"*"});
    f.publishMany(3);
    slow.capacity = 0;
    (void)f.publishEphemeral({"*"}, "1");
    QVERIFY(!slow.isSubscribed());
    QCOMPARE(slow.position(), Seq{3}); // nothing that is kept is due
    QCOMPARE(f.observer.overflows, 1);
}

// Of two that overflow in one fan-out, the first to go publishes: what fits the other now must not reach it any more.
void TestHub::nothingPastARefusedEvent()
{
    HubFixture f;
    Listener first, second;
    for (Listener *listener : {&first, &second}) {
        f.subscribe(*listener, {"*"});
        listener->largest = 10;
        listener->onOverflowed = [&] {
            (void)f.publish({"*"}, "small");
            (void)f.publishEphemeral({"*"}, "tiny");
        };
    }
    (void)f.publish({"*"}, QByteArray(20, '1'));
    for (Listener *listener : {&first, &second}) {
        QCOMPARE(listener->log, (Log{"caught up", "overflowed"}));
        QCOMPARE(listener->position(), Seq{0});
        QVERIFY(!listener->isSubscribed());
    }
    QCOMPARE(f.store.events().size(), 3u);
    QCOMPARE(f.observer.overflows, 2);
}

void TestHub::overflowedMayDestroyEachOther()
{
    HubFixture f;
    std::vector<std::unique_ptr<Listener>> listeners;
    int told = 0;
    for (int i = 0; i < 5; ++i) {
        listeners.push_back(std::make_unique<Listener>());
        f.subscribe(*listeners.back(), {"*"});
        listeners.back()->capacity = 0;
        listeners.back()->onOverflowed = [&] {
            ++told;
            for (const auto &listener : listeners)
                f.hub.unsubscribe(*listener);
            std::erase_if(listeners, [&](const auto &listener) { return listener->log.last() != "overflowed"; });
        };
    }
    (void)f.publish({"*"});
    QCOMPARE(told, 1);
    QCOMPARE(listeners.size(), 1u);
    QCOMPARE(f.hub.channels().size(), 0u);
    QVERIFY(f.publish({"*"}).has_value());
}

void TestHub::overflowsInAChainAreALoop()
{
    HubFixture f;
    std::vector<std::unique_ptr<Listener>> listeners;
    int depth = 0, deepest = 0;
    for (int i = 0; i < 10; ++i) {
        listeners.push_back(std::make_unique<Listener>());
        f.subscribe(*listeners.back(), {"user:" + QByteArray::number(i)});
        listeners.back()->capacity = 0;
        listeners.back()->onOverflowed = [&f, &depth, &deepest, i] {
            deepest = std::max(deepest, ++depth);
            (void)f.publish({"user:" + QByteArray::number(i + 1)});
            --depth;
        };
    }
    (void)f.publish({"user:0"});
    QCOMPARE(f.observer.overflows, 10);
    QCOMPARE(deepest, 1);
    for (const auto &listener : listeners)
        QVERIFY(!listener->isSubscribed());
}

void TestHub::commitsInOrder()
{
    HubFixture f;
    f.publishMany(4);
    Log log;
    const auto done = [&](const char *name) {
        return [&log, name](const Result<void> &result) { log += QByteArray(name) + (result ? " safe" : " failed"); };
    };
    const Hub::CommitWait a(f.hub, Seq{1}, done("a")), b(f.hub, Seq{2}, done("b")), c(f.hub, Seq{2}, done("c")),
        d(f.hub, Seq{4}, done("d"));
    QCOMPARE(log, Log{});
    f.store.commit(2);
    QCOMPARE(log, (Log{"a safe", "b safe", "c safe"}));
    f.store.commit(3);
    QCOMPARE(log.size(), 3);
    f.store.commit(4);
    f.store.commit(4);
    QCOMPARE(log, (Log{"a safe", "b safe", "c safe", "d safe"}));
}

void TestHub::commitFailure()
{
    HubFixture f;
    f.publishMany(2);
    std::vector<Result<void>> results;
    const auto done = [&](const Result<void> &result) { results.push_back(result); };
    const Hub::CommitWait a(f.hub, Seq{1}, done), b(f.hub, Seq{2}, done);
    f.store.failCommit();
    QCOMPARE(results.size(), 2u);
    for (const auto &result : results) {
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, Errc::Io);
    }
    f.store.commit(2);
    QCOMPARE(results.size(), 2u); // told once
}

void TestHub::commitGivenUp()
{
    HubFixture f;
    f.publishMany(2);
    int told = 0;
    const auto done = [&](const Result<void> &) { ++told; };
    auto a = std::make_unique<Hub::CommitWait>(f.hub, Seq{1}, done);
    const Hub::CommitWait b(f.hub, Seq{2}, done);
    a.reset();
    f.store.commit(2);
    QCOMPARE(told, 1);
}

void TestHub::commitOfAnOlderEvent()
{
    HubFixture f;
    f.publishMany(3);
    Log log;
    const Hub::CommitWait newest(f.hub, Seq{3}, [&](const Result<void> &) { log += "newest"; });
    const Hub::CommitWait repeated(f.hub, Seq{1}, [&](const Result<void> &) { log += "repeated"; }); // a key sent again
    f.store.commit(1);
    QCOMPARE(log, Log{"repeated"});
    f.store.commit(3);
    QCOMPARE(log, (Log{"repeated", "newest"}));
}

void TestHub::commitsMayComeAndGoMeanwhile()
{
    HubFixture f;
    f.publishMany(3);
    Log log;
    std::unique_ptr<Hub::CommitWait> a, b, c, later;
    a = std::make_unique<Hub::CommitWait>(f.hub, Seq{1}, [&](const Result<void> &) {
        log += "a";
        a.reset(); // itself
        b.reset(); // one that would be told next
        later = std::make_unique<Hub::CommitWait>(f.hub, f.publish({"*"})->seq, [&](const Result<void> &) { log += "later"; });
    });
    b = std::make_unique<Hub::CommitWait>(f.hub, Seq{2}, [&](const Result<void> &) { log += "b"; });
    c = std::make_unique<Hub::CommitWait>(f.hub, Seq{3}, [&](const Result<void> &) { log += "c"; });
    f.store.commit(3);
    QCOMPARE(log, (Log{"a", "c"}));
    f.store.commit(4);
    QCOMPARE(log, (Log{"a", "c", "later"}));
}

QTEST_GUILESS_MAIN(TestHub)
#include "tst_hub.moc"
