// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidencemodel.h"
#include "ui/models/findingsmodel.h"
#include "ui/models/findingtext.h"
#include "ui/support/syntheticsource.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

using Tester = QAbstractItemModelTester;

class TestFindingsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    // Of design.md §7.
    void everyCodeIsExplained_data()
    {
        QTest::addColumn<QByteArray>("code");
        for (const char *code : {"no-cursor", "stale-cursor", "duplicate", "no-backoff", "herd", "no-pong", "slow-consumer",
                                 "leaked-connection", "connection-limit", "poll-delay", "poll-timeout", "auth-loop",
                                 "stopped-for-good", "buffered-path", "upgrade-blocked"})
            QTest::addRow("%s", code) << QByteArray(code);
    }
    void everyCodeIsExplained()
    {
        QFETCH(QByteArray, code);
        const FindingExplanation explanation = explainFinding(code);
        QVERIFY(explanation.title != QString::fromLatin1(code));
        QVERIFY(explanation.meaning.endsWith(u'.'));
        QVERIFY(explanation.remedy.endsWith(u'.'));
    }

    void anUnknownCodeIsItself()
    {
        QCOMPARE(explainFinding("of-tomorrow").title, QStringLiteral("of-tomorrow"));
        QVERIFY(explainFinding("of-tomorrow").meaning.isEmpty());
    }

    // One whose token is refused each time is no client of the hub's, and has a name.
    void whoWasNeverLetIn()
    {
        FindingRow finding;
        finding.client = "app-1";
        finding.code = "auth-loop";
        QCOMPARE(findingClientText(finding), QStringLiteral("app-1"));
    }

    void theyComeGrowAndLeave()
    {
        SyntheticHub hub;
        FindingsModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        Snapshot snapshot = hub.empty();
        snapshot.changedFindings = {hub.makeFinding(7, "no-cursor"), hub.makeFinding(0, "herd")};
        model.apply(snapshot, TimePoint(1h));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, FindingsModel::Client).data().toString(), QStringLiteral("tab-7"));
        QCOMPARE(model.index(1, FindingsModel::Client).data().toString(), QStringLiteral("24 client(s)"));
        QCOMPARE(model.index(0, FindingsModel::Code).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("comes back without a cursor"));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        Snapshot more = hub.empty();
        more.changedFindings = {snapshot.changedFindings.front()};
        more.changedFindings.front().count = 9;
        model.apply(more, TimePoint(1h + 1s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0, FindingsModel::Count).data().toString(), QStringLiteral("9"));
        QCOMPARE(model.firstOf(7)->key, 1u);
        Snapshot withdrawn = hub.empty();
        withdrawn.removedFindings = {1};
        model.apply(withdrawn, TimePoint(1h + 2s));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.find(1));
        QVERIFY(!model.firstOf(7));
        model.setFilter(QStringLiteral("HERD"));
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(QStringLiteral("tab-7"));
        QCOMPARE(model.rowCount(), 0);
    }

    void anotherHubVoidsAll()
    {
        SyntheticHub hub;
        SyntheticHub next(2);
        FindingsModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        Snapshot snapshot = hub.empty();
        snapshot.changedFindings = {hub.makeFinding(7, "no-cursor")};
        model.apply(snapshot, TimePoint(1h));
        model.apply(next.empty(), TimePoint(2h));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.totalCount(), 0);
    }

    void evidence()
    {
        SyntheticHub hub;
        EvidenceModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        FindingRow finding = hub.makeFinding(7, "no-cursor");
        finding.evidence[1].ref = 0;
        finding.evidence[1].seq = {};
        model.setEpoch("k3f9");
        model.setRows(evidenceRows(finding));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, EvidenceModel::Id).data().toString(), QStringLiteral("k3f9-41"));
        QCOMPARE(model.index(0, EvidenceModel::What).data().toString(), QStringLiteral("4 events were due"));
        QCOMPARE(model.index(1, EvidenceModel::Id).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(1, EvidenceModel::Row).data().toString(), QStringLiteral("–"));
    }
};

QTEST_GUILESS_MAIN(TestFindingsModel)
#include "tst_findingsmodel.moc"
