// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labserver.h"
#include "lab/pollclient.h"

#include <QTest>

using namespace pushscope;
using State = SimulatedClient::State;

class TestPollClient : public QObject
{
    Q_OBJECT

    QNetworkAccessManager m_manager;

    ClientPlan plan(const LabServer &server) const
    {
        ClientPlan plan;
        plan.hub = server.url();
        plan.user = "alice";
        plan.rooms = {"lobby"};
        plan.policy.kind = ReconnectPolicy::Kind::Immediate;
        plan.pollTimeout = std::chrono::seconds(20);
        return plan;
    }
    static void json(const LabServer::Request &request, QByteArrayView body)
    {
        LabServer::answer(request, "200 OK", "application/json", body);
    }

private Q_SLOTS:
    void pollsOnFromEachCursor()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            switch (server.requests.size()) {
            case 1:
                return json(request, R"({"events":[],"cursor":"e-4"})");
            case 2:
                return json(request,
                            R"({"events":[{"id":"e-5","type":"a","data":{"n":1}},{"type":"p","data":2}],"cursor":"e-8"})");
            default:
                break; // the third waits
            }
        };
        QList<QByteArray> log;
        PollClient client(plan(server), m_manager);
        client.onEvent = [&](const ReceivedEvent &event) { log.append(event.type + '=' + event.data); };
        client.start();
        QTRY_COMPARE(server.requests.size(), 3);
        QVERIFY(!server.requests.at(0).target.contains("cursor"));
        QCOMPARE(server.requests.at(0).query(QStringLiteral("timeout")), QByteArray("20"));
        QCOMPARE(server.requests.at(1).query(QStringLiteral("cursor")), QByteArray("e-4"));
        QCOMPARE(server.requests.at(2).query(QStringLiteral("cursor")), QByteArray("e-8"));
        QCOMPARE(log, QList<QByteArray>({"a={\"n\":1}", "p=2"}));
        QCOMPARE(client.state(), State::Connected);
        QCOMPARE(client.reconnects(), 0u); // an ordinary next poll is none
        QCOMPARE(client.attempts(), 1u);
    }

    void asksAgainWhereNoAnswerComes()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            if (server.requests.size() == 2)
                json(request, R"({"events":[],"cursor":"e-4"})");
        }; // the first and the third are never answered
        ClientPlan impatient = plan(server);
        impatient.pollTimeout = std::chrono::seconds(1);
        impatient.patience = std::chrono::milliseconds(0);
        PollClient client(impatient, m_manager);
        client.start();
        QTRY_VERIFY(server.requests.size() >= 4);
        QCOMPARE(server.requests.at(2).query(QStringLiteral("cursor")), QByteArray("e-4"));
        QCOMPARE(server.requests.at(3).query(QStringLiteral("cursor")), QByteArray("e-4"));
    }

    void asksAgainForWhatDidNotArrive()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            switch (server.requests.size()) {
            case 1:
                return json(request, R"({"events":[],"cursor":"e-4"})");
            case 2: // cut in the middle of its answer
                request.socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                                      "900\r\n\r\n{\"events\":[{\"id\":\"e-5\"");
                request.socket->disconnectFromHost();
                return;
            case 3:
                return json(request, R"({"events":[{"id":"e-5","type":"a","data":1}],"cursor":"e-5"})");
            default:
                break;
            }
        };
        PollClient client(plan(server), m_manager);
        client.start();
        QTRY_COMPARE(server.requests.size(), 4);
        QCOMPARE(server.requests.at(2).query(QStringLiteral("cursor")), QByteArray("e-4"));
        QCOMPARE(client.figures().received, 1u);
        QCOMPARE(client.figures().duplicates, 0u);
        QCOMPARE(client.reconnects(), 1u);
    }

    // As QNetworkAccessManager gives it, without an error, after it has sent a request again: not even what is whole in it
    // counts.
    void halfAnAnswerIsNone()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            switch (server.requests.size()) {
            case 1:
                return json(request, R"({"events":[],"cursor":"e-4"})");
            case 2:
                return json(request, QByteArray(R"({"events":[{"id":"e-5","type":"a","data":1}],"cursor":"e-5"})").chopped(3));
            case 3:
                return json(request, R"({"events":[{"id":"e-5","type":"a","data":1}],"cursor":"e-5"})");
            default:
                break;
            }
        };
        PollClient client(plan(server), m_manager);
        client.start();
        QTRY_COMPARE(server.requests.size(), 4);
        QCOMPARE(server.requests.at(2).query(QStringLiteral("cursor")), QByteArray("e-4"));
        QCOMPARE(server.requests.at(3).query(QStringLiteral("cursor")), QByteArray("e-5"));
        QCOMPARE(client.figures().received, 1u);
        QCOMPARE(client.figures().duplicates, 0u);
    }

    void aGapIsTold()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            if (server.requests.size() == 1) {
                json(
                    request,
                    R"({"gap":{"requested":"e-1","oldest":"e-8","newest":"e-9","reason":"evicted"},"events":[{"id":"e-8","type":"a","data":1}],"cursor":"e-9"})");
            }
        };
        PollClient client(plan(server), m_manager);
        client.start();
        QTRY_COMPARE(client.cursor(), QByteArray("e-9"));
        QCOMPARE(client.figures().gaps, 1u);
        QCOMPARE(client.figures().received, 1u);
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("stops");
        QTest::newRow("401") << QByteArray("401 Unauthorized") << QByteArray("{}") << true;
        QTest::newRow("403") << QByteArray("403 Forbidden") << QByteArray("{}") << true;
        QTest::newRow("503") << QByteArray("503 Service Unavailable") << QByteArray("{}") << false;
        QTest::newRow("no JSON") << QByteArray("200 OK") << QByteArray("<html>") << false;
        QTest::newRow("no cursor") << QByteArray("200 OK") << QByteArray("{\"events\":[]}") << false;
    }
    void answers()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, stops);
        LabServer server;
        server.onRequest
            = [&](const LabServer::Request &request) { LabServer::answer(request, status, "application/json", body); };
        PollClient client(plan(server), m_manager);
        client.start();
        if (stops)
            QTRY_COMPARE(client.state(), State::Stopped);
        else
            QTRY_VERIFY(client.attempts() >= 3);
    }

    void retryAfterIsHonoured()
    {
        LabServer server;
        server.onRequest = [](const LabServer::Request &request) {
            LabServer::answer(request, "503 Service Unavailable", "text/plain", "", "Retry-After: 3600\r\n");
        };
        PollClient client(plan(server), m_manager);
        client.start();
        QTRY_COMPARE(client.state(), State::Waiting);
        QCOMPARE(client.lastDelay(), Milliseconds(3'600'000));
    }

    void cutNowComesBackWithTheSameCursor()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) {
            if (server.requests.size() == 1)
                json(request, R"({"events":[],"cursor":"e-4"})");
        };
        PollClient client(plan(server), m_manager);
        client.start();
        QTRY_COMPARE(server.requests.size(), 2);
        client.cutNow();
        QTRY_COMPARE(server.requests.size(), 3);
        QCOMPARE(server.requests.at(2).query(QStringLiteral("cursor")), QByteArray("e-4"));
    }
};

QTEST_GUILESS_MAIN(TestPollClient)
#include "tst_pollclient.moc"
