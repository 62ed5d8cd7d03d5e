// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with a hub and clients, by keys alone: every control of every pane is come to by Tab, every menu opens by a key
// and has all its commands under the arrows, and each of them has a name.
#include "windowbench.h"

#include "ui/feed/selection.h"
#include "ui/feed/simulation.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/eventsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/livetable.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/keyeditor.h"
#include "ui/shell/keymap.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/palette.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDeadlineTimer>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSplitterHandle>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace pushscope;

class TestKeyboard : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 20'000; // ms, on a loaded machine
    static constexpr int MostSteps = 400; // of Tab, around the window

    std::unique_ptr<WindowBench> m_bench;

    static QString nameOf(const QWidget *widget)
    {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        return accessible ? accessible->text(QAccessible::Name) : QString();
    }

    static QString described(const QWidget *widget)
    {
        return QStringLiteral("%1 \"%2\" (%3)")
            .arg(QLatin1String(widget->metaObject()->className()), nameOf(widget), widget->objectName());
    }

    // What one can do something with; not the parts of which Qt makes it.
    static bool isControl(const QWidget *widget)
    {
        if (!widget->isVisible() || !widget->isEnabled())
            return false;
        if (qobject_cast<const QSplitterHandle *>(widget))
            return true;
        if (widget->objectName().startsWith(QLatin1String("qt_")))
            return false;
        const QWidget *parent = widget->parentWidget();
        if (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
            || qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QHeaderView *>(widget)
            || qobject_cast<const QScrollBar *>(widget) || widget->window() != parent->window())
            return false;
        if (const auto *bar = qobject_cast<const QTabBar *>(widget))
            return bar->count() > 1;
        if (qobject_cast<const QTabBar *>(parent)) // its arrows
            return false;
        const auto *area = qobject_cast<const QAbstractScrollArea *>(parent);
        if (area && area->viewport() == widget)
            return false;
        return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
            || (qobject_cast<const QAbstractScrollArea *>(widget) && widget->focusPolicy() != Qt::NoFocus)
            || widget->focusPolicy() == Qt::StrongFocus;
    }

    static QList<QWidget *> controlsOf(const QWidget &pane)
    {
        QList<QWidget *> controls = pane.findChildren<QWidget *>();
        controls.removeIf([](const QWidget *widget) { return !isControl(widget); });
        return controls;
    }

    // All that gets the focus by Tab from here, until it comes back.
    static QSet<QWidget *> reachedFrom(QWidget *first)
    {
        QSet<QWidget *> reached;
        first->setFocus(Qt::TabFocusReason);
        for (int step = 0; step < MostSteps; ++step) {
            QWidget *now = QApplication::focusWidget();
            if (!now || (reached.contains(now) && now == first))
                break;
            reached.insert(now);
            QTest::keyClick(now, Qt::Key_Tab);
            if (QApplication::focusWidget() == now) // an editor that keeps Tab is left by F6
                QTest::keyClick(now, Qt::Key_F6);
        }
        return reached;
    }

    static void collect(const QMenu &menu, const QString &path, QStringList &leaves, QStringList &problems)
    {
        QSet<QString> here;
        for (QAction *action : menu.actions()) {
            if (action->isSeparator() || !action->isVisible())
                continue;
            const QString text = QString(action->text()).remove(u'&');
            if (text.trimmed().isEmpty())
                problems += QStringLiteral("an item without a name in ") + path;
            if (here.contains(text))
                problems += QStringLiteral("twice “%1” in %2").arg(text, path);
            here.insert(text);
            const QString name = path + QStringLiteral(" › ") + text;
            if (action->menu()) {
                Q_EMIT action->menu()->aboutToShow();
                collect(*action->menu(), name, leaves, problems);
            } else {
                leaves += name;
            }
        }
    }

    // Goes through the menu that is open with the Down key; what the arrows don't come to is a problem. Closes it.
    static void walk(QMenu &menu, const QString &path, QStringList &problems)
    {
        QSet<QAction *> wanted, seen;
        for (QAction *action : menu.actions()) {
            if (!action->isSeparator() && action->isVisible() && action->isEnabled())
                wanted.insert(action);
        }
        for (int step = 0; step < 2 * menu.actions().size() + 2; ++step) {
            if (menu.activeAction())
                seen.insert(menu.activeAction());
            QTest::keyClick(&menu, Qt::Key_Down);
        }
        for (const QAction *action : wanted) {
            if (!seen.contains(const_cast<QAction *>(action)))
                problems += QStringLiteral("the arrows don't come to “%1” in %2").arg(action->text(), path);
        }
        QTest::keyClick(&menu, Qt::Key_Escape);
    }

    // What `open` opens is walked through and closed, since it may wait for that.
    template<typename Open> static bool opens(Open open, const QString &path, QStringList &leaves, QStringList &problems)
    {
        bool opened = false;
        QTimer looking;
        connect(&looking, &QTimer::timeout, &looking, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            opened = true;
            looking.stop();
            collect(*menu, path, leaves, problems);
            walk(*menu, path, problems);
            menu->close();
        });
        looking.start(0);
        open();
        const QDeadlineTimer late(Milliseconds(1000));
        while (!opened && !late.hasExpired()) // a menu of the menu bar doesn't wait
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return opened;
    }

    static void verify(const QStringList &problems) { QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n'))); }

private Q_SLOTS:
    // A hub with clients of each kind and some events, so that tables have rows and buttons something to do.
    void initTestCase()
    {
        QAccessible::setActive(true);
        m_bench = std::make_unique<WindowBench>();
        m_bench->open();
        m_bench->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
        m_bench->controller.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->controller.isRunning(), Patience);
        PopulationPlan plan;
        plan.hub = QUrl(QString::fromUtf8(m_bench->controller.url()));
        plan.sse = plan.webSocket = plan.poll = 1;
        plan.token = m_bench->controller.tokenMaker();
        m_bench->window->simulation().add(plan);
        const auto *clients = m_bench->window->findChild<ClientsPane *>();
        QTRY_COMPARE_WITH_TIMEOUT(clients->model()->rowCount(), 3, Patience);
        for (int i = 0; i < 3; ++i)
            QVERIFY(QCoro::waitFor(m_bench->controller.publish({.to = {"*"}, .data = "{\"n\":1}"})));
        // Rows are chosen, so that there is something to inspect; the focus alone chooses none.
        QTest::keyClick(clients->table(), Qt::Key_Down);
        QVERIFY(clients->table()->currentKey() != 0);
        const auto *events = m_bench->window->findChild<EventsPane *>();
        m_bench->window->docks().showPane("events");
        QTRY_VERIFY_WITH_TIMEOUT(events->model()->rowCount() > 0, Patience);
        QTest::keyClick(events->table(), Qt::Key_Down);
        QVERIFY(events->table()->currentKey() != 0);
    }
    void cleanupTestCase() { m_bench.reset(); }

    void everyControlByTab_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<int>("least"); // controls that the pane has, so that none goes unseen
        const std::pair<const char *, int> panes[]
            = {{"clients", 4}, {"timeline", 4}, {"events", 4},  {"inspector", 3}, {"ledger", 3}, {"storms", 3}, {"throughput", 9},
               {"inject", 11}, {"faults", 8},   {"answers", 2}, {"findings", 2},  {"log", 4},    {"bus", 1}};
        for (const auto &[id, least] : panes)
            QTest::newRow(id) << QByteArray(id) << least;
    }
    void everyControlByTab()
    {
        QFETCH(QByteArray, id);
        QFETCH(int, least);
        m_bench->window->docks().showPane(id.constData());
        QWidget *pane = m_bench->dock(id.constData())->widget();
        QTRY_VERIFY(pane->isVisible());
        auto *tabs = pane->findChild<QTabWidget *>();
        const int pages = tabs ? tabs->count() : 1;
        QStringList problems;
        int found = 0;
        for (int page = 0; page < pages; ++page) {
            if (tabs)
                tabs->setCurrentIndex(page);
            QCoreApplication::processEvents();
            const QList<QWidget *> controls = controlsOf(*pane);
            found = std::max(found, int(controls.size()));
            const auto first = std::find_if(controls.cbegin(), controls.cend(),
                                            [](const QWidget *w) { return w->focusPolicy() & Qt::TabFocus; });
            QVERIFY(first != controls.cend());
            const QSet<QWidget *> reached = reachedFrom(*first);
            for (const QWidget *control : controls) {
                if (control->isVisible() && control->isEnabled() && !reached.contains(const_cast<QWidget *>(control)))
                    problems += described(control) + QStringLiteral(" is not come to by Tab");
                if (nameOf(control).isEmpty())
                    problems += described(control) + QStringLiteral(" has no name");
            }
        }
        verify(problems);
        QVERIFY2(found >= least, qPrintable(QStringLiteral("only %1 controls").arg(found)));
        for (QSplitterHandle *handle : pane->findChildren<QSplitterHandle *>())
            QVERIFY2(handle->focusPolicy() & Qt::TabFocus, qPrintable(described(handle)));
    }

    // Each pane that is open, and from the last one to the first.
    void everyPaneByF6()
    {
        MainWindow &window = *m_bench->window;
        for (QAction *step : {window.actions().nextPane, window.actions().previousPane}) {
            QSet<QString> seen;
            for (qsizetype i = 0, count = window.docks().paneActions().size(); i < count; ++i) {
                step->trigger();
                for (const QDockWidget *dock : window.findChildren<QDockWidget *>()) {
                    if (dock->isAncestorOf(QApplication::focusWidget()))
                        seen.insert(dock->objectName());
                }
            }
            QStringList missed;
            for (const QDockWidget *dock : window.findChildren<QDockWidget *>()) {
                if (!dock->isHidden() && !seen.contains(dock->objectName()))
                    missed += dock->objectName();
            }
            QCOMPARE(missed.join(u' '), QString());
        }
    }

    // A style draws the frame around what has the focus only after a key like Tab.
    void theFocusIsSeenAfterF6()
    {
        MainWindow &window = *m_bench->window;
        for (QAction *step : {window.actions().nextPane, window.actions().previousPane}) {
            window.setAttribute(Qt::WA_KeyboardFocusChange, false);
            step->trigger();
            QVERIFY(window.testAttribute(Qt::WA_KeyboardFocusChange));
        }
    }

    // Alt and a letter opens the menu and does nothing in a pane: with two that want it, neither is sure to get it.
    void everyMenuOfTheMenuBar()
    {
        QStringList leaves, problems;
        QList<QKeySequence> letters;
        int menus = 0;
        for (const QAction *action : m_bench->window->menuBar()->actions()) {
            if (!action->isVisible() || !action->menu())
                continue;
            ++menus;
            const qsizetype mnemonic = action->text().indexOf(u'&') + 1;
            letters.append(QKeySequence::mnemonic(action->text()));
            QVERIFY2(mnemonic > 0, qPrintable(action->text()));
            const auto key = Qt::Key(action->text().at(mnemonic).toUpper().unicode());
            m_bench->window->activateWindow(); // after a menu, which was active
            QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
            QTest::keyClick(m_bench->window->menuBar(), Qt::Key_Escape); // from the menu before, back into a pane
            m_bench->window->findChild<ClientsPane *>()->table()->setFocus(Qt::OtherFocusReason);
            // Not keyClick(): the Alt key's going up would end what the menu before has begun.
            const auto open = [&] {
                QTest::simulateEvent(m_bench->window.get(), true, key, Qt::AltModifier, QString(), false);
                QTest::simulateEvent(m_bench->window.get(), false, key, Qt::AltModifier, QString(), false);
            };
            // The first press may only end what the menu before has left of the menu bar's state.
            const QString title = QString(action->text()).remove(u'&');
            if (!opens(open, title, leaves, problems) && !opens(open, title, leaves, problems))
                problems += QStringLiteral("Alt does not open ") + action->text() + QStringLiteral(": ")
                    + (QApplication::focusWidget() ? described(QApplication::focusWidget()) : QStringLiteral("no focus"));
        }
        for (const QLabel *label : m_bench->window->docks().findChildren<QLabel *>()) {
            if (label->buddy() && letters.contains(QKeySequence::mnemonic(label->text())))
                problems += described(label) + QStringLiteral(" has a menu's letter");
        }
        for (const QAbstractButton *button : m_bench->window->docks().findChildren<QAbstractButton *>()) {
            if (letters.contains(QKeySequence::mnemonic(button->text())))
                problems += described(button) + QStringLiteral(" has a menu's letter");
        }
        verify(problems);
        QVERIFY(menus >= 9);
        QVERIFY2(leaves.size() >= 55, qPrintable(QString::number(leaves.size())));
    }

    void everyMenuOfAButton()
    {
        QStringList leaves, problems;
        int menus = 0;
        auto *clients = m_bench->window->findChild<ClientsPane *>();
        m_bench->window->docks().showPane("clients");
        clients->table()->selectRow(0); // what is done to clients needs one
        for (const char *id : {"clients", "timeline", "events", "ledger", "storms", "throughput", "inject", "faults", "answers",
                               "findings", "log"}) {
            m_bench->window->docks().showPane(id);
            QWidget *pane = m_bench->dock(id)->widget();
            QTRY_VERIFY(pane->isVisible());
            for (QToolButton *button : pane->findChildren<QToolButton *>()) {
                if (!button->menu() || !isControl(button))
                    continue;
                ++menus;
                button->setFocus(Qt::TabFocusReason);
                const QString path = QLatin1String(id) + QStringLiteral(" › ") + nameOf(button);
                if (!opens([button] { QTest::keyClick(button, Qt::Key_Space); }, path, leaves, problems))
                    problems += QStringLiteral("Space does not open ") + path;
            }
        }
        verify(problems);
        QVERIFY2(menus >= 10, qPrintable(QString::number(menus)));
        for (const char *wanted :
             {"Drop with RST", "Copy as cURL", "Copy as EventSource (JavaScript)", "Copy as WebSocket (JavaScript)",
              "Copy as JSON line", "Latencies as CSV…", "Charts as SVG…"}) {
            const bool there = std::any_of(leaves.cbegin(), leaves.cend(),
                                           [wanted](const QString &leaf) { return leaf.endsWith(QString::fromUtf8(wanted)); });
            QVERIFY2(there, wanted);
        }
    }

    // By the menu key, with a cell and, for the columns, without one.
    void everyMenuOfATable()
    {
        QStringList leaves, problems;
        int tables = 0;
        for (const char *id : {"clients", "timeline", "events", "ledger", "throughput", "inject", "faults", "findings", "log"}) {
            m_bench->window->docks().showPane(id);
            QWidget *pane = m_bench->dock(id)->widget();
            QTRY_VERIFY(pane->isVisible());
            for (LiveTable *table : pane->findChildren<LiveTable *>()) {
                if (!table->isVisible())
                    continue;
                ++tables;
                table->setFocus(Qt::TabFocusReason);
                if (table->model()->rowCount() > 0)
                    table->setCurrentIndex(table->model()->index(0, 0));
                const auto ask = [table] {
                    const QPoint at = table->viewport()->rect().center();
                    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, table->mapToGlobal(at));
                    QCoreApplication::sendEvent(table, &event);
                };
                if (!opens(ask, table->accessibleName(), leaves, problems))
                    problems += QStringLiteral("the menu key opens nothing in ") + table->accessibleName();
            }
        }
        verify(problems);
        QVERIFY2(tables >= 8, qPrintable(QString::number(tables)));
        QVERIFY(leaves.size() > 100);
    }

    // What the header of a table does with the mouse.
    void columnsAndSortingByMenu()
    {
        LiveTable *table = m_bench->window->findChild<ClientsPane *>()->table();
        const QModelIndex at = table->model()->index(0, ClientsModel::EventsOut);
        const auto choose = [table, at](const QString &under, const QString &text) {
            QMenu menu;
            table->fillMenu(&menu, at);
            for (const QAction *sub : menu.actions()) {
                if (!sub->menu() || !sub->text().startsWith(under))
                    continue;
                for (QAction *action : sub->menu()->actions()) {
                    if (action->text().startsWith(text) && action->isEnabled()) {
                        action->trigger();
                        return true;
                    }
                }
            }
            return false;
        };
        QHeaderView *header = table->horizontalHeader();
        QVERIFY(choose(QStringLiteral("Sort by"), QStringLiteral("Descending")));
        QCOMPARE(header->sortIndicatorSection(), int(ClientsModel::EventsOut));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        QVERIFY(choose(QStringLiteral("Sort by"), QStringLiteral("Not sorted")));
        QCOMPARE(header->sortIndicatorSection(), -1);
        const int place = header->visualIndex(ClientsModel::EventsOut);
        QVERIFY(choose(QStringLiteral("Columns"), QStringLiteral("Move")));
        QCOMPARE(header->visualIndex(ClientsModel::EventsOut), place - 1);
        header->moveSection(place - 1, place);
        const QString title = table->model()->headerData(ClientsModel::EventsOut, Qt::Horizontal).toString();
        QVERIFY(choose(QStringLiteral("Columns"), title));
        QVERIFY(table->isColumnHidden(ClientsModel::EventsOut));
        QVERIFY(choose(QStringLiteral("Columns"), title));
        QVERIFY(!table->isColumnHidden(ClientsModel::EventsOut));
        // The last one stays: nothing could bring one back.
        QList<int> hidden;
        for (int column = 0; column < header->count(); ++column) {
            if (column != ClientsModel::EventsOut && !table->isColumnHidden(column))
                hidden.append(column);
        }
        for (const int column : hidden)
            table->hideColumn(column);
        QVERIFY(!choose(QStringLiteral("Columns"), title));
        for (const int column : hidden)
            table->showColumn(column);
    }

    void thePaletteGoesToAClientAndAnEvent()
    {
        MainWindow &window = *m_bench->window;
        const auto goTo = [&window](const QString &text) {
            window.actions().palette->trigger();
            QPointer<Palette> palette = window.findChild<Palette *>();
            palette->search(text);
            const QStringList found = palette->found();
            QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            return found;
        };
        window.selection().clear();
        const ClientRow &client = window.findChild<ClientsPane *>()->model()->clientAt(1);
        const QStringList clients = goTo(QString::fromUtf8(client.client));
        QCOMPARE(window.selection().client(), client.client);
        QVERIFY2(clients.value(0).contains(QString::fromUtf8(client.client)), qPrintable(clients.join(u'\n')));
        const auto *events = window.findChild<EventsPane *>()->model();
        QTRY_VERIFY_WITH_TIMEOUT(events->rowCount() >= 3, Patience);
        int row = 0; // the last event itself, neither one of its deliveries nor a replay
        for (int each = 0; each < events->rowCount(); ++each) {
            if (events->rowAt(each).kind == JournalRow::Kind::Event)
                row = each;
        }
        const QString id = events->displayText(row, EventsModel::Id);
        const QStringList found = goTo(id + QStringLiteral(" · message · everyone"));
        QVERIFY2(found.value(0).startsWith(id), qPrintable(found.join(u'\n')));
        QCOMPARE(window.selection().rowRef(), events->keyOfRow(row));
        QCOMPARE(window.selection().event(), events->rowAt(row).event);
    }

    // A setting of the hub that runs is not taken by it: the window says so, and one button starts it again.
    void whatNeedsARestartOffersIt()
    {
        MainWindow &window = *m_bench->window;
        ServerConfig config = m_bench->controller.config();
        config.keepalive = Milliseconds(7000);
        m_bench->controller.setConfig(config);
        QVERIFY(m_bench->controller.needsRestart());
        QTRY_VERIFY_WITH_TIMEOUT(window.messages().isVisible(), Patience);
        QPointer<QPushButton> offer = window.messages().findChild<QPushButton *>();
        QVERIFY(offer);
        offer->setFocus(Qt::TabFocusReason);
        QTest::keyClick(offer, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->controller.runningConfig().keepalive, Milliseconds(7000), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->controller.isRunning(), Patience);
        QVERIFY(!m_bench->controller.needsRestart());
    }

    // What a key does is said whatever it would do now.
    void theListOfKeysSaysWhatTogglesAre()
    {
        const Keymap &keys = m_bench->window->keymap();
        const QAction *action = m_bench->window->actions().startStop;
        const auto found = std::find_if(keys.bindings().cbegin(), keys.bindings().cend(),
                                        [action](const KeyBinding &binding) { return binding.id == action->objectName(); });
        QVERIFY(found != keys.bindings().cend());
        QCOMPARE(found->text, QStringLiteral("Start or stop the hub"));
        QVERIFY(m_bench->controller.isRunning());
        m_bench->window->actions().palette->trigger();
        QPointer<Palette> palette = m_bench->window->findChild<Palette *>();
        palette->search(QStringLiteral("stop hub"));
        QCOMPARE(palette->found().value(0), QStringLiteral("Hub › Stop hub"));
        palette->search(QStringLiteral("start hub"));
        QVERIFY(!palette->found().contains(QStringLiteral("Hub › Start hub")));
        palette->close();
    }

    // All commands with a name of the settings stand in the editor of keys, and a key that two have is said there.
    void theKeyEditorHasAllCommands()
    {
        Keymap &keys = m_bench->window->keymap();
        KeyEditor editor(keys);
        const auto *list = editor.findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), int(keys.bindings().size()));
        QStringList ids;
        for (int row = 0; row < list->topLevelItemCount(); ++row)
            ids += list->topLevelItem(row)->data(0, Qt::UserRole).toString();
        for (const QAction *action : m_bench->window->actions().all())
            QVERIFY2(ids.contains(action->objectName()), qPrintable(action->text()));
        const auto marked = [list](const QString &text) {
            const QList<QTreeWidgetItem *> found = list->findItems(text, Qt::MatchExactly, 0);
            return !found.isEmpty() && found.first()->text(2).contains(QStringLiteral("conflict"));
        };
        const Actions &actions = m_bench->window->actions();
        QVERIFY(!marked(actions.mark->text()));
        keys.setKeys(actions.mark->objectName(), actions.freeze->shortcut());
        QVERIFY(marked(actions.mark->text()) && marked(actions.freeze->text()));
        keys.resetAll();
        QVERIFY(!marked(actions.mark->text()));
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
