// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/eventtap.h"
#include "hub/hubfixture.h"

#include <QtTest>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

const QByteArray Alice = "user:alice";

// Says for each event, by its data, what becomes of it.
class WordJudge final : public EventTap::Judge
{
public:
    QByteArrayList judged;
    Milliseconds delay{1000};

private:
    [[nodiscard]] EventTap::Verdict judge(EventTap &, const Event &event, bool replayed) override
    {
        judged += (replayed ? "replay " : "") + event.data;
        EventTap::Verdict verdict;
        verdict.stops = event.data.contains("stop");
        verdict.loses = event.data.contains("lose");
        verdict.repeats = event.data.contains("repeat");
        verdict.swapper = event.data.contains("swap") ? 1 : 0;
        if (event.data.contains("delay")) {
            verdict.delayer = 2;
            verdict.delay = delay;
        }
        return verdict;
    }
};

} // namespace

class TestEventTap : public QObject
{
    Q_OBJECT
    struct Setup {
        HubFixture fixture;
        TimerWheel wheel{fixture.clock.now()};
        WordJudge judge;
        Listener listener;
        std::unique_ptr<EventTap> tap;

        explicit Setup(const QByteArray &cursor = {})
        {
            tap = std::make_unique<EventTap>(listener, fixture.hub, judge, wheel, fixture.clock);
            subscribe(cursor);
            listener.log.clear();
        }
        ~Setup() { fixture.hub.unsubscribe(listener); }
        void subscribe(const QByteArray &cursor)
        {
            const std::vector<QByteArray> channels{Alice};
            fixture.hub.subscribe(listener, channels, {}, fixture.hub.startFor(cursor, channels));
        }
        void publish(const QByteArrayList &data)
        {
            for (const QByteArray &word : data)
                QVERIFY(fixture.publish({Alice}, '"' + word + '"'));
        }
        void pass(Milliseconds time)
        {
            for (const TimePoint end = fixture.clock.now() + time + 16ms; fixture.clock.now() < end;) {
                fixture.clock.advance(1ms);
                wheel.advance(fixture.clock.now());
            }
        }
    };

private Q_SLOTS:
    void whatIsDelivered_data()
    {
        QTest::addColumn<QByteArrayList>("published");
        QTest::addColumn<QByteArrayList>("atOnce");
        QTest::addColumn<QByteArrayList>("inTheEnd");
        const auto row = [](const char *name, QByteArrayList published, QByteArrayList atOnce, QByteArrayList inTheEnd = {}) {
            QTest::newRow(name) << published << atOnce << (inTheEnd.isEmpty() ? atOnce : inTheEnd);
        };
        row("nothing happens", {"a", "b"}, {"live 1", "live 2"});
        row("lost", {"a", "lose", "c"}, {"live 1", "live 3"});
        row("twice", {"repeat", "b"}, {"live 1", "live 1", "live 2"});
        row("lost twice", {"lose repeat", "b"}, {"live 2"});
        row("swapped", {"swap", "b", "c"}, {"live 2", "live 1", "live 3"});
        row("swapped again", {"swap", "swap", "swap", "d"}, {"live 2", "live 1", "live 4", "live 3"});
        row("swapped with nothing", {"a", "swap"}, {"live 1"}, {"live 1", "live 2"});
        row("swapped, and the next is lost", {"swap", "lose", "c"}, {"live 3", "live 1"});
        row("swapped twice over", {"swap repeat", "b"}, {"live 2", "live 1", "live 1"});
        row("delayed, and nothing overtakes", {"a", "delay", "c"}, {"live 1"}, {"live 1", "live 2", "live 3"});
        row("delayed and swapped", {"swap delay", "delay", "c"}, {}, {"live 2", "live 1", "live 3"});
        row("stopped for good", {"a", "stop", "c"}, {"live 1"});
    }
    void whatIsDelivered()
    {
        QFETCH(QByteArrayList, published);
        QFETCH(QByteArrayList, atOnce);
        QFETCH(QByteArrayList, inTheEnd);
        Setup setup;
        setup.publish(published);
        QCOMPARE(setup.listener.log, atOnce);
        setup.pass(3000ms);
        QCOMPARE(setup.listener.log, inTheEnd);
    }

