// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/notebook.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/sentmodel.h"
#include "ui/panes/composer.h"
#include "ui/panes/injectpane.h"
#include "ui/panes/jsoneditor.h"
#include "ui/support/paneworld.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace pushscope;

class TestInjectPane : public QObject
{
    Q_OBJECT

    struct Fixture {
        PaneWorld world;
        InjectPane pane{world.context};
        std::vector<PublishRequest> requests;
        Result<PublishReceipt> answer;

        Fixture()
        {
            answer = PublishReceipt{"k3f9-1043", {3, 1, 0}, std::chrono::microseconds(400)};
            pane.setPublish([this](PublishRequest request) { return publish(std::move(request)); });
            pane.resize(1000, 300);
            pane.show();
            pane.activateWindow(); // shortcuts belong to the active window
            (void)QTest::qWaitForWindowActive(&pane);
            data()->setFocus();
        }
        QCoro::Task<Result<PublishReceipt>> publish(PublishRequest request)
        {
            requests.push_back(std::move(request));
            co_return answer;
        }
        template<typename Widget> Widget *get(const char *name) { return pane.findChild<Widget *>(QLatin1String(name)); }
        JsonEditor *data() { return get<JsonEditor>("injectData"); }
        QString text(const char *name)
        {
            const auto *label = get<QLabel>(name);
            return label->isHidden() ? QString() : label->text();
        }
        void write(const char *json)
        {
            data()->selectAll();
            data()->insertPlainText(QString::fromUtf8(json));
        }
        void choose(const char *target, const char *name)
        {
            auto *box = get<QComboBox>("injectTarget");
            box->setCurrentIndex(box->findText(QLatin1String(target), Qt::MatchStartsWith));
            get<QComboBox>("injectName")->setEditText(QLatin1String(name));
        }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void ctrlReturnSends()
    {
        Fixture f;
        f.write("{\"n\": 1.0}");
        QTest::keyClick(f.data(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.requests.size(), 1u);
        QCOMPARE(f.requests[0].to, QList<QByteArray>{"*"});
        QCOMPARE(f.requests[0].type, QByteArray("message"));
        QCOMPARE(f.requests[0].data, QByteArray("{\"n\": 1.0}"));
        QCOMPARE(f.text("injectResult"),
                 QStringLiteral("✔ k3f9-1043 sent to 4 receiver(s): ● SSE 3 · ■ WS 1 · ▲ LP 0, in 400 µs"));
        QCOMPARE(f.pane.sent()->rowCount(), 1);
    }

    void octetsAreSentUnchanged_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("order, big numbers, spaces") << QByteArray("{ \"b\":12345678901234567890,\n\t\"a\" : 1.0 }");
        QTest::addRow("no-break space") << QByteArray("\"a\xc2\xa0z\"");
        QTest::addRow("line separator") << QByteArray("\"a\xe2\x80\xa8z\"");
        QTest::addRow("an astral character") << QByteArray("\"\xf0\x9f\x91\x8b\"");
        QTest::addRow("escapes") << QByteArray("\"\\r\\n\\u00e9\"");
    }
    void octetsAreSentUnchanged()
    {
        QFETCH(QByteArray, json);
        Fixture f;
        f.write(json.constData());
        QTest::keyClick(f.data(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.requests.size(), 1u);
        QCOMPARE(f.requests[0].data, json);
    }

    void aKeyIsSentAndKept()
    {
        QTemporaryDir folder;
        QSettings ini(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        Notebook notebook(&ini);
        Composer composer(&notebook);
        composer.show();
        const auto field = [&](const char *name) { return composer.findChild<QLineEdit *>(QLatin1String(name)); };
        auto *more = composer.findChild<QToolButton *>(QStringLiteral("injectMore"));
        auto *ephemeral = composer.findChild<QCheckBox *>(QStringLiteral("injectEphemeral"));
        QVERIFY(!field("injectKey")->isVisible()); // few need it
        more->click();
        QVERIFY(field("injectKey")->isVisible() && !field("injectConflate")->isVisible());
        field("injectKey")->setText(QStringLiteral("order-{{seq}}"));
        field("injectConflate")->setText(QStringLiteral("cursor"));
        PublishRequest request = composer.request().value();
        QCOMPARE(request.key, QByteArray("order-{{seq}}"));
        QCOMPARE(request.conflate, QByteArray()); // only of an ephemeral one
        composer.saveTemplate(QStringLiteral("order"));
        ephemeral->setChecked(true);
        QVERIFY(!field("injectKey")->isVisible() && field("injectConflate")->isVisible());
        request = composer.request().value();
        QCOMPARE(request.conflate, QByteArray("cursor"));
        QCOMPARE(request.key, QByteArray());
        Composer other(&notebook); // another run
        other.setRequest(request);
        QCOMPARE(other.request()->conflate, QByteArray("cursor"));
        auto *templates = other.findChild<QToolButton *>(QStringLiteral("injectTemplates"))->menu();
        Q_EMIT templates->aboutToShow();
        const QList<QAction *> actions = templates->actions();
        const auto saved = std::find_if(actions.begin(), actions.end(),
                                        [](const QAction *action) { return action->text() == QStringLiteral("order"); });
        QVERIFY(saved != actions.end());
        (*saved)->trigger();
        QCOMPARE(other.request()->key, QByteArray("order-{{seq}}"));
        QVERIFY(!other.request()->ephemeral);
        QVERIFY(!other.findChild<QLineEdit *>(QStringLiteral("injectKey"))->isHidden()); // what counts can be seen
    }

    void aKeyThatCannotBeSentIsMarked()
    {
        Fixture f;
        f.get<QToolButton>("injectMore")->click();
        f.get<QLineEdit>("injectKey")->setText(QString(257, u'k'));
        QVERIFY(!f.get<QPushButton>("injectSend")->isEnabled());
        QVERIFY(f.text("injectError").startsWith(QStringLiteral("A key has at most 256")));
        f.get<QLineEdit>("injectKey")->setText(QStringLiteral("{{nosuch}}"));
        QVERIFY(f.text("injectError").startsWith(QStringLiteral("In the key: ")));
        f.get<QToolButton>("injectMore")->click(); // without a key, then
        QVERIFY(f.get<QPushButton>("injectSend")->isEnabled());
    }

    void eachRepetitionHasAKeyOfItsOwn()
    {
        Fixture f;
        f.get<QToolButton>("injectMore")->click();
        f.get<QLineEdit>("injectKey")->setText(QStringLiteral("order-{{seq}}"));
        f.get<QSpinBox>("injectTimes")->setValue(2);
        f.get<QSpinBox>("injectEvery")->setValue(0);
        f.get<QPushButton>("injectSend")->click();
        QTRY_COMPARE(f.requests.size(), 2u);
        QCOMPARE(f.requests[0].key, QByteArray("order-1"));
        QCOMPARE(f.requests[1].key, QByteArray("order-2"));
    }

    void aKeyThatWasUsedIsSaid()
    {
        Fixture f;
        f.answer->duplicate = true;
        f.answer->receivers = {};
        f.get<QPushButton>("injectSend")->click();
        QTRY_COMPARE(f.text("injectResult"),
                     QStringLiteral("✔ k3f9-1043 was published with this key before: nobody gets it again, in 400 µs"));
    }

    void badJsonIsRefusedAtItsLine()
    {
        Fixture f;
        f.write("{\n  \"a\": 1\n  \"b\": 2\n}");
        QTest::keyClick(f.data(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.requests.size(), 0u);
        QCOMPARE(f.text("injectError"), QStringLiteral("Line 3, column 3: a comma or } must follow"));
        QVERIFY(!f.get<QPushButton>("injectSend")->isEnabled());
        QCOMPARE(f.data()->textCursor().blockNumber(), 2);
        QCOMPARE(f.data()->textCursor().positionInBlock(), 2);
        QCOMPARE(f.data()->extraSelections().size(), 2);
        QCOMPARE(f.data()->extraSelections().first().cursor.blockNumber(), 2);
        f.write("{}");
        QTRY_VERIFY(f.text("injectError").isEmpty());
        QVERIFY(f.get<QPushButton>("injectSend")->isEnabled());
        QVERIFY(f.data()->extraSelections().isEmpty());
    }

    void targets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("channel"); // empty: refused
        QTest::addRow("everyone") << QByteArray("everyone") << QByteArray("ignored") << QByteArray("*");
        QTest::addRow("user") << QByteArray("user") << QByteArray("alice") << QByteArray("user:alice");
        QTest::addRow("room") << QByteArray("room") << QByteArray("lobby") << QByteArray("room:lobby");
        QTest::addRow("no name") << QByteArray("room") << QByteArray("") << QByteArray();
        QTest::addRow("nobody selected") << QByteArray("selected client's user") << QByteArray() << QByteArray();
    }
    void targets()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, channel);
        Fixture f;
        f.choose(target.constData(), name.constData());
        f.pane.send();
        QCOMPARE(f.requests.empty(), channel.isEmpty());
        if (channel.isEmpty())
            QVERIFY(!f.text("injectError").isEmpty());
        else
            QCOMPARE(f.requests[0].to, QList<QByteArray>{channel});
    }

