// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window: the columns of every table and every splitter within a pane are as they were left, and as shipped after a
// reset. They are found, not listed: one without a name of its own fails.
#include "windowbench.h"

#include "ui/models/celltablemodel.h"
#include "ui/panes/livetable.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/translations.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <functional>

using namespace pushscope;

namespace {

constexpr auto ClientsKey = "v1/columns/clients/clientsTable";
constexpr auto SplitterKey = "v1/splitters/throughput/throughputSplitter";

[[nodiscard]] QString placeOf(const QWidget *widget)
{
    const QWidget *each = widget;
    while (each && !qobject_cast<const QDockWidget *>(each))
        each = each->parentWidget();
    return (each ? each->objectName() : QString()) + u'/' + widget->objectName();
}

[[nodiscard]] QList<QHeaderView *> headersIn(MainWindow &window)
{
    QList<QHeaderView *> headers;
    for (QHeaderView *header : window.docks().findChildren<QHeaderView *>()) {
        if (header->orientation() == Qt::Horizontal)
            headers.append(header);
    }
    return headers;
}

// Which widths are the user's, and which only the room that is left? The last column and those that stretch are the latter.
[[nodiscard]] QString described(const QHeaderView *header)
{
    QStringList parts;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const bool fixed = header->sectionResizeMode(column) == QHeaderView::Interactive && place < header->count() - 1;
        parts += QStringLiteral("%1:%2").arg(column).arg(header->isSectionHidden(column) ? QStringLiteral("hidden")
                                                             : fixed ? QString::number(header->sectionSize(column))
                                                                     : QStringLiteral("rest"));
    }
    if (header->isSortIndicatorShown())
        parts += QStringLiteral("by %1 %2")
                     .arg(header->sortIndicatorSection())
                     .arg(header->sortIndicatorSection() < 0 ? 0 : int(header->sortIndicatorOrder()));
    return parts.join(u' ');
}

[[nodiscard]] QMap<QString, QString> columnsIn(MainWindow &window)
{
    QMap<QString, QString> all;
    for (const QHeaderView *header : headersIn(window))
        all.insert(placeOf(header->parentWidget()), described(header));
    return all;
}

// Each table in another way as shipped, by as much as it has columns.
void change(QHeaderView *header)
{
    const int count = header->count();
    if (header->sectionResizeMode(0) == QHeaderView::Interactive)
        header->resizeSection(0, header->sectionSize(0) + 37);
    if (header->isSortIndicatorShown())
        header->setSortIndicator(1, Qt::DescendingOrder);
    if (count > 2)
        header->moveSection(0, 1);
    if (count > 3)
        header->hideSection(2);
}

void drag(const QSplitter *splitter, int by)
{
    QSplitterHandle *handle = splitter->handle(1);
    const QPointF from = handle->rect().center();
    const QPointF to = from + (splitter->orientation() == Qt::Horizontal ? QPointF(by, 0) : QPointF(0, by));
    const auto send = [&](QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, handle->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(handle, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, from, Qt::LeftButton, Qt::NoButton); // the handle has gone with the mouse
}

// As a screen reader's user does.
void press(const QSplitter *splitter, int times)
{
    for (int i = 0; i < times; ++i)
        QTest::keyClick(splitter->handle(1), splitter->orientation() == Qt::Horizontal ? Qt::Key_Left : Qt::Key_Up);
}

// Of the first part, in thousandths; how the room is shared with all parts in sight.
[[nodiscard]] int shareOf(const QSplitter *splitter)
{
    const QList<int> sizes = splitter->sizes();
    return 1'000 * sizes.first() / std::max(1, sizes.first() + sizes.last());
}

} // namespace

class TestPaneStates : public QObject
{
    Q_OBJECT

