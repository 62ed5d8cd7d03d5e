// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeaxis.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(pushscope::Moment)

class TestTimeAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsAndMomentsAgree()
    {
        TimeAxis axis;
        axis.setWidth(1000);
        axis.show(10s, 20s);
        QCOMPARE(axis.xOf(10s), 0.0);
        QCOMPARE(axis.xOf(15s), 500.0);
        QCOMPARE(axis.timeAt(250), Moment(12500ms));
        QCOMPARE(axis.length(), Moment(10s));
        QVERIFY(axis.shows(20s));
        QVERIFY(!axis.shows(9999ms));
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        TimeAxis axis;
        axis.setWidth(1000);
        axis.show(0s, 1h);
        const Moment under = axis.timeAt(700);
        for (int i = 0; i < 60; ++i) {
            axis.zoom(1.5, 700);
            QVERIFY(std::abs((axis.timeAt(700) - under).count()) <= 60);
        }
        QCOMPARE(axis.nsPerPixel(), TimeAxis::FinestNs); // 1 µs on 100 pixels
        for (int i = 0; i < 200; ++i)
            axis.zoom(0.5, 700);
        QCOMPARE(axis.nsPerPixel(), TimeAxis::CoarsestNs);
    }

    void movesWithoutAChangeOfScale()
    {
        TimeAxis axis;
        axis.setWidth(1000);
        axis.show(10s, 20s);
        axis.pan(100);
        QCOMPARE(axis.begin(), Moment(11s));
        axis.endAt(30s);
        QCOMPARE(axis.begin(), Moment(20s));
        axis.centre(7s);
        QCOMPARE(axis.begin(), Moment(2s));
        axis.setWidth(500);
        QCOMPARE(axis.end(), Moment(7s));
        QCOMPARE(axis.nsPerPixel(), 1e7);
    }

    void ticksSuitTheScale_data()
    {
        QTest::addColumn<Moment>("length"); // on 1,200 pixels
        QTest::addColumn<Moment>("step");
        QTest::addColumn<QString>("label"); // of the first tick from 13:59:58.123456789 on
        QTest::newRow("12 µs") << Moment(12us) << Moment(1us) << QStringLiteral("58.123457");
        QTest::newRow("50 µs") << Moment(50us) << Moment(5us) << QStringLiteral("58.123460");
        QTest::newRow("1 ms") << Moment(1ms) << Moment(100us) << QStringLiteral("58.123500");
        QTest::newRow("30 ms") << Moment(30ms) << Moment(5ms) << QStringLiteral("58.125");
        QTest::newRow("1 s") << Moment(1s) << Moment(100ms) << QStringLiteral("58.200");
        QTest::newRow("10 s") << Moment(10s) << Moment(1s) << QStringLiteral("13:59:59");
        QTest::newRow("1 min") << Moment(1min) << Moment(5s) << QStringLiteral("14:00:00");
        QTest::newRow("10 min") << Moment(10min) << Moment(1min) << QStringLiteral("14:00");
        QTest::newRow("1 h") << Moment(1h) << Moment(5min) << QStringLiteral("14:00");
        QTest::newRow("10 h") << Moment(10h) << Moment(1h) << QStringLiteral("14:00");
        QTest::newRow("3 days") << Moment(72h) << Moment(6h) << QStringLiteral("18:00");
        QTest::newRow("30 days") << Moment(720h) << Moment(72h) << QStringLiteral("00:00");
    }
    void ticksSuitTheScale()
    {
        QFETCH(const Moment, length);
        QFETCH(const Moment, step);
        QFETCH(const QString, label);
        TimeAxis axis;
        axis.setWidth(1200);
        axis.show(7s, 7s + length);
        const Moment local = 13h + 59min + 51s + 123'456'789ns;
        QCOMPARE(tickStep(axis.nsPerPixel(), 90), step);
        std::vector<AxisTick> ticks = axisTicks(axis, local, 90);
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 15);
        QVERIFY(ticks.front().at <= axis.begin()); // the one before the edge, whose label may reach in
        QCOMPARE(ticks[1].label, label);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QCOMPARE(ticks[i].at - ticks[i - 1].at, step);
        QCOMPARE((ticks[1].at + local).count() % step.count(), 0);
    }

    void timeIsToldToTheMicrosecond()
    {
        QCOMPARE(preciseTime(14h + 5min + 7s + 250'340us), QStringLiteral("14:05:07.250340"));
        QCOMPARE(preciseTime(20000 * 24h + 1us), QStringLiteral("00:00:00.000001"));
    }
};

QTEST_GUILESS_MAIN(TestTimeAxis)
#include "tst_timeaxis.moc"
