// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A request that its client gave up while a fault held it: it comes out together with the end of its connection, long after the
// client came back another way. Nothing begins with it, or the ledger would tell of events given again that nobody got.

#include "server/hubfixture.h"
#include "support/rawsocket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace pushscope;
using namespace std::chrono_literals;

class TestLateRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBegins_data()
    {
        QTest::addColumn<QByteArray>("transport");
        QTest::addColumn<QByteArray>("late"); // what the request asks for
        for (const char *transport : {"auto", "qt"}) {
            QTest::addRow("poll, %s", transport) << QByteArray(transport) << QByteArray("/api/poll?timeout=0&cursor=");
            QTest::addRow("event stream, %s", transport) << QByteArray(transport) << QByteArray("/api/events?lastEventId=");
        }
    }
    void nothingBegins()
    {
        QFETCH(QByteArray, transport);
        QFETCH(QByteArray, late);
        ServerConfig config;
        config.transport = transport;
        HubFixture hub(config);
        const QByteArray extra = "Authorization: Bearer " + hub.token("alice", true) + "\r\n";
        RawSocket held, other;
        QVERIFY(held.connectTo(hub.port()) && other.connectTo(hub.port()));
        const auto get = [&](RawSocket &socket, const QByteArray &target) {
            return QJsonDocument::fromJson(exchange(socket, "GET", target, {}, extra).body);
        };
        const auto post = [&](const QByteArray &target, const QByteArray &body) {
            return exchange(other, "POST", target, body, extra).status;
        };
        const auto poll = [&](RawSocket &socket, const QByteArray &cursor, const QByteArray &client = "late") {
            return get(socket, "/api/poll?timeout=0&room=lobby&clientId=" + client + "&cursor=" + cursor)[QLatin1String("cursor")]
                .toString()
                .toLatin1();
        };
        const auto publish = [&] { return post("/api/publish", R"({"to":"room:lobby","data":1})"); };

        QCOMPARE(publish(), 200);
        const QByteArray first = poll(other, "earliest");
        QVERIFY(!first.isEmpty());
        // Another client has used the connection before: it is its silence that the late request falls into.
        QCOMPARE(post("/api/faults", R"({"whom":{},"what":{"kind":"latency","ms":0}})"), 201);
        QVERIFY(!poll(held, "earliest", "neighbour").isEmpty());
        QCOMPARE(post("/api/faults", R"({"whom":{"client":"neighbour"},"what":{"kind":"blackhole"}})"), 201);
        QVERIFY(held.send("GET " + late + first + "&room=lobby&clientId=late HTTP/1.1\r\nHost: localhost\r\n" + extra + "\r\n"));
        held.finish();
        // It comes back another way, has what it missed, says so, and is away when the silence ends.
        QCOMPARE(publish(), 200);
        QCOMPARE(publish(), 200);
        const QByteArray newest = poll(other, first);
        QVERIFY(newest != first);
        QCOMPARE(poll(other, newest), newest);
        QCOMPARE(post("/api/faults", R"({"whom":{"client":"late"},"what":{"kind":"fin"}})"), 201);
        for (const char *rule : {"/api/faults/1", "/api/faults/2"})
            QVERIFY(exchange(other, "DELETE", rule, {}, extra).status < 300);
        QCOMPARE(held.receiveAll(30s), QByteArray());
        QCOMPARE(poll(other, newest), newest);
        const QJsonArray reconnects = get(other, "/api/reconnects?client=late").array();
        QCOMPARE(reconnects.size(), 1);
        QCOMPARE(reconnects[0][QLatin1String("cursor")].toString().toLatin1(), newest);
        QCOMPARE(reconnects[0][QLatin1String("duplicated")].toInt(), 0);
    }

    // What does not wait for anything is done, as by any server that finds both in its socket.
    void whatIsToBeDoneIsDone()
    {
        HubFixture hub;
        const QByteArray extra = "Authorization: Bearer " + hub.token("alice", true) + "\r\n";
        RawSocket held, other;
        QVERIFY(held.connectTo(hub.port()) && other.connectTo(hub.port()));
        const auto addFault = [&](const QByteArray &json) { return exchange(other, "POST", "/api/faults", json, extra).status; };
        QCOMPARE(addFault(R"({"whom":{},"what":{"kind":"latency","ms":0}})"), 201);
        QCOMPARE(exchange(held, "GET", "/api/poll?timeout=0&clientId=neighbour", {}, extra).status, 200);
        QCOMPARE(addFault(R"({"whom":{"client":"neighbour"},"what":{"kind":"blackhole"}})"), 201);
        QVERIFY(held.send("POST /api/publish HTTP/1.1\r\nHost: localhost\r\n" + extra
                          + "Content-Length: 28\r\n\r\n{\"to\":\"room:lobby\",\"data\":1}"));
        held.finish();
        QCOMPARE(exchange(other, "GET", "/healthz").status, 200);
        for (const char *rule : {"/api/faults/1", "/api/faults/2"})
            QVERIFY(exchange(other, "DELETE", rule, {}, extra).status < 300);
        QVERIFY(held.receiveAll(30s).startsWith("HTTP/1.1 200"));
    }
};

QTEST_GUILESS_MAIN(TestLateRequest)
#include "tst_laterequest.moc"
