// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for a Redis that is slow or away is bounded, answered once, and sent again in order.

#include "bus/publishqueue.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestPublishQueue : public QObject
{
    Q_OBJECT

    PublishQueue m_queue;

    [[nodiscard]] bool add(quint64 ticket, qsizetype octets = 10, TimePoint now = {})
    {
        const auto added = m_queue.add(ticket, std::make_shared<Event>(), QByteArray(octets, 'x'), now);
        if (!added)
            Q_ASSERT(added.error().code == Errc::Unavailable);
        return added.has_value();
    }

private Q_SLOTS:
    void init() { m_queue = PublishQueue(); }

    void soManyWaitAndNoMore()
    {
        for (quint64 ticket = 1; ticket <= PublishQueue::MaxItems; ++ticket)
            QVERIFY(add(ticket));
        const quint64 next = PublishQueue::MaxItems + 1;
        QVERIFY(!add(next));
        QVERIFY(m_queue.take(17));
        QVERIFY(!m_queue.take(17)); // answered once
        QVERIFY(add(next));
        QVERIFY(!add(next + 1));
    }

    void soManyOctetsWaitAndNoMore()
    {
        const qsizetype half = qsizetype(PublishQueue::MaxBytes / 2);
        QVERIFY(add(1, half));
        QVERIFY(add(2, half));
        QVERIFY(!add(3, 1));
        QVERIFY(m_queue.take(1));
        QVERIFY(add(3, half));
    }

    void whatWasNotAnsweredGoesAgainInOrder()
    {
        for (quint64 ticket : {3, 1, 2, 4})
            QVERIFY(add(ticket));
        for (quint64 ticket : {1, 2, 3, 4})
            m_queue.find(ticket)->sent = true;
        m_queue.find(2)->stored = Seq{7}; // answered, but not heard
        QVERIFY(m_queue.toSend().empty());
        m_queue.unsent();
        QCOMPARE(m_queue.toSend(), (std::vector<quint64>{1, 3, 4}));
        QCOMPARE(m_queue.waiting(), (std::vector<quint64>{1, 3, 4}));
        QCOMPARE(m_queue.stored(Seq{6}), std::vector<quint64>());
        QCOMPARE(m_queue.stored(Seq{7}), std::vector<quint64>{2});
    }

    void whoWaitsTooLongIsGivenUp()
    {
        const TimePoint start{1h};
        QVERIFY(add(1, 10, start));
        QVERIFY(add(2, 10, start + 1s));
        QCOMPARE(m_queue.overdue(start + PublishQueue::LongestWait - 1ms), std::vector<quint64>());
        QCOMPARE(m_queue.overdue(start + PublishQueue::LongestWait), std::vector<quint64>{1});
        m_queue.find(1)->stored = Seq{1}; // it is safe: nothing to give up
        QCOMPARE(m_queue.overdue(start + 10 * PublishQueue::LongestWait), std::vector<quint64>{2});
    }
};

QTEST_GUILESS_MAIN(TestPublishQueue)
#include "tst_publishqueue.moc"
