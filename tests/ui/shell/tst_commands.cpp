// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "ui/panes/clientspane.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/livetable.h"
#include "ui/panes/logpane.h"
#include "ui/panes/tablebar.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/firstrun.h"
#include "ui/shell/keyeditor.h"
#include "ui/shell/keymap.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notifier.h"
#include "ui/shell/palette.h"
#include "ui/shell/settings.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/theme.h"
#include "ui/shell/tour.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QInputDialog>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace pushscope;

// Commands of the window: keys, the palette, layouts, undo.
class TestCommands : public QObject
{
    Q_OBJECT

    struct Bench : WindowBench {
        Bench()
        {
            open();
            window->activateWindow();
            (void)QTest::qWaitForWindowActive(window.get());
        }
        Palette *palette() { return window->findChild<Palette *>(); }
    };

private Q_SLOTS:
    void scores_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("beginnings of words") << QStringLiteral("sh") << QStringLiteral("Start hub") << QStringLiteral("refresh");
        QTest::newRow("together") << QStringLiteral("free") << QStringLiteral("Freeze") << QStringLiteral("for the next one");
        QTest::newRow("a whole word") << QStringLiteral("full") << QStringLiteral("View › Full screen")
                                      << QStringLiteral("Faults › Lose the next event");
        QTest::newRow("in any case") << QStringLiteral("MARK") << QStringLiteral("mark") << QStringLiteral("My market");
    }
    void scores()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(paletteScore(better, wanted) > paletteScore(worse, wanted));
        QVERIFY(paletteScore(better, QStringLiteral("zzz")) < 0);
    }

    void thePaletteFindsAndGoes()
    {
        Bench bench;
        QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(bench.palette());
        bench.palette()->search(QStringLiteral("freeze"));
        QCOMPARE(bench.palette()->found().value(0), QStringLiteral("View › Freeze"));
        QTest::keyClick(bench.palette()->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(bench.window->actions().freeze->isChecked());
        QTRY_VERIFY(!bench.palette());
        bench.window->actions().palette->trigger();
        bench.palette()->search(QStringLiteral("retain-events")); // the option on the command line
        QVERIFY2(bench.palette()->found().value(0).contains(QStringLiteral("Keep at most events")),
                 qPrintable(bench.palette()->found().join(u'\n')));
        bench.palette()->search(QStringLiteral("keep at most events"));
        QVERIFY2(bench.palette()->found().value(0).contains(QStringLiteral("Keep at most events")),
                 qPrintable(bench.palette()->found().join(u'\n')));
        QTest::keyClick(bench.palette()->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(bench.window->findChild<SettingsDialog *>());
    }

    // A pane that can be seen already is not closed by its name.
    void thePaletteGoesToAPane()
    {
        Bench bench;
        bench.window->docks().showPane("inject");
        for (int i = 0; i < 2; ++i) {
            bench.window->actions().palette->trigger();
            QTRY_VERIFY(bench.palette());
            bench.palette()->search(QStringLiteral("inject"));
            QCOMPARE(bench.palette()->found().value(0), QStringLiteral("View › Inject"));
            QTest::keyClick(bench.palette()->findChild<QLineEdit *>(), Qt::Key_Return);
            QTRY_VERIFY(!bench.palette());
            QVERIFY(bench.dock("inject")->widget()->isVisible());
            QVERIFY(bench.dock("inject")->isAncestorOf(bench.window->focusWidget()));
        }
    }

    // Before the first client the Clients pane has no filter.
    void theFilterOfEventsBeforeThereAreClients()
    {
        Bench bench;
        bench.window->actions().toFilter->trigger();
        QVERIFY(bench.dock("events")->isAncestorOf(bench.window->focusWidget()));
        QVERIFY(qobject_cast<QLineEdit *>(bench.window->focusWidget()));
    }

    void aMessageCanBeReadInAnyTheme()
    {
        Bench bench;
        MessageBar &bar = bench.window->messages();
        bar.showMessage(MessageBar::Kind::Info, QStringLiteral("Read this"));
        for (QAction *theme : {bench.window->actions().dark, bench.window->actions().light}) {
            theme->trigger();
            QCoreApplication::processEvents();
            const QPalette colors = bar.palette();
            QVERIFY2(Theme::contrast(colors.color(QPalette::WindowText), colors.color(QPalette::Window)) >= 4.5,
                     qPrintable(theme->text()));
        }
    }

    // A menu that is filled anew while the palette is open.
    void aCommandThatIsGoneDoesNothing()
    {
        Bench bench;
        int done = 0;
        auto *menu = bench.window->findChild<QMenu *>(QStringLiteral("session"));
        QAction *action = menu->addAction(QStringLiteral("Soon gone"), [&done] { ++done; });
        bench.window->actions().palette->trigger();
        QTRY_VERIFY(bench.palette());
        bench.palette()->search(QStringLiteral("soon gone"));
        QCOMPARE(bench.palette()->found().value(0), QStringLiteral("Session › Soon gone"));
        delete action;
        QTest::keyClick(bench.palette()->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(!bench.palette());
        QCOMPARE(done, 0);
    }

    void theWindowTakesTheWholeScreenAndComesBack()
    {
        Bench bench;
        QAction &fullScreen = *bench.window->actions().fullScreen;
        bench.window->showMaximized();
        QTest::keyClick(bench.window.get(), Qt::Key_F11);
        QTRY_VERIFY(bench.window->isFullScreen());
        QVERIFY(fullScreen.isChecked());
        QTest::keyClick(bench.window.get(), Qt::Key_F11);
        QTRY_VERIFY(!bench.window->isFullScreen());
        QVERIFY(bench.window->isMaximized()); // as it was before
        QVERIFY(!fullScreen.isChecked());
        bench.window->showFullScreen(); // by the desktop
        QTRY_VERIFY(fullScreen.isChecked());
    }

    void everyActionHasANameOfItsOwnInTheSettings()
    {
        Bench bench;
        QSet<QString> ids, texts;
        for (const KeyBinding &binding : bench.window->keymap().bindings()) {
            QVERIFY2(!binding.id.isEmpty() && !ids.contains(binding.id), qPrintable(binding.text));
            ids.insert(binding.id);
            QVERIFY2(bench.window->keymap().conflicts(binding.id, binding.keys).isEmpty(), qPrintable(binding.text));
        }
        QVERIFY(ids.contains(QStringLiteral("filter")) && ids.contains(QStringLiteral("send")));
    }

    void keysAreChangedAndKept()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        ServerController controller;
        {
            MainWindow window(controller, settings);
            Keymap &keys = window.keymap();
            QCOMPARE(keys.conflicts(QStringLiteral("mark"), QKeySequence(Qt::Key_F8)), QStringList{QStringLiteral("Freeze")});
            keys.setKeys(QStringLiteral("mark"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
            QCOMPARE(window.actions().mark->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
            KeyEditor editor(keys);
            editor.choose(QStringLiteral("freeze"));
            QCOMPARE(editor.findChild<QLabel *>(QStringLiteral("keyConflicts"))->text(),
                     QStringLiteral("No other command has this key."));
            // A key that another has: it is said, and taken from it. What the buttons are about is what the search shows.
            const auto button = [&editor](const QString &text) {
                const QList<QPushButton *> buttons = editor.findChildren<QPushButton *>();
                return *std::find_if(buttons.begin(), buttons.end(),
                                     [&text](const QPushButton *each) { return QString(each->text()).remove(u'&') == text; });
            };
            editor.findChild<QLineEdit *>()->setText(QStringLiteral("forward"));
            editor.findChild<QKeySequenceEdit *>()->setKeySequence(Qt::Key_F8);
            QVERIFY(editor.findChild<QLabel *>(QStringLiteral("keyConflicts"))->text().contains(QStringLiteral("Freeze")));
            QVERIFY(!button(QStringLiteral("Take it from there"))->isHidden());
            button(QStringLiteral("Take it from there"))->click();
            QCOMPARE(window.actions().forward->shortcut(), QKeySequence(Qt::Key_F8));
            QVERIFY(window.actions().freeze->shortcut().isEmpty());
            QVERIFY(button(QStringLiteral("Take it from there"))->isHidden());
        }
        MainWindow again(controller, settings);
        QCOMPARE(again.actions().mark->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
        QVERIFY(again.actions().freeze->shortcut().isEmpty()); // it was taken from
        again.keymap().resetAll();
        QCOMPARE(again.actions().mark->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_M));
    }

    void layoutsShowWhatTheyAreFor()
    {
        Bench bench;
        bench.window->docks().arrange(DockArea::Layout::Connect);
        QVERIFY(bench.dock("timeline")->isHidden());
        QVERIFY(!bench.dock("inject")->isHidden());
        bench.window->docks().arrange(DockArea::Layout::Load);
        QVERIFY(!bench.dock("throughput")->isHidden());
        QVERIFY(bench.dock("inspector")->isHidden());
        bench.window->docks().arrange(DockArea::Layout::All);
        QVERIFY(!bench.dock("inspector")->isHidden());
        QVERIFY(!bench.dock("timeline")->isHidden());
    }

    // Saving under a name that is there is how a layout is changed; it may have been another one's by mistake.
    void anOwnLayoutIsKeptAndReplaced()
    {
        Bench bench;
        const auto save = [&bench](const QString &name) {
            QTimer::singleShot(0, bench.window.get(), [name] {
                auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
                QTest::keyClicks(dialog->findChild<QLineEdit *>(), name);
                QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
            });
            bench.window->actions().saveLayout->trigger();
        };
        const auto use = [&bench](const QString &name) {
            for (const QMenu *menu : bench.window->findChildren<QMenu *>()) {
                const QList<QAction *> actions = menu->title() == QStringLiteral("Layout") ? menu->actions() : QList<QAction *>();
                for (QAction *action : actions) {
                    if (action->text() == name)
                        action->trigger();
                }
            }
        };
        bench.window->docks().arrange(DockArea::Layout::Load);
        save(QStringLiteral("Mine"));
        bench.window->docks().arrange(DockArea::Layout::All);
        use(QStringLiteral("Mine"));
        QVERIFY(bench.dock("inspector")->isHidden());

        bench.window->docks().arrange(DockArea::Layout::All);
        save(QStringLiteral("Mine"));
        QCOMPARE(bench.window->messages().text(), QStringLiteral("The layout Mine is the present one from now on."));
        bench.window->docks().arrange(DockArea::Layout::Load);
        use(QStringLiteral("Mine"));
        QVERIFY(!bench.dock("inspector")->isHidden());

        const QList<QPushButton *> offers = bench.window->messages().findChildren<QPushButton *>();
        QCOMPARE(offers.size(), 1);
        offers.first()->click();
        use(QStringLiteral("Mine"));
        QVERIFY(bench.dock("inspector")->isHidden());
    }

    void undoBelongsToTheFieldWithTheFocus()
    {
        Bench bench;
        bench.window->actions().toFilter->trigger();
        auto *filter = bench.window->findChild<ClientsPane *>()->findChild<FilterEdit *>();
        QVERIFY(filter);
        // Without a client the pane shows its first-run page; the timeline has a filter of its own.
        auto *text = bench.window->findChild<QPlainTextEdit *>(QStringLiteral("injectData"));
        bench.window->docks().showPane("inject");
        text->setFocus();
        QTRY_VERIFY(text->hasFocus());
        const QString before = text->toPlainText();
        text->insertPlainText(QStringLiteral("x"));
        bench.window->actions().undo->trigger();
        QCOMPARE(text->toPlainText(), before);
        bench.window->actions().redo->trigger();
        QVERIFY(text->toPlainText() != before);
    }

    void theFirstPageOpensSessions()
    {
        Bench bench;
        int opened = 0;
        connect(bench.window->actions().openSession, &QAction::triggered, bench.window.get(), [&opened] { ++opened; });
        for (QPushButton *button : bench.window->findChild<FirstRun *>()->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Open a session…"))
                button->click();
        }
        QCOMPARE(opened, 1);
    }

    void aClientIsWrittenTo()
    {
        Bench bench;
        bench.window->docks().showPane("log");
        Q_EMIT bench.window->findChild<ClientsPane *>()->sendRequested();
        const auto *data = bench.window->findChild<QPlainTextEdit *>(QStringLiteral("injectData"));
        QTRY_VERIFY(data->isVisible() && data->hasFocus());
        QCOMPARE(bench.window->findChild<QComboBox *>(QStringLiteral("injectTarget"))->currentIndex(), 3);
    }

    // What a cell or a button put into a filter is undone where the focus is: in the table.
    void undoTakesAFilterBack()
    {
        Bench bench;
        bench.window->docks().showPane("log");
        auto *pane = bench.window->findChild<LogPane *>();
        auto *table = pane->findChild<LiveTable *>();
        table->setFocus();
        QTRY_VERIFY(table->hasFocus());
        pane->findChild<TableBar *>()->setFilter(QStringLiteral("kind == conn"));
        const auto *filter = pane->findChild<FilterEdit *>();
        bench.window->actions().undo->trigger();
        QCOMPARE(filter->text(), QString());
        bench.window->actions().redo->trigger();
        QCOMPARE(filter->text(), QStringLiteral("kind == conn"));
    }

    void lostEventsAreToldOnce()
    {
        QWidget window; // never shown, so never the active one
        Notifier notifier(window);
        QStringList told;
        notifier.setSend([&told](const QString &title, const QString &) { told += title; });
        Snapshot snapshot;
        snapshot.generation = 1;
        ReconnectRow row;
        row.key = 1;
        row.verdict = Verdict::Pending;
        snapshot.changedReconnects = {row};
        notifier.apply(snapshot);
        QVERIFY(told.isEmpty());
        snapshot.changedReconnects[0].verdict = Verdict::Lost;
        snapshot.changedReconnects[0].lost = 3;
        notifier.apply(snapshot);
        QCOMPARE(told.size(), 1);
        notifier.apply(snapshot); // it comes again when anything of it changes
        snapshot.changedReconnects[0].key = 2; // within the pause
        notifier.apply(snapshot);
        QCOMPARE(told.size(), 1);
        notifier.setEnabled(false);
        notifier.exportEnded(QStringLiteral("x"));
        QCOMPARE(told.size(), 1);
    }

    void theTourEnds_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("return") << int(Qt::Key_Return);
    }
    void theTourEnds()
    {
        QFETCH(const int, key);
        Bench bench;
        bench.window->actions().tour->trigger();
        QPointer<Tour> tour = bench.window->findChild<Tour *>();
        QVERIFY(tour);
        const auto *next = QApplication::focusWidget();
        QVERIFY(next && tour->isAncestorOf(next));
        for (int step = 0; step < Tour::stepCount(); ++step) {
            QCOMPARE(tour->step(), step);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        }
        QTRY_VERIFY(!tour);
        bench.window->actions().tour->trigger();
        tour = bench.window->findChild<Tour *>();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!tour);
    }

    // Where panes stand behind each other, the tab of the one that a step is about is part of what it shows.
    void theTourCoversNoTabOfItsPane()
    {
        Bench bench;
        bench.window->actions().tour->trigger();
        QPointer<Tour> tour = bench.window->findChild<Tour *>();
        QVERIFY(tour);
        int tabs = 0;
        for (int step = 0; step + 1 < Tour::stepCount(); ++step) { // the last is about none
            QCoreApplication::processEvents();
            for (const QTabBar *bar : bench.window->docks().findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
                const QString raised = bar->isVisible() ? bar->tabText(bar->currentIndex()) : QString();
                const bool shown = (step == 2 && raised == QStringLiteral("Inject"))
                    || (step == 3 && raised == QStringLiteral("Faults"))
                    || (step == 4 && raised == QStringLiteral("Replay ledger"))
                    || (step == 5 && raised == QStringLiteral("Findings"));
                if (!shown)
                    continue;
                ++tabs;
                const QRect place(bar->mapTo(bench.window.get(), QPoint(0, 0)), bar->size());
                QVERIFY2(!place.intersects(tour->geometry()), qPrintable(raised));
            }
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        }
        QCOMPARE(tabs, 4);
    }

    void themeFollowsTheSystemUntilOneIsChosen()
    {
        Bench bench;
        QVERIFY(bench.window->actions().followSystem->isChecked());
        bench.window->actions().dark->trigger();
        QVERIFY(bench.settings.theme() == Theme::Scheme::Dark);
        bench.window->actions().followSystem->trigger();
        QVERIFY(!bench.settings.theme());
        bench.window->actions().light->trigger();
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
