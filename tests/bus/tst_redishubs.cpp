// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hubs on one real Redis: an event crosses, replays anywhere, once and in order; keys, foreign events, subscriptions that follow
// the clients; Redis that comes late, is emptied, wants a password.

#include "bus/redisprocess.h"
#include "server/hubfixture.h"
#include "support/rawsocket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

ServerConfig onRedis(const QByteArray &url)
{
    ServerConfig config;
    config.redis = url;
    return config;
}

QJsonObject parsed(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

struct Hub2 : HubFixture {
    using HubFixture::HubFixture;

    HttpAnswer ask(QByteArrayView method, const QByteArray &target, const QByteArray &body = {}, const QByteArray &user = "admin")
    {
        RawSocket socket;
        if (!socket.connectTo(port()))
            return {};
        return exchange(socket, method, target, body, "Authorization: Bearer " + token(user, true) + "\r\n");
    }
    HttpAnswer publish(const QByteArray &json) { return ask("POST", "/api/publish", json); }
    [[nodiscard]] QJsonObject bus() { return parsed(ask("GET", "/api/hub")).value(QLatin1String("bus")).toObject(); }
    [[nodiscard]] bool isReady() { return ask("GET", "/readyz").status == 200; }
    [[nodiscard]] quint64 metric(const QByteArray &name)
    {
        const QByteArray text = '\n' + ask("GET", "/metrics").body;
        const qsizetype at = text.indexOf('\n' + name + ' ');
        return at < 0 ? ~quint64(0)
                      : text.mid(at + name.size() + 2, text.indexOf('\n', at + 1) - at - name.size() - 2).toULongLong();
    }
};

// An event stream that is read by hand.
struct Stream {
    RawSocket socket;
    QByteArray all;

    bool open(Hub2 &hub, const QByteArray &user, const QByteArray &query = {})
    {
        return socket.connectTo(hub.port())
            && socket.send("GET /api/events?token=" + hub.token(user) + query + " HTTP/1.1\r\nHost: hub\r\n\r\n");
    }
    // Everything up to this text.
    QByteArray until(QByteArrayView text)
    {
        const QByteArray got = socket.receiveUntil(text, 20s);
        all += got;
        return got;
    }
    bool isGreeted() { return !until(": ping").isEmpty(); }
};

} // namespace

class TestRedisHubs : public QObject
{
    Q_OBJECT

    std::unique_ptr<RedisProcess> m_redis;

