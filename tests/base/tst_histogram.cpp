// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/histogram.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestHistogram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyValueIsInItsBucketWithinSixPercent()
    {
        for (std::int64_t us = 0; us < 100'000'000; us = us < 100 ? us + 1 : us * 101 / 100) {
            Histogram h;
            h.record(std::chrono::microseconds(us));
            const std::int64_t bound = h.percentile(1.0).count();
            QVERIFY2(bound >= us && bound <= us + us / 15, qPrintable(QString::number(us)));
        }
    }
    void percentiles()
    {
        Histogram h;
        for (int i = 1; i <= 1000; ++i)
            h.record(std::chrono::microseconds(i));
        const auto near
            = [](std::chrono::microseconds value, int wanted) { return std::abs(value.count() - wanted) <= wanted / 15; };
        QVERIFY(near(h.percentile(0.5), 500));
        QVERIFY(near(h.percentile(0.99), 990));
        QCOMPARE(Histogram().percentile(0.5), 0us);
    }
    void hugeAndNegativeValuesStayInRange()
    {
        Histogram h;
        h.record(-5s);
        h.record(100h);
        QCOMPARE(h.count(), 2u);
        QCOMPARE(h.percentile(0.1), 0us);
    }
    void difference()
    {
        Histogram a;
        a.record(10us);
        Histogram b = a;
        b.record(500us);
        const Histogram d = b.since(a);
        QCOMPARE(d.count(), 1u);
        QVERIFY(d.percentile(0.5) >= 500us);
    }
};

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
