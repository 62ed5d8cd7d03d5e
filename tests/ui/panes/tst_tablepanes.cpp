// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/notebook.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/copytext.h"
#include "ui/models/eventsmodel.h"
#include "ui/models/logmodel.h"
#include "ui/models/reconnectsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/fieldstable.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/ledgerpane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/logpane.h"
#include "ui/panes/savedfilters.h"
#include "ui/panes/tablebar.h"
#include "ui/support/paneworld.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace pushscope;

class TestTablePanes : public QObject
{
    Q_OBJECT

    static QString labelText(const QWidget &root, const char *objectName)
    {
        const auto *label = root.findChild<QLabel *>(QLatin1String(objectName));
        return label && !label->isHidden() ? label->text() : QString();
    }

    // A pane with 200 events, whose table has got the focus by Tab.
    struct FocusedEvents {
        PaneWorld world;
        EventsPane pane{world.context};

        FocusedEvents()
        {
            pane.resize(900, 300);
            pane.show();
            QVERIFY(QTest::qWaitForWindowActive(&pane));
            world.show(world.hub.withEvents(200), {&pane});
            QTRY_COMPARE(pane.model()->rowCount(), 200);
            pane.table()->setFocus(Qt::TabFocusReason);
        }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void clientsShowTheEmptyWidgetFirst()
    {
        PaneWorld world;
        ClientsPane pane(world.context);
        auto *empty = new QLabel(QStringLiteral("nobody yet"));
        pane.setEmptyWidget(empty);
        pane.resize(700, 400);
        pane.show();
        QVERIFY(empty->isVisible());
        QVERIFY(!pane.table()->isVisible());
        world.show(world.hub.withClients(20), {&pane});
        QTRY_VERIFY(pane.table()->isVisible());
        QVERIFY(!empty->isVisible());
        QCOMPARE(pane.model()->rowCount(), 20);
    }

    void clientsFilterByKeyboard()
    {
        PaneWorld world;
        ClientsPane pane(world.context);
        pane.show();
        world.show(world.hub.withClients(80), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 80);
        auto *filter = named<QLineEdit>(pane, QStringLiteral("Filter Clients"));
        QVERIFY(filter);
        QTest::keyClicks(filter, QStringLiteral("alice"));
        QTRY_COMPARE(pane.model()->rowCount(), 10);
        QCOMPARE(labelText(pane, "hidden"), QStringLiteral("70 of 80 hidden"));
        QTest::keyClick(filter, Qt::Key_Backspace);
        QTest::keyClick(filter, Qt::Key_X);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(pane.model()->rowCount(), 0);
        filter->clear();
        QCOMPARE(pane.model()->rowCount(), 80);
        QVERIFY(labelText(pane, "hidden").isEmpty());
    }

    void clientsFilterByACondition()
    {
        PaneWorld world;
        Notebook notebook;
        world.context.notebook = &notebook;
        ClientsPane pane(world.context);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        world.show(world.hub.withClients(80), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 80);
        auto *filter = named<FilterEdit>(pane, QStringLiteral("Filter Clients"));
        QVERIFY(filter);
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("us"));
        QCOMPARE(filter->proposals(), (QStringList{QStringLiteral("user"), QStringLiteral("userAgent")}));
        QTest::keyClicks(filter, QStringLiteral("er == ali"));
        QCOMPARE(filter->proposals(), QStringList{QStringLiteral("alice")});
        QTest::keyClicks(filter, QStringLiteral("ce"));
        QTRY_COMPARE(pane.model()->rowCount(), 10);
        QCOMPARE(labelText(pane, "hidden"), QStringLiteral("70 of 80 hidden"));
        QTest::keyClicks(filter, QStringLiteral(" && nosuch > 3"));
        QTRY_COMPARE(filter->errorColumn(), 17);
        QCOMPARE(labelText(pane, "filterError"), QStringLiteral("Column 18: there is no such field"));
        QCOMPARE(filter->accessibleDescription(), labelText(pane, "filterError"));
        QCOMPARE(pane.model()->rowCount(), 80); // what was shown before this was typed
        auto *bar = pane.findChild<TableBar *>();
        bar->setFilter(QStringLiteral("user == alice"));
        QVERIFY(labelText(pane, "filterError").isEmpty());
        bar->savedFilters()->save(QStringLiteral("Alice's"), QStringLiteral("user == alice"));
        bar->setFilter({});
        QCOMPARE(pane.model()->rowCount(), 80);
        auto *saved = named<QToolButton>(pane, QStringLiteral("Alice's"));
        QVERIFY(saved);
        saved->click();
        QCOMPARE(pane.model()->rowCount(), 10);
        QCOMPARE(bar->savedFilters()->recent().first(), QStringLiteral("user == alice"));
        ClientsPane another(world.context);
        QVERIFY(named<QToolButton>(another, QStringLiteral("Alice's"))); // it is kept
    }

