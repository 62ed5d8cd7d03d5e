// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencyhistory.h"
#include "ui/models/latencymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestLatencyHistory : public QObject
{
    Q_OBJECT

    // A hub whose deliveries the tests make by hand.
    struct Hub {
        Snapshot snapshot;
        LatencyHistory history;

        Hub()
        {
            snapshot.generation = 1;
            snapshot.figures.mono = TimePoint(1h);
            history.take(snapshot);
        }
        void deliver(ClientProtocol protocol, std::chrono::microseconds latency, quint64 times)
        {
            snapshot.figures.protocols[std::size_t(protocol)].latency.record(latency, times);
        }
        void pass(std::chrono::seconds time)
        {
            for (auto passed = 0s; passed < time; passed += 1s) {
                snapshot.figures.mono += 1s;
                history.take(snapshot);
            }
        }
        [[nodiscard]] quint64 within(std::chrono::seconds span, ClientProtocol protocol = ClientProtocol::Sse) const
        {
            return history.within(span)[std::size_t(protocol)].count();
        }
    };

    static Latencies latencies(std::initializer_list<std::pair<std::chrono::microseconds, quint64>> sse)
    {
        Latencies made;
        for (const auto &[value, times] : sse)
            made[0].record(value, times);
        return made;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void spansForgetWhatIsBefore()
    {
        Hub hub;
        hub.deliver(ClientProtocol::Sse, 1ms, 10);
        hub.pass(1s);
        QCOMPARE(hub.within(1min), 10u);
        hub.pass(90s);
        hub.deliver(ClientProtocol::WebSocket, 20ms, 5);
        hub.pass(1s);
        QCOMPARE(hub.within(1min), 0u);
        QCOMPARE(hub.within(1min, ClientProtocol::WebSocket), 5u);
        QCOMPARE(hub.within(5min), 10u);
        hub.pass(5min + 5s); // the beginning of a span is exact to a sixtieth of it
        QCOMPARE(hub.within(5min, ClientProtocol::WebSocket), 0u);
        QCOMPARE(hub.within(15min), 10u);
        hub.pass(15min + 15s);
        QCOMPARE(hub.within(15min), 0u);
        QCOMPARE(hub.within(60min), 10u);
        QCOMPARE(hub.within(60min, ClientProtocol::WebSocket), 5u);
    }

    void anotherHubBeginsAnew()
    {
        Hub hub;
        hub.deliver(ClientProtocol::Sse, 1ms, 10);
        hub.pass(1s);
        hub.snapshot.generation = 2;
        hub.pass(1s); // its totals before are not the window's to tell
        QCOMPARE(hub.within(60min), 0u);
        hub.deliver(ClientProtocol::Sse, 1ms, 3);
        hub.pass(1s);
        QCOMPARE(hub.within(60min), 3u);
    }

    void binsGoFromTheFastestToTheSlowest()
    {
        QVERIFY(latencyBins({}).empty());
        const std::vector<LatencyBin> bins = latencyBins(latencies({{3us, 4}, {5us, 2}, {900us, 7}}));
        const std::chrono::microseconds borders[] = {5us, 10us, 20us, 50us, 100us, 200us, 500us, 1000us};
        QCOMPARE(bins.size(), std::size(borders));
        for (std::size_t i = 0; i < bins.size(); ++i)
            QCOMPARE(bins[i].upTo.count(), borders[i].count());
        QCOMPARE(bins.front().deliveries[0], 6u);
        QCOMPARE(bins[1].deliveries[0], 0u);
        QCOMPARE(bins.back().deliveries[0], 7u);
        QCOMPARE(deliveriesOf(bins)[0], 13u);
    }

    void everyLatencyHasABin_data()
    {
        QTest::addColumn<qint64>("us");
        for (const qint64 us : {qint64(0), qint64(1), qint64(16), qint64(1'000'000), qint64(60) * 60 * 1'000'000 * 100})
            QTest::addRow("%lld us", us) << us;
    }
    void everyLatencyHasABin()
    {
        QFETCH(qint64, us);
        const std::vector<LatencyBin> bins = latencyBins(latencies({{std::chrono::microseconds(us), 1}}));
        QCOMPARE(bins.size(), 1u);
        QCOMPARE(bins.front().deliveries[0], 1u);
    }

    void asCsv()
    {
        QCOMPARE(latencyCsv(latencyBins(latencies({{900us, 7}}))),
                 QByteArray("up_to_ms,protocol,deliveries\r\n1,sse,7\r\n1,ws,0\r\n1,poll,0\r\n"));
    }

    void theTable()
    {
        LatencyModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setBins(latencyBins(latencies({{900us, 1}, {4ms, 7}})));
        QCOMPARE(model.rowCount(), 3);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, LatencyModel::UpTo), QStringLiteral("≤ 1.0 ms"));
        QCOMPARE(text(0, LatencyModel::Sse), QStringLiteral("12.5 % · 1"));
        QCOMPARE(text(1, LatencyModel::Sse), QStringLiteral("–"));
        QCOMPARE(text(2, LatencyModel::Sse), QStringLiteral("87.5 % · 7"));
        QCOMPARE(text(2, LatencyModel::Poll), QStringLiteral("–"));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setBins(latencyBins(latencies({{900us, 1'000}, {4ms, 1'000}})));
        QVERIFY(resets.isEmpty()); // a selected row stays so
        QCOMPARE(text(0, LatencyModel::Sse), QStringLiteral("50.0 % · 1,000"));
    }
};

QTEST_APPLESS_MAIN(TestLatencyHistory)
#include "tst_latencyhistory.moc"
