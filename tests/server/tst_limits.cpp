// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Limits of a whole hub: who is turned away, with which answer, and that there is room again afterwards.
#include "endpoints/admission.h"
#include "hub/hubobserver.h"
#include "memoryguard.h"
#include "server/hubfixture.h"
#include "support/fakeclock.h"

#include <QTcpSocket>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

// One HTTP connection, as raw octets.
class Client
{
public:
    explicit Client(const HubFixture &hub) { m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), hub.port()); }
    void get(const QByteArray &target, const QByteArray &fields = {})
    {
        m_socket.write("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
    }
    void post(const QByteArray &token, const QByteArray &body, const QByteArray &type = "application/json")
    {
        m_socket.write("POST /api/publish HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Type: "
                       + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    void send(const QByteArray &octets) { m_socket.write(octets); }
    [[nodiscard]] bool gets(const QByteArray &text)
    {
        return QTest::qWaitFor(
            [&] {
                m_received += m_socket.readAll();
                return m_received.contains(text);
            },
            30'000);
    }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    void forget() { m_received.clear(); }
    void close() { m_socket.close(); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

const QByteArray Upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

QByteArray metric(const HubFixture &hub, const QByteArray &name)
{
    Client client(hub);
    client.get("/metrics", "Authorization: Bearer " + hub.token("admin", true) + "\r\n");
    if (!client.gets("pushscope_memory_limit_bytes "))
        return "no metrics: " + client.received();
    const qsizetype at = client.received().indexOf('\n' + name + ' ') + name.size() + 2;
    return client.received().mid(at, client.received().indexOf('\n', at) - at);
}

ServerConfig limited(quint64 ServerConfig::*limit, quint64 value)
{
    ServerConfig config;
    config.*limit = value;
    return config;
}

// A text frame with a mask of zeros.
QByteArray frame(const QByteArray &text)
{
    return QByteArray("\x81") + char(0x80 | text.size()) + QByteArray(4, '\0') + text;
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The same for each limit and protocol: the second is turned away in its protocol's way, and has room when the first left.
    void oneTooMany_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("denied");
        QTest::addColumn<QByteArray>("metric");
        const char *metrics[] = {"pushscope_over_max_connections_total", "pushscope_over_max_per_user_total",
                                 "pushscope_over_max_per_address_total"};
        const char *options[] = {"--max-connections", "--max-per-user", "--max-per-address"};
        for (int limit = 0; limit < 3; ++limit) {
            const QByteArray status = limit == 0 ? "HTTP/1.1 503 " : "HTTP/1.1 429 ";
            // An EventSource that gets anything but 200 never comes back.
            QTest::addRow("SSE, %s", options[limit])
                << limit << QByteArray("/api/events") << QByteArray() << QByteArray("retry: ") << QByteArray(metrics[limit]);
            QTest::addRow("WebSocket, %s", options[limit])
                << limit << QByteArray("/ws") << Upgrade << QByteArray("\x03\xf5the hub has", 2 + (limit == 0 ? 11 : 0))
                << QByteArray(metrics[limit]); // 1013
            QTest::addRow("long poll, %s", options[limit])
                << limit << QByteArray("/api/poll") << QByteArray() << status << QByteArray(metrics[limit]);
        }
    }
    void oneTooMany()
    {
        QFETCH(int, limit);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, denied);
        QFETCH(QByteArray, metric);
        quint64 ServerConfig::*const members[]
            = {&ServerConfig::maxConnections, &ServerConfig::maxPerUser, &ServerConfig::maxPerAddress};
        HubFixture hub(limited(members[limit], 1));
        const QByteArray query = "?token=" + hub.token("alice");
        Client first(hub);
        first.get("/api/events" + query);
        QVERIFY(first.gets(": ping"));
        Client second(hub);
        second.get(path + query, fields);
        QVERIFY2(second.gets(denied), second.received());
        QVERIFY2(!second.received().contains("hub.welcome"), second.received());
        if (path == "/api/events")
            QVERIFY2(second.received().startsWith("HTTP/1.1 200 "), second.received());
        if (path == "/api/poll")
            QVERIFY2(second.gets("retry-after: 1") && second.gets("application/problem+json"), second.received());
        QCOMPARE(::metric(hub, metric), QByteArray("1"));
        first.close();
        QVERIFY(QTest::qWaitFor(
            [&] {
                Client again(hub);
                again.get("/api/events" + query);
                return again.gets("\n\n") && again.received().contains("hub.welcome");
            },
            30'000));
    }

    void othersAreNotConcerned()
    {
        HubFixture hub(limited(&ServerConfig::maxPerUser, 1));
        Client alice(hub), bob(hub);
        alice.get("/api/events?token=" + hub.token("alice"));
        QVERIFY(alice.gets(": ping"));
        bob.get("/api/events?token=" + hub.token("bob"));
        QVERIFY(bob.gets(": ping"));
    }

    // A poller that is answered has no poll that waits: it may ask again and again.
    void aPollerMayAskAgain()
    {
        HubFixture hub(limited(&ServerConfig::maxPerUser, 1));
        Client client(hub);
        for (int i = 0; i < 3; ++i) {
            client.forget();
            client.get("/api/poll?timeout=0&clientId=p&token=" + hub.token("alice"));
            QVERIFY2(client.gets("\"events\":[]"), client.received());
        }
    }

    void publishingIsBoundedByToken()
    {
        ServerConfig config;
        config.publishRate = 3;
        HubFixture hub(config);
        Client client(hub);
        const QByteArray line = R"({"to":"user:x"})"
                                "\n";
        client.post(hub.token("alice"), line.repeated(20), "application/x-ndjson");
        QVERIFY(client.gets("]}"));
        QVERIFY2(client.received().startsWith("HTTP/1.1 207 "), client.received());
        QVERIFY(client.received().contains("{\"id\":")); // the first ones
        QVERIFY2(client.received().contains("\"status\":429"), client.received());
        Client other(hub);
        other.post(hub.token("bob"), line);
        QVERIFY2(other.gets("HTTP/1.1 200 "), other.received());
        QVERIFY(::metric(hub, "pushscope_over_publish_rate_total").toInt() > 0);
    }

    void aWebSocketIsToldTheSame()
    {
        ServerConfig config;
        config.publishRate = 1;
        HubFixture hub(config);
        Client client(hub);
        client.get("/ws?token=" + hub.token("alice"), Upgrade);
        QVERIFY(client.gets("hub.welcome"));
        for (int i = 0; i < 5; ++i)
            client.send(frame(R"({"type":"publish","payload":{"to":"user:x"},"ref":"r"})"));
        QVERIFY2(client.gets("rate-limited"), client.received());
        QVERIFY(client.gets("hub.ack"));
    }

    void withoutMemoryNothingIsPublished()
    {
        const QByteArray ballast(32 * 1024 * 1024, 'x');
        ServerConfig config;
        config.memoryLimit = 16 * 1024 * 1024; // less than the process has already
        HubFixture hub(config);
        if (MemoryGuard::used() == 0)
            QSKIP("the memory of the process is not known here");
        QVERIFY(QTest::qWaitFor(
            [&] {
                Client client(hub);
                client.post(hub.token("alice"), R"({"to":"user:x"})");
                return client.gets("\r\n\r\n") && client.received().startsWith("HTTP/1.1 503 ")
                    && client.received().contains("short of memory");
            },
            30'000));
        QVERIFY(::metric(hub, "pushscope_refused_for_memory_total").toInt() > 0);
    }

    void theGuardHasLevelsThatDoNotFlutter()
    {
        qint64 used = 0;
        MemoryGuard guard(1000, [&] { return used; });
        using Level = MemoryGuard::Level;
        const auto at = [&](qint64 octets) {
            used = octets;
            return guard.check();
        };
        QCOMPARE(at(840), Level::Calm);
        QCOMPARE(at(860), Level::Shedding);
        QCOMPARE(at(820), Level::Shedding);
        QCOMPARE(at(790), Level::Calm);
        QCOMPARE(at(960), Level::Full);
        QCOMPARE(at(920), Level::Full);
        QCOMPARE(at(890), Level::Shedding);
        QCOMPARE(at(0), Level::Calm);
    }

    void aTokenThatRestsMayPublishAgain()
    {
        FakeClock clock;
        Admission admission({0, 0, 0, 2}, clock);
        QVERIFY(!admission.publish(7));
        QVERIFY(!admission.publish(7));
        for (int i = 0; i < 10; ++i)
            QCOMPARE(admission.publish(7)->status, 429);
        clock.advance(500ms);
        QVERIFY(!admission.publish(7)); // what was refused was not counted against it
        QVERIFY(admission.publish(7));
        QCOMPARE(admission.counts().overRate, 11u);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