    void whatIsHeldIsStillDue()
    {
        Setup setup;
        setup.publish({"a", "delay", "c"});
        QCOMPARE(setup.tap->holdsFrom(), Seq{2});
        QCOMPARE(setup.fixture.hub.deliveredUpTo(setup.listener), Seq{1});
        setup.fixture.hub.unsubscribe(setup.listener);
        QCOMPARE(setup.listener.position(), Seq{1});
        QVERIFY(setup.tap->isIdle());
        setup.pass(3000ms);
        QCOMPARE(setup.listener.log, QByteArrayList{"live 1"});
        setup.subscribe(setup.fixture.hub.cursorAt(setup.listener.position()));
        QCOMPARE(setup.listener.log, (QByteArrayList{"live 1", "replay 2", "replay 3", "caught up"}));
    }

    void afterItsRuleNothingIsHeld()
    {
        Setup setup;
        setup.judge.delay = 10min;
        setup.publish({"swap", "delay", "c", "swap"});
        QCOMPARE(setup.listener.log, QByteArrayList());
        setup.tap->release(2);
        setup.pass(0ms);
        QCOMPARE(setup.listener.log, (QByteArrayList{"live 2", "live 1", "live 3"}));
        setup.tap->release(1);
        setup.pass(0ms);
        QCOMPARE(setup.listener.log.last(), QByteArray("live 4"));
        QCOMPARE(setup.tap->holdsFrom(), Seq());
        QCOMPARE(setup.fixture.hub.deliveredUpTo(setup.listener), Seq{4});
    }

    // Its rule is gone, though no tick has come since.
    void nothingIsSwappedAnyMore()
    {
        Setup setup;
        setup.publish({"swap"});
        setup.tap->release(1);
        setup.publish({"b"});
        QCOMPARE(setup.listener.log, (QByteArrayList{"live 1", "live 2"}));
        setup.publish({"swap"});
        setup.tap->release(1);
        setup.publish({"swap", "d"}); // by another rule
        QCOMPARE(setup.listener.log.mid(2), (QByteArrayList{"live 3", "live 5", "live 4"}));
    }

    void aReplayStopsBeforeIt()
    {
        Setup setup;
        setup.fixture.hub.unsubscribe(setup.listener);
        setup.publish({"a", "stop", "c"});
        setup.subscribe("earliest");
        QCOMPARE(setup.listener.log, (QByteArrayList{"replay 1", "parked"}));
        setup.fixture.hub.unsubscribe(setup.listener);
        QCOMPARE(setup.listener.position(), Seq{1});
    }

    void historyIsNeitherLostNorDelayed()
    {
        Setup setup;
        setup.fixture.hub.unsubscribe(setup.listener);
        setup.publish({"lose", "delay", "repeat", "swap"});
        setup.subscribe("earliest");
        QCOMPARE(setup.listener.log, (QByteArrayList{"replay 1", "replay 2", "replay 3", "replay 4", "caught up"}));
    }

    void aHeldEventMayBeTooMuch()
    {
        Setup setup;
        setup.publish({"delay", "b"});
        setup.listener.capacity = 1;
        setup.listener.onOverflowed = [&] { setup.tap.reset(); };
        setup.pass(1000ms);
        QCOMPARE(setup.listener.log, (QByteArrayList{"live 1", "overflowed"}));
        QCOMPARE(setup.listener.position(), Seq{1}); // the other is still due
        QVERIFY(!setup.listener.tap());
    }

    void itsMemoryIsBounded()
    {
        Setup setup;
        setup.judge.delay = 10min;
        for (int i = 0; i < 10'050; ++i)
            setup.publish({"delay"});
        setup.pass(0ms);
        QCOMPARE(setup.listener.got.size(), std::size_t(50));
    }
};

QTEST_GUILESS_MAIN(TestEventTap)
#include "tst_eventtap.moc"
