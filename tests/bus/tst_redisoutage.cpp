// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hubs on one Redis under load, while Redis is killed and restarted, frozen, cut off, or a hub is killed: every client of every
// protocol gets each event once and in order, and nothing that was acknowledged is missing.

#include "bus/hubchild.h"
#include "bus/redisprocess.h"
#include "protocol/jsonslice.h"
#include "server/eventclient.h"
#include "server/hubfixture.h"
#include "support/tcpproxy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <future>
#include <mutex>
#include <set>
#include <thread>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

constexpr auto Protocols = {EventClient::Protocol::Sse, EventClient::Protocol::WebSocket, EventClient::Protocol::Poll};

// Publishers and clients on all hubs. All events go to one room, so that every client must get every seq.
class Load
{
public:
    Load(const std::vector<quint16> &ports, const QByteArray &token)
        : m_ports(ports)
        , m_token(token)
    {
        for (std::size_t i = 0; i < m_ports.size(); ++i) {
            m_publishers.emplace_back([this, i] { publish(m_ports[i], int(i)); });
            for (const EventClient::Protocol protocol : Protocols) {
                m_clients.push_back(std::make_unique<EventClient>(protocol, m_ports[i], "token=" + token + "&room=r"));
                m_readers.emplace_back([this, client = m_clients.back().get(), i] { listen(*client, unsigned(i)); });
            }
        }
    }
    ~Load() { finish(); }

    // No more is published; the clients read what there is. The head is what Redis says then: a publish that was given up may
    // still be on its way, but not behind a later one of the same hub.
    void stopPublishing()
    {
        if (m_stopPublishing.exchange(true))
            return;
        for (std::thread &thread : m_publishers)
            thread.join();
        for (std::size_t i = 0; i < m_ports.size(); ++i) {
            RawSocket socket;
            while (!m_giveUp && !publishOne(socket, m_ports[i], int(i), -1))
                std::this_thread::sleep_for(5ms);
        }
    }
    void setHead(quint64 head)
    {
        m_head = head;
        m_stop = true;
    }
    // Whether every client has come to the head.
    [[nodiscard]] bool isComplete() const { return m_done == m_readers.size(); }
    void finish()
    {
        m_giveUp = true;
        stopPublishing();
        m_stop = true;
        for (std::thread &thread : m_readers) {
            if (thread.joinable())
                thread.join();
        }
    }

    [[nodiscard]] const std::vector<std::unique_ptr<EventClient>> &clients() const { return m_clients; }
    [[nodiscard]] std::vector<quint64> acknowledged()
    {
        const std::lock_guard lock(m_mutex);
        return m_acknowledged;
    }
    std::atomic<quint64> answered = 0, refused = 0;

private:
    void publish(quint16 port, int publisher)
    {
        RawSocket socket;
        for (int n = 0; !m_stopPublishing; ++n) {
            if (!publishOne(socket, port, publisher, n))
                std::this_thread::sleep_for(5ms);
        }
    }
    [[nodiscard]] bool publishOne(RawSocket &socket, quint16 port, int publisher, int n)
    {
        if (!socket.isOpen() && !socket.connectTo(port))
            return false; // its hub is gone
        const HttpAnswer answer
            = exchange(socket, "POST", "/api/publish",
                       "{\"to\":\"room:r\",\"data\":[" + QByteArray::number(publisher) + ',' + QByteArray::number(n) + "]}",
                       "Authorization: Bearer " + m_token + "\r\n");
        if (answer.status == 0)
            socket.close();
        if (answer.status != 200) {
            ++refused;
            return false;
        }
        ++answered;
        const QByteArray id = QJsonDocument::fromJson(answer.body).object().value(QLatin1String("id")).toString().toLatin1();
        const std::lock_guard lock(m_mutex);
        m_acknowledged.push_back(id.mid(id.indexOf('-') + 1).toULongLong());
        return true;
    }
    void listen(EventClient &client, unsigned seed)
    {
        std::mt19937 random(seed);
        while (!m_giveUp && !(m_stop && client.isComplete(m_head)))
            client.session(int(200 + random() % 2000), m_stop, m_head);
        if (client.isComplete(m_head))
            ++m_done;
    }

    const std::vector<quint16> m_ports;
    const QByteArray m_token;
    std::atomic<bool> m_stopPublishing = false, m_stop = false, m_giveUp = false;
    std::atomic<quint64> m_head = ~quint64(0);
    std::atomic<std::size_t> m_done = 0;
    std::mutex m_mutex;
    std::vector<quint64> m_acknowledged;
    std::vector<std::unique_ptr<EventClient>> m_clients;
    std::vector<std::thread> m_publishers, m_readers;
};

quint64 headOf(const RedisProcess &redis)
{
    const QByteArray reply = redis.command({"GET", "pushscope:seq"});
    const qsizetype line = reply.indexOf("\r\n");
    return reply.mid(line + 2).trimmed().toULongLong();
}

