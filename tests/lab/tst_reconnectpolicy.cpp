// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/reconnectpolicy.h"

#include <QTest>

using namespace pushscope;
using Kind = ReconnectPolicy::Kind;

class TestReconnectPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutJitter_data()
    {
        QTest::addColumn<ReconnectPolicy>("policy");
        QTest::addColumn<int>("attempt");
        QTest::addColumn<int>("expectedMs");
        const auto policy = [](Kind kind, int base, int cap = 30'000, double factor = 2.0) {
            return ReconnectPolicy{kind, Milliseconds(base), Milliseconds(cap), factor, false, true};
        };
        QTest::newRow("at once") << policy(Kind::Immediate, 500) << 3 << 0;
        QTest::newRow("fixed, first") << policy(Kind::Fixed, 50) << 1 << 50;
        QTest::newRow("fixed, tenth") << policy(Kind::Fixed, 50) << 10 << 50;
        QTest::newRow("exponential, first") << policy(Kind::Exponential, 500) << 1 << 500;
        QTest::newRow("exponential, fourth") << policy(Kind::Exponential, 500) << 4 << 4'000;
        QTest::newRow("exponential, by 3") << policy(Kind::Exponential, 100, 30'000, 3.0) << 3 << 900;
        QTest::newRow("capped") << policy(Kind::Exponential, 500, 3'000) << 4 << 3'000;
        QTest::newRow("never overflows") << policy(Kind::Exponential, 500) << 1'000'000 << 30'000;
        QTest::newRow("an attempt below 1 is the first") << policy(Kind::Exponential, 500) << 0 << 500;
    }
    void withoutJitter()
    {
        QFETCH(ReconnectPolicy, policy);
        QFETCH(int, attempt);
        QFETCH(int, expectedMs);
        QRandomGenerator random(1);
        QCOMPARE(policy.delay(attempt, random), Milliseconds(expectedMs));
    }

    void jitterCoversTheWholeRange()
    {
        const ReconnectPolicy policy{Kind::Exponential, Milliseconds(1'000), Milliseconds(30'000), 2.0, true, true};
        QRandomGenerator random(7);
        int below = 0, above = 0;
        for (int i = 0; i < 1'000; ++i) {
            const Milliseconds delay = policy.delay(2, random);
            QVERIFY(delay >= Milliseconds(0) && delay <= Milliseconds(2'000));
            below += delay < Milliseconds(500) ? 1 : 0;
            above += delay > Milliseconds(1'500) ? 1 : 0;
        }
        QVERIFY2(below > 150 && above > 150, "a quarter of a uniform choice lies in each quarter");
    }
};

QTEST_GUILESS_MAIN(TestReconnectPolicy)
#include "tst_reconnectpolicy.moc"
