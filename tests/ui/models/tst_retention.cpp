// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/retention.h"
#include "ui/models/retentionmodel.h"
#include "ui/support/syntheticsource.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestRetention : public QObject
{
    Q_OBJECT

    static ClientRow away(quint32 key, const QByteArray &name, quint64 oldestMissed)
    {
        ClientRow client;
        client.key = key;
        client.client = name;
        client.state = ClientState::Away;
        client.lastSent = Seq{50};
        client.oldestMissed = Seq{oldestMissed};
        return client;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void paceOfTheEdge()
    {
        EdgePace pace;
        QCOMPARE(pace.idsPerSecond(), 0.0);
        for (int s = 0; s < 10; ++s)
            pace.add(TimePoint(1h + s * 1s), "k", Seq{quint64(100 + s * 4)});
        QCOMPARE(pace.idsPerSecond(), 4.0);
        for (int s = 10; s < 60; ++s)
            pace.add(TimePoint(1h + s * 1s), "k", Seq{136});
        QCOMPARE(pace.idsPerSecond(), 0.0); // of the last half minute only
        pace.add(TimePoint(1h + 60s), "other", Seq{9000});
        QCOMPARE(pace.idsPerSecond(), 0.0); // another store
    }

    void forecast_data()
    {
        QTest::addColumn<QList<quint64>>("missed");
        QTest::addColumn<double>("pace");
        QTest::addColumn<QString>("text");
        QTest::addRow("nobody") << QList<quint64>{} << 2.0 << QStringLiteral("Nobody who is away has missed a stored event.");
        QTest::addRow("next") << QList<quint64>{179, 300} << 2.0
                              << QStringLiteral(
                                     "tab-1 loses its oldest missed event in about 40 s, at 2.00 ids evicted a second.");
        QTest::addRow("not now") << QList<quint64>{179} << 0.0
                                 << QStringLiteral("Nothing is being evicted now: what tab-1 has missed stays.");
        QTest::addRow("fallen") << QList<quint64>{80} << 2.0
                                << QStringLiteral("▼ tab-1 has lost the oldest event it missed: it was evicted.");
        QTest::addRow("one fallen, one next")
            << QList<quint64>{80, 109} << 2.0
            << QStringLiteral(
                   "▼ tab-1 has lost the oldest event it missed: it was evicted. tab-2 loses its oldest missed event in "
                   "about 5 s, at 2.00 ids evicted a second.");
    }
    void forecast()
    {
        QFETCH(QList<quint64>, missed);
        QFETCH(double, pace);
        std::vector<RetentionRow> rows;
        for (const quint64 seq : missed)
            rows.push_back(
                retentionRow(away(quint32(rows.size()) + 1, "tab-" + QByteArray::number(rows.size() + 1), seq), Seq{100}, pace));
        QTEST(retentionForecast(rows, pace), "text");
    }

    void inDangerFirst()
    {
        ClientRow live = away(1, "live", 0);
        live.state = ClientState::Live;
        std::vector<RetentionRow> rows{retentionRow(live, Seq{100}, 1), retentionRow(away(2, "later", 300), Seq{100}, 1),
                                       retentionRow(away(3, "soon", 110), Seq{100}, 1)};
        std::sort(rows.begin(), rows.end(), standsBefore);
        QCOMPARE(rows[0].client, QByteArray("soon"));
        QCOMPARE(rows[1].client, QByteArray("later"));
        QCOMPARE(rows[2].client, QByteArray("live"));
        QVERIFY(!rows[2].losesIn);
    }

    void asATable()
    {
        RetentionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEpoch("k");
        model.setRows({retentionRow(away(1, "tab-1", 90), Seq{100}, 1), retentionRow(away(2, "tab-2", 110), Seq{100}, 1)});
        QCOMPARE(model.index(0, RetentionModel::LosesIn).data().toString(), QStringLiteral("✖ lost"));
        QCOMPARE(model.index(1, RetentionModel::LosesIn).data().toString(), QStringLiteral("11 s"));
        QCOMPARE(model.index(1, RetentionModel::OldestMissed).data().toString(), QStringLiteral("k-110"));
        QCOMPARE(model.index(0, RetentionModel::Margin).data().toString(), QStringLiteral("-10"));
        model.setRows({retentionRow(away(2, "tab-2", 110), Seq{105}, 1)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOfKey(2), 0);
        QCOMPARE(model.rowOfKey(1), -1);
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
