// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the bus keeps without a socket: which channels are wanted, what waits to be published, how long to wait between two tries.

#include "bus/backoff.h"
#include "bus/publishqueue.h"
#include "bus/redislog.h"
#include "bus/subscriptions.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestSubscriptions : public QObject
{
    Q_OBJECT

    FakeClock m_clock;

private Q_SLOTS:
    void aChannelIsAskedForOnce()
    {
        Subscriptions subscriptions;
        subscriptions.retain("a");
        subscriptions.retain("a");
        subscriptions.retain("b");
        QCOMPARE(subscriptions.takeWanted(1), QList<QByteArray>{"a"});
        QCOMPARE(subscriptions.takeWanted(9), QList<QByteArray>{"b"});
        QVERIFY(!subscriptions.isAllConfirmed());
        subscriptions.confirmed("a");
        subscriptions.confirmed("a"); // told twice
        QVERIFY(!subscriptions.isAllConfirmed());
        subscriptions.confirmed("b");
        QVERIFY(subscriptions.isAllConfirmed());
        QCOMPARE(subscriptions.subscribed().size(), 2);
    }

    void itIsGivenUpAWhileAfterTheLast()
    {
        Subscriptions subscriptions;
        subscriptions.retain("a");
        subscriptions.retain("a");
        (void)subscriptions.takeWanted(9);
        subscriptions.confirmed("a");
        subscriptions.release("a", m_clock.now());
        m_clock.advance(2 * Subscriptions::Linger);
        QVERIFY(subscriptions.takeIdle(m_clock.now(), 9).isEmpty()); // one is left
        subscriptions.release("a", m_clock.now());
        m_clock.advance(Subscriptions::Linger - 1ms);
        QVERIFY(subscriptions.takeIdle(m_clock.now(), 9).isEmpty());
        subscriptions.retain("a"); // back in time
        subscriptions.release("a", m_clock.now());
        m_clock.advance(1ms);
        QVERIFY(subscriptions.takeIdle(m_clock.now(), 9).isEmpty()); // a while after the last, not after the first
        m_clock.advance(Subscriptions::Linger);
        QCOMPARE(subscriptions.takeIdle(m_clock.now(), 9), QList<QByteArray>{"a"});
        subscriptions.left("a");
        QCOMPARE(subscriptions.size(), std::size_t(0));
    }

    void whoComesWhileItIsLeftAsksAgain()
    {
        Subscriptions subscriptions;
        subscriptions.retain("a");
        (void)subscriptions.takeWanted(9);
        subscriptions.confirmed("a");
        subscriptions.find("a")->covered = true;
        subscriptions.release("a", m_clock.now());
        m_clock.advance(Subscriptions::Linger);
        QCOMPARE(subscriptions.takeIdle(m_clock.now(), 9).size(), 1);
        subscriptions.retain("a");
        QVERIFY(subscriptions.takeWanted(9).isEmpty()); // not before the server has let it go
        subscriptions.left("a");
        QVERIFY(!subscriptions.find("a")->covered);
        QCOMPARE(subscriptions.takeWanted(9), QList<QByteArray>{"a"});
    }

    void aLostConnectionAsksForAllThatIsWanted()
    {
        Subscriptions subscriptions;
        for (const char *channel : {"a", "b", "gone"})
            subscriptions.retain(channel);
        (void)subscriptions.takeWanted(2);
        subscriptions.confirmed("a");
        subscriptions.release("gone", m_clock.now());
        subscriptions.lost();
        QCOMPARE(subscriptions.takeWanted(9).size(), 2);
        QVERIFY(!subscriptions.find("gone"));
        subscriptions.confirmed("a");
        subscriptions.confirmed("b");
        QVERIFY(subscriptions.isAllConfirmed());
    }

    void theQueueIsBoundedAndKeepsItsOrder()
    {
        PublishQueue queue;
        const auto event = std::make_shared<Event>();
        for (quint64 ticket = 1; ticket <= PublishQueue::MaxItems; ++ticket)
            QVERIFY(queue.add(ticket, event, "x", m_clock.now()));
        const auto refused = queue.add(99'999, event, "x", m_clock.now());
        QVERIFY(!refused && refused.error().code == Errc::Unavailable);
        QCOMPARE(queue.toSend().size(), PublishQueue::MaxItems);
        QVERIFY(queue.take(1));
        QVERIFY(!queue.take(1));
        QVERIFY(!queue.add(99'999, event, QByteArray(qsizetype(PublishQueue::MaxBytes), 'x'), m_clock.now()));
        QVERIFY(queue.add(99'999, event, "x", m_clock.now()));
        QCOMPARE(queue.toSend().front(), quint64(2));
        queue.find(2)->sent = true;
        queue.find(3)->stored = Seq{7};
        QCOMPARE(queue.toSend().front(), quint64(4));
        QCOMPARE(queue.waiting().front(), quint64(2));
        QVERIFY(queue.stored(Seq{6}).empty());
        QCOMPARE(queue.stored(Seq{7}), std::vector<quint64>{3});
        queue.unsent();
        QCOMPARE(queue.toSend().front(), quint64(2));
        m_clock.advance(PublishQueue::LongestWait);
        QCOMPARE(queue.overdue(m_clock.now()).size(), PublishQueue::MaxItems - 1); // not the one that is stored
    }

    void waitsGrowAndDiffer()
    {
        Backoff backoff;
        QCOMPARE(backoff.next(0), Backoff::First / 2);
        QCOMPARE(backoff.next(1), 2 * Backoff::First);
        for (int i = 0; i < 20; ++i)
            (void)backoff.next(0.5);
        QCOMPARE(backoff.next(1), Backoff::Longest);
        QCOMPARE(backoff.next(0), Backoff::Longest / 2);
        backoff.reset();
        QCOMPARE(backoff.next(1), Backoff::First);
    }

    void memoryServesWhatWasHeardAllTheTime()
    {
        RedisLog log;
        log.restart("k3f9", Seq{10});
        Subscriptions &subscriptions = log.subscriptions();
        subscriptions.retain("*");
        (void)subscriptions.takeWanted(9);
        subscriptions.confirmed("*");
        const std::vector<QByteArray> channels{"*"};
        QVERIFY(!log.readRecent(channels, Seq{10}, 9)); // not yet known from where on it is heard
        subscriptions.find("*")->covered = true;
        subscriptions.find("*")->coveredFrom = Seq{12};
        for (const quint64 seq : {11, 13, 20}) {
            auto event = std::make_shared<Event>();
            event->seq = Seq{seq};
            event->to = {"*"};
            log.heard(std::move(event));
        }
        QVERIFY(!log.readRecent(channels, Seq{11}, 9));
        const auto slice = log.readRecent(channels, Seq{12}, 9);
        QVERIFY(slice && slice->events.size() == 2 && slice->scannedTo == Seq{20});
        log.reached(Seq{25});
        QCOMPARE(log.readRecent(channels, Seq{20}, 9)->scannedTo, Seq{25});
        log.restart("k3f9", Seq{30}); // a hole
        QVERIFY(!log.covers(channels, Seq{30}));
    }
};

QTEST_GUILESS_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
