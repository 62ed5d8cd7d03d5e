// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hubs on one real Redis: an event crosses, replays anywhere, once and in order; keys, foreign events, subscriptions that follow
// the clients; Redis that comes late, is emptied, wants a password.

#include "bus/redishub.h"
#include "bus/redisprocess.h"

#include <QDir>

using namespace pushscope;
using namespace std::chrono_literals;

class TestRedisHubs : public QObject
{
    Q_OBJECT

    std::unique_ptr<RedisProcess> m_redis;

    [[nodiscard]] static QByteArray idOf(const HttpAnswer &answer)
    {
        return parsed(answer).value(QLatin1String("id")).toString().toUtf8();
    }
    [[nodiscard]] static QByteArray toGus(const QByteArray &data) { return "{\"to\":\"user:gus\",\"data\":\"" + data + "\"}"; }
    [[nodiscard]] static bool copyFolder(const QString &from, const QString &to)
    {
        QDir().mkpath(to);
        const QStringList names = QDir(from).entryList(QDir::Files);
        return !names.isEmpty() && std::all_of(names.begin(), names.end(), [&](const QString &name) {
            return QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name);
        });
    }
    [[nodiscard]] QByteArray subscribers(const QByteArray &channel) { return m_redis->command({"PUBSUB", "NUMSUB", channel}); }

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisProcess>();
        m_redis->start();
    }

    void crossesAndReplays()
    {
        RedisHub a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        RedisStream alice;
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
        RedisStream again;
        QVERIFY(again.open(b, "alice", "&room=r&lastEventId=" + id));
        QVERIFY(again.isGreeted());
        QVERIFY(!again.all.contains("from b") && !again.all.contains("hub.gap"));
        QCOMPARE(again.all.count("thrice"), 1);
        QVERIFY(again.all.indexOf("thrice") < again.all.indexOf("last"));
    }

    void aLiveOnlyClientGetsNothingOld()
    {
        RedisHub a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(a.publish(R"({"to":"user:carol","data":"old"})").status, 200);
            RedisStream carol;
            QVERIFY(carol.open(b, "carol"));
            QVERIFY(carol.isGreeted());
            QCOMPARE(a.publish(R"({"to":"user:carol","data":"new"})").status, 200);
            QVERIFY(!carol.until("data: \"new\"").isEmpty());
            QVERIFY2(!carol.all.contains("old"), carol.all.constData());
        }
    }

    void aKeyCountsOnAllHubs()
    {
        RedisHub a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        const QByteArray json = R"({"to":"*","key":"order-1"})";
        const QJsonObject first = parsed(a.publish(json)), again = parsed(b.publish(json));
        QCOMPARE(again.value(QLatin1String("id")), first.value(QLatin1String("id")));
        QVERIFY(again.value(QLatin1String("duplicate")).toBool());
        QVERIFY(!first.contains(QLatin1String("duplicate")));
    }

    void aBatchIsAnsweredInOrder()
    {
        RedisHub a(onRedis(m_redis->url()));
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
        RedisHub a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        QVERIFY(subscribers("user:dora").endsWith(":0\r\n"));
        {
            RedisStream one, two, three;
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
        RedisHub a(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady());
        RedisStream bob;
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
        RedisHub a(onRedis(m_redis->url())), b(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady() && b.isReady());
        RedisStream here, there;
        QVERIFY(here.open(a, "eve", "&room=r") && here.isGreeted());
        QVERIFY(there.open(b, "eve", "&room=r") && there.isGreeted());
        QVERIFY(parsed(a.publish(R"({"to":["user:eve","room:r"],"type":"t","data":"soft","ephemeral":true})"))
                    .value(QLatin1String("id"))
                    .isNull());
        QCOMPARE(a.publish(R"({"to":"user:eve","data":"end"})").status, 200);
        for (RedisStream *stream : {&here, &there}) {
            QVERIFY(!stream->until("\"end\"").isEmpty());
            QCOMPARE(stream->all.count("\"soft\""), 1);
        }
    }

    void whatIsTrimmedIsToldAsAGap()
    {
        ServerConfig config = onRedis(m_redis->url());
        config.retention.events = 3;
        RedisHub a(config);
        QTRY_VERIFY(a.isReady());
        QByteArray first;
        for (int i = 0; i < 5; ++i) {
            const QByteArray id = parsed(a.publish(R"({"to":"user:gus"})")).value(QLatin1String("id")).toString().toUtf8();
            first = i == 0 ? id : first;
        }
        RedisStream gus, other;
        QVERIFY(gus.open(a, "gus", "&lastEventId=" + first) && gus.isGreeted());
        QVERIFY2(gus.all.contains("event: hub.gap") && gus.all.contains("\"reason\":\"evicted\""), gus.all.constData());
        QCOMPARE(gus.all.count("event: message"), 3);
        QVERIFY(other.open(a, "someone", "&lastEventId=" + first) && other.isGreeted());
        QVERIFY(!other.all.contains("hub.gap")); // nothing of his is gone
    }

    // The octets count for each channel: what is gone of one says nothing of another.
    void octetsAreKeptForEachChannel()
    {
        ServerConfig config = onRedis(m_redis->url());
        config.retention.bytes = 20'000;
        RedisHub a(config);
        QTRY_VERIFY(a.isReady());
        const QByteArray data(6'000, 'x');
        QList<QByteArray> ids;
        for (int i = 0; i < 6; ++i)
            ids += idOf(a.publish(toGus(data)));
        QCOMPARE(m_redis->command({"XLEN", "pushscope:log:user:gus"}), QByteArray(":3\r\n"));
        RedisStream gus, late, other;
        QVERIFY(gus.open(a, "gus", "&lastEventId=" + ids[0]) && gus.isGreeted());
        QVERIFY(gus.all.contains("\"reason\":\"evicted\""));
        QCOMPARE(gus.all.count("event: message"), 3);
        QVERIFY(late.open(a, "gus", "&lastEventId=" + ids[2]) && late.isGreeted());
        QVERIFY(!late.all.contains("hub.gap"));
        QCOMPARE(late.all.count("event: message"), 3);
        QVERIFY(other.open(a, "someone", "&lastEventId=" + ids[0]) && other.isGreeted());
        QVERIFY(!other.all.contains("hub.gap"));
        // One that is larger than all that is kept is kept alone.
        (void)a.publish(toGus(QByteArray(30'000, 'y')));
        QCOMPARE(m_redis->command({"XLEN", "pushscope:log:user:gus"}), QByteArray(":1\r\n"));
    }

    void whatIsTooOldIsToldAsAGap()
    {
        ServerConfig config = onRedis(m_redis->url());
        config.retention.age = 1s;
        RedisHub a(config);
        QTRY_VERIFY(a.isReady());
        const QByteArray first = idOf(a.publish(R"({"to":"user:gus","data":"first"})"));
        QVERIFY(!idOf(a.publish(R"({"to":"user:gus","data":"second"})")).isEmpty());
        const auto isGone = [&] {
            RedisStream gus;
            return gus.open(a, "gus", "&lastEventId=" + first) && gus.isGreeted() && gus.all.contains("\"reason\":\"evicted\"")
                && !gus.all.contains("\"second\"");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isGone(), 60'000);
        const QByteArray last = idOf(a.publish(R"({"to":"user:gus","data":"last"})"));
        RedisStream gus;
        QVERIFY(gus.open(a, "gus", "&lastEventId=" + last) && gus.isGreeted());
        QVERIFY(!gus.all.contains("hub.gap"));
    }

    // Somebody's SCRIPT FLUSH: nobody notices but the log.
    void forgottenScriptsComeBack()
    {
        ServerConfig config = onRedis(m_redis->url());
        config.redisWaits = true;
        RedisHub a(config);
        QTRY_VERIFY(a.isReady());
        RedisStream kim;
        QVERIFY(kim.open(a, "kim") && kim.isGreeted());
        for (int i = 0; i < 5; ++i) {
            (void)m_redis->command({"SCRIPT", "FLUSH"});
            QCOMPARE(a.publish("{\"to\":\"user:kim\",\"data\":\"n" + QByteArray::number(i) + "\"}").status, 200);
        }
        QVERIFY(!kim.until("\"n4\"").isEmpty());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(kim.all.count("\"n" + QByteArray::number(i) + '"'), 1);
        QVERIFY(!kim.all.contains("hub.gap"));
    }

    // Redis comes back with the file of an earlier time: the ids after it would be given twice.
    void aLostTailIsANewEpoch()
    {
        RedisHub a(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady());
        RedisStream lea;
        QVERIFY(lea.open(a, "lea") && lea.isGreeted());
        const QByteArray kept = idOf(a.publish(R"({"to":"user:lea","data":"kept"})"));
        QVERIFY(!lea.until("\"kept\"").isEmpty());
        m_redis->kill();
        const QString backup = m_redis->folder() + QStringLiteral("/backup");
        const QString files = m_redis->folder() + QStringLiteral("/appendonlydir");
        QVERIFY(copyFolder(files, backup));
        m_redis->start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isReady(), 60'000);
        const QByteArray torn = idOf(a.publish(R"({"to":"user:lea","data":"torn off"})"));
        QVERIFY(!lea.until("\"torn off\"").isEmpty());
        m_redis->kill();
        QVERIFY(QDir(files).removeRecursively() && copyFolder(backup, files));
        m_redis->start();
        QVERIFY(!lea.until("\"reason\":\"epoch\"").isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(a.isReady(), 60'000);
        const QByteArray next = idOf(a.publish(R"({"to":"user:lea","data":"next"})"));
        QVERIFY(!lea.until("\"next\"").isEmpty());
        QVERIFY(next != torn && next.left(next.indexOf('-')) != kept.left(kept.indexOf('-')));
    }

    void anEmptiedRedisIsToldToEveryone()
    {
        RedisHub a(onRedis(m_redis->url()));
        QTRY_VERIFY(a.isReady());
        QCOMPARE(a.publish(R"({"to":"*"})").status, 200);
        RedisStream hal;
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
        RedisHub zero(onRedis(m_redis->url() + "/0")), seven(onRedis(m_redis->url() + "/7"));
        QTRY_VERIFY(zero.isReady() && seven.isReady());
        RedisStream ida;
        QVERIFY(ida.open(seven, "ida") && ida.isGreeted());
        QCOMPARE(zero.publish(R"({"to":"*","data":"of zero"})").status, 200);
        QCOMPARE(seven.publish(R"({"to":"*","data":"of seven"})").status, 200);
        QVERIFY(!ida.until("of seven").isEmpty());
        QVERIFY(!ida.all.contains("of zero"));
    }

    void aHubStartsWithoutRedis()
    {
        m_redis->kill();
        RedisHub a(onRedis(m_redis->url()));
        QCOMPARE(a.ask("GET", "/healthz").status, 200);
        QCOMPARE(a.ask("GET", "/readyz").status, 503);
        QCOMPARE(a.publish(R"({"to":"*"})").status, 503);
        QVERIFY(!a.bus().value(QLatin1String("connected")).toBool());
        RedisStream jan; // comes before Redis does
        QVERIFY(jan.open(a, "jan"));
        m_redis->start();
        QTRY_VERIFY_WITH_TIMEOUT(a.isReady(), 30'000);
        QVERIFY(jan.isGreeted());
        QCOMPARE(a.publish(R"({"to":"*","data":"at last"})").status, 200);
        QVERIFY(!jan.until("at last").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRedisHubs)
#include "tst_redishubs.moc"
