// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ratehistory.h"
#include "ui/models/figuresmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestRateHistory : public QObject
{
    Q_OBJECT

    // A hub whose totals the tests raise by hand.
    struct Hub {
        Snapshot snapshot;
        RateHistory history;

        Hub()
        {
            snapshot.generation = 1;
            snapshot.figures.at = WallTime(1'790'000'000'000ms);
            snapshot.figures.mono = TimePoint(1h);
            (void)history.take(snapshot);
        }
        ProtocolFigures &sse() { return snapshot.figures.protocols[0]; }
        bool pass(Milliseconds time)
        {
            snapshot.figures.at += time;
            snapshot.figures.mono += time;
            return history.take(snapshot);
        }
        [[nodiscard]] double last(Figure figure) const
        {
            return history.samples().at(history.samples().size() - 1).value(ClientProtocol::Sse, figure);
        }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void ratesAreDifferences()
    {
        Hub hub;
        hub.sse().delivered = 500;
        hub.sse().bytesOut = 64'000;
        hub.sse().connections = 7;
        for (int i = 0; i < 99; ++i)
            hub.sse().latency.record(1ms);
        hub.sse().latency.record(100ms);
        QVERIFY(hub.pass(500ms));
        QCOMPARE(hub.last(Figure::Events), 1000.0);
        QCOMPARE(hub.last(Figure::Bytes), 128'000.0);
        QCOMPARE(hub.last(Figure::Connections), 7.0);
        QVERIFY(hub.last(Figure::P50) >= 1 && hub.last(Figure::P50) < 1.07);
        QVERIFY(hub.last(Figure::P99) < 1.07);
        hub.sse().latency.record(10ms);
        QVERIFY(hub.pass(250ms));
        QCOMPARE(hub.last(Figure::Events), 0.0);
        QVERIFY(hub.last(Figure::P50) >= 10); // of this tick alone
    }

    void fourSamplesASecond()
    {
        Hub hub;
        int samples = 0;
        for (int frame = 0; frame < 300; ++frame) // 10 s at frame rate
            samples += hub.pass(33ms);
        QVERIFY2(samples >= 36 && samples <= 40, qPrintable(QString::number(samples)));
    }

    void noDeliveryNoLatency()
    {
        Hub hub;
        QVERIFY(hub.pass(250ms));
        QVERIFY(hub.last(Figure::P50) < 0);
        QVERIFY(hub.history.points(ClientProtocol::Sse, Figure::P50, 60s, 100).isEmpty());
        QCOMPARE(hub.history.points(ClientProtocol::Sse, Figure::Events, 60s, 100).size(), 1);
    }

    void pointsKeepThePeaks()
    {
        Hub hub;
        for (int i = 0; i < 2000; ++i) {
            hub.sse().delivered += i == 1234 ? 5000 : 1;
            (void)hub.pass(250ms);
        }
        const QList<QPointF> points = hub.history.points(ClientProtocol::Sse, Figure::Events, 900s, 300);
        QVERIFY(points.size() <= 301);
        const auto peak = std::max_element(points.cbegin(), points.cend(), [](auto a, auto b) { return a.y() < b.y(); });
        QCOMPARE(peak->y(), 20'000.0);
        QCOMPARE(peak->x(), -(1999 - 1234) * 0.25);
        QVERIFY(std::is_sorted(points.cbegin(), points.cend(), [](auto a, auto b) { return a.x() < b.x(); }));
    }

    void theWindowCutsOff()
    {
        Hub hub;
        for (int i = 0; i < 1000; ++i)
            (void)hub.pass(250ms);
        const QList<QPointF> points = hub.history.points(ClientProtocol::Sse, Figure::Events, 60s, 10'000);
        QCOMPARE(points.size(), 241);
        QCOMPARE(points.first().x(), -60.0);
        QCOMPARE(points.last().x(), 0.0);
    }

    void theRingHoldsAnHour()
    {
        Hub hub;
        for (std::size_t i = 0; i < RateHistory::Capacity + 600; ++i)
            (void)hub.pass(250ms);
        QCOMPARE(hub.history.samples().size(), RateHistory::Capacity);
    }

    void aMarkIsTakenBackAndSetAgain()
    {
        Hub hub;
        const auto mark = [](const QByteArray &text, const QByteArray &op, qint64 ms) {
            JournalRow row;
            row.kind = JournalRow::Kind::Mark;
            row.data = text;
            row.op = op;
            row.wall = WallTime(Milliseconds(ms));
            return row;
        };
        hub.snapshot.journal = {mark("a", {}, 10), mark("b", {}, 20), mark("c", {}, 30), mark("b", "withdrawn", 40)};
        (void)hub.pass(33ms);
        QCOMPARE(hub.history.marks().size(), 2u);
        QCOMPARE(hub.history.marks()[1].text, QByteArray("c"));
        hub.snapshot.journal = {mark("b", "restored", 50), mark("unknown", "restored", 60), mark("unknown", "withdrawn", 70)};
        (void)hub.pass(33ms);
        QCOMPARE(hub.history.marks().size(), 3u);
        QCOMPARE(hub.history.marks()[1].text, QByteArray("b"));
        QVERIFY(hub.history.marks()[1].at == WallTime(Milliseconds(20))); // at its own time
    }

    void marksAndFaults()
    {
        Hub hub;
        JournalRow mark;
        mark.kind = JournalRow::Kind::Mark;
        mark.data = "deployed";
        JournalRow fault;
        fault.kind = JournalRow::Kind::Fault;
        JournalRow event;
        event.kind = JournalRow::Kind::Event;
        hub.snapshot.journal = {mark, fault, event};
        (void)hub.pass(33ms);
        QCOMPARE(hub.history.marks().size(), 2u);
        QCOMPARE(hub.history.marks().front().text, QByteArray("deployed"));
        QVERIFY(hub.history.marks().back().fault);
        // A rule at work on many pollers is one line, and pushes no mark out.
        JournalRow hit = fault;
        hit.op = "begin";
        hit.client = "tab-1";
        hub.snapshot.journal.assign(2 * RateHistory::MostMarks, hit);
        (void)hub.pass(33ms);
        QCOMPARE(hub.history.marks().size(), 2u);
    }

    void anotherGenerationStartsAnew()
    {
        Hub hub;
        hub.sse().delivered = 500;
        (void)hub.pass(250ms);
        hub.snapshot.generation = 2;
        hub.sse().delivered = 3; // less than before: a difference would be nonsense
        QVERIFY(hub.pass(250ms)); // what was there is gone: as when a recording is set to its beginning
        QVERIFY(hub.history.isEmpty());
        hub.sse().delivered = 4;
        QVERIFY(hub.pass(250ms));
        QCOMPARE(hub.last(Figure::Events), 4.0);
    }

    void csv()
    {
        Hub hub;
        hub.sse().delivered = 25;
        (void)hub.pass(250ms);
        const QList<QByteArray> lines = hub.history.csv(60s).split('\n');
        QCOMPARE(lines.size(), 5); // a header, three protocols, and the end
        QCOMPARE(lines.at(0),
                 QByteArray("time,protocol,events_per_s,bytes_per_s,connections,p50_ms,p95_ms,p99_ms,queue_bytes\r"));
        QCOMPARE(lines.at(1), QByteArray("2026-09-21T14:13:20.250Z,sse,100.000,0.000,0.000,,,,0.000\r"));
    }

    void theTableSaysTheSame()
    {
        FiguresModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.index(0, FiguresModel::Events).data().toString(), QStringLiteral("–"));
        Hub hub;
        hub.sse().delivered = 500;
        hub.sse().connections = 3;
        hub.snapshot.figures.protocols[1].connections = 2;
        (void)hub.pass(250ms);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setSample(hub.history.sampleAt(0));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0, FiguresModel::Events).data().toString(), QStringLiteral("2,000"));
        QCOMPARE(model.index(3, FiguresModel::Connections).data().toString(), QStringLiteral("5"));
        QCOMPARE(model.index(3, FiguresModel::P50).data().toString(), QStringLiteral("–"));
    }
};

QTEST_GUILESS_MAIN(TestRateHistory)
#include "tst_ratehistory.moc"
