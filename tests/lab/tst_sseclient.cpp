// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labserver.h"
#include "lab/sseclient.h"

#include <QTest>

using namespace pushscope;
using State = SimulatedClient::State;

class TestSseClient : public QObject
{
    Q_OBJECT

    QNetworkAccessManager m_manager;

    ClientPlan plan(const LabServer &server) const
    {
        ClientPlan plan;
        plan.hub = server.url();
        plan.user = "alice";
        plan.clientId = "tab-1";
        plan.rooms = {"lobby", "a&b"};
        plan.policy.kind = ReconnectPolicy::Kind::Immediate;
        plan.token = [](const QByteArray &user) { return "token-of-" + user; };
        return plan;
    }

private Q_SLOTS:
    void asksAsABrowserWould()
    {
        LabServer server;
        SseClient client(plan(server), m_manager);
        client.start();
        QTRY_COMPARE(server.requests.size(), 1);
        const LabServer::Request request = server.requests.first();
        QVERIFY(request.target.startsWith("/api/events?"));
        QCOMPARE(QUrlQuery(QUrl::fromEncoded(request.target)).allQueryItemValues(QStringLiteral("room"), QUrl::FullyDecoded),
                 QStringList({QStringLiteral("lobby"), QStringLiteral("a&b")}));
        QCOMPARE(request.query(QStringLiteral("clientId")), QByteArray("tab-1"));
        QCOMPARE(request.header("Accept"), QByteArray("text/event-stream"));
        QCOMPARE(request.header("Authorization"), QByteArray("Bearer token-of-alice"));
        QVERIFY(!request.head.toLower().contains("last-event-id"));
        QCOMPARE(client.state(), State::Connecting);
    }

