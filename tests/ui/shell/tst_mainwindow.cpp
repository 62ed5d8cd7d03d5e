// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "ui/feed/answerdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/portholder.h"
#include "ui/feed/selection.h"
#include "ui/feed/simulation.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/findingsmodel.h"
#include "ui/panes/answerspane.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/findingspane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/stormspane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/exportdialog.h"
#include "ui/shell/exportflow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/settings.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/simulatedclientsdialog.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelinestore.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace pushscope;

class TestMainWindow : public QObject
{
    Q_OBJECT

    using Bench = WindowBench;

private Q_SLOTS:
    void init() { QAccessible::setActive(true); }

    void everyPaneHasADockAndAMenuItem()
    {
        Bench bench;
        bench.open();
        const QList<QDockWidget *> docks = bench.window->findChildren<QDockWidget *>();
        QCOMPARE(docks.size(), bench.window->docks().paneActions().size());
        const auto *view = bench.window->menuBar()->findChild<QMenu *>(QStringLiteral("view"));
        QStringList items;
        for (const QAction *action : view->actions())
            items += action->text();
        for (const QDockWidget *dock : docks)
            QVERIFY2(items.contains(dock->windowTitle()), qPrintable(dock->windowTitle()));
    }

    void tabBarsHaveNames()
    {
        Bench bench;
        bench.open({1024, 640}); // where some panes stand behind each other
        const QList<QTabBar *> bars = bench.window->docks().findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(bars.size() >= 2);
        for (const QTabBar *bar : bars)
            QVERIFY(!bar->accessibleName().isEmpty());
    }

    void everyToolIsInAMenu()
    {
        Bench bench;
        bench.open();
        QList<QAction *> inMenus;
        for (const QMenu *menu : bench.window->menuBar()->findChildren<QMenu *>())
            inMenus += menu->actions();
        for (const QAction *action : bench.window->findChild<QToolBar *>()->actions())
            QVERIFY2(action->isSeparator() || inMenus.contains(const_cast<QAction *>(action)), qPrintable(action->text()));
    }

    void focusableWidgetsHaveNames()
    {
        Bench bench;
        bench.open();
        checkNames(*bench.window);
        SettingsDialog settings(bench.controller, bench.settings);
        checkNames(settings);
        ExportDialog exporting(bench.folder.path());
        checkNames(exporting);
        Simulation simulation;
        SimulatedClientsDialog simulated(bench.controller, simulation);
        checkNames(simulated);
    }

