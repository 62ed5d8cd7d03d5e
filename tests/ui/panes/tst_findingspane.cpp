// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientsmodel.h"
#include "ui/models/eventsmodel.h"
#include "ui/models/findingsmodel.h"
#include "ui/models/logmodel.h"
#include "ui/models/reconnectsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/findingspane.h"
#include "ui/panes/ledgerpane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/logpane.h"
#include "ui/support/paneworld.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace pushscope;

class TestFindingsPane : public QObject
{
    Q_OBJECT

    // All panes that follow the selection, with 20 clients, 100 events (rows 1 to 100), three log rows, a reconnect and three
    // findings.
    struct Bench {
        PaneWorld world;
        ClientsPane clients{world.context};
        EventsPane events{world.context};
        LedgerPane ledger{world.context};
        LogPane log{world.context};
        FindingsPane findings{world.context};

        Bench()
        {
            findings.resize(1100, 500);
            for (Pane *pane : std::initializer_list<Pane *>{&clients, &events, &ledger, &log, &findings})
                pane->show();
            const std::initializer_list<Pane *> all{&clients, &events, &ledger, &log, &findings};
            world.show(world.hub.withClients(20), all);
            world.show(world.hub.withEvents(100), all);
            Snapshot snapshot = world.hub.empty();
            for (int i = 0; i < 3; ++i)
                snapshot.journal.push_back(world.hub.makeLog(JournalRow::Kind::Req, "refused", "401"));
            snapshot.changedReconnects = {world.hub.makeReconnect(7, Verdict::Lost)};
            snapshot.changedFindings = {world.hub.makeFinding(7, "no-cursor"), world.hub.makeFinding(9, "no-backoff"),
                                        world.hub.makeFinding(0, "herd")};
            for (FindingRow &finding : snapshot.changedFindings)
                finding.evidence[2].ref = snapshot.journal.back().ref;
            world.show(snapshot, all);
        }
        [[nodiscard]] QString text(const char *name) const
        {
            const auto *label = findings.findChild<QLabel *>(QLatin1String(name));
            return label->isHidden() ? QString() : label->text();
        }
        [[nodiscard]] LiveTable *evidence() const { return named<LiveTable>(findings, QStringLiteral("Evidence")); }
        void choose(int row) { findings.table()->setCurrentIndex(findings.model()->index(row, 0)); }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void nothingIsWrong()
    {
        PaneWorld world;
        FindingsPane pane(world.context);
        pane.show();
        QVERIFY(pane.findChild<QLabel *>(QStringLiteral("findingText"))->text().startsWith(QStringLiteral("Nothing is wrong")));
    }

    void whatItMeansAndWhatToDo()
    {
        Bench bench;
        QTRY_COMPARE(bench.findings.model()->rowCount(), 3);
        QVERIFY(bench.text("findingText").startsWith(QStringLiteral("Choose a finding")));
        QVERIFY(!bench.evidence()->isVisible());
        bench.choose(0);
        QVERIFY(bench.text("findingText").contains(QStringLiteral("tab-7: comes back without a cursor")));
        QVERIFY(bench.text("findingExplanation").contains(QStringLiteral("What to do:")));
        QCOMPARE(bench.evidence()->model()->rowCount(), 3);
        QCOMPARE(bench.world.selection.findingKey(), 1u);
        QCOMPARE(bench.world.selection.clientKey(), 7u);
        QCOMPARE(bench.clients.table()->currentKey(), 7u); // selected everywhere
        QCOMPARE(bench.ledger.table()->currentKey(), 1u);
    }

    void evidenceIsOneClickAway()
    {
        Bench bench;
        QTRY_COMPARE(bench.findings.model()->rowCount(), 3);
        QTRY_COMPARE(bench.log.model()->rowCount(), 3);
        bench.choose(0);
        bench.evidence()->setCurrentIndex(bench.evidence()->model()->index(0, 0));
        QCOMPARE(bench.world.selection.seq(), (Seq{1})); // its journal row is that of event 1
        QCOMPARE(bench.events.table()->currentKey(), 1u);
        bench.evidence()->setCurrentIndex(bench.evidence()->model()->index(2, 0));
        QCOMPARE(bench.log.table()->currentKey(), 103u);
        QCOMPARE(bench.world.selection.seq(), (Seq{43}));
        QCOMPARE(bench.events.table()->currentKey(), 43u);
    }

    void alsoWhereItWasFilteredOut()
    {
        Bench bench;
        QTRY_COMPARE(bench.findings.model()->rowCount(), 3);
        QTRY_COMPARE(bench.log.model()->rowCount(), 3);
        auto *level = bench.log.findChild<QComboBox *>(QStringLiteral("logLevel"));
        level->setCurrentIndex(2);
        QCOMPARE(bench.log.model()->rowCount(), 0);
        bench.choose(1);
        bench.evidence()->setCurrentIndex(bench.evidence()->model()->index(2, 0));
        QCOMPARE(bench.log.table()->currentKey(), 103u);
        QCOMPARE(level->currentIndex(), 0);
        QVERIFY(bench.log.table()->currentIndex().isValid());
    }

    void theFindingOfAClientChosenElsewhere()
    {
        Bench bench;
        QTRY_COMPARE(bench.findings.model()->rowCount(), 3);
        bench.world.selection.setClient(9, "tab-9");
        QCOMPARE(bench.findings.table()->currentKey(), 2u);
        bench.world.selection.setClient(3, "tab-3"); // has none
        QCOMPARE(bench.findings.table()->currentKey(), 2u);
    }

    void evidenceOfManyKeepsTheFinding()
    {
        Bench bench;
        QTRY_COMPARE(bench.findings.model()->rowCount(), 3);
        bench.choose(2);
        bench.evidence()->setCurrentIndex(bench.evidence()->model()->index(2, 0)); // a row of the log, with a client of its own
        QCOMPARE(bench.findings.table()->currentKey(), 3u);
    }

    void aLogRowSelectsItsClient()
    {
        Bench bench;
        QTRY_COMPARE(bench.log.model()->rowCount(), 3);
        const QByteArray name = bench.log.model()->rowAt(0).client; // "tab-21": not connected
        QVERIFY(!bench.clients.model()->findNamed(name));
        bench.log.table()->setCurrentIndex(bench.log.model()->index(0, 0));
        QCOMPARE(bench.world.selection.rowRef(), 101u);
        QCOMPARE(bench.world.selection.clientKey(), 0u);
        Snapshot more = bench.world.hub.empty();
        more.journal = {bench.world.hub.makeLog(JournalRow::Kind::Conn, "open", {})};
        more.journal.front().client = "tab-5";
        bench.world.show(more, {&bench.log});
        QTRY_COMPARE(bench.log.model()->rowCount(), 4);
        bench.log.table()->setCurrentIndex(bench.log.model()->index(3, 0));
        QCOMPARE(bench.world.selection.clientKey(), 5u);
        QCOMPARE(bench.clients.table()->currentKey(), 5u);
    }

    void oneThatIsWithdrawnLeavesTheWords()
    {
        Bench bench;
        QTRY_COMPARE(bench.findings.model()->rowCount(), 3);
        bench.choose(0);
        Snapshot withdrawn = bench.world.hub.empty();
        withdrawn.removedFindings = {1};
        bench.world.show(withdrawn, {&bench.findings});
        QTRY_VERIFY(bench.text("findingText").startsWith(QStringLiteral("Choose a finding")));
    }
};

QTEST_MAIN(TestFindingsPane)
#include "tst_findingspane.moc"