    [[nodiscard]] QByteArray subscribers(const QByteArray &channel) { return m_redis->command({"PUBSUB", "NUMSUB", channel}); }

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisProcess>();
        m_redis->start();
    }

    void crossesAndReplays()
    {
        Hub2 a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        Stream alice;
        QVERIFY(alice.open(a, "alice", "&room=r"));
        QVERIFY(alice.isGreeted());
        const HttpAnswer first = b.publish(R"({"to":"user:alice","data":"from b"})");
        QCOMPARE(first.status, 200);
        const QByteArray id = parsed(first).value(QLatin1String("id")).toString().toUtf8();
        QVERIFY(!alice.until("data: \"from b\"").isEmpty());
        QVERIFY(alice.all.contains("id: " + id + '\n'));
        // To several channels of hers: once; and the hub that has her counts her.
        const HttpAnswer second = a.publish(R"({"to":["user:alice","room:r","*"],"data":"thrice"})");
        QCOMPARE(parsed(second).value(QLatin1String("receivers")).toObject().value(QLatin1String("sse")).toInt(), 1);
        QCOMPARE(a.publish(R"({"to":"*","data":"last"})").status, 200);
        QVERIFY(!alice.until("data: \"last\"").isEmpty());
        QCOMPARE(alice.all.count("thrice"), 1);
        // Another hub has the history.
        Stream again;
        QVERIFY(again.open(b, "alice", "&room=r&lastEventId=" + id));
        QVERIFY(again.isGreeted());
        QVERIFY(!again.all.contains("from b") && !again.all.contains("hub.gap"));
        QCOMPARE(again.all.count("thrice"), 1);
        QVERIFY(again.all.indexOf("thrice") < again.all.indexOf("last"));
    }

    void aLiveOnlyClientGetsNothingOld()
    {
        Hub2 a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(a.publish(R"({"to":"user:carol","data":"old"})").status, 200);
            Stream carol;
            QVERIFY(carol.open(b, "carol"));
            QVERIFY(carol.isGreeted());
            QCOMPARE(a.publish(R"({"to":"user:carol","data":"new"})").status, 200);
            QVERIFY(!carol.until("data: \"new\"").isEmpty());
            QVERIFY2(!carol.all.contains("old"), carol.all.constData());
        }
    }

    void aKeyCountsOnAllHubs()
    {
        Hub2 a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        const QByteArray json = R"({"to":"*","key":"order-1"})";
        const QJsonObject first = parsed(a.publish(json)), again = parsed(b.publish(json));
        QCOMPARE(again.value(QLatin1String("id")), first.value(QLatin1String("id")));
        QVERIFY(again.value(QLatin1String("duplicate")).toBool());
        QVERIFY(!first.contains(QLatin1String("duplicate")));
    }

    void aBatchIsAnsweredInOrder()
    {
        Hub2 a(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady());
        RawSocket socket;
        QVERIFY(socket.connectTo(a.port()));
        const HttpAnswer answer
            = exchange(socket, "POST", "/api/publish", "{\"to\":\"*\"}\n{\"to\":\"nobody\"}\n{\"to\":\"*\"}\n",
                       "Content-Type: application/x-ndjson\r\nAuthorization: Bearer " + a.token("p") + "\r\n");
        QCOMPARE(answer.status, 207);
        const QJsonArray results = parsed(answer).value(QLatin1String("results")).toArray();
        QCOMPARE(results.size(), 3);
        QVERIFY(results[0].toObject().value(QLatin1String("id")).toString().endsWith(QLatin1String("-1")));
        QCOMPARE(results[1].toObject().value(QLatin1String("error")).toObject().value(QLatin1String("line")).toInt(), 2);
        QVERIFY(results[2].toObject().value(QLatin1String("id")).toString().endsWith(QLatin1String("-2")));
    }

    void subscriptionsFollowTheClients()
    {
        Hub2 a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        QVERIFY(subscribers("user:dora").endsWith(":0\r\n"));
        {
            Stream one, two, three;
            QVERIFY(one.open(a, "dora") && one.isGreeted());
            QVERIFY(two.open(a, "dora") && two.isGreeted());
            QVERIFY(subscribers("user:dora").endsWith(":1\r\n")); // counted within a hub
            QVERIFY(three.open(b, "dora") && three.isGreeted());
            QVERIFY(subscribers("user:dora").endsWith(":2\r\n"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(subscribers("user:dora").endsWith(":0\r\n"), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(a.bus().value(QLatin1String("hubs")).toInt(), 2, 20'000);
        QCOMPARE(a.bus().value(QLatin1String("kind")).toString(), QStringLiteral("redis"));
        QVERIFY(a.bus().value(QLatin1String("connected")).toBool());
    }

    void eventsFromOutsideAreHeard()
    {
        Hub2 a(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady());
        Stream bob;
        QVERIFY(bob.open(a, "bob") && bob.isGreeted());
        for (const char *payload : {R"({"type":"hub.gap","data":1})", "no json", R"({"data":1})", R"([1])"})
            (void)m_redis->command({"PUBLISH", "user:bob", payload});
        (void)m_redis->command({"PUBLISH", "user:bob", R"({"type":"note","data":{"n": 1.0}})"});
        QVERIFY(!bob.until("data: {\"n\": 1.0}\n").isEmpty());
        const qsizetype at = bob.all.indexOf("event: note");
        QVERIFY(at > 0 && !bob.all.mid(at).contains("id:") && !bob.all.contains("hub.gap"));
        QCOMPARE(a.metric("pushscope_bus_foreign_events_total"), quint64(1));
        QCOMPARE(a.metric("pushscope_bus_refused_events_total"), quint64(1));
        QCOMPARE(a.metric("pushscope_bus_malformed_messages_total"), quint64(3));
    }

    void ephemeralEventsCrossWithoutAnId()
    {
        Hub2 a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        Stream here, there;
        QVERIFY(here.open(a, "eve", "&room=r") && here.isGreeted());
        QVERIFY(there.open(b, "eve", "&room=r") && there.isGreeted());
        QVERIFY(parsed(a.publish(R"({"to":["user:eve","room:r"],"type":"t","data":"soft","ephemeral":true})"))
                    .value(QLatin1String("id"))
                    .isNull());
        QCOMPARE(a.publish(R"({"to":"user:eve","data":"end"})").status, 200);
        for (Stream *stream : {&here, &there}) {
            QVERIFY(!stream->until("\"end\"").isEmpty());
            QCOMPARE(stream->all.count("\"soft\""), 1);
        }
    }

    void whatIsTrimmedIsToldAsAGap()
    {
        ServerConfig config = onRedis(m_redis->url());
        config.retention.events = 3;
        Hub2 a(config);
        QTRY_VERIFY(a.isReady());
        QByteArray first;
        for (int i = 0; i < 5; ++i) {
            const QByteArray id = parsed(a.publish(R"({"to":"user:gus"})")).value(QLatin1String("id")).toString().toUtf8();
            first = i == 0 ? id : first;
        }
        Stream gus, other;
        QVERIFY(gus.open(a, "gus", "&lastEventId=" + first) && gus.isGreeted());
        QVERIFY2(gus.all.contains("event: hub.gap") && gus.all.contains("\"reason\":\"evicted\""), gus.all.constData());
        QCOMPARE(gus.all.count("event: message"), 3);
        QVERIFY(other.open(a, "someone", "&lastEventId=" + first) && other.isGreeted());
        QVERIFY(!other.all.contains("hub.gap")); // nothing of his is gone
    }

    void anEmptiedRedisIsToldToEveryone()
    {
        Hub2 a(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady());
        QCOMPARE(a.publish(R"({"to":"*"})").status, 200);
        Stream hal;
        QVERIFY(hal.open(a, "hal") && hal.isGreeted());
        (void)m_redis->command({"FLUSHALL"});
        QVERIFY(!hal.until("event: hub.gap").isEmpty());
        QVERIFY(!hal.until("\"reason\":\"epoch\"").isEmpty());
        QTRY_VERIFY(a.isReady());
        const HttpAnswer answer = a.publish(R"({"to":"*","data":"afterwards"})");
        QCOMPARE(answer.status, 200);
        QVERIFY(!hal.until("\"afterwards\"").isEmpty());
        QVERIFY(hal.all.contains("id: " + parsed(answer).value(QLatin1String("id")).toString().toUtf8()));
    }

    void databasesAreApart()
    {
        Hub2 zero(onRedis(m_redis->url() + "/0")), seven(onRedis(m_redis->url() + "/7"));
        QTRY_VERIFY(zero.isReady() && seven.isReady());
        Stream ida;
        QVERIFY(ida.open(seven, "ida") && ida.isGreeted());
        QCOMPARE(zero.publish(R"({"to":"*","data":"of zero"})").status, 200);
        QCOMPARE(seven.publish(R"({"to":"*","data":"of seven"})").status, 200);
        QVERIFY(!ida.until("of seven").isEmpty());
        QVERIFY(!ida.all.contains("of zero"));
    }

    void aHubStartsWithoutRedis()
    {
        m_redis->kill();
        Hub2 a(onRedis(m_redis->url()));
        QCOMPARE(a.ask("GET", "/healthz").status, 200);
        QCOMPARE(a.ask("GET", "/readyz").status, 503);
        QCOMPARE(a.publish(R"({"to":"*"})").status, 503);
        QVERIFY(!a.bus().value(QLatin1String("connected")).toBool());
        Stream jan; // comes before Redis does
        QVERIFY(jan.open(a, "jan"));
        m_redis->start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isReady(), 30'000);
        QVERIFY(jan.isGreeted());
        QCOMPARE(a.publish(R"({"to":"*","data":"at last"})").status, 200);
        QVERIFY(!jan.until("at last").isEmpty());
    }

    void aPasswordIsNeeded()
    {
        RedisProcess guarded({QStringLiteral("--requirepass"), QStringLiteral("open:sesame")});
        guarded.setPassword("open:sesame");
        guarded.start();
        const QByteArray host = "127.0.0.1:" + QByteArray::number(guarded.port());
        Hub2 stranger(onRedis("redis://" + host)), friendly(onRedis("redis://:open%3Asesame@" + host + "/2"));
        QTRY_VERIFY(friendly.isReady());
        QCOMPARE(friendly.publish(R"({"to":"*"})").status, 200);
        const HttpAnswer refused = stranger.publish(R"({"to":"*"})");
        QCOMPARE(refused.status, 503);
        QTRY_VERIFY(stranger.publish(R"({"to":"*"})").body.contains("NOAUTH"));
    }
};

QTEST_GUILESS_MAIN(TestRedisHubs)
#include "tst_redishubs.moc"