    void allDocksFitASmallScreen()
    {
        Bench bench;
        bench.open({1024, 640});
        const QList<QDockWidget *> docks = bench.window->findChildren<QDockWidget *>();
        for (const QDockWidget *dock : docks) {
            const QSize least = dock->minimumSizeHint();
            qInfo("%s needs %dx%d", qPrintable(dock->windowTitle()), least.width(), least.height());
        }
        QVERIFY2(bench.window->minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(bench.window->minimumSizeHint().width())));
        QVERIFY2(bench.window->minimumSizeHint().height() <= 640,
                 qPrintable(QString::number(bench.window->minimumSizeHint().height())));
        QCOMPARE(bench.window->size(), QSize(1024, 640));
    }

    void layoutIsKept()
    {
        Bench bench;
        bench.open();
        const int shipped = bench.dock("inspector")->width();
        bench.window->docks().resizeDocks({bench.dock("inspector")}, {shipped + 120}, Qt::Horizontal);
        bench.dock("log")->close();
        QCoreApplication::processEvents();
        const int changed = bench.dock("inspector")->width();
        QVERIFY(changed > shipped + 60);
        bench.window->close();
        bench.window.reset();

        bench.open();
        QVERIFY(qAbs(bench.dock("inspector")->width() - changed) <= 2);
        QVERIFY(!bench.dock("log")->isVisible());

        bench.window->actions().resetLayout->trigger();
        QCoreApplication::processEvents();
        QVERIFY(qAbs(bench.dock("inspector")->width() - shipped) <= 2);
        QVERIFY(bench.dock("log")->isVisible());
    }

    void layoutOfAnotherVersionIsIgnored()
    {
        Bench bench;
        QMainWindow other;
        bench.settings.setWindow({}, other.saveState(999));
        bench.open();
        QVERIFY(bench.dock("clients")->isVisible());
        QVERIFY(bench.dock("clients")->width() > 100);
    }

    void returnTakesAnOffer()
    {
        Bench bench;
        bench.open();
        int taken = 0;
        bench.window->messages().showMessage(MessageBar::Kind::Info, QStringLiteral("news"),
                                             {{QStringLiteral("take it"), [&taken] { ++taken; }}});
        auto *offer = bench.window->messages().findChild<QPushButton *>();
        QVERIFY(offer);
        QTest::keyClick(offer, Qt::Key_Return);
        QCOMPARE(taken, 1);
    }

    // A frame as high as its title does not fit around a window as high as the screen.
    void theFirstWindowFillsASmallScreen()
    {
        Bench bench;
        bench.window = std::make_unique<MainWindow>(bench.controller, bench.settings);
        const QSize room = bench.window->screen()->availableGeometry().size();
        bench.window->restorePlace();
        QCOMPARE(bench.window->isMaximized(), room.width() <= 1440 || room.height() <= 900);
    }

    // Nor around one that was left so high: its status bar would be out of sight for good.
    void aWindowAsHighAsTheScreenFillsIt()
    {
        Bench bench;
        bench.open();
        const QRect room = bench.window->screen()->availableGeometry();
        bench.window->setGeometry(room.left(), room.top(), 900, room.height());
        bench.window->close();
        bench.window = std::make_unique<MainWindow>(bench.controller, bench.settings);
        bench.window->restorePlace();
        QVERIFY(bench.window->isMaximized());
    }

    void windowComesBackOnTheScreen()
    {
        Bench bench;
        bench.open();
        bench.window->move(20'000, 20'000);
        bench.window->close();
        bench.window = std::make_unique<MainWindow>(bench.controller, bench.settings);
        bench.window->restorePlace();
        const QRect room = bench.window->screen()->availableGeometry();
        QVERIFY(room.contains(QRect(bench.window->pos(), bench.window->size())));
    }

    void feedRestsWhileHidden()
    {
        Bench bench;
        bench.open();
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        QCOMPARE(bench.window->feed().pace(), FrameFeed::FramePace);
        bench.window->showMinimized();
        QTRY_COMPARE(bench.window->feed().pace(), FrameFeed::IdlePace);
        bench.window->showNormal();
        QTRY_COMPARE(bench.window->feed().pace(), FrameFeed::FramePace);
        for (QDockWidget *dock : bench.window->findChildren<QDockWidget *>())
            dock->close();
        QTRY_COMPARE(bench.window->feed().pace(), FrameFeed::IdlePace);
        bench.window->actions().freeze->trigger();
        QCOMPARE(bench.window->feed().pace(), Milliseconds(0));
    }

    void paneBehindATabIsRaisedByItsMenuItem()
    {
        Bench bench;
        bench.open();
        bench.window->docks().tabifyDockWidget(bench.dock("events"), bench.dock("ledger"));
        bench.dock("events")->raise();
        QList<QAction *> actions = bench.window->docks().paneActions();
        const auto ledger = std::find_if(actions.begin(), actions.end(),
                                         [&](QAction *a) { return a->text() == bench.dock("ledger")->windowTitle(); });
        QVERIFY(ledger != actions.end());
        QTRY_VERIFY(!(*ledger)->isChecked());
        (*ledger)->trigger();
        QTRY_VERIFY((*ledger)->isChecked());
        QVERIFY(bench.dock("ledger")->isVisible());
    }

    // On a hub at work: set by the menu, shown in the status line, removed there, and brought back.
    void faultsAreShownAndTakenBack()
    {
        Bench bench;
        bench.open();
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        auto *faults = bench.window->findChild<QToolButton *>(QStringLiteral("statusFaults"));
        auto *removal = bench.window->findChild<QToolButton *>(QStringLiteral("statusRemoveFaults"));
        QCOMPARE(faults->text(), QStringLiteral("no faults"));
        QVERIFY(!removal->isVisible());
        const QList<QAction *> all = bench.window->findChildren<QAction *>();
        const auto latency = std::find_if(all.begin(), all.end(), [](const QAction *action) {
            return action->text() == QStringLiteral("Latency 200 ± 50 ms");
        });
        QVERIFY(latency != all.end());
        (*latency)->trigger();
        QTRY_COMPARE(faults->text(), QStringLiteral("⚡ 1 fault(s)"));
        QVERIFY(removal->isVisible());
        QTRY_VERIFY(bench.window->actions().removeFaults->isEnabled());
        QTRY_VERIFY(bench.window->actions().undoFault->isEnabled()); // the hub's answer may come after the snapshot
        removal->click();
        QTRY_COMPARE(faults->text(), QStringLiteral("no faults"));
        bench.window->actions().undoFault->trigger();
        QTRY_COMPARE(faults->text(), QStringLiteral("⚡ 1 fault(s)"));
        QTRY_VERIFY(bench.window->actions().undoFault->isEnabled());
        bench.window->actions().undoFault->trigger();
        QTRY_COMPARE(faults->text(), QStringLiteral("no faults"));
        faults->click();
        QTRY_VERIFY(bench.dock("faults")->widget()->isVisible());
    }

    // Marks, faults and rules that answer are undone in the order in which they were made, whichever they are.
    void marksAreTakenBack()
    {
        Bench bench;
        bench.open();
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        const Actions &actions = bench.window->actions();
        auto *faults = bench.window->findChild<QToolButton *>(QStringLiteral("statusFaults"));
        const auto *timeline = bench.window->findChild<TimelinePane *>();
        const auto marks = [timeline] {
            QByteArrayList texts;
            for (const TimelineMark &mark : timeline->store().marks())
                texts += mark.text;
            return texts;
        };
        bench.window->setFocus(); // no field has it
        actions.mark->trigger();
        QTRY_COMPARE(marks(), (QByteArrayList{"Mark 1"}));
        const QList<QAction *> all = bench.window->findChildren<QAction *>();
        const auto latency = std::find_if(all.begin(), all.end(), [](const QAction *action) {
            return action->text() == QStringLiteral("Latency 200 ± 50 ms");
        });
        QVERIFY(latency != all.end());
        (*latency)->trigger();
        QTRY_COMPARE(faults->text(), QStringLiteral("⚡ 1 fault(s)"));
        QTRY_VERIFY(actions.undoFault->isEnabled());
        actions.mark->trigger();
        QTRY_COMPARE(marks(), (QByteArrayList{"Mark 1", "Mark 2"}));
        AnswerText rule;
        rule.name = "rule";
        rule.message = "{}";
        AnswerDesk &answers = bench.window->docks().findChild<AnswersPane *>()->desk();
        answers.setRules({rule});
        actions.undo->trigger();
        QVERIFY(answers.rules().empty());
        QCOMPARE(marks(), (QByteArrayList{"Mark 1", "Mark 2"}));
        actions.undo->trigger();
        QTRY_COMPARE(marks(), (QByteArrayList{"Mark 1"}));
        QCOMPARE(faults->text(), QStringLiteral("⚡ 1 fault(s)"));
        actions.undo->trigger();
        QTRY_COMPARE(faults->text(), QStringLiteral("no faults"));
        QCOMPARE(marks(), (QByteArrayList{"Mark 1"}));
        actions.undo->trigger();
        QTRY_COMPARE(marks(), QByteArrayList());
        actions.redo->trigger();
        QTRY_COMPARE(marks(), (QByteArrayList{"Mark 1"}));
        actions.redo->trigger();
        QTRY_COMPARE(faults->text(), QStringLiteral("⚡ 1 fault(s)"));
        actions.redo->trigger();
        QTRY_COMPARE(marks(), (QByteArrayList{"Mark 1", "Mark 2"}));
        QVERIFY(answers.rules().empty());
        actions.redo->trigger();
        QCOMPARE(answers.rules().size(), std::size_t(1));
        // A mark that is set now ends what could be done again.
        actions.undo->trigger();
        actions.mark->trigger();
        QTRY_COMPARE(marks().size(), 3);
        actions.redo->trigger();
        QVERIFY(answers.rules().empty());
    }

    void aStormOfSimulatedClients_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("item");
        QTest::addColumn<QString>("cause");
        QTest::addRow("rst") << QStringLiteral("Drop all") << 0 << QStringLiteral("all dropped with RST");
        QTest::addRow("1012") << QStringLiteral("Drop all") << 2 << QStringLiteral("all closed with 1012");
        QTest::addRow("drain") << QStringLiteral("Restart as a deployment does") << 0
                               << QStringLiteral("hub restarted with drain");
        QTest::addRow("no drain") << QStringLiteral("Restart as a deployment does") << 1
                                  << QStringLiteral("hub restarted without drain");
    }
    // Real clients over real sockets are dropped, and their return is recorded.
    void aStormOfSimulatedClients()
    {
        QFETCH(QString, button);
        QFETCH(int, item);
        QFETCH(QString, cause);
        Bench bench;
        bench.open();
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        PopulationPlan plan;
        plan.hub = QUrl(QString::fromUtf8(bench.controller.url()));
        plan.sse = plan.webSocket = 4;
        plan.policy = {.kind = ReconnectPolicy::Kind::Fixed, .base = Milliseconds(50), .honourRetry = false};
        plan.token = bench.controller.tokenMaker();
        bench.window->simulation().add(plan);
        QTRY_COMPARE(bench.window->simulation().figures().connected, 8);
        auto *storms = bench.window->findChild<StormsPane *>();
        bench.window->docks().showPane("storms");
        QTRY_COMPARE(bench.window->findChild<ClientsPane *>()->model()->rowCount(), 8);
        for (const QToolButton *each : storms->findChildren<QToolButton *>()) {
            if (each->text() == button)
                each->menu()->actions().at(item)->trigger();
        }
        const auto *sentence = storms->findChild<QLabel *>(QStringLiteral("stormSentence"));
        QTRY_VERIFY2(sentence->text().startsWith(cause + QStringLiteral(": 8 of 8 clients are back")),
                     qPrintable(sentence->text()));
        QTRY_VERIFY2(sentence->text().contains(QStringLiteral("Caught up: 8")), qPrintable(sentence->text()));
    }

    // A real client that comes back without a cursor while events were due.
    void aFindingShowsInTheStatusLine()
    {
        Bench bench;
        bench.open();
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        PopulationPlan plan;
        plan.hub = QUrl(QString::fromUtf8(bench.controller.url()));
        plan.webSocket = 1;
        plan.resume = false;
        plan.policy = {.kind = ReconnectPolicy::Kind::Fixed, .base = Milliseconds(3000), .jitter = false};
        plan.token = bench.controller.tokenMaker();
        Simulation &simulation = bench.window->simulation();
        simulation.add(plan);
        QTRY_COMPARE(simulation.figures().connected, 1);
        (void)bench.controller.publish({.to = {"*"}}); // so that it has something to have lost
        QTRY_COMPARE(simulation.figures().received, 1u);
        const ClientsModel *clients = bench.window->findChild<ClientsPane *>()->model();
        // One that is cut as soon as it has come may not have been told a cursor, which is no fault of its own.
        QTRY_VERIFY(clients->rowCount() == 1 && SystemClock().wall() - clients->clientAt(0).connectedAt > Milliseconds(200));
        simulation.cut(1);
        QTRY_VERIFY(clients->clientAt(0).state == ClientState::Away); // the hub knows it
        for (int i = 0; i < 3; ++i)
            (void)bench.controller.publish({.to = {"*"}});
        auto *badge = bench.window->findChild<QToolButton *>(QStringLiteral("statusFindings"));
        QTRY_COMPARE_WITH_TIMEOUT(badge->text(), QStringLiteral("△ 1 finding(s)"), 10'000);
        badge->click();
        auto *findings = bench.window->findChild<FindingsPane *>();
        QTRY_VERIFY(findings->isVisible());
        QTRY_COMPARE(findings->model()->rowCount(), 1);
        findings->table()->selectRow(0);
        const auto *text = findings->findChild<QLabel *>(QStringLiteral("findingText"));
        QVERIFY2(text->text().contains(QStringLiteral("comes back without a cursor")), qPrintable(text->text()));
        QVERIFY(bench.window->selection().clientKey() != 0);
    }

    void simulatedClientsMisbehave()
    {
        Bench bench;
        Simulation simulation;
        SimulatedClientsDialog dialog(bench.controller, simulation);
        auto *choice = dialog.findChild<QComboBox *>(QStringLiteral("misbehaviour"));
        const auto *note = dialog.findChild<QLabel *>(QStringLiteral("whoCan"));
        QCOMPARE(choice->count(), MisbehaviourCount);
        QCOMPARE(dialog.plan().misbehaviour, Misbehaviour::None);
        choice->setCurrentIndex(int(Misbehaviour::PollDelay));
        QCOMPARE(dialog.plan().misbehaviour, Misbehaviour::PollDelay);
        QVERIFY(choice->currentText().startsWith(QStringLiteral("poll-delay: waits between two polls")));
        QVERIFY2(note->text().startsWith(QStringLiteral("Only ▲ LP can;")), qPrintable(note->text()));
    }

    void backAndForwardByKeys()
    {
        Bench bench;
        bench.open();
        Selection &selection = bench.window->selection();
        for (quint32 key = 1; key <= 2; ++key) {
            selection.setClient(key, "tab");
            QCoreApplication::processEvents();
        }
        bench.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        QTest::keyClick(bench.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(selection.clientKey(), 1u);
        QCoreApplication::processEvents();
        QTest::keyClick(bench.window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(selection.clientKey(), 2u);
    }

    void takenPortIsExplainedAndAnotherOffered()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        Bench bench;
        bench.open();
        ServerConfig config = bench.controller.config();
        config.listen = {"127.0.0.1:" + QByteArray::number(taken.serverPort())};
        bench.controller.setConfig(config);
        bench.controller.start();
        MessageBar &messages = bench.window->messages();
        QTRY_VERIFY(messages.isVisible());
        QVERIFY2(messages.text().contains(QString::number(taken.serverPort())), qPrintable(messages.text()));
#ifdef Q_OS_LINUX
        QVERIFY2(messages.text().contains(QString::number(QCoreApplication::applicationPid())), qPrintable(messages.text()));
#endif
        auto *offer = messages.findChild<QPushButton *>();
        QVERIFY(offer);
        offer->click();
        QTRY_VERIFY(bench.controller.isRunning());
        QVERIFY(!messages.isVisible());
        QVERIFY(!bench.controller.url().endsWith(':' + QByteArray::number(taken.serverPort())));
    }

    void anotherPortLeavesTheOtherAddresses()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        Bench bench;
        bench.open();
        ServerConfig config = bench.controller.config();
        // The first free port is in the list already.
        const quint16 next = nextFreePort("127.0.0.1", taken.serverPort());
        QVERIFY(next != 0);
        config.listen = {"127.0.0.1:" + QByteArray::number(taken.serverPort()), "127.0.0.1:" + QByteArray::number(next)};
        bench.controller.setConfig(config);
        bench.controller.start();
        QTRY_VERIFY(bench.window->messages().isVisible());
        bench.window->messages().findChild<QPushButton *>()->click();
        QTRY_VERIFY(bench.controller.isRunning());
        const QList<QByteArray> listen = bench.controller.config().listen;
        QCOMPARE(listen.size(), 2);
        QVERIFY(listen[0] != config.listen[0]);
        QCOMPARE(listen[1], config.listen[1]);
        QCOMPARE(bench.controller.urls().size(), 2);
    }

    void aStartLeavesWhatNobodyHasRead()
    {
        Bench bench;
        bench.open();
        MessageBar &messages = bench.window->messages();
        const QString said = QStringLiteral("The settings were damaged");
        messages.showMessage(MessageBar::Kind::Warning, said);
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        QCOMPARE(messages.text(), said);
        bench.window->offerTour();
        QCOMPARE(messages.text(), said);
        messages.clear();
        QVERIFY2(messages.text().contains(QStringLiteral("tour")), qPrintable(messages.text()));
    }

    void aStartLeavesTheCancelOfAnExport()
    {
        Bench bench;
        bench.open();
        MessageBar &messages = bench.window->messages();
        int cancelled = 0;
        messages.showProgress(QStringLiteral("Exporting"), [&cancelled] { ++cancelled; });
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        auto *cancel = messages.findChild<QPushButton *>();
        QVERIFY(cancel);
        cancel->click();
        QCOMPARE(cancelled, 1);
    }

    void aRestartClearsWhatAskedForIt()
    {
        Bench bench;
        bench.open();
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        ServerConfig config = bench.controller.config();
        config.secrets = {"fedcba9876543210fedcba9876543210"};
        bench.controller.setConfig(config);
        MessageBar &messages = bench.window->messages();
        QVERIFY2(messages.text().contains(QStringLiteral("need a restart")), qPrintable(messages.text()));
        bench.window->actions().restart->trigger();
        QTRY_VERIFY(messages.text().isEmpty());
        QTRY_VERIFY(bench.controller.isRunning());
    }

    void exportSaysWhatCameOfIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("a file") << QStringLiteral("log.csv") << true;
        QTest::newRow("no such folder") << QStringLiteral("no/such/log.csv") << false;
    }

    void exportSaysWhatCameOfIt()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        Bench bench;
        bench.open();
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        auto *flow = bench.window->findChild<ExportFlow *>();
        const QString path = bench.folder.filePath(name);
        flow->start({path, ExportFormat::Csv, {}});
        QVERIFY(!bench.window->actions().exportLog->isEnabled()); // one at a time
        QTRY_VERIFY(!flow->isBusy());
        QVERIFY(bench.window->actions().exportLog->isEnabled());
        QVERIFY(bench.window->messages().isVisible());
        QCOMPARE(QFile::exists(path), good);
        QVERIFY(bench.window->messages().text().contains(path));
        QCOMPARE(bench.window->messages().text().contains(QStringLiteral("failed")), !good);
    }

    void themeSwitchesWhileOpen()
    {
        Bench bench;
        bench.open();
        bench.window->actions().dark->trigger();
        QVERIFY(Theme::current() == Theme::Scheme::Dark);
        QVERIFY(bench.settings.theme() == Theme::Scheme::Dark);
        bench.window->actions().light->trigger();
        QVERIFY(Theme::current() == Theme::Scheme::Light);
    }

    // Closing must not wait for what this thread's event loop would have to do: the loop is over.
    void closesWhileTheHubStops()
    {
        Bench bench;
        bench.open();
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        bench.controller.stop();
        QVERIFY(bench.controller.state() == ServerController::State::Stopping);
        bench.window.reset();
    }

    // Without a hub the button says why it does nothing, and so does the key.
    void nothingIsSentWithoutAHub()
    {
        Bench bench;
        bench.open();
        auto *send = bench.window->findChild<QPushButton *>(QStringLiteral("injectSend"));
        QVERIFY(!send->isEnabled());
        QVERIFY2(send->toolTip().startsWith(QStringLiteral("No hub runs")), qPrintable(send->toolTip()));
        bench.window->actions().send->trigger();
        const auto *result = bench.window->findChild<QLabel *>(QStringLiteral("injectResult"));
        QCOMPARE(result->text(), send->toolTip());
        bench.controller.start();
        QTRY_VERIFY(bench.controller.isRunning());
        QTRY_VERIFY(send->isEnabled());
        bench.window->actions().send->trigger();
        QTRY_VERIFY2(result->text().contains(QStringLiteral("sent to")), qPrintable(result->text()));
        bench.controller.stop();
        QTRY_VERIFY(!send->isEnabled());
    }

    void startAndStopByOneAction()
    {
        Bench bench;
        bench.open();
        QAction *action = bench.window->actions().startStop;
        QCOMPARE(action->text(), QStringLiteral("Start hub"));
        action->trigger();
        QTRY_COMPARE(action->text(), QStringLiteral("Stop hub"));
        action->trigger();
        QTRY_VERIFY(bench.controller.state() == ServerController::State::Stopped);
        QCOMPARE(action->text(), QStringLiteral("Start hub"));
        QVERIFY(action->isEnabled());
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme::apply(app, Theme::Scheme::Light);
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mainwindow.moc"