    void comesBackWithItsCursor()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            if (server.requests.size() == 1) {
                LabServer::stream(request, "id: e-1\nevent: a\ndata: 1\n\nid: e-2\nevent: a\ndata: 2\n\nid: e-3\nevent: a\nda");
                request.socket->disconnectFromHost(); // in the middle of the third
            } else {
                LabServer::stream(request, "id: e-2\nevent: a\ndata: 2\n\nid: e-3\nevent: a\ndata: 3\n\n");
            }
        };
        SseClient client(plan(server), m_manager);
        QList<QByteArray> fresh;
        client.onEvent = [&](const ReceivedEvent &event) {
            if (event.verdict == ReceivedEvent::Verdict::New)
                fresh.append(event.data);
        };
        client.start();
        QTRY_COMPARE(client.cursor(), QByteArray("e-3"));
        QCOMPARE(server.requests.at(1).header("Last-Event-ID"), QByteArray("e-2"));
        QCOMPARE(fresh, QList<QByteArray>({"1", "2", "3"}));
        QCOMPARE(client.figures().duplicates, 1u);
        QCOMPARE(client.reconnects(), 1u);
        QCOMPARE(client.state(), State::Connected);
    }

    void triesAgainWhereNoAnswerComes()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            if (server.requests.size() != 2)
                return;
            LabServer::stream(request, "id: e-1\ndata: 1\n\n");
            QTimer::singleShot(300, request.socket, [socket = request.socket] { socket->write("id: e-2\ndata: 2\n\n"); });
        }; // the first is never answered
        ClientPlan impatient = plan(server);
        impatient.patience = std::chrono::milliseconds(100);
        SseClient client(impatient, m_manager);
        client.start();
        QTRY_COMPARE(client.state(), State::Connected);
        QCOMPARE(server.requests.size(), 2);
        QTRY_COMPARE(client.cursor(), QByteArray("e-2")); // a stream that is there is let be
        QCOMPARE(server.requests.size(), 2);
    }

    // As the hub's fault "malformed-frame" does. Without the empty line Qt's access manager would wait for it for good, also
    // after the end of the connection.
    void comesBackFromAChunkWithoutASize()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            if (server.requests.size() == 2)
                return LabServer::stream(request, "id: e-2\ndata: 2\n\n");
            request.socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "11\r\nid: e-1\ndata: 1\n\n\r\nno size\r\n\r\n");
            request.socket->disconnectFromHost();
        };
        SseClient client(plan(server), m_manager);
        client.start();
        QTRY_COMPARE(client.cursor(), QByteArray("e-2"));
        QCOMPARE(client.figures().received, 2u);
    }

    // They share the manager and its connections.
    void oneThatGivesUpLeavesItsNeighboursStreamAlone()
    {
        LabServer server;
        QPointer<QTcpSocket> stream;
        server.onRequest = [&](const LabServer::Request &request) {
            if (server.requests.size() == 2)
                return; // the second is never answered
            LabServer::stream(request, "id: e-1\ndata: 1\n\n");
            if (!stream)
                stream = request.socket;
        };
        SseClient steady(plan(server), m_manager);
        steady.start();
        QTRY_COMPARE(steady.cursor(), QByteArray("e-1"));
        ClientPlan impatient = plan(server);
        impatient.patience = std::chrono::milliseconds(100);
        SseClient other(impatient, m_manager);
        other.start();
        QTRY_COMPARE(other.cursor(), QByteArray("e-1"));
        QVERIFY(stream);
        stream->write("id: e-2\ndata: 2\n\n");
        QTRY_COMPARE(steady.cursor(), QByteArray("e-2"));
        QCOMPARE(steady.reconnects(), 0u);
    }

    void anEventWithoutAnIdIsNoDuplicate()
    {
        LabServer server;
        server.onRequest = [](const LabServer::Request &request) {
            LabServer::stream(request,
                              "event: blink\ndata: 0\n\nid: e-1\nevent: hub.welcome\ndata: {}\n\nevent: blink\ndata: 1\n\n"
                              "id: e-2\ndata: 2\n\nevent: blink\ndata: 3\n\nevent: blink\ndata: 3\n\n"
                              "id: e-2\ndata: 2\n\n");
        };
        SseClient client(plan(server), m_manager);
        QList<QByteArray> ids;
        client.onEvent = [&](const ReceivedEvent &event) { ids.append(event.id); };
        client.start();
        QTRY_COMPARE(ids, QList<QByteArray>({"", "e-1", "", "e-2", "", "", "e-2"}));
        QCOMPARE(client.figures().received, 5u);
        QCOMPARE(client.figures().duplicates, 1u);
    }

    void startsAnewWhenToldNotToResume()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            LabServer::stream(request, "id: e-1\ndata: 1\n\n");
            if (server.requests.size() == 1)
                request.socket->disconnectFromHost();
        };
        ClientPlan forgetful = plan(server);
        forgetful.resume = false;
        SseClient client(forgetful, m_manager);
        client.start();
        QTRY_COMPARE(client.figures().duplicates, 1u);
        QVERIFY(server.requests.at(1).header("Last-Event-ID").isEmpty());
    }

    void cutNowBreaksItsOwnConnection()
    {
        LabServer server;
        server.onRequest
            = [](const LabServer::Request &request) { LabServer::stream(request, "id: e-9\nevent: hub.welcome\ndata: {}\n\n"); };
        SseClient client(plan(server), m_manager);
        client.start();
        QTRY_COMPARE(client.cursor(), QByteArray("e-9"));
        client.cutNow();
        QTRY_COMPARE(server.requests.size(), 2);
        QCOMPARE(server.requests.at(1).header("Last-Event-ID"), QByteArray("e-9"));
        QTRY_COMPARE(client.state(), State::Connected);
        QCOMPARE(client.reconnects(), 1u);
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("stops");
        const QByteArray stream = "text/event-stream", problem = "application/problem+json";
        QTest::newRow("204") << QByteArray("204 No Content") << stream << true;
        QTest::newRow("401") << QByteArray("401 Unauthorized") << problem << true;
        QTest::newRow("403") << QByteArray("403 Forbidden") << problem << true;
        QTest::newRow("429") << QByteArray("429 Too Many Requests") << problem << false;
        QTest::newRow("503") << QByteArray("503 Service Unavailable") << problem << false;
        QTest::newRow("no event stream") << QByteArray("200 OK") << QByteArray("text/html") << false;
    }
    void answers()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, type);
        QFETCH(bool, stops);
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            LabServer::answer(request, status, type, status.startsWith("204") ? "" : "data: 1\n\n",
                              "WWW-Authenticate: Bearer\r\n");
        };
        SseClient client(plan(server), m_manager);
        client.start();
        if (stops)
            QTRY_COMPARE(client.state(), State::Stopped);
        else
            QTRY_VERIFY(client.attempts() >= 3);
        QCOMPARE(client.figures().received, 0u);
        QCOMPARE(client.reconnects(), 0u);
    }

    void retryIsTheLeastDelay_data()
    {
        QTest::addColumn<bool>("honours");
        QTest::addColumn<int>("delayMs");
        QTest::newRow("honoured") << true << 3'600'000;
        QTest::newRow("not honoured") << false << 0;
    }
    void retryIsTheLeastDelay()
    {
        QFETCH(bool, honours);
        QFETCH(int, delayMs);
        LabServer server;
        server.onRequest = [](const LabServer::Request &request) {
            LabServer::stream(request, "retry: 3600000\n\n");
            request.socket->disconnectFromHost();
        };
        ClientPlan polite = plan(server);
        polite.policy.honourRetry = honours;
        SseClient client(polite, m_manager);
        bool waited = false;
        connect(&client, &SimulatedClient::stateChanged, this, [&](State state) { waited = waited || state == State::Waiting; });
        client.start();
        QTRY_VERIFY(waited);
        QCOMPARE(client.lastDelay(), Milliseconds(delayMs));
    }

    void neverMeansOnce()
    {
        LabServer server;
        server.onRequest = [](const LabServer::Request &request) { request.socket->abort(); };
        ClientPlan once = plan(server);
        once.policy.kind = ReconnectPolicy::Kind::Never;
        SseClient client(once, m_manager);
        client.start();
        QTRY_COMPARE(client.state(), State::Stopped);
        QCOMPARE(client.attempts(), 1u);
    }

    void leavesFromItsOwnEvent()
    {
        LabServer server;
        server.onRequest
            = [](const LabServer::Request &request) { LabServer::stream(request, "id: e-1\ndata: 1\n\nid: e-2\ndata: 2\n\n"); };
        SseClient client(plan(server), m_manager);
        client.onEvent = [&](const ReceivedEvent &) { client.leave(); };
        client.start();
        QTRY_COMPARE(client.state(), State::Stopped);
        QCOMPARE(client.figures().received, 1u);
    }

    void goesWhileWaiting()
    {
        LabServer server;
        server.onRequest = [](const LabServer::Request &request) { request.socket->abort(); };
        ClientPlan slow = plan(server);
        slow.policy = {ReconnectPolicy::Kind::Fixed, Milliseconds(3'600'000), Milliseconds(3'600'000), 1.0, false, true};
        auto client = std::make_unique<SseClient>(slow, m_manager);
        client->start();
        QTRY_COMPARE(client->state(), State::Waiting);
        State last = State::Idle;
        connect(client.get(), &SimulatedClient::stateChanged, this, [&](State state) { last = state; });
        client.reset();
        QCOMPARE(last, State::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestSseClient)
#include "tst_sseclient.moc"