    // In a pane as narrow as in a small window, the sentence wraps and is not cut; a screen reader reads it.
    void whatIsWrongWithAFilterCanBeRead()
    {
        PaneWorld world;
        ClientsPane pane(world.context);
        pane.resize(300, 320);
        pane.show();
        world.show(world.hub.withClients(80), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 80);
        auto *filter = named<FilterEdit>(pane, QStringLiteral("Filter Clients"));
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("protocol"));
        QTRY_COMPARE(pane.model()->rowCount(), 0); // words, as yet
        Q_EMIT filter->editingFinished(); // as when the list of proposals opens
        QTest::keyClicks(filter, QStringLiteral(" = ws"));
        const auto *error = pane.findChild<QLabel *>(QStringLiteral("filterError"));
        QTRY_VERIFY(error->isVisible());
        QCOMPARE(pane.model()->rowCount(), 80); // what stood there before
        const auto *bar = pane.findChild<TableBar *>();
        QTRY_VERIFY(bar->rect().contains(error->geometry()));
        QVERIFY(error->height() >= error->heightForWidth(error->width()));
        QVERIFY(error->width() <= pane.width());
        const QAccessibleInterface *read = QAccessible::queryAccessibleInterface(pane.findChild<QLabel *>(error->objectName()));
        QCOMPARE(read->text(QAccessible::Name), error->text());
        QVERIFY(named<QToolButton>(*filter, QStringLiteral("Clear the filter of Clients")));
    }

    void aCellIsAppliedAsFilter()
    {
        PaneWorld world;
        ClientsPane pane(world.context);
        pane.show();
        world.show(world.hub.withClients(80), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 80);
        const QModelIndex cell = pane.model()->index(0, ClientsModel::Protocol);
        const QByteArray protocol = protocolName(pane.model()->clientAt(0).protocol);
        pane.table()->selectRow(0);
        const auto choose = [&](int action) {
            QMenu menu;
            pane.table()->fillMenu(&menu, cell);
            menu.actions().at(action)->trigger();
        };
        choose(0);
        auto *filter = named<FilterEdit>(pane, QStringLiteral("Filter Clients"));
        QCOMPARE(filter->text(), QString::fromUtf8("protocol == " + protocol));
        const int those = pane.model()->rowCount();
        QVERIFY(those > 0 && those < 80);
        choose(1);
        QCOMPARE(filter->text(), QString::fromUtf8("protocol != " + protocol));
        QCOMPARE(pane.model()->rowCount(), 80 - those);
        QVERIFY(filter->wasReplaced() && filter->proposals().isEmpty());
        filter->undo();
        QTRY_COMPARE(filter->text(), QString::fromUtf8("protocol == " + protocol));
        QTRY_COMPARE(pane.model()->rowCount(), those);
    }

    void ctrlLGoesToTheFilter()
    {
        PaneWorld world;
        EventsPane pane(world.context);
        pane.show();
        pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        pane.table()->setFocus();
        FilterBar::addShortcuts(&pane);
        QTest::keyClick(pane.table(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(pane.focusWidget(), named<QLineEdit>(pane, QStringLiteral("Filter Events")));
    }

    void clientsSortByTheHeader()
    {
        PaneWorld world;
        ClientsPane pane(world.context);
        pane.resize(1600, 400);
        pane.show();
        world.show(world.hub.withClients(50), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 50);
        QHeaderView *header = pane.table()->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(ClientsModel::User) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        const QByteArray first = pane.model()->clientAt(0).user;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(first == "alice" || first == "heidi");
        QCOMPARE(pane.model()->clientAt(0).user, first == "alice" ? QByteArray("heidi") : QByteArray("alice"));
    }

    void aClientIsSelectedEverywhere()
    {
        PaneWorld world;
        ClientsPane pane(world.context);
        pane.show();
        world.show(world.hub.withClients(20), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 20);
        pane.table()->setFocus();
        QTest::keyClick(pane.table(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(pane.table(), Qt::Key_Down);
        QCOMPARE(world.selection.clientKey(), 2u);
        auto *details = named<FieldsTable>(pane, QStringLiteral("Details of the client"));
        QVERIFY(details && details->isVisible());
        QCOMPARE(details->fields().first().value, QStringLiteral("tab-2"));
        world.selection.setClient(7, "tab-7"); // chosen in another pane
        QCOMPARE(pane.table()->currentKey(), 7u);
        QCOMPARE(pane.table()->currentIndex().row(), 6);
        QCOMPARE(details->fields().first().value, QStringLiteral("tab-7"));
        pane.model()->sort(ClientsModel::User);
        QCOMPARE(pane.model()->clientAt(pane.table()->currentIndex().row()).key, 7u);
    }

    void clientIdsAreCopied()
    {
        PaneWorld world;
        ClientsPane pane(world.context);
        pane.show();
        world.show(world.hub.withClients(5), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 5);
        auto *copy = named<QToolButton>(pane, QStringLiteral("Copy"));
        QVERIFY(copy);
        QVERIFY(!copy->isEnabled()); // nothing is selected
        pane.table()->selectAll();
        QVERIFY(copy->isEnabled());
        copy->menu()->actions().first()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("tab-1\ntab-2\ntab-3\nc4\ntab-5"));
    }

    // An EventSource hears only the types that it is told: those of the session are in what is copied.
    void aCopiedEventSourceHearsWhatIsSent()
    {
        ClientRow client;
        client.client = "tab-1";
        EventTypes types;
        Snapshot snapshot;
        for (const char *type : {"price", "it's \"odd\"", "price", "message"}) {
            Event event;
            event.type = type;
            JournalRow row;
            row.kind = JournalRow::Kind::Event;
            row.event = std::make_shared<Event>(event);
            snapshot.journal.push_back(row);
        }
        types.apply(snapshot);
        const QString code = clientEventSource(client, {"http://127.0.0.1:1", "t", Epoch(), types.all()});
        QVERIFY2(code.contains(QStringLiteral("[\"message\", \"hub.welcome\", \"hub.gap\", \"price\", \"it's \\\"odd\\\"\"]")),
                 qPrintable(code));
        QVERIFY(code.contains(QStringLiteral("addEventListener(type")));
    }

    void eventsLeaveOutTheEndsOfReplays()
    {
        PaneWorld world;
        EventsPane pane(world.context);
        pane.show();
        JournalRow end = world.hub.makeLog(JournalRow::Kind::Replay, "caught-up", {});
        end.data = "missed 1, replayed 1, lost 0";
        Snapshot snapshot = world.hub.withEvents(3);
        snapshot.journal.push_back(end);
        world.show(snapshot, {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 3);
    }

    void theMenuOfAClientSendsAnEvent()
    {
        PaneWorld world;
        ServerController controller;
        world.context.controller = &controller;
        ClientsPane pane(world.context);
        pane.show();
        world.show(world.hub.withClients(5), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 5);
        pane.table()->selectRow(1);
        const QSignalSpy asked(&pane, &ClientsPane::sendRequested);
        QMenu menu;
        pane.table()->fillMenu(&menu, pane.model()->index(1, 0));
        for (QAction *action : menu.actions()) {
            if (action->text() == QStringLiteral("Send an event…"))
                action->trigger();
        }
        QCOMPARE(asked.size(), 1);
    }

    void dropOffersEveryWay()
    {
        PaneWorld world;
        const ClientsPane pane(world.context);
        auto *drop = named<QToolButton>(pane, QStringLiteral("Drop"));
        QVERIFY(drop);
        QStringList names;
        for (const QAction *action : drop->menu()->actions())
            names += action->text();
        QCOMPARE(names,
                 QStringList(
                     {QStringLiteral("Drop with FIN"), QStringLiteral("Drop with RST"), QStringLiteral("Drop with close code")}));
        QCOMPARE(drop->menu()->actions().at(2)->menu()->actions().first()->text(), QStringLiteral("1000 normal closure"));
    }

    void eventsFollowUntilARowIsOpened()
    {
        PaneWorld world;
        EventsPane pane(world.context);
        pane.resize(900, 300);
        pane.show();
        world.show(world.hub.withEvents(200), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 200);
        QScrollBar *bar = pane.table()->verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        auto *button = pane.findChild<QToolButton *>(QStringLiteral("follow"));
        QVERIFY(!button->isVisible());
        pane.table()->setCurrentIndex(pane.model()->index(150, 0));
        QVERIFY(button->isVisible());
        QVERIFY(world.selection.event());
        QCOMPARE(world.selection.seq(), (Seq{151}));
        const int place = bar->value();
        world.show(world.hub.withEvents(312), {&pane});
        QTRY_COMPARE(button->text(), QStringLiteral("▼ 312 new"));
        QCOMPARE(bar->value(), place);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(bar->value(), bar->maximum());
        QVERIFY(!button->isVisible());
        QCOMPARE(world.selection.seq(), (Seq{151})); // still inspected
    }

    void eventsStayInPlaceWhenOldOnesLeave()
    {
        PaneWorld world;
        EventsModel model(nullptr, 1000);
        LiveTable table(&model, LiveTable::Kind::Journal, QStringLiteral("t"), QStringLiteral("Events"));
        table.resize(900, 300);
        table.show();
        TimePoint now{std::chrono::hours(1)};
        model.apply(world.hub.withEvents(1000), now);
        table.setCurrentIndex(model.index(700, 0));
        table.scrollTo(model.index(690, 0), QAbstractItemView::PositionAtTop);
        const quint64 top = model.keyOfRow(table.rowAt(2));
        for (int i = 0; i < 3; ++i)
            model.apply(world.hub.withEvents(50), now += std::chrono::seconds(1));
        QCOMPARE(model.keyOfRow(table.rowAt(2)), top);
        QCOMPARE(model.keyOfRow(table.currentIndex().row()), 701u);
        for (int i = 0; i < 20; ++i)
            model.apply(world.hub.withEvents(50), now += std::chrono::seconds(1));
        QVERIFY(!table.currentIndex().isValid()); // it left; no other row takes its place
        QCOMPARE(table.currentKey(), 701u);
    }

    // The focus comes by Tab, or because what had it was hidden: neither is a choice, and a journal goes on at its end.
    void theFocusChoosesNoRow_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("row"); // chosen by it, of 200
        QTest::newRow("none") << 0 << -1;
        QTest::newRow("up") << int(Qt::Key_Up) << 199;
        QTest::newRow("down") << int(Qt::Key_Down) << 199;
        QTest::newRow("space") << int(Qt::Key_Space) << 199;
    }
    void theFocusChoosesNoRow()
    {
        QFETCH(const int, key);
        QFETCH(const int, row);
        FocusedEvents events;
        LiveTable &table = *events.pane.table();
        QVERIFY(table.hasFocus());
        QVERIFY(table.currentIndex().isValid()); // to be seen
        QVERIFY(table.isFollowing());
        QVERIFY(!events.world.selection.event());
        if (key != 0)
            QTest::keyClick(&table, Qt::Key(key));
        QCOMPARE(table.isFollowing(), row < 0);
        QCOMPARE(table.currentKey(), row < 0 ? 0 : events.pane.model()->keyOfRow(row));
        QCOMPARE(events.world.selection.seq(), row < 0 ? Seq{} : Seq{quint64(row) + 1});
        QCOMPARE(table.selectionModel()->selectedRows().size(), row < 0 ? 0 : 1);
    }

    void aClickChoosesTheRowOfTheFocus()
    {
        FocusedEvents events;
        LiveTable &table = *events.pane.table();
        const QModelIndex at = table.currentIndex();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(at).center());
        QCOMPARE(table.currentKey(), events.pane.model()->keyOfRow(at.row()));
        QCOMPARE(events.world.selection.seq(), (Seq{quint64(at.row()) + 1}));
    }

    void escapeFollowsAgain()
    {
        PaneWorld world;
        EventsPane pane(world.context);
        pane.show();
        world.show(world.hub.withEvents(100), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 100);
        pane.table()->setCurrentIndex(pane.model()->index(5, 0));
        QVERIFY(!pane.table()->isFollowing());
        QTest::keyClick(pane.table(), Qt::Key_Escape);
        QVERIFY(pane.table()->isFollowing());
        QVERIFY(!pane.table()->selectionModel()->hasSelection());
    }

    // Where a filter shows other rows, those that are still there stay selected, and the current one current.
    void aFilterKeepsWhatIsSelected()
    {
        FieldsModel model;
        LiveTable table(&model, LiveTable::Kind::Plain, QStringLiteral("fields"), QStringLiteral("Fields"));
        QList<Field> fields;
        for (const char *name : {"one", "two", "three", "four", "five"})
            fields.append({QString::fromLatin1(name), QStringLiteral("value")});
        model.setFields(fields);
        table.setCurrentIndex(model.index(3, 0));
        for (const int row : {0, 1})
            table.selectionModel()->select(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const auto selected = [&] {
            QList<quint64> keys = table.selectedKeys();
            std::sort(keys.begin(), keys.end());
            return keys;
        };
        QCOMPARE(selected(), QList<quint64>({1, 2, 4}));
        QVERIFY(model.setFilter(QStringLiteral("o"))); // one, two, four
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(selected(), QList<quint64>({1, 2, 4}));
        QCOMPARE(table.currentIndex().row(), 2);
        QVERIFY(model.setFilter(QStringLiteral("t"))); // two, three
        QCOMPARE(selected(), QList<quint64>({2}));
        QVERIFY(model.setFilter({}));
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!selected().contains(1)); // it was out of sight
        QVERIFY(selected().contains(4)); // but the current one comes back
        QVERIFY(table.currentIndex().row() == 3);
        table.selectionModel()->clear();
        QVERIFY(model.setFilter(QStringLiteral("o")));
        QCOMPARE(selected(), QList<quint64>());
    }

    void aFilterNarrowsALargeSelection()
    {
        FieldsModel model;
        LiveTable table(&model, LiveTable::Kind::Plain, QStringLiteral("fields"), QStringLiteral("Fields"));
        QList<Field> fields;
        for (int i = 0; i < 3000; ++i)
            fields.append({QStringLiteral("n%1").arg(i), i % 300 < 150 ? QStringLiteral("early") : QStringLiteral("late")});
        model.setFields(fields);
        table.selectAll();
        QCOMPARE(table.selectedKeys().size(), 3000);
        QVERIFY(model.setFilter(QStringLiteral("early")));
        QCOMPARE(table.selectedKeys().size(), 1500);
        QVERIFY(model.setFilter({}));
        const QList<quint64> keys = table.selectedKeys(); // ten ranges of rows
        QCOMPARE(keys.size(), 1500);
        QVERIFY(keys.contains(model.keyOfRow(149)) && !keys.contains(model.keyOfRow(150)) && keys.contains(model.keyOfRow(300)));
    }

    void anIdChosenElsewhereIsFound()
    {
        PaneWorld world;
        EventsPane pane(world.context);
        world.show(world.hub.withEvents(100), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 100);
        world.selection.setSeq(Seq{42});
        QCOMPARE(pane.table()->currentIndex().row(), 41);
        QVERIFY(world.selection.event());
        QCOMPARE(world.selection.event()->seq, (Seq{42}));
    }

    void droppedRowsAreSaid()
    {
        PaneWorld world;
        EventsPane pane(world.context);
        Snapshot snapshot = world.hub.withEvents(10);
        snapshot.journalSkipped = 1500;
        world.show(snapshot, {&pane});
        QTRY_COMPARE(labelText(pane, "dropped"), QStringLiteral("1,500 rows skipped"));
    }

    void logByLevelAndCategory()
    {
        PaneWorld world;
        LogPane pane(world.context);
        Snapshot snapshot = world.hub.empty();
        snapshot.journal = {world.hub.makeLog(JournalRow::Kind::Log, "info", "listening"),
                            world.hub.makeLog(JournalRow::Kind::Req, "refused", "401"),
                            world.hub.makeLog(JournalRow::Kind::Log, "error", "disk full")};
        world.show(snapshot, {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 3);
        auto *level = pane.findChild<QComboBox *>(QStringLiteral("logLevel"));
        QTest::keyClick(level, Qt::Key_Down);
        QCOMPARE(pane.model()->rowCount(), 2);
        QCOMPARE(labelText(pane, "hidden"), QStringLiteral("1 of 3 hidden"));
        auto *category = pane.findChild<QComboBox *>(QStringLiteral("logCategory"));
        QTest::keyClick(category, Qt::Key_Down);
        QCOMPARE(pane.model()->rowCount(), 1);
        auto *clear = named<QToolButton>(pane, QStringLiteral("Clear log"));
        QVERIFY(clear);
        clear->click();
        QCOMPARE(pane.model()->totalCount(), 0);
    }

    void ledgerTellsTheStory()
    {
        PaneWorld world;
        LedgerPane pane(world.context);
        pane.resize(900, 500);
        pane.show();
        Snapshot snapshot = world.hub.empty();
        snapshot.figures.oldest = Seq{1003};
        snapshot.figures.head = Seq{1100};
        snapshot.changedReconnects = {world.hub.makeReconnect(3, Verdict::Recovered), world.hub.makeReconnect(5, Verdict::Lost)};
        world.show(snapshot, {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 2);
        pane.table()->setCurrentIndex(pane.model()->index(1, 0));
        QCOMPARE(world.selection.reconnectKey(), 2u);
        QCOMPARE(world.selection.clientKey(), 5u);
        const QString sentence = labelText(pane, "ledgerSentence");
        QVERIFY2(sentence.contains(QStringLiteral("2 replayed, 2 lost. Lost because: evicted from the store.")),
                 qPrintable(sentence));
        QVERIFY2(sentence.endsWith(QStringLiteral("Caught up 14 ms after it was back.")), qPrintable(sentence));
        pane.applySnapshot(snapshot);
        QVERIFY(labelText(pane, "ledgerRetention").contains(QStringLiteral("The store keeps k3f9-1003 to k3f9-1100.")));
        auto *items = named<LiveTable>(pane, QStringLiteral("Id by id"));
        QVERIFY(items);
        QCOMPARE(items->model()->rowCount(), 4); // the lost ones too
        items->setCurrentIndex(items->model()->index(1, 0));
        QCOMPARE(world.selection.seq(), (Seq{1004}));
        auto *attempts = named<LiveTable>(pane, QStringLiteral("Attempts"));
        QVERIFY(attempts);
        QCOMPARE(attempts->model()->rowCount(), 3);
        world.selection.setClient(3, "tab-3"); // chosen elsewhere: its newest reconnect
        QCOMPARE(world.selection.reconnectKey(), 1u);
        QCOMPARE(pane.table()->currentIndex().row(), 0);
        world.selection.setClient(9, "tab-9"); // has none
        QCOMPARE(world.selection.reconnectKey(), 1u);
    }

    void theRetentionCliff()
    {
        PaneWorld world;
        LedgerPane pane(world.context);
        pane.resize(900, 500);
        pane.show();
        Snapshot snapshot = world.hub.withClients(3);
        snapshot.figures.head = Seq{1500};
        snapshot.changedClients[1].state = ClientState::Away;
        snapshot.changedClients[1].oldestMissed = Seq{1049};
        for (int second = 0; second < 5; ++second) { // five ids are evicted a second
            snapshot.figures.oldest = Seq{quint64(1000 + second * 5)};
            snapshot.figures.mono += std::chrono::seconds(1);
            world.show(snapshot, {&pane});
        }
        QCOMPARE(pane.findChild<QLabel *>(QStringLiteral("retentionForecast"))->text(),
                 QStringLiteral("tab-2 (user carol) loses its oldest missed event in about 6 s, at 5.00 ids evicted a second."));
        auto *table = named<LiveTable>(pane, QStringLiteral("Clients against the edge"));
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("tab-2"));
        table->setCurrentIndex(table->model()->index(0, 0));
        QCOMPARE(world.selection.clientKey(), 2u);
    }

    void everyWidgetToBeReachedHasAName()
    {
        PaneWorld world;
        ClientsPane clients(world.context);
        EventsPane events(world.context);
        LedgerPane ledger(world.context);
        LogPane log(world.context);
        for (const QWidget *pane : {static_cast<QWidget *>(&clients), static_cast<QWidget *>(&events),
                                    static_cast<QWidget *>(&ledger), static_cast<QWidget *>(&log)}) {
            for (const QWidget *widget : pane->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QComboBox *>(widget))
                    continue;
                const auto *label = qobject_cast<const QLabel *>(widget);
                const bool child
                    = widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<const QHeaderView *>(widget);
                // A label's name is its text; one without a text is not shown.
                const bool isNamed
                    = label ? !label->text().isEmpty() || !label->isVisible() : child || !widget->accessibleName().isEmpty();
                QVERIFY2(isNamed, qPrintable(widget->objectName() + QString::fromLatin1(widget->metaObject()->className())));
            }
        }
    }

    void tabLeavesTables()
    {
        PaneWorld world;
        const EventsPane pane(world.context);
        QVERIFY(!pane.table()->tabKeyNavigation());
    }

    void anotherHubVoidsWhatWasShown()
    {
        PaneWorld world;
        ClientsPane pane(world.context);
        world.show(world.hub.withClients(20), {&pane});
        SyntheticHub next(2);
        world.show(next.withClients(3), {&pane});
        QTRY_COMPARE(pane.model()->rowCount(), 3);
    }
};

QTEST_MAIN(TestTablePanes)
#include "tst_tablepanes.moc"