    void theSelectedClientsUser()
    {
        Fixture f;
        f.world.show(f.world.hub.withClients(5), {&f.pane});
        f.world.selection.setClient(2, "tab-2");
        f.choose("selected client's user", "");
        f.pane.send();
        QCOMPARE(f.requests.size(), 1u);
        QCOMPARE(f.requests[0].to, QList<QByteArray>{"user:carol"});
    }

    // The list of names that is open while one types outlives that names come and go.
    void completionStaysOpen()
    {
        Fixture f;
        f.world.show(f.world.hub.withClients(3), {&f.pane});
        f.choose("user", "");
        auto *name = f.get<QComboBox>("injectName");
        QCompleter *completer = name->completer();
        QVERIFY(completer);
        const int before = completer->model()->rowCount();
        auto *composer = f.pane.findChild<Composer *>();
        composer->setNames(
            {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")},
            {QStringLiteral("lobby")});
        QCOMPARE(name->completer(), completer);
        QCOMPARE(completer->model()->rowCount(), 5);
        QVERIFY(before != 5);
        f.choose("room", "");
        QCOMPARE(completer->model()->rowCount(), 1);
    }

    // A large selection is looked at once, and only where it can be seen.
    void aLargeSelectionOfOthers()
    {
        Fixture f;
        f.world.show(f.world.hub.withClients(2'000), {&f.pane});
        QList<QByteArray> others;
        for (int i = 0; i < 100'000; ++i)
            others.append("another-" + QByteArray::number(i));
        others.append("tab-2");
        f.world.selection.setClients(others);
        f.choose("selected client's user", "");
        f.pane.send();
        QCOMPARE(f.requests.size(), 1u);
        QCOMPARE(f.requests[0].to, QList<QByteArray>{"user:carol"});
    }

    void typesOfTheHubAreRefused()
    {
        Fixture f;
        f.get<QComboBox>("injectType")->setEditText(QStringLiteral("hub.gap"));
        f.pane.send();
        QCOMPARE(f.requests.size(), 0u);
        QVERIFY(f.text("injectError").contains(QStringLiteral("hub.")));
    }

    void ephemeral()
    {
        Fixture f;
        f.get<QCheckBox>("injectEphemeral")->setChecked(true);
        f.answer = PublishReceipt{{}, {0, 0, 1}, std::chrono::microseconds(5)};
        f.pane.send();
        QVERIFY(f.requests[0].ephemeral);
        QVERIFY(f.text("injectResult").startsWith(QStringLiteral("✔ An ephemeral event sent to 1 receiver")));
    }

    void repeats()
    {
        Fixture f;
        f.get<QSpinBox>("injectTimes")->setValue(25);
        f.get<QSpinBox>("injectEvery")->setValue(0);
        f.pane.send();
        QVERIFY(!f.get<QPushButton>("injectSend")->isEnabled());
        QTRY_COMPARE(f.requests.size(), 25u);
        QTRY_VERIFY(f.text("injectResult").startsWith(QStringLiteral("25 of 25 sent.")));
        QVERIFY(f.get<QPushButton>("injectSend")->isEnabled());
        QCOMPARE(f.pane.sent()->rowCount(), 1); // a burst is one row
    }

    void escapeStops()
    {
        Fixture f;
        f.get<QSpinBox>("injectTimes")->setValue(1000);
        f.get<QSpinBox>("injectEvery")->setValue(3'600'000);
        f.pane.send();
        QCOMPARE(f.requests.size(), 1u);
        QVERIFY(f.get<QPushButton>("injectStop")->isEnabled());
        QTest::keyClick(f.data(), Qt::Key_Escape);
        QVERIFY(!f.get<QPushButton>("injectStop")->isEnabled());
        QCOMPARE(f.text("injectResult"), QStringLiteral("Stopped after 1 event(s)."));
    }

    void aFailureIsSaidAndEndsTheBurst()
    {
        Fixture f;
        f.answer = fail(Errc::Unavailable, "no hub runs");
        f.get<QSpinBox>("injectTimes")->setValue(1000);
        f.pane.send();
        QVERIFY(f.text("injectResult").contains(QStringLiteral("✖ Not sent: no hub runs")));
        QVERIFY(!f.get<QPushButton>("injectStop")->isEnabled());
        QCOMPARE(f.requests.size(), 1u);
        QCOMPARE(f.pane.sent()->index(0, SentModel::Id).data().toString(), QStringLiteral("✖ no hub runs"));
    }

    void historyComesBack()
    {
        Fixture f;
        f.choose("room", "lobby");
        f.write("[1]");
        f.pane.send();
        f.choose("everyone", "");
        f.write("[2]");
        auto *history = f.get<QAbstractItemView>("injectHistory");
        Q_EMIT history->activated(f.pane.sent()->index(0, 0));
        QCOMPARE(f.data()->octets(), QByteArray("[1]"));
        f.pane.send();
        QCOMPARE(f.requests.back().to, QList<QByteArray>{"room:lobby"});
        QVERIFY(f.get<QComboBox>("injectName")->findText(QStringLiteral("lobby")) >= 0);
    }

    // Several users, and variables, not what one of the events became.
    void historyComesBackAsItWasWritten()
    {
        Fixture f;
        f.world.show(f.world.hub.withClients(5), {&f.pane});
        f.world.selection.setClients({"tab-1", "tab-2", "tab-3"});
        f.choose("selected clients' users", "");
        f.write("{\"for\":\"{{user}}\"}");
        f.pane.send();
        QCOMPARE(f.requests.size(), 3u);
        f.choose("everyone", "");
        f.write("[2]");
        auto *history = f.get<QAbstractItemView>("injectHistory");
        Q_EMIT history->activated(f.pane.sent()->index(0, 0));
        QCOMPARE(f.data()->octets(), QByteArray("{\"for\":\"{{user}}\"}"));
        f.pane.send();
        QCOMPARE(f.requests.size(), 6u);
    }

    // What is in the composer is sent with the values of each moment.
    void variablesAreFilledIn()
    {
        Fixture f;
        f.choose("user", "alice");
        f.write("{\"n\":{{seq}},\"of\":\"{{user}}\",\"id\":\"{{uuid}}\"}");
        f.get<QSpinBox>("injectTimes")->setValue(3);
        f.get<QSpinBox>("injectEvery")->setValue(0);
        f.pane.send();
        QTRY_COMPARE(f.requests.size(), 3u);
        QSet<QByteArray> datas;
        for (std::size_t i = 0; i < 3; ++i) {
            const QByteArray &data = f.requests[i].data;
            QVERIFY2(data.startsWith("{\"n\":" + QByteArray::number(qulonglong(i + 1)) + ",\"of\":\"alice\""), data.constData());
            datas.insert(data);
        }
        QCOMPARE(datas.size(), 3);
        f.write("{\"n\":{{nonsense}}}");
        f.pane.send();
        QCOMPARE(f.requests.size(), 3u); // refused
        QVERIFY(!f.text("injectError").isEmpty());
    }

    void atARate_data()
    {
        QTest::addColumn<int>("pace");
        QTest::newRow("evenly") << int(InjectPane::Pace::Rate);
        QTest::newRow("as a Poisson process") << int(InjectPane::Pace::Poisson);
    }
    void atARate()
    {
        QFETCH(int, pace);
        Fixture f;
        f.get<QComboBox>("injectPace")->setCurrentIndex(pace);
        QVERIFY(f.get<QDoubleSpinBox>("injectRate")->isVisible());
        QVERIFY(!f.get<QSpinBox>("injectEvery")->isVisible());
        f.get<QDoubleSpinBox>("injectRate")->setValue(100'000);
        f.get<QSpinBox>("injectTimes")->setValue(50);
        f.pane.send();
        QTRY_COMPARE(f.requests.size(), 50u);
        QTRY_VERIFY(f.text("injectResult").startsWith(QStringLiteral("50 of 50 sent.")));
        QVERIFY2(f.text("injectResult").contains(QStringLiteral("(p50)")), qPrintable(f.text("injectResult")));
    }

    // In the order of the file; one that is due in an hour waits, and can be stopped.
    void aFileAtItsOwnTimes()
    {
        Fixture f;
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("events.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"at\":5000,\"to\":\"user:alice\",\"type\":\"a\",\"data\":[1.0]}\n"
                   "{\"at\":5001,\"to\":\"*\",\"type\":\"b\"}\n"
                   "{\"at\":3605000,\"to\":\"*\",\"type\":\"c\"}\n");
        file.close();
        f.pane.takeFile(file.fileName());
        QVERIFY2(f.text("injectFileName").contains(QStringLiteral("events.jsonl")), qPrintable(f.text("injectFileName")));
        f.pane.send();
        QTRY_COMPARE(f.requests.size(), 2u);
        QCOMPARE(f.requests[0].to, QList<QByteArray>{"user:alice"});
        QCOMPARE(f.requests[0].data, QByteArray("[1.0]"));
        QCOMPARE(f.requests[1].type, QByteArray("b"));
        QVERIFY(f.get<QPushButton>("injectStop")->isEnabled());
        f.get<QPushButton>("injectStop")->click();
        QVERIFY(!f.get<QPushButton>("injectStop")->isEnabled());
        QCOMPARE(f.requests.size(), 2u);
        f.get<QToolButton>("injectFile")->click(); // takes the file away
        f.write("[2]");
        f.pane.send();
        QCOMPARE(f.requests.back().data, QByteArray("[2]"));
    }

    // Wherever in the pane; an address is not inserted where there is text.
    void aFileIsDropped_data()
    {
        QTest::addColumn<QString>("on");
        for (const char *on : {"injectData", "injectName", "injectType", "injectSend"})
            QTest::newRow(on) << QString::fromLatin1(on);
    }
    void aFileIsDropped()
    {
        QFETCH(const QString, on);
        Fixture f;
        f.write("[1]");
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("events.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"at\":1,\"to\":\"*\"}\n");
        file.close();
        f.pane.takeFile(folder.filePath(QStringLiteral("none.jsonl")));
        QVERIFY(!f.text("injectResult").isEmpty());
        auto *target = f.pane.findChild<QWidget *>(on);
        QVERIFY(target);
        if (auto *area = qobject_cast<QAbstractScrollArea *>(target))
            target = area->viewport();
        else if (auto *box = qobject_cast<QComboBox *>(target))
            target = box->lineEdit();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &drop);
        QVERIFY2(f.text("injectFileName").contains(QStringLiteral("events.jsonl")), qPrintable(f.text("injectFileName")));
        QVERIFY(f.text("injectResult").isEmpty()); // what was wrong with another file
        QCOMPARE(f.data()->octets(), QByteArray("[1]"));
        QVERIFY(!f.get<QComboBox>("injectPace")->isEnabled()); // it has times of its own
    }

    void aTextIsStillDroppedOnTheEditor()
    {
        Fixture f;
        f.write("");
        QMimeData data;
        data.setText(QStringLiteral("[2]"));
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.data()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.data()->viewport(), &drop);
        QCOMPARE(f.data()->octets(), QByteArray("[2]"));
    }

    void aFileThatIsWrongNamesItsLine()
    {
        Fixture f;
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("events.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"to\":\"*\"}\noops\n");
        file.close();
        f.pane.takeFile(file.fileName());
        QVERIFY2(f.text("injectResult").contains(QStringLiteral("line 2")), qPrintable(f.text("injectResult")));
        QVERIFY(f.text("injectFileName").isEmpty());
    }

    // How long the deliveries took stands in the hub's figures, which come with the snapshots after the answer.
    void latenciesPerProtocolAreSaid()
    {
        Fixture f;
        Snapshot snapshot = f.world.hub.empty();
        f.world.show(snapshot, {&f.pane});
        f.pane.send();
        snapshot.figures.protocols[std::size_t(ClientProtocol::WebSocket)].latency.record(std::chrono::milliseconds(3), 5);
        f.world.show(snapshot, {&f.pane});
        f.world.show(snapshot, {&f.pane});
        const QString said = f.text("injectResult");
        QVERIFY2(said.contains(QStringLiteral("To the last write: ■ WS 3.")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("● SSE 3.")), qPrintable(said));
    }

    // Templates and what was sent are there again in the next run.
    void templatesAndHistoryAreKept()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        {
            Notebook notebook(&settings);
            Composer composer(&notebook);
            composer.setRequest({{"room:lobby"}, "greeting", "{\"a\":1}", false});
            composer.saveTemplate(QStringLiteral("hello"));
            composer.remember({{"user:zoe"}, "other", "[2]", false});
        }
        Notebook notebook(&settings);
        Composer composer(&notebook);
        auto *menu = composer.findChild<QToolButton *>(QStringLiteral("injectTemplates"))->menu();
        Q_EMIT menu->aboutToShow();
        const auto item = [menu](const QString &text) -> QAction * {
            const QList<QAction *> all = menu->actions();
            const auto found = std::find_if(all.cbegin(), all.cend(), [&text](const QAction *a) { return a->text() == text; });
            return found == all.cend() ? nullptr : *found;
        };
        QVERIFY(item(QStringLiteral("hello")));
        item(QStringLiteral("hello"))->trigger();
        const auto request = composer.request();
        QVERIFY(request);
        QCOMPARE(request->to, QList<QByteArray>{"room:lobby"});
        QCOMPARE(request->type, QByteArray("greeting"));
        QCOMPARE(request->data, QByteArray("{\"a\":1}"));
    }

    void sentModelKeepsItsSize()
    {
        SentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (std::size_t i = 0; i < SentModel::Capacity + 5; ++i)
            model.add({});
        QCOMPARE(model.rowCount(), int(SentModel::Capacity));
        QCOMPARE(model.keyOfRow(0), quint64(SentModel::Capacity + 5));
        QCOMPARE(model.rowOfKey(model.keyOfRow(7)), 7);
        QCOMPARE(model.rowOfKey(5), -1);
    }
};

QTEST_MAIN(TestInjectPane)
#include "tst_injectpane.moc"
