// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/fieldstable.h"
#include "ui/panes/inspectorpane.h"
#include "ui/panes/wireforms.h"
#include "ui/support/paneworld.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace pushscope;

class TestInspectorPane : public QObject
{
    Q_OBJECT

    static EventPtr makeEvent(const QByteArray &data)
    {
        auto event = std::make_shared<Event>();
        event->seq = Seq{1042};
        event->to = {"user:alice"};
        event->type = "price";
        event->data = data;
        return event;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void wireForms()
    {
        const WireForms forms = encodeWireForms(*makeEvent("{\"a\":1}"), "k3f9");
        QCOMPARE(forms.sse, QByteArray("id: k3f9-1042\nevent: price\ndata: {\"a\":1}\n\n"));
        const QByteArray object = "{\"id\":\"k3f9-1042\",\"type\":\"price\",\"data\":{\"a\":1}}";
        QCOMPARE(forms.webSocket, QByteArray("\x81").append(char(object.size())).append(object));
        QCOMPARE(forms.poll, "{\"events\":[" + object + "],\"cursor\":\"k3f9-1042\"}");
    }

    void theEventAsTreeAndText()
    {
        PaneWorld world;
        InspectorPane pane(world.context);
        world.show(world.hub.empty(), {&pane});
        const QByteArray data = "{\"b\":12345678901234567890,\"a\":[1.0]}";
        world.selection.setEvent(makeEvent(data), 7);
        auto *tree = named<QTreeView>(pane, QStringLiteral("Data as a tree"));
        QVERIFY(tree);
        const QModelIndex root = tree->model()->index(0, 0);
        QCOMPARE(tree->model()->index(0, 1, root).data().toString(), QStringLiteral("12345678901234567890"));
        auto *text = named<QPlainTextEdit>(pane, QStringLiteral("Data as it was sent"));
        QVERIFY(text);
        QCOMPARE(text->toPlainText().toUtf8(), data);
        const QString heading = pane.findChild<QLabel *>(QStringLiteral("inspectorHeading"))->text();
        QVERIFY2(heading.contains(QStringLiteral("to user:alice")) && heading.contains(QStringLiteral("type price")),
                 qPrintable(heading));
    }

    void theBytesOnEachWire()
    {
        PaneWorld world;
        InspectorPane pane(world.context);
        world.selection.setEvent(makeEvent("[1]"), 7);
        auto *sse = named<QPlainTextEdit>(pane, QStringLiteral("Event stream block"));
        auto *frame = named<QPlainTextEdit>(pane, QStringLiteral("WebSocket frame"));
        auto *poll = named<QPlainTextEdit>(pane, QStringLiteral("Long-poll answer"));
        QVERIFY(sse && frame && poll);
        QVERIFY(sse->toPlainText().contains(QStringLiteral("data: [1]↵\n↵")));
        QVERIFY(frame->toPlainText().startsWith(QStringLiteral("\\x81")));
        QVERIFY(poll->toPlainText().startsWith(QStringLiteral("{\"events\":[")));
        const QString size = pane.findChild<QLabel *>(QStringLiteral("wireSize1"))->text();
        QVERIFY2(size.startsWith(QStringLiteral("■ WebSocket frame: ")) && size.endsWith(QStringLiteral(" bytes")),
                 qPrintable(size));
        auto *hex = named<QCheckBox>(pane, QStringLiteral("Hex"));
        QVERIFY(hex);
        QTest::keyClick(hex, Qt::Key_Space);
        QVERIFY(frame->toPlainText().startsWith(QStringLiteral("00000000  81 ")));
    }

    void theClientLives()
    {
        PaneWorld world;
        InspectorPane pane(world.context);
        pane.show();
        pane.findChild<QTabWidget *>()->setCurrentIndex(2);
        world.show(world.hub.withClients(5), {&pane});
        auto *fields = named<FieldsTable>(pane, QStringLiteral("The selected client"));
        QVERIFY(fields);
        QVERIFY(!fields->isVisible());
        world.selection.setClient(3, "tab-3");
        QVERIFY(fields->isVisible());
        QCOMPARE(fields->fields().first().value, QStringLiteral("tab-3"));
        Snapshot snapshot = world.hub.empty();
        ClientRow changed = world.hub.makeClient(3);
        changed.eventsOut = 777'777;
        snapshot.changedClients = {changed};
        world.show(snapshot, {&pane});
        const QList<Field> now = fields->fields();
        const bool shown
            = std::any_of(now.cbegin(), now.cend(), [](const Field &field) { return field.value == QStringLiteral("777,777"); });
        QVERIFY(shown);
    }

    void anIdThatIsNotKept()
    {
        PaneWorld world;
        InspectorPane pane(world.context);
        world.selection.setSeq(Seq{9});
        QVERIFY(pane.findChild<QLabel *>(QStringLiteral("inspectorHeading"))
                    ->text()
                    .contains(QStringLiteral("not among those kept")));
    }
};

QTEST_MAIN(TestInspectorPane)
#include "tst_inspectorpane.moc"
