// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labserver.h"
#include "lab/websocketclient.h"

#include <QTest>
#include <QWebSocketServer>

using namespace pushscope;
using State = SimulatedClient::State;

class TestWebSocketClient : public QObject
{
    Q_OBJECT

    // A hub that a test writes the lines of.
    struct Peer {
        QWebSocketServer server{QStringLiteral("hub"), QWebSocketServer::NonSecureMode};
        QList<QWebSocket *> sockets; // all there ever were
        std::function<void(QWebSocket *)> onConnected;

        Peer()
        {
            server.listen(QHostAddress::LocalHost);
            QObject::connect(&server, &QWebSocketServer::newConnection, &server, [this] {
                QWebSocket *socket = server.nextPendingConnection();
                socket->setParent(&server);
                sockets.append(socket);
                if (onConnected)
                    onConnected(socket);
            });
        }
        [[nodiscard]] QString query(int connection, const QString &key) const
        {
            return QUrlQuery(sockets.at(connection)->requestUrl()).queryItemValue(key, QUrl::FullyDecoded);
        }
    };

    static ClientPlan plan(const Peer &peer)
    {
        ClientPlan plan;
        plan.hub = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(peer.server.serverPort()));
        plan.user = "alice";
        plan.clientId = "tab-1";
        plan.rooms = {"lobby"};
        plan.policy.kind = ReconnectPolicy::Kind::Immediate;
        plan.token = [](const QByteArray &user) { return "token-of-" + user; };
        return plan;
    }
    static void say(QWebSocket *socket, const char *json) { socket->sendTextMessage(QString::fromUtf8(json)); }

