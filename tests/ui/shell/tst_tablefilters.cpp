// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with a hub and clients: every table that it has is filtered by keys and by its cells. They are found, not
// listed: a table without the language fails.
#include "windowbench.h"

#include "ui/feed/answerdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/feed/simulation.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/eventsmodel.h"
#include "ui/models/jsontreemodel.h"
#include "ui/panes/answerspane.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/filterbar.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/livetable.h"
#include "ui/shell/actions.h"
#include "ui/shell/dockarea.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSet>
#include <QTabWidget>
#include <QTreeView>

using namespace pushscope;

class TestTableFilters : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 20'000; // ms, on a loaded machine

    std::unique_ptr<WindowBench> m_bench;

    [[nodiscard]] MainWindow &window() const { return *m_bench->window; }

    // In the docks: what a dialog or the palette has is theirs.
    [[nodiscard]] QList<QTableView *> tables() const { return window().docks().findChildren<QTableView *>(); }

    [[nodiscard]] FilterBar *barOf(const QWidget *table) const
    {
        FilterBar *found = nullptr;
        for (FilterBar *bar : window().docks().findChildren<FilterBar *>()) {
            if (bar->view() != table)
                continue;
            if (found)
                return nullptr;
            found = bar;
        }
        return found;
    }

    // Raises the dock and the tabs that it is in; what is hidden for want of something to show is shown.
    void reveal(QWidget *table) const
    {
        for (QWidget *each = table; each; each = each->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(each))
                window().docks().showPane(dock->objectName().mid(qstrlen("dock-")).toLatin1().constData());
            auto *tabs = each->parentWidget() ? qobject_cast<QTabWidget *>(each->parentWidget()->parentWidget()) : nullptr;
            if (tabs && tabs->indexOf(each) >= 0)
                tabs->setCurrentWidget(each);
        }
        table->show();
        for (QWidget *each = table; !table->isVisible() && each && each != &window(); each = each->parentWidget())
            each->show();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] static QString focused()
    {
        const QWidget *focused = QApplication::focusWidget();
        return focused ? focused->objectName() + u' ' + QLatin1String(focused->metaObject()->className())
                       : QStringLiteral("nothing");
    }

    [[nodiscard]] static QString described(const QTableView *table)
    {
        return QStringLiteral("%1 \"%2\"").arg(table->objectName(), table->accessibleName());
    }

    // By the menu of a cell, the first time or again: "Apply as filter: …".
    static bool apply(LiveTable *table, const QModelIndex &cell, bool opposite)
    {
        QMenu menu;
        table->fillMenu(&menu, cell);
        QList<QAction *> found;
        for (QAction *action : menu.actions()) {
            if (action->text().startsWith(QStringLiteral("Apply as filter")))
                found.append(action);
        }
        if (found.size() != 2)
            return false;
        found[opposite ? 1 : 0]->trigger();
        return true;
    }

    // A list of proposals takes it, and does not give it back where there is no window manager.
    void takeActivity()
    {
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    // Keys alone: Ctrl+L, what is proposed, what is wrong, and Esc.
    void checkTyping(LiveTable *table, FilterBar *bar)
    {
        const QString what = described(table);
        FilterEdit *filter = bar->filterEdit();
        const bool onDemand = !bar->isVisible();
        takeActivity();
        table->setFocus(Qt::OtherFocusReason);
        QVERIFY2(table->hasFocus(), qPrintable(what + QStringLiteral(": the focus is in ") + focused()));
        QTest::keyClick(table, Qt::Key_L, Qt::ControlModifier);
        QVERIFY2(bar->isVisible() && filter->hasFocus(), qPrintable(what + QStringLiteral(": the focus is in ") + focused()));
        const FilterField &first = table->cells()->filterFields().front();
        const QString field = QLatin1String(first.name);
        QTest::keyClicks(filter, field.left(1));
        QVERIFY2(filter->proposals().contains(field), qPrintable(what));
        filter->clear();
        const QString right = field
            + (first.type == FilterType::Time ? QStringLiteral(" == \"2026-01-01T00:00:00Z\" && ") : QStringLiteral(" == 1 && "));
        QTest::keyClicks(filter, right + QStringLiteral("nosuch > 2"));
        QTRY_COMPARE_WITH_TIMEOUT(filter->errorColumn(), right.size(), Patience);
        const auto *error = bar->findChild<QLabel *>(QStringLiteral("filterError"));
        QVERIFY2(error->isVisible() && error->text().startsWith(QStringLiteral("Column %1: ").arg(right.size() + 1)),
                 qPrintable(what + error->text()));
        QCOMPARE(filter->accessibleDescription(), error->text());
        if (!onDemand) {
            filter->selectAll();
            QTest::keyClick(filter, Qt::Key_Backspace); // the list of proposals goes with it
            QVERIFY2(filter->text().isEmpty(), qPrintable(what));
            return;
        }
        takeActivity();
        QTest::keyClick(filter, Qt::Key_Escape);
        if (bar->isVisible()) // the first one was for the list of proposals
            QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY2(!bar->isVisible() && filter->text().isEmpty() && table->hasFocus(), qPrintable(what));
    }

    void checkCells(LiveTable *table, FilterBar *bar)
    {
        const QString what = described(table);
        CellTableModel *model = table->cells();
        const bool onDemand = !bar->isVisible();
        const qint64 total = model->totalCount(), hiddenBefore = model->hiddenCount();
        int column = 0;
        while (column < model->columnCount() && model->fieldOfColumn(column) < 0)
            ++column;
        QVERIFY2(column < model->columnCount(), qPrintable(what));
        takeActivity();
        const QModelIndex cell = model->index(0, column);
        const quint64 key = model->keyOfRow(0);
        table->setFocus(Qt::OtherFocusReason);
        QVERIFY2(apply(table, cell, false), qPrintable(what));
        const QString is = bar->filterEdit()->text();
        QVERIFY2(!is.isEmpty() && bar->isVisible() && bar->filterEdit()->errorColumn() < 0, qPrintable(what));
        QVERIFY2(model->rowOfKey(key) >= 0, qPrintable(what + is));
        QVERIFY2(apply(table, model->index(model->rowOfKey(key), column), true), qPrintable(what));
        const QString isNot = bar->filterEdit()->text();
        QVERIFY2(model->rowOfKey(key) < 0, qPrintable(what + isNot));
        const QLocale locale;
        const auto *hidden = bar->findChild<QLabel *>(QStringLiteral("hidden"));
        QVERIFY2(hidden->isVisible(), qPrintable(what));
        QCOMPARE(hidden->text(),
                 QStringLiteral("%1 of %2 hidden").arg(locale.toString(model->hiddenCount()), locale.toString(total)));
        window().actions().undo->trigger();
        QVERIFY2(bar->filterEdit()->text() == is, qPrintable(what + QStringLiteral(": undone with the focus in ") + focused()));
        QTRY_VERIFY2_WITH_TIMEOUT(model->rowOfKey(key) >= 0, qPrintable(what), Patience);
        window().actions().redo->trigger();
        QCOMPARE(bar->filterEdit()->text(), isNot);
        window().actions().undo->trigger();
        window().actions().undo->trigger();
        QVERIFY2(bar->filterEdit()->text().isEmpty(), qPrintable(what + bar->filterEdit()->text()));
        QVERIFY2(model->hiddenCount() == hiddenBefore,
                 qPrintable(what + QStringLiteral(": %1, not %2 hidden").arg(model->hiddenCount()).arg(hiddenBefore)));
        QCOMPARE(bar->isVisible(), !onDemand);
    }

private Q_SLOTS:
    // As much as it takes for most tables to have rows.
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_bench = std::make_unique<WindowBench>();
        m_bench->open({1800, 1100});
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        connect(&window().feed(), &FrameFeed::snapshotReady, this, [this] { ++m_snapshots; });
        m_bench->controller.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->controller.isRunning(), Patience);
        PopulationPlan plan;
        plan.hub = QUrl(QString::fromUtf8(m_bench->controller.url()));
        plan.sse = plan.webSocket = plan.poll = 2;
        plan.token = m_bench->controller.tokenMaker();
        window().simulation().add(plan);
        auto *clients = window().findChild<ClientsPane *>();
        QTRY_COMPARE_WITH_TIMEOUT(clients->model()->rowCount(), 6, Patience);
        for (int i = 0; i < 3; ++i)
            QVERIFY(QCoro::waitFor(m_bench->controller.publish({.to = {"*"}, .data = "{\"n\":1}"})));
        AnswerText rule;
        rule.name = "rule";
        rule.message = "{}";
        window().findChild<AnswersPane *>()->desk().setRules({rule});
        const ClientRow &client = clients->model()->clientAt(0);
        window().selection().setClient(client.key, client.client);
        auto *events = window().findChild<EventsPane *>()->model();
        QTRY_VERIFY_WITH_TIMEOUT(events->rowCount() >= 3, Patience);
        int row = 0;
        while (row < events->rowCount() - 1 && !events->rowAt(row).event)
            ++row;
        window().selection().setEvent(events->rowAt(row).event, events->keyOfRow(row));
    }
    void cleanupTestCase() { m_bench.reset(); }

    void everyTableHasTheLanguage()
    {
        QStringList problems;
        QSet<QString> names;
        for (const QTableView *each : tables()) {
            const auto *table = qobject_cast<const LiveTable *>(each);
            const FilterBar *bar = barOf(each);
            if (!table || !bar)
                problems += described(each) + QStringLiteral(" has no filter");
            else if (table->cells()->filterFields().empty())
                problems += described(each) + QStringLiteral(" has no fields");
            if (names.contains(each->objectName()))
                problems += described(each) + QStringLiteral(" keeps its filters under another's name");
            names.insert(each->objectName());
        }
        for (const QTreeView *tree : window().docks().findChildren<QTreeView *>()) {
            if (!qobject_cast<const JsonTreeModel *>(tree->model()))
                problems += tree->objectName() + QStringLiteral(" is a table in a tree's clothes");
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        QVERIFY2(names.size() >= 30, qPrintable(QString::number(names.size()))); // none goes unseen
    }

    void byKeys()
    {
        window().feed().setFrozen(true); // what has nothing to show stays shown
        for (QTableView *each : tables()) {
            auto *table = qobject_cast<LiveTable *>(each);
            reveal(table);
            QVERIFY2(table->isVisible(), qPrintable(described(table)));
            checkTyping(table, barOf(table));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void fromCells()
    {
        window().feed().setFrozen(false);
        for (QTableView *each : tables()) { // those in tabs have rows once they were seen
            reveal(each);
            const quint64 seen = m_snapshots;
            QTRY_VERIFY_WITH_TIMEOUT(m_snapshots > seen, Patience);
        }
        window().feed().setFrozen(true); // rows stand still
        QStringList empty;
        int checked = 0;
        for (QTableView *each : tables()) {
            auto *table = qobject_cast<LiveTable *>(each);
            reveal(table);
            if (table->cells()->rowCount() == 0) {
                empty += described(table);
                continue;
            }
            checkCells(table, barOf(table));
            if (QTest::currentTestFailed())
                return;
            ++checked;
        }
        window().feed().setFrozen(false);
        qInfo("without rows: %s", qPrintable(empty.join(QStringLiteral(", "))));
        QVERIFY2(checked >= 10, qPrintable(empty.join(QStringLiteral(", "))));
    }

private:
    quint64 m_snapshots = 0;
};

QTEST_MAIN(TestTableFilters)
#include "tst_tablefilters.moc"
