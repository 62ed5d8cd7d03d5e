// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/attemptsmodel.h"
#include "ui/models/reconnectsmodel.h"
#include "ui/models/reconnecttext.h"
#include "ui/models/replayitemsmodel.h"
#include "ui/support/syntheticsource.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

using Tester = QAbstractItemModelTester;

class TestReconnectsModel : public QObject
{
    Q_OBJECT

    static Snapshot with(SyntheticHub &hub, const std::vector<ReconnectRow> &rows)
    {
        Snapshot snapshot = hub.empty();
        snapshot.changedReconnects = rows;
        return snapshot;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void verdicts_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("text");
        QTest::addRow("pending") << int(Verdict::Pending) << QStringLiteral("… replaying");
        QTest::addRow("recovered") << int(Verdict::Recovered) << QStringLiteral("✔ recovered");
        QTest::addRow("lost") << int(Verdict::Lost) << QStringLiteral("✖ 2 lost: evicted from the store");
        QTest::addRow("fresh") << int(Verdict::Fresh) << QStringLiteral("○ fresh: nothing was due");
    }
    void verdicts()
    {
        QFETCH(int, verdict);
        SyntheticHub hub;
        ReconnectsModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.apply(with(hub, {hub.makeReconnect(7, Verdict(verdict))}), TimePoint(1h));
        QTEST(model.index(0, ReconnectsModel::Outcome).data().toString(), "text");
    }

    void inWords()
    {
        ReconnectRow r;
        r.client = "tab-7";
        r.user = "alice";
        r.away = 3200ms;
        r.attempts = 2;
        r.endedBy = "rst by admin";
        r.cursor = "k3f9-1042";
        r.missed = r.replayed = 4;
        r.verdict = Verdict::Recovered;
        QCOMPARE(reconnectSentence(r),
                 QStringLiteral("tab-7 (user alice) was away 3.2 s after the hub cut it with RST, came back at try number 2 "
                                "with cursor k3f9-1042: 4 missed, 4 replayed, none lost."));
        r.cursor.clear();
        r.user.clear();
        r.attempts = 1;
        r.replayed = 0;
        r.lost = 4;
        r.lostCause = "no-cursor";
        r.verdict = Verdict::Lost;
        QCOMPARE(
            reconnectSentence(r),
            QStringLiteral("tab-7 was away 3.2 s after the hub cut it with RST, came back at the first try without a cursor: "
                           "4 missed, 0 replayed, 4 lost. Lost because: the client sent no cursor."));
    }

    void retention_data()
    {
        QTest::addColumn<QByteArray>("cursor");
        QTest::addColumn<QString>("end");
        QTest::addRow("kept") << QByteArray("k-120") << QStringLiteral("is 21 id(s) from the edge.");
        QTest::addRow("at the edge") << QByteArray("k-99") << QStringLiteral("is 0 id(s) from the edge.");
        QTest::addRow("fallen off") << QByteArray("k-89") << QStringLiteral("has fallen off: 10 id(s) after it are gone.");
        QTest::addRow("another epoch") << QByteArray("j-120") << QStringLiteral("is of another store.");
        QTest::addRow("beyond") << QByteArray("k-201") << QStringLiteral("is beyond it.");
        QTest::addRow("malformed") << QByteArray("k:1") << QStringLiteral("is malformed.");
        QTest::addRow("none") << QByteArray() << QStringLiteral("The client presented no cursor.");
    }
    void retention()
    {
        QFETCH(QByteArray, cursor);
        QFETCH(QString, end);
        const QString text = retentionSentence("k", Seq{100}, Seq{200}, cursor);
        QVERIFY2(text.endsWith(end), qPrintable(text));
        QVERIFY(text.startsWith(QStringLiteral("The store keeps k-100 to k-200.")));
    }

