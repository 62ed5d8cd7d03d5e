// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/buschart.h"
#include "ui/panes/buspane.h"
#include "ui/panes/fieldstable.h"
#include "ui/panes/livetable.h"
#include "ui/support/paneworld.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace pushscope;
using namespace std::chrono_literals;

class TestBusPane : public QObject
{
    Q_OBJECT

    struct Bench {
        PaneWorld world;
        std::unique_ptr<BusPane> pane;
        BusStatus bus;
        BusDetail detail;

        Bench()
        {
            pane = std::make_unique<BusPane>(world.context);
            pane->resize(1200, 400);
            pane->show();
            bus.kind = "redis";
            bus.server = "redis://127.0.0.1:6379/0";
            bus.connected = true;
            bus.since = world.hub.figures().at;
            bus.hubs = 2;
            bus.channels = 3;
            bus.pingTime = 250us;
            bus.scriptTime = 500us;
        }
        void show(bool withDetail = true)
        {
            world.hub.figures().mono += 1s;
            world.hub.figures().at += 1s;
            Snapshot snapshot = world.hub.empty();
            snapshot.figures = world.hub.figures();
            snapshot.bus = bus;
            if (withDetail)
                snapshot.busDetail = std::make_shared<const BusDetail>(detail);
            world.show(snapshot, {pane.get()});
        }
        [[nodiscard]] QString text(const char *name) const
        {
            auto *label = pane->findChild<QLabel *>(QString::fromLatin1(name));
            return label && label->isVisible() ? label->text() : QString();
        }
        [[nodiscard]] QAbstractItemModel *table(const char *name) const
        {
            return pane->findChild<LiveTable *>(QString::fromLatin1(name))->model();
        }
        [[nodiscard]] QString cell(const char *name, int row, int column) const
        {
            return table(name)->index(row, column).data().toString();
        }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aloneItSaysHowToJoin()
    {
        Bench bench;
        bench.world.show(bench.world.hub.empty(), {bench.pane.get()});
        QVERIFY(bench.text("busAlone").contains(QStringLiteral("This hub is alone")));
        QVERIFY(!bench.pane->findChild<QTabWidget *>()->isVisible());
        QVERIFY(!named<QToolButton>(*bench.pane, QStringLiteral("Start second hub"))->isVisible());
        named<QToolButton>(*bench.pane, QStringLiteral("Copy commands"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("--redis redis://")));
        QSignalSpy asked(bench.pane.get(), &BusPane::settingsRequested);
        named<QToolButton>(*bench.pane, QStringLiteral("Redis settings…"))->click();
        QCOMPARE(asked.size(), 1);
    }

    void figuresAreDifferencesOfTotals()
    {
        Bench bench;
        bench.show();
        bench.bus.messagesIn += 120;
        bench.bus.messagesOut += 40;
        bench.show();
        QVERIFY2(bench.text("busState").contains(QStringLiteral("2 hub(s), 3 channel(s)")), qPrintable(bench.text("busState")));
        QVERIFY(bench.text("busState").contains(QStringLiteral("120 messages/s in, 40.0 out. Ping 250 µs, script 500 µs")));
        const QList<Field> fields = bench.pane->findChild<FieldsTable *>()->fields();
        QVERIFY(fields.first().value.startsWith(QStringLiteral("120 (at most 120")));
        QVERIFY(bench.pane->findChild<BusChart *>()->isVisible());
    }

    void listsAreShown()
    {
        Bench bench;
        for (const char *name : {"busChannels", "busHubs", "busDrops", "busOutages"})
            new QAbstractItemModelTester(bench.table(name), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        bench.detail.channels = {{"user:alice", 2, true, 17}, {"room:r", 1, false, 0}};
        bench.detail.hubs
            = {{"aaaa", "desk", "http://127.0.0.1:8090", 11, 5, true}, {"bbbb", "rack", "http://10.0.0.2:80", 12, 7, false}};
        bench.detail.drops = {{1, bench.bus.since, "user:bob", "not JSON", "hello\nyou"},
                              {2, bench.bus.since, "user:bob", "a type of the hub's own", "{}"}};
        bench.bus.malformed = 2;
        bench.show();
        QCOMPARE(bench.cell("busChannels", 0, 0), QStringLiteral("user:alice"));
        QCOMPARE(bench.cell("busChannels", 0, 2), QStringLiteral("17"));
        QCOMPARE(bench.cell("busChannels", 1, 3), QStringLiteral("asked for"));
        QVERIFY(bench.cell("busHubs", 0, 0).contains(QStringLiteral("this one")));
        QCOMPARE(bench.cell("busHubs", 1, 1), QStringLiteral("7"));
        QCOMPARE(bench.cell("busDrops", 0, 2), QStringLiteral("a type of the hub's own")); // the newest first
        QVERIFY(bench.cell("busDrops", 1, 3).startsWith(QStringLiteral("hello")));
        QCOMPARE(bench.pane->findChild<QTabWidget *>()->tabText(3), QStringLiteral("Dropped 2"));
    }

    void anOutageIsSaidWhileItLastsAndAfterwards()
    {
        Bench bench;
        bench.show();
        bench.bus.connected = false;
        bench.bus.trouble = "Connection refused";
        bench.bus.since = bench.world.hub.figures().at;
        bench.bus.waiting = 3;
        bench.detail.outages = {{1, bench.bus.since, {}, "Connection refused"}};
        bench.show();
        bench.show();
        QVERIFY2(bench.text("busState").startsWith(QStringLiteral("✖ No connection to redis://127.0.0.1:6379/0 for 2.0 s")),
                 qPrintable(bench.text("busState")));
        QVERIFY(bench.text("busState").contains(QStringLiteral("3 publish(es) wait")));
        QVERIFY(bench.cell("busOutages", 0, 1).endsWith(QStringLiteral("so far")));
        bench.detail.outages[0].until = bench.detail.outages[0].from + 1500ms;
        bench.bus.connected = true;
        bench.show();
        QCOMPARE(bench.cell("busOutages", 0, 1), QStringLiteral("1.5 s"));
        QVERIFY(bench.text("busState").startsWith(QStringLiteral("● Joined by")));
    }

    void listsAreAskedForOnlyWhileTheyAreSeen()
    {
        Bench bench;
        QVERIFY(bench.world.observatory.busDetailWanted());
        bench.pane->hide();
        QVERIFY(!bench.world.observatory.busDetailWanted());
        bench.pane->show();
        QVERIFY(bench.world.observatory.busDetailWanted());
    }
};

QTEST_MAIN(TestBusPane)
#include "tst_buspane.moc"
