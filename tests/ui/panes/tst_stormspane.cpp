// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stormsmodel.h"
#include "ui/panes/livetable.h"
#include "ui/panes/stormspane.h"
#include "ui/support/fakefaults.h"
#include "ui/support/paneworld.h"

#include <QLabel>
#include <QMenu>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace pushscope;
using namespace std::chrono_literals;

class TestStormsPane : public QObject
{
    Q_OBJECT

    struct Bench {
        PaneWorld world;
        FakeFaults hub;
        FaultDesk desk{hub.commands()};
        std::unique_ptr<StormsPane> pane;

        Bench()
        {
            world.context.faults = &desk;
            pane = std::make_unique<StormsPane>(world.context);
            pane->resize(800, 500);
            pane->show();
            Snapshot snapshot = world.hub.withClients(20);
            for (ClientRow &client : snapshot.changedClients)
                client.state = ClientState::Live;
            show(snapshot);
        }
        void show(Snapshot snapshot)
        {
            world.hub.figures().mono += 1s; // so that it is shown at once
            snapshot.figures.mono = world.hub.figures().mono;
            world.show(snapshot, {pane.get()});
        }
        void cut()
        {
            Snapshot snapshot = world.hub.empty();
            for (quint32 key = 1; key <= 20; ++key) {
                ClientRow client = world.hub.makeClient(key);
                client.state = ClientState::Away;
                snapshot.changedClients.push_back(client);
            }
            show(snapshot);
        }
        void comeBack(Milliseconds away)
        {
            Snapshot snapshot = world.hub.empty();
            snapshot.figures.at += away;
            for (quint32 key = 1; key <= 20; ++key) {
                snapshot.changedClients.push_back(world.hub.makeClient(key));
                snapshot.changedClients.back().state = ClientState::Live;
                snapshot.changedReconnects.push_back(world.hub.makeReconnect(key, Verdict::Recovered));
                snapshot.changedReconnects.back().at += away;
                snapshot.changedReconnects.back().away = away;
            }
            show(snapshot);
        }
        [[nodiscard]] QString sentence() const { return pane->findChild<QLabel *>(QStringLiteral("stormSentence"))->text(); }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyWayIsARule_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("item");
        QTest::addColumn<QByteArray>("kind");
        QTest::addRow("rst") << QStringLiteral("Drop all") << 0 << QByteArray("rst");
        QTest::addRow("fin") << QStringLiteral("Drop all") << 1 << QByteArray("fin");
        QTest::addRow("1012") << QStringLiteral("Drop all") << 2 << QByteArray("close-code");
        QTest::addRow("drain") << QStringLiteral("Restart as a deployment does") << 0 << QByteArray("restart");
        QTest::addRow("no drain") << QStringLiteral("Restart as a deployment does") << 1 << QByteArray("restart");
    }
    void everyWayIsARule()
    {
        QFETCH(QString, button);
        QFETCH(int, item);
        QFETCH(QByteArray, kind);
        Bench bench;
        named<QToolButton>(*bench.pane, button)->menu()->actions().at(item)->trigger();
        QCOMPARE(bench.hub.kinds(), QByteArrayList{kind});
    }

    void howTheyComeBack()
    {
        Bench bench;
        auto *tabs = bench.pane->findChild<QTabWidget *>(QStringLiteral("stormTabs"));
        QVERIFY(!tabs->isVisible());
        bench.cut();
        QVERIFY(tabs->isVisible());
        QVERIFY2(bench.sentence().startsWith(QStringLiteral("many connections ended: 0 of 20 clients are back")),
                 qPrintable(bench.sentence()));
        bench.comeBack(1500ms);
        QVERIFY2(bench.sentence().contains(QStringLiteral("20 of 20 clients are back after 20 attempts")),
                 qPrintable(bench.sentence()));
        auto *steps = named<LiveTable>(*bench.pane, QStringLiteral("The chosen storm in steps of 100 ms"));
        QVERIFY(steps);
        QCOMPARE(steps->model()->rowCount(), 16);
        QCOMPARE(steps->model()->index(15, StormStepsModel::Attempts).data().toString(), QStringLiteral("20"));
    }

    void theLastOnesAreCompared()
    {
        Bench bench;
        bench.cut();
        bench.comeBack(1500ms);
        bench.world.hub.figures().at += 10s;
        bench.cut();
        bench.comeBack(300ms);
        QCOMPARE(bench.pane->model()->rowCount(), 2);
        QVERIFY(bench.sentence().contains(QStringLiteral("p50 300 ms"))); // the newest
        bench.pane->table()->setCurrentIndex(bench.pane->model()->index(1, 0));
        QVERIFY(bench.sentence().contains(QStringLiteral("p50 1.5 s")));
    }

    void aRefusalIsSaid()
    {
        Bench bench;
        bench.hub.refusal = "the hub is stopping";
        named<QToolButton>(*bench.pane, QStringLiteral("Drop all"))->menu()->actions().first()->trigger();
        QVERIFY(bench.pane->findChild<QLabel *>(QStringLiteral("stormResult"))
                    ->text()
                    .contains(QStringLiteral("the hub is stopping")));
    }
};

QTEST_MAIN(TestStormsPane)
#include "tst_stormspane.moc"
