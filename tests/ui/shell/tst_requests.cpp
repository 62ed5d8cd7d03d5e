// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The requests that the inspector shows, of real clients of a hub that runs and then of the session that was recorded of it.
#include "windowbench.h"

#include "ui/feed/framefeed.h"
#include "ui/feed/recording.h"
#include "ui/feed/selection.h"
#include "ui/models/clientsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/fieldstable.h"
#include "ui/panes/inspectorpane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/requestsmodel.h"
#include "ui/panes/requestsview.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/sessiondesk.h"
#include "ui/shell/sessionwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QTabWidget>
#include <QTcpSocket>
#include <QUrl>

using namespace pushscope;

class TestRequests : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 20'000; // ms, on a loaded machine

    static RequestsView *shown(MainWindow &window)
    {
        window.docks().showPane("inspector");
        auto *view = window.findChild<RequestsView *>();
        window.findChild<InspectorPane *>()->findChild<QTabWidget *>(QStringLiteral("inspectorTabs"))->setCurrentWidget(view);
        return view;
    }

    static QString valueOf(const RequestsView &view, const QString &name)
    {
        for (const Field &field : view.findChild<FieldsTable *>(QStringLiteral("requestFields"))->fields()) {
            if (field.name.compare(name, Qt::CaseInsensitive) == 0)
                return field.value;
        }
        return {};
    }

    static void selectClient(MainWindow &window)
    {
        const ClientRow &client = window.findChild<ClientsPane *>()->model()->clientAt(0);
        window.selection().setClient(client.key, client.client);
    }

    static void selectEvent(MainWindow &window)
    {
        for (const JournalRow &row : window.feed().observatory().journalAfter(0, 1000)) {
            if (row.kind == JournalRow::Kind::Event && row.event)
                window.selection().setEvent(row.event, row.ref);
        }
    }

    static int rowOfEvent(const RequestsView &view)
    {
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            if (view.model()->rowAt(row).ofEvent)
                return row;
        }
        return -1;
    }

    // From the menu of the row that is chosen.
    static QString copiedAsCurl(const RequestsView &view)
    {
        auto *table = view.findChild<LiveTable *>(QStringLiteral("requestsTable"));
        QMenu menu;
        Q_EMIT table->menuRequested(&menu, table->currentIndex());
        for (QAction *action : menu.actions()) {
            if (action->text() == QStringLiteral("Copy as cURL"))
                action->trigger();
        }
        return QApplication::clipboard()->text();
    }

    // Of the client that came with a query, a token and a header of its own.
    static void checkClient(MainWindow &window, const QByteArray &token)
    {
        RequestsView *view = shown(window);
        selectClient(window);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, Patience);
        QCOMPARE(valueOf(*view, QStringLiteral("? room")), QStringLiteral("lobby & bar"));
        QCOMPARE(valueOf(*view, QStringLiteral("? token")), QStringLiteral("…"));
        QCOMPARE(valueOf(*view, QStringLiteral("X-Mine")), QStringLiteral("yes"));
        QVERIFY(valueOf(*view, QStringLiteral("Request")).startsWith(QStringLiteral("GET /api/events?")));
        QVERIFY(valueOf(*view, QStringLiteral("Answer")).contains(QStringLiteral("200")));
        for (const Field &field : view->findChild<FieldsTable *>(QStringLiteral("requestFields"))->fields())
            QVERIFY2(!field.value.toUtf8().contains(token), qPrintable(field.name));
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void liveAndRecorded()
    {
        const QTemporaryDir recordings;
        Recording recording(recordings.path());
        WindowBench bench;
        bench.controller.setSinkMaker([&recording] { return recording.begin(); });
        bench.open();
        SessionDesk desk(bench.settings);
        desk.attachHub(*bench.window, bench.controller, recording);
        bench.controller.start();
        QTRY_VERIFY_WITH_TIMEOUT(bench.controller.isRunning(), Patience);
        const QUrl url(QString::fromUtf8(bench.controller.url()));
        const QByteArray token = bench.controller.makeToken("alice", true);

        QTcpSocket client;
        client.connectToHost(url.host(), quint16(url.port()));
        client.write("GET /api/events?clientId=tab-1&room=lobby%20%26%20bar&token=" + token
                     + " HTTP/1.1\r\nHost: x\r\nX-Mine: yes\r\n\r\n");
        const ClientsModel *clients = bench.window->findChild<ClientsPane *>()->model();
        QTRY_COMPARE_WITH_TIMEOUT(clients->rowCount(), 1, Patience);
        checkClient(*bench.window, token);

        const QByteArray body = R"({"to":"user:alice","data":{"n":1,"password":"hunter2"}})";
        QTcpSocket publisher;
        publisher.connectToHost(url.host(), quint16(url.port()));
        publisher.write("POST /api/publish HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                        + body);
        QTRY_VERIFY_WITH_TIMEOUT(publisher.bytesAvailable() > 0, Patience);
        RequestsView *view = shown(*bench.window);
        QTRY_VERIFY_WITH_TIMEOUT((selectEvent(*bench.window), rowOfEvent(*view) >= 0), Patience);
        view->findChild<LiveTable *>(QStringLiteral("requestsTable"))->selectRow(rowOfEvent(*view));
        QVERIFY(valueOf(*view, QStringLiteral("Request")).startsWith(QStringLiteral("POST /api/publish")));
        QVERIFY(!valueOf(*view, QStringLiteral("Authorization")).toUtf8().contains(token));
        QVERIFY(valueOf(*view, QStringLiteral("Its body")).contains(QStringLiteral("\"n\":1")));
        QVERIFY(!valueOf(*view, QStringLiteral("Its body")).contains(QStringLiteral("hunter2")));
        const QString command = copiedAsCurl(*view);
        QVERIFY2(command.startsWith(QStringLiteral("curl -N -X 'POST' -H ")), qPrintable(command));
        QVERIFY2(command.contains(QStringLiteral("'Authorization: Bearer ey")), qPrintable(command)); // a new one
        QVERIFY2(command.endsWith(QString::fromUtf8(" '" + bench.controller.url() + "/api/publish'")), qPrintable(command));
        const QString path = recording.path();
        view->setSession({}); // nothing is recorded any more: no request stays, not even the chosen one
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 0, Patience);
        bench.controller.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.controller.isRunning() && !recording.isRunning(), Patience);

        const auto session = SessionWindow::open(path, bench.settings);
        QVERIFY(session);
        MainWindow &window = (*session)->window();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const ClientsModel *recorded = window.findChild<ClientsPane *>()->model();
        QTRY_VERIFY_WITH_TIMEOUT(recorded->rowCount() == 1, Patience);
        checkClient(window, token);
        const QString again = copiedAsCurl(*shown(window));
        QVERIFY2(again.contains(QStringLiteral("'x-mine: yes'")) && again.contains(QStringLiteral(" 'http://x/api/events?")),
                 qPrintable(again));
        delete *session;
    }

    void nothingIsRecorded()
    {
        WindowBench bench;
        bench.open();
        RequestsView *view = shown(*bench.window);
        const auto *text = view->findChild<QLabel *>(QStringLiteral("requestsText"));
        QVERIFY2(text->text().startsWith(QStringLiteral("Select a client")), qPrintable(text->text()));
        bench.controller.start();
        QTRY_VERIFY_WITH_TIMEOUT(bench.controller.isRunning(), Patience);
        const QUrl url(QString::fromUtf8(bench.controller.url()));
        QTcpSocket client;
        client.connectToHost(url.host(), quint16(url.port()));
        client.write("GET /api/events?token=" + bench.controller.makeToken("alice") + " HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(bench.window->findChild<ClientsPane *>()->model()->rowCount(), 1, Patience);
        selectClient(*bench.window);
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(QStringLiteral("nothing is being recorded")), Patience);
        QCOMPARE(view->model()->rowCount(), 0);
    }
};

QTEST_MAIN(TestRequests)
#include "tst_requests.moc"
