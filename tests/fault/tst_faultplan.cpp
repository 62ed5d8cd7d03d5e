// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultplan.h"
#include "support/fakeclock.h"

#include <QtTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestFaultPlan : public QObject
{
    Q_OBJECT
    FakeClock m_clock;

    ActiveFault &add(FaultPlan &plan, const QByteArray &rest, const char *kind = "lose")
    {
        auto rule = FaultRule::parse("{\"what\":{\"kind\":\"" + QByteArray(kind) + "\"}" + rest + '}');
        if (!rule)
            qFatal("%s", rule.error().detail.constData());
        return plan.add(std::move(*rule), m_clock.now());
    }

private Q_SLOTS:
    void idsAreNeverUsedTwice()
    {
        FaultPlan plan;
        QCOMPARE(add(plan, {}).id, quint64(1));
        QCOMPARE(add(plan, {}).id, quint64(2));
        QCOMPARE(plan.take(2).size(), std::size_t(1));
        QVERIFY(plan.take(2).empty());
        QVERIFY(!plan.find(2));
        QCOMPARE(plan.find(1)->cause(), QByteArray("fault 1 lose"));
        QCOMPARE(add(plan, {}).id, quint64(3));
        QCOMPARE(plan.takeAll().size(), std::size_t(2));
        QVERIFY(plan.rules().empty());
    }

    void theirTimeIsOver()
    {
        FaultPlan plan;
        add(plan, ",\"for\":\"10s\"");
        add(plan, {});
        m_clock.advance(9999ms);
        QVERIFY(plan.takeEnded(m_clock.now()).empty());
        m_clock.advance(1ms);
        QCOMPARE(plan.takeEnded(m_clock.now()).front().id, quint64(1));
        m_clock.advance(1000h);
        QVERIFY(plan.takeEnded(m_clock.now()).empty());
        plan.find(2)->isOver = true;
        QCOMPARE(plan.takeEnded(m_clock.now()).size(), std::size_t(1));
    }

    void countsTheEventsDueToEachClient()
    {
        FaultPlan plan;
        ActiveFault &fault = add(plan, ",\"at\":{\"event\":3}");
        QVERIFY(!fault.hasBegunFor(7));
        QVERIFY(!fault.countDue(7, Seq{10}, false));
        QVERIFY(!fault.countDue(7, Seq{10}, false)); // a second connection has it too
        QVERIFY(!fault.countDue(7, Seq(), false)); // an ephemeral one counts
        QVERIFY(!fault.countDue(8, Seq{12}, false)); // another client's
        QVERIFY(fault.countDue(7, Seq{12}, false));
        QVERIFY(fault.countDue(7, Seq{12}, false)); // it is the third for each connection
        QVERIFY(!fault.countDue(7, Seq{12}, true)); // but not when it comes again
        QVERIFY(!fault.countDue(7, Seq{13}, false));
        QVERIFY(fault.hasBegunFor(7));
        QVERIFY(!fault.hasBegunFor(8));
    }

    void aReplayMayBringTheNth()
    {
        FaultPlan plan;
        ActiveFault &fault = add(plan, ",\"at\":{\"event\":1}");
        QVERIFY(fault.countDue(7, Seq{5}, true));
        QVERIFY(!fault.countDue(7, Seq{5}, true));
    }

    void theNextOnesAreUsedUp()
    {
        FaultPlan plan;
        ActiveFault &fault = add(plan, ",\"whom\":{\"next\":2}", "fin");
        QVERIFY(fault.takesNewcomers());
        fault.adopted = 1;
        QVERIFY(!fault.isUsedUp());
        fault.adopted = 2;
        QVERIFY(fault.isUsedUp());
        QVERIFY(!add(plan, {}, "fin").takesNewcomers());
        QVERIFY(add(plan, ",\"for\":\"1s\"", "fin").takesNewcomers());
    }

    void chance_data()
    {
        QTest::addColumn<QByteArray>("probability");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("never") << QByteArray("0") << 0 << 0;
        QTest::newRow("always") << QByteArray("1") << 1000 << 1000;
        QTest::newRow("sometimes") << QByteArray("0.5") << 300 << 700; // beyond: once in 10^36 runs
    }
    void chance()
    {
        QFETCH(QByteArray, probability);
        QFETCH(int, least);
        QFETCH(int, most);
        FaultPlan plan;
        const ActiveFault &fault = add(plan, ",\"probability\":" + probability);
        int hits = 0;
        for (int i = 0; i < 1000; ++i)
            hits += plan.rolls(fault);
        QVERIFY2(hits >= least && hits <= most, QByteArray::number(hits));
    }
};

QTEST_GUILESS_MAIN(TestFaultPlan)
#include "tst_faultplan.moc"
