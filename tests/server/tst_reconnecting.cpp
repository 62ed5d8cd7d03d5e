// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 50 clients that reconnect all the time while 8 publishers publish as fast as they can: nothing missing, nothing twice, ids
// grow; on each protocol, each store and each transport.

#include "base/ids.h"
#include "protocol/jsonslice.h"
#include "server/eventclient.h"
#include "server/hubfixture.h"

#include <QTemporaryDir>
#include <thread>

using namespace pushscope;
using namespace std::chrono_literals;

class TestReconnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoubled_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<bool>("sqlite");
        QTest::addColumn<QByteArray>("transport");
        const char *names[] = {"SSE", "WebSocket", "long poll"};
        for (int protocol = 0; protocol < 3; ++protocol) {
            for (const bool sqlite : {false, true}) {
                for (const char *transport : {"linux", "qt"})
                    QTest::addRow("%s, %s, %s", names[protocol], sqlite ? "sqlite" : "memory", transport)
                        << protocol << sqlite << QByteArray(transport);
            }
        }
    }

    void nothingIsLostOrDoubled()
    {
        QFETCH(int, protocol);
        QFETCH(bool, sqlite);
        QFETCH(QByteArray, transport);
        const QTemporaryDir folder;
        ServerConfig config;
        config.transport = transport;
        if (sqlite)
            config.store = folder.filePath(QStringLiteral("events.db"));
        HubFixture hub(config);

        std::atomic<bool> stop = false, quiet = false; // no more publishing; nothing is published any more
        std::atomic<quint64> head = 0;
        std::vector<std::unique_ptr<EventClient>> clients;
        std::vector<std::thread> threads;
        for (int i = 0; i < 50; ++i) {
            clients.push_back(std::make_unique<EventClient>(EventClient::Protocol(protocol), hub.port(),
                                                            "room=storm&token=" + hub.token("u" + QByteArray::number(i))));
            threads.emplace_back([client = clients.back().get(), &quiet, &head, i] {
                std::mt19937 random(static_cast<unsigned>(i));
                while (!quiet || !client->isComplete(head))
                    client->session(int(random() % 400), quiet, head);
            });
        }
        std::vector<std::thread> publishers;
        std::atomic<quint64> acknowledged = 0;
        for (int i = 0; i < 8; ++i)
            publishers.emplace_back([&, i] { publishUntil(hub, i, stop, head, acknowledged); });

        // The length of the load, not a limit on anything.
        const int seconds = qEnvironmentVariableIntValue("PUSHSCOPE_STORM_SECONDS");
        std::this_thread::sleep_for(std::chrono::seconds(seconds > 0 ? seconds : 10));
        stop = true;
        for (std::thread &publisher : publishers)
            publisher.join();
        quiet = true;
        for (std::thread &thread : threads)
            thread.join();

        quint64 sessions = 0;
        for (const auto &client : clients) {
            QVERIFY2(client->firstTrouble.isEmpty(), client->firstTrouble.constData());
            QCOMPARE(client->missing, 0u);
            QCOMPARE(client->repeated, 0u);
            QCOMPARE(client->received, quint64(head));
            sessions += client->sessions;
        }
        QVERIFY(acknowledged > 0);
        QVERIFY(sessions > 50);
        qInfo("%llu events, %llu deliveries, %llu sessions", quint64(acknowledged), quint64(head) * 50, sessions);
    }

private:
    static void publishUntil(const HubFixture &hub, int number, const std::atomic<bool> &stop, std::atomic<quint64> &head,
                             std::atomic<quint64> &acknowledged)
    {
        RawSocket socket;
        const QByteArray extra = "Content-Type: application/json\r\nAuthorization: Bearer " + hub.token("publisher") + "\r\n";
        const QByteArray body
            = "{\"to\":\"room:storm\",\"type\":\"load\",\"data\":{\"publisher\":" + QByteArray::number(number) + "}}";
        while (!stop) {
            if (!socket.isOpen() && !socket.connectTo(hub.port()))
                continue;
            const HttpAnswer answer = exchange(socket, "POST", "/api/publish", body, extra);
            const qsizetype at = answer.body.indexOf("\"id\":\"");
            if (answer.status != 200 || at < 0)
                continue; // 503: the store is full for the moment
            const auto id = parseEventId(answer.body.mid(at + 6, answer.body.indexOf('"', at + 6) - at - 6));
            ++acknowledged;
            quint64 known = head;
            while (id && known < id->seq.value && !head.compare_exchange_weak(known, id->seq.value)) { }
        }
    }
};

QTEST_GUILESS_MAIN(TestReconnecting)
#include "tst_reconnecting.moc"