    // Raises the dock and the tabs that it is in; what is hidden for want of something to show is shown.
    static void reveal(MainWindow &window, QSplitter *splitter)
    {
        for (QWidget *each = splitter; each; each = each->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(each))
                window.docks().showPane(dock->objectName().mid(qstrlen("dock-")).toLatin1().constData());
            auto *tabs = each->parentWidget() ? qobject_cast<QTabWidget *>(each->parentWidget()->parentWidget()) : nullptr;
            if (tabs && tabs->indexOf(each) >= 0)
                tabs->setCurrentWidget(each);
            else if (auto *pages = qobject_cast<QStackedWidget *>(each->parentWidget()))
                pages->setCurrentWidget(each);
        }
        for (QWidget *each = splitter; !splitter->isVisible() && each && each != &window; each = each->parentWidget())
            each->show();
        for (int i = 0; i < splitter->count(); ++i) {
            splitter->widget(i)->show();
            if (auto *table = splitter->widget(i)->findChild<LiveTable *>())
                table->show(); // its filter is hidden with it
        }
        QCoreApplication::processEvents();
    }

    // Shares of all splitters, each looked at with all of its parts, and moved before that.
    using Move = std::function<void(QSplitter *)>;
    static QMap<QString, int> sharesIn(MainWindow &window, const Move &move = {})
    {
        QMap<QString, int> shares;
        for (QSplitter *splitter : window.docks().findChildren<QSplitter *>()) {
            reveal(window, splitter);
            if (move)
                move(splitter);
            shares.insert(placeOf(splitter), shareOf(splitter));
        }
        return shares;
    }

    static void compareShares(const QMap<QString, int> &now, const QMap<QString, int> &then)
    {
        QCOMPARE(now.keys(), then.keys());
        for (auto it = now.begin(); it != now.end(); ++it)
            QVERIFY2(qAbs(it.value() - then[it.key()]) <= 20,
                     qPrintable(QStringLiteral("%1: %2, not %3").arg(it.key()).arg(it.value()).arg(then[it.key()])));
    }

    static QStringList keptKeys(const WindowBench &bench)
    {
        QStringList kept;
        Settings settings(bench.folder.path());
        for (const QString &key : settings.ini().allKeys()) {
            if (key.startsWith(QStringLiteral("v1/columns/")) || key.startsWith(QStringLiteral("v1/splitters/")))
                kept += key;
        }
        return kept;
    }