int statusOf(quint16 port, const QByteArray &path)
{
    RawSocket socket;
    return socket.connectTo(port) ? exchange(socket, "GET", path).status : 0;
}

} // namespace

class TestRedisOutage : public QObject
{
    Q_OBJECT

    // Ends the load and looks at what everybody got.
    void verify(Load &load, const RedisProcess &redis)
    {
        auto stopping = std::async(std::launch::async, [&load] { load.stopPublishing(); });
        while (stopping.wait_for(0ms) != std::future_status::ready)
            QTest::qWait(5); // the proxy, which the last answers pass, lives on this thread
        const quint64 head = headOf(redis);
        QVERIFY(head > 0);
        load.setHead(head);
        QTRY_VERIFY_WITH_TIMEOUT(load.isComplete(), 120'000);
        load.finish();
        for (const auto &client : load.clients()) {
            QVERIFY2(client->missing == 0 && client->repeated == 0, client->firstTrouble.constData());
            QCOMPARE(client->received, head);
        }
        std::vector<quint64> ids = load.acknowledged();
        QCOMPARE(std::set<quint64>(ids.begin(), ids.end()).size(), ids.size());
        QVERIFY(!ids.empty() && *std::max_element(ids.begin(), ids.end()) <= head);
        qInfo() << "acknowledged" << ids.size() << "refused" << load.refused.load() << "head" << head << "clients"
                << load.clients().size();
    }

private Q_SLOTS:
    void everythingOnceAndInOrder_data()
    {
        QTest::addColumn<int>("hubs");
        QTest::addColumn<QByteArray>("trouble");
        QTest::addColumn<bool>("waits");
        QTest::newRow("two hubs") << 2 << QByteArray("none") << false;
        QTest::newRow("four hubs") << 4 << QByteArray("none") << false;
        QTest::newRow("Redis killed") << 2 << QByteArray("kill") << false;
        QTest::newRow("Redis killed, publishers wait") << 2 << QByteArray("kill") << true;
        QTest::newRow("Redis frozen") << 2 << QByteArray("freeze") << false;
        QTest::newRow("network reset") << 2 << QByteArray("cut") << false;
        QTest::newRow("network reset, publishers wait") << 2 << QByteArray("cut") << true;
        QTest::newRow("network silent") << 2 << QByteArray("silence") << false;
        QTest::newRow("a hub killed") << 2 << QByteArray("hub") << false; // a third one
    }
    void everythingOnceAndInOrder()
    {
        QFETCH(const int, hubs);
        QFETCH(const QByteArray, trouble);
        QFETCH(const bool, waits);
        RedisProcess redis;
        redis.start();
        TcpProxy proxy(redis.port());
        std::vector<std::unique_ptr<HubFixture>> fixtures;
        std::vector<quint16> ports;
        for (int i = 0; i < hubs; ++i) {
            ServerConfig config;
            config.redis = redis.url(i == 0 ? proxy.port() : 0); // the network breaks for the first
            config.redisWaits = waits;
            fixtures.push_back(std::make_unique<HubFixture>(config));
            ports.push_back(fixtures.back()->port());
            // Before it knows Redis a hub has no epoch to give ids of, and refuses in either way.
            QTRY_COMPARE_WITH_TIMEOUT(statusOf(ports.back(), "/readyz"), 200, 60'000);
        }
        std::unique_ptr<HubChild> child;
        if (trouble == "hub") {
            child = std::make_unique<HubChild>(redis.url());
            ports.push_back(child->port());
            QTRY_COMPARE_WITH_TIMEOUT(statusOf(child->port(), "/readyz"), 200, 60'000);
        }
        Load load(ports, fixtures.front()->token("p"));
        QTRY_VERIFY_WITH_TIMEOUT(load.answered > 200, 60'000);
        for (int round = 0; round < 3 && trouble != "none"; ++round) {
            const quint64 before = load.answered;
            if (trouble == "kill") {
                redis.kill();
                QTest::qWait(round * 150);
                redis.start();
            } else if (trouble == "freeze") {
                redis.freeze();
                QTest::qWait(round == 2 ? 6'000 : 500); // the last is longer than the hubs wait for an answer
                redis.thaw();
            } else if (trouble == "hub") {
                child->kill();
                QTest::qWait(round * 150);
                child->start();
            } else if (trouble == "cut") {
                proxy.setRefusing(round == 1);
                proxy.cutAll(true);
                QTest::qWait(300);
                proxy.setRefusing(false);
            } else {
                proxy.setBlackhole(true);
                QTest::qWait(round == 2 ? 6'000 : 300);
                proxy.setBlackhole(false);
            }
            QTRY_VERIFY_WITH_TIMEOUT(load.answered > before + 100, 60'000);
        }
        verify(load, redis);
        if (waits)
            QCOMPARE(load.refused.load(), quint64(0));
    }
};

QTEST_GUILESS_MAIN(TestRedisOutage)
#include "tst_redisoutage.moc"