private Q_SLOTS:
    void asksWithTokenAndClient()
    {
        Peer peer;
        WebSocketClient client(plan(peer));
        client.start();
        QTRY_COMPARE(peer.sockets.size(), 1);
        QCOMPARE(peer.sockets.first()->requestUrl().path(), QStringLiteral("/ws"));
        QCOMPARE(peer.query(0, QStringLiteral("token")), QStringLiteral("token-of-alice"));
        QCOMPARE(peer.query(0, QStringLiteral("room")), QStringLiteral("lobby"));
        QCOMPARE(peer.query(0, QStringLiteral("clientId")), QStringLiteral("tab-1"));
        QVERIFY(peer.query(0, QStringLiteral("lastEventId")).isEmpty());
        QTRY_COMPARE(client.state(), State::Connected);
    }

    void resumesFromTheWelcomeAndFromEvents()
    {
        Peer peer;
        peer.onConnected = [&](QWebSocket *socket) {
            switch (peer.sockets.size()) {
            case 1: // a welcome alone
                say(socket, R"({"type":"hub.welcome","data":{"client":"c","cursor":"e-4"}})");
                return socket->close(QWebSocketProtocol::CloseCodeGoingAway);
            case 2:
                say(socket, R"({"type":"hub.welcome","data":{"client":"c","cursor":"e-6"}})");
                say(socket, R"({"id":"e-5","type":"a","data":{"n": 1.0}})");
                return socket->close(QWebSocketProtocol::CloseCode(1012));
            default:
                return say(socket, R"({"id":"e-6","type":"a","data":"two"})");
            }
        };
        WebSocketClient client(plan(peer));
        QList<QByteArray> data;
        client.onEvent = [&](const ReceivedEvent &event) {
            if (event.verdict == ReceivedEvent::Verdict::New)
                data.append(event.data);
        };
        client.start();
        QTRY_COMPARE(client.cursor(), QByteArray("e-6"));
        QCOMPARE(peer.query(1, QStringLiteral("lastEventId")), QStringLiteral("e-4"));
        QCOMPARE(peer.query(2, QStringLiteral("lastEventId")), QStringLiteral("e-5"));
        QCOMPARE(data, QList<QByteArray>({"{\"n\": 1.0}", "\"two\""}));
        QCOMPARE(client.reconnects(), 2u);
    }

    void closeCodes_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("stops");
        QTest::newRow("1000") << 1000 << false;
        QTest::newRow("1001 hub stops") << 1001 << false;
        QTest::newRow("1012 hub restarts") << 1012 << false;
        QTest::newRow("1013 try later") << 1013 << false;
        QTest::newRow("4001 unauthorized") << 4001 << true;
        QTest::newRow("4003 forbidden") << 4003 << true;
        QTest::newRow("4008 too slow") << 4008 << false;
    }
    void closeCodes()
    {
        QFETCH(int, code);
        QFETCH(bool, stops);
        Peer peer;
        peer.onConnected = [&](QWebSocket *socket) { socket->close(QWebSocketProtocol::CloseCode(code)); };
        WebSocketClient client(plan(peer));
        client.start();
        if (stops)
            QTRY_COMPARE(client.state(), State::Stopped);
        else
            QTRY_VERIFY(client.attempts() >= 3);
        QCOMPARE(client.attempts() == 1, stops);
    }

    void refusedUpgrades_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("stops");
        QTest::newRow("403") << QByteArray("403 Forbidden") << true;
        QTest::newRow("401") << QByteArray("401 Unauthorized") << true;
        QTest::newRow("503") << QByteArray("503 Service Unavailable") << false;
        QTest::newRow("200") << QByteArray("200 OK") << false;
    }
    void refusedUpgrades()
    {
        QFETCH(QByteArray, status);
        QFETCH(bool, stops);
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) { LabServer::answer(request, status, "text/plain", "no"); };
        ClientPlan to = plan(Peer());
        to.hub = server.url();
        WebSocketClient client(to);
        client.start();
        if (stops)
            QTRY_COMPARE(client.state(), State::Stopped);
        else
            QTRY_VERIFY(client.attempts() >= 3);
        QCOMPARE(client.reconnects(), 0u);
    }

    void cutNowAndCutByTheNetwork()
    {
        Peer peer;
        peer.onConnected = [](QWebSocket *socket) { say(socket, R"({"type":"hub.welcome","data":{"cursor":"e-4"}})"); };
        WebSocketClient client(plan(peer));
        client.start();
        QTRY_COMPARE(client.cursor(), QByteArray("e-4"));
        client.cutNow();
        QTRY_COMPARE(peer.sockets.size(), 2);
        QTRY_COMPARE(client.state(), State::Connected);
        peer.sockets.last()->abort();
        QTRY_COMPARE(peer.sockets.size(), 3);
        QCOMPARE(peer.query(2, QStringLiteral("lastEventId")), QStringLiteral("e-4"));
    }

    void sendsAndSaysGoodbye()
    {
        Peer peer;
        QStringList heard;
        peer.onConnected = [&](QWebSocket *socket) {
            connect(socket, &QWebSocket::textMessageReceived, this, [&](const QString &text) { heard.append(text); });
        };
        WebSocketClient client(plan(peer));
        QVERIFY(!client.send("{}"));
        client.start();
        QTRY_COMPARE(client.state(), State::Connected);
        QVERIFY(client.send(R"({"type":"ping"})"));
        QTRY_COMPARE(heard, QStringList({QStringLiteral("{\"type\":\"ping\"}")}));
        client.leave();
        QCOMPARE(client.state(), State::Stopped);
        QTRY_COMPARE(peer.sockets.first()->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(peer.sockets.first()->closeCode(), QWebSocketProtocol::CloseCodeNormal);
    }

    void nonsenseIsPassedOver()
    {
        Peer peer;
        peer.onConnected = [](QWebSocket *socket) {
            say(socket, "no JSON");
            say(socket, R"({"id":"e-1","type":"a","data":1})");
        };
        WebSocketClient client(plan(peer));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("a WebSocket message that is no event: .*")));
        client.start();
        QTRY_COMPARE(client.figures().received, 1u);
    }
};

QTEST_GUILESS_MAIN(TestWebSocketClient)
#include "tst_websocketclient.moc"