private Q_SLOTS:
    void everyTableAndSplitterHasANameOfItsOwn()
    {
        WindowBench bench;
        bench.open();
        QStringList places;
        for (const QHeaderView *header : headersIn(*bench.window))
            places += placeOf(header->parentWidget());
        for (const QSplitter *splitter : bench.window->docks().findChildren<QSplitter *>())
            places += placeOf(splitter);
        for (const QString &place : std::as_const(places)) {
            QVERIFY2(!place.endsWith(u'/'), qPrintable(place + QStringLiteral(" has no name")));
            QCOMPARE(places.count(place), 1);
        }
        QVERIFY2(places.size() >= 40, qPrintable(QString::number(places.size()))); // none goes unseen
    }

    void columnsComeBackAndAreReset()
    {
        WindowBench bench;
        bench.open();
        const auto shipped = columnsIn(*bench.window);
        for (QHeaderView *header : headersIn(*bench.window))
            change(header);
        const auto left = columnsIn(*bench.window);
        for (auto it = left.begin(); it != left.end(); ++it)
            QVERIFY2(it.value() != shipped[it.key()], qPrintable(it.key()));
        bench.window->close();
        bench.window.reset();
        QCOMPARE(keptKeys(bench).size(), left.size());

        bench.open();
        QCOMPARE(columnsIn(*bench.window), left);
        bench.window->close();
        bench.window.reset();

        bench.open(); // and nothing gets lost by only being looked at
        QCOMPARE(columnsIn(*bench.window), left);
        bench.window->actions().resetLayout->trigger();
        QCOMPARE(columnsIn(*bench.window), shipped);
        QTRY_COMPARE_WITH_TIMEOUT(keptKeys(bench), QStringList(), 60'000); // without being closed
    }

    void aHiddenColumnKeepsItsWidth()
    {
        WindowBench bench;
        bench.open();
        const auto header
            = [&] { return bench.window->findChild<LiveTable *>(QStringLiteral("clientsTable"))->horizontalHeader(); };
        const int wide = header()->sectionSize(2) + 41;
        header()->resizeSection(2, wide);
        header()->hideSection(2);
        bench.window->close();
        bench.window.reset();
        bench.open();
        QVERIFY(header()->isSectionHidden(2));
        header()->showSection(2);
        QCOMPARE(header()->sectionSize(2), wide);
    }

    void splittersComeBackAndAreReset_data()
    {
        QTest::addColumn<Move>("move");
        QTest::addRow("dragged") << Move([](QSplitter *splitter) { drag(splitter, -25); });
        QTest::addRow("by keys") << Move([](QSplitter *splitter) { press(splitter, 2); });
    }
    void splittersComeBackAndAreReset()
    {
        QFETCH(Move, move);
        WindowBench bench;
        bench.open();
        const auto shipped = sharesIn(*bench.window);
        const auto left = sharesIn(*bench.window, move);
        int moved = 0;
        for (auto it = left.begin(); it != left.end(); ++it)
            moved += qAbs(it.value() - shipped[it.key()]) > 20 ? 1 : 0;
        QVERIFY2(moved >= shipped.size() / 2, qPrintable(QString::number(moved))); // others have no room
        bench.window->close();
        bench.window.reset();

        bench.open();
        compareShares(sharesIn(*bench.window), left);
        if (QTest::currentTestFailed())
            return;
        bench.window->actions().resetLayout->trigger();
        QCoreApplication::processEvents();
        compareShares(sharesIn(*bench.window), shipped);
        QTRY_COMPARE_WITH_TIMEOUT(keptKeys(bench), QStringList(), 60'000);
    }

    // Each is known by the names of its parts, and Enter and a double click on one reset it and no other.
    void oneSplitterIsReset_data()
    {
        QTest::addColumn<Move>("reset");
        QTest::addRow("Enter") << Move([](QSplitter *splitter) { QTest::keyClick(splitter->handle(1), Qt::Key_Return); });
        QTest::addRow("double click") << Move(
            [](QSplitter *splitter) { QTest::mouseDClick(splitter->handle(1), Qt::LeftButton); });
    }
    void oneSplitterIsReset()
    {
        QFETCH(Move, reset);
        WindowBench bench;
        bench.open();
        const auto shipped = sharesIn(*bench.window);
        const auto moved = sharesIn(*bench.window, [](QSplitter *splitter) { press(splitter, 2); });
        const QStringList kept = shipped.keys();
        QVERIFY2(kept.size() >= 12, qPrintable(kept.join(u' ')));
        sharesIn(*bench.window, reset); // each of them is one
        compareShares(sharesIn(*bench.window), shipped);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(moved != shipped);
        bench.window->close();
        QCOMPARE(keptKeys(bench), QStringList()); // as if none had been moved
    }

    // On a small screen both are read: some of the clients, and some of what is known of one.
    void clientsAndDetailsShareASmallWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("clients"); // rows at least
        QTest::addColumn<int>("details");
        QTest::addRow("1440x900") << QSize(1440, 900) << 4 << 4;
        QTest::addRow("1280x800") << QSize(1280, 800) << 3 << 3;
        QTest::addRow("1024x640") << QSize(1024, 640) << 1 << 3;
    }
    void clientsAndDetailsShareASmallWindow()
    {
        QFETCH(QSize, size);
        QFETCH(int, clients);
        QFETCH(int, details);
        WindowBench bench;
        bench.open(size);
        auto *splitter = bench.window->findChild<QSplitter *>(QStringLiteral("clientsSplitter"));
        reveal(*bench.window, splitter);
        const auto rows = [&bench](const char *name) {
            const auto *table = bench.window->findChild<LiveTable *>(QLatin1String(name));
            return table->viewport()->height() / table->verticalHeader()->defaultSectionSize();
        };
        QVERIFY2(rows("clientsTable") >= clients, qPrintable(QString::number(rows("clientsTable"))));
        QVERIFY2(rows("clientDetails") >= details, qPrintable(QString::number(rows("clientDetails"))));
    }

    void everyDividerHasANameAndARole()
    {
        WindowBench bench;
        bench.open();
        QStringList names;
        for (QSplitter *splitter : bench.window->docks().findChildren<QSplitter *>()) {
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(splitter->handle(1));
            QVERIFY(accessible);
            QCOMPARE(accessible->role(), QAccessible::Splitter);
            const QString name = accessible->text(QAccessible::Name);
            QVERIFY2(!name.isEmpty() && !name.contains(QStringLiteral("between  ")) && !name.endsWith(QStringLiteral("and ")),
                     qPrintable(placeOf(splitter) + QStringLiteral(": ") + name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names += name;
        }
        QVERIFY2(names.contains(QStringLiteral("Divider between Findings and About the chosen finding")),
                 qPrintable(names.join(u'\n')));
    }

    // What doesn't fit is left alone as a whole.
    void whatDoesNotFitIsIgnored_data()
    {
        QTest::addColumn<QString>("from"); // in a state that fits
        QTest::addColumn<QString>("to");
        QTest::addRow("no JSON") << QStringLiteral("{") << QStringLiteral("[");
        QTest::addRow("cut off") << QStringLiteral("}}") << QStringLiteral("}");
        QTest::addRow("other columns") << QStringLiteral("\"columns\":\"") << QStringLiteral("\"columns\":\"1");
        QTest::addRow("fewer columns") << QStringLiteral("\"order\":[1,0,") << QStringLiteral("\"order\":[1,");
        QTest::addRow("one twice") << QStringLiteral("\"order\":[1,0,") << QStringLiteral("\"order\":[1,1,");
        QTest::addRow("one that is not there") << QStringLiteral("\"order\":[1,0,") << QStringLiteral("\"order\":[1,99,");
        QTest::addRow("a name for a number") << QStringLiteral("\"order\":[1,0,") << QStringLiteral("\"order\":[1,\"x\",");
        QTest::addRow("no list") << QStringLiteral("\"hidden\":[2]") << QStringLiteral("\"hidden\":2");
        QTest::addRow("hidden that is not there") << QStringLiteral("\"hidden\":[2]") << QStringLiteral("\"hidden\":[-1]");
        QTest::addRow("sorted by none") << QStringLiteral("\"sorted\":1") << QStringLiteral("\"sorted\":99");
        QTest::addRow("a width below nothing") << QStringLiteral("\"widths\":{\"0\":") << QStringLiteral("\"widths\":{\"0\":-");
        QTest::addRow("a width beyond all") << QStringLiteral("\"widths\":{\"0\":") << QStringLiteral("\"widths\":{\"0\":99999");
        QTest::addRow("the width of none") << QStringLiteral("\"widths\":{\"0\":") << QStringLiteral("\"widths\":{\"99\":");
    }
    void whatDoesNotFitIsIgnored()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        WindowBench bench;
        bench.open();
        const auto header
            = [&] { return bench.window->findChild<LiveTable *>(QStringLiteral("clientsTable"))->horizontalHeader(); };
        const QString shipped = described(header());
        change(header());
        const QString left = described(header());
        bench.window->close();
        bench.window.reset();
        QString text = bench.settings.ini().value(QLatin1String(ClientsKey)).toString();
        QVERIFY2(text.contains(from), qPrintable(text));
        bench.open();
        QCOMPARE(described(header()), left); // it is this state that is taken
        bench.window.reset();
        bench.settings.ini().setValue(QLatin1String(ClientsKey), text.replace(from, to));
        bench.open();
        QCOMPARE(described(header()), shipped);
    }

    void withoutAnyColumnIsNoState()
    {
        WindowBench bench;
        bench.open();
        const auto header
            = [&] { return bench.window->findChild<LiveTable *>(QStringLiteral("clientsTable"))->horizontalHeader(); };
        for (int column = 1; column < header()->count(); ++column)
            header()->hideSection(column);
        bench.window->close();
        bench.window.reset();
        QString text = bench.settings.ini().value(QLatin1String(ClientsKey)).toString();
        bench.open();
        QCOMPARE(header()->hiddenSectionCount(), header()->count() - 1);
        bench.window.reset();
        bench.settings.ini().setValue(QLatin1String(ClientsKey), text.replace(QStringLiteral("[1,"), QStringLiteral("[0,1,")));
        bench.open();
        QCOMPARE(header()->hiddenSectionCount(), 0);
    }

    void whatIsNoShareIsIgnored_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "x", "500", "500 500 0", "600 500", "-100 1100", "2000000000 1", "999999999999 1"})
            QTest::addRow("'%s'", text) << QString::fromLatin1(text);
    }
    void whatIsNoShareIsIgnored()
    {
        QFETCH(QString, text);
        WindowBench bench;
        bench.open();
        const auto share = [&] { return shareOf(bench.window->findChild<QSplitter *>(QStringLiteral("throughputSplitter"))); };
        const int shipped = share();
        bench.window.reset();
        bench.settings.ini().setValue(QLatin1String(SplitterKey), QStringLiteral("300 700"));
        bench.open();
        QVERIFY2(share() < shipped - 100, qPrintable(QString::number(share())));
        bench.window.reset();
        bench.settings.ini().setValue(QLatin1String(SplitterKey), text);
        bench.open();
        QCOMPARE(share(), shipped);
    }

    // By keys alone: the menu of a cell has what the header does with the mouse.
    void byTheMenu()
    {
        WindowBench bench;
        bench.open();
        auto *table = bench.window->findChild<LiveTable *>(QStringLiteral("figuresTable"));
        QVERIFY(table->cells()->rowCount() > 0);
        const QHeaderView *header = table->horizontalHeader();
        const QString shipped = described(header);
        const int width = header->sectionSize(0);
        const auto choose = [&](const QString &text) {
            QMenu menu;
            table->fillMenu(&menu, table->cells()->index(0, 0));
            for (QAction *action : menu.findChildren<QAction *>()) {
                if (action->text() == text && action->isEnabled())
                    return action->trigger();
            }
            QFAIL(qPrintable(text));
        };
        const QString title = table->cells()->columnTitle(0);
        choose(QStringLiteral("Make %1 wider").arg(title));
        QCOMPARE(header->sectionSize(0), width * 125 / 100);
        choose(QStringLiteral("Move %1 to the right").arg(title));
        QCOMPARE(header->visualIndex(0), 1);
        choose(table->cells()->columnTitle(2));
        QVERIFY(header->isSectionHidden(2));
        choose(QStringLiteral("Columns as shipped"));
        QCOMPARE(described(header), shipped);
        choose(QStringLiteral("Make %1 narrower").arg(title));
        QCOMPARE(header->sectionSize(0), width * 80 / 100);
        choose(QStringLiteral("Columns as shipped"));
        bench.window->close();
        QCOMPARE(keptKeys(bench), QStringList());
    }

    void anotherFontKeepsTheProportions()
    {
        WindowBench bench;
        bench.open();
        auto *table = bench.window->findChild<LiveTable *>(QStringLiteral("clientsTable"));
        const int wide = table->columnWidth(1) * 2;
        table->setColumnWidth(1, wide);
        const int characters = QFontMetrics(table->font()).averageCharWidth();
        QFont font = table->font();
        font.setPointSizeF(font.pointSizeF() * 2);
        table->setFont(font);
        QCOMPARE(table->columnWidth(0), table->shippedWidth(0));
        QCOMPARE(table->columnWidth(1), wide * QFontMetrics(font).averageCharWidth() / characters);
    }

    // Last: the translation stays.
    void theLanguageDoesNotMatter()
    {
        WindowBench bench;
        bench.open();
        for (QHeaderView *header : headersIn(*bench.window))
            change(header);
        bench.window->close();
        bench.window.reset();
        const QStringList kept = keptKeys(bench);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        installTranslations(*qApp);
        bench.open();
        const auto *table = bench.window->findChild<LiveTable *>(QStringLiteral("clientsTable"));
        QVERIFY2(table->cells()->columnTitle(0) != QStringLiteral("Client"), "not in German");
        for (const QHeaderView *header : headersIn(*bench.window)) {
            const QString what = placeOf(header->parentWidget()) + u' ' + described(header);
            QVERIFY2(header->count() <= 2 || header->visualIndex(0) == 1, qPrintable(what));
            QVERIFY2(header->count() <= 3 || header->isSectionHidden(2), qPrintable(what));
        }
        bench.window->close();
        QCOMPARE(keptKeys(bench), kept);
    }
};

QTEST_MAIN(TestPaneStates)
#include "tst_panestates.moc"