    void aVerdictComesLater()
    {
        SyntheticHub hub;
        ReconnectsModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        ReconnectRow row = hub.makeReconnect(7, Verdict::Pending);
        model.apply(with(hub, {row}), TimePoint(1h));
        row.verdict = Verdict::Recovered;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.apply(with(hub, {row}), TimePoint(1h + 33ms));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.reconnectAt(0).verdict, Verdict::Recovered);
    }

    void theOldestLeave()
    {
        SyntheticHub hub;
        ReconnectsModel model(nullptr, 10);
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        for (int i = 0; i < 15; ++i)
            model.apply(with(hub, {hub.makeReconnect(7, Verdict::Recovered)}), TimePoint(1h + i * 1s));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.reconnectAt(0).key, 6u);
        QCOMPARE(model.droppedCount(), 5u);
        QVERIFY(!model.find(5));
        QVERIFY(model.find(15));
    }

    void anotherGenerationVoidsAll()
    {
        SyntheticHub hub;
        SyntheticHub next(2);
        ReconnectsModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.apply(with(hub, {hub.makeReconnect(7, Verdict::Recovered), hub.makeReconnect(8, Verdict::Recovered)}),
                    TimePoint(1h));
        model.apply(with(next, {next.makeReconnect(9, Verdict::Lost)}), TimePoint(2h));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.reconnectAt(0).clientKey, 9u);
    }

    void attemptByAttempt()
    {
        SyntheticHub hub;
        AttemptsModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        ReconnectRow row = hub.makeReconnect(7, Verdict::Recovered);
        row.attempts = 3;
        row.away = 2000ms;
        const WallTime end = row.at - row.away;
        row.tries = {{end + 500ms, "503"}, {end + 1500ms, "reset"}, {row.at, "ok"}};
        model.setRows(attemptRows(row));
        QCOMPARE(model.rowCount(), 3);
        const auto text = [&](int r, int column) { return model.index(r, column).data().toString(); };
        QCOMPARE(text(0, AttemptsModel::Number), QStringLiteral("1"));
        QCOMPARE(text(0, AttemptsModel::Waited), QStringLiteral("500"));
        QCOMPARE(text(0, AttemptsModel::Outcome), QStringLiteral("✖ refused with 503"));
        QCOMPARE(text(1, AttemptsModel::Waited), QStringLiteral("1,000"));
        QCOMPARE(text(1, AttemptsModel::Outcome), QStringLiteral("✖ reset"));
        QCOMPARE(text(2, AttemptsModel::Outcome), QStringLiteral("✔ came back"));
        row.attempts = 203; // the oldest are not kept
        model.setRows(attemptRows(row));
        QCOMPARE(text(0, AttemptsModel::Number), QStringLiteral("201"));
        QCOMPARE(text(0, AttemptsModel::Waited), QStringLiteral("–"));
        QCOMPARE(text(1, AttemptsModel::Waited), QStringLiteral("1,000"));
    }

    void theNewestOfAClient()
    {
        SyntheticHub hub;
        ReconnectsModel model;
        model.apply(with(hub,
                         {hub.makeReconnect(7, Verdict::Lost), hub.makeReconnect(7, Verdict::Recovered),
                          hub.makeReconnect(8, Verdict::Recovered)}),
                    TimePoint(1h));
        QCOMPARE(model.newestOf(7)->key, 2u);
        QVERIFY(!model.newestOf(9));
    }

    void itemsIdById()
    {
        SyntheticHub hub;
        ReplayItemsModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        const ReconnectRow row = [&] {
            (void)hub.makeReconnect(7, Verdict::Recovered);
            return hub.makeReconnect(7, Verdict::Recovered);
        }();
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setEpoch("k3f9");
        model.setRows(row.items);
        model.setRows(row.items);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(model.rowCount(), 4);
        const auto text = [&](int r, int column) { return model.index(r, column).data().toString(); };
        QCOMPARE(text(0, ReplayItemsModel::Id), QStringLiteral("k3f9-1003"));
        QVERIFY(text(3, ReplayItemsModel::What).startsWith(QStringLiteral("↺ written before")));
        QCOMPARE(text(0, ReplayItemsModel::Acked), QStringLiteral("✔ yes"));
        std::vector<ReconnectRow::Item> items = row.items;
        items[1].acked = false;
        model.setRows(items);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(text(1, ReplayItemsModel::Acked), QStringLiteral("–"));
    }

    void lostIdsAndTheirCause()
    {
        SyntheticHub hub;
        ReplayItemsModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(hub.makeReconnect(7, Verdict::Lost).items);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(3, ReplayItemsModel::What).data().toString(), QStringLiteral("✖ lost: evicted from the store"));
        QCOMPARE(model.index(3, ReplayItemsModel::Size).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(3, ReplayItemsModel::What).data(ToneRole).toInt(), int(Tone::Bad));
    }
};

QTEST_GUILESS_MAIN(TestReconnectsModel)
#include "tst_reconnectsmodel.moc"
