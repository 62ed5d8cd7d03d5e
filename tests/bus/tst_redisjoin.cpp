// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A hub joins with what it asks over one connection and what it hears over another. What is heard before the answer comes must
// not be lost: here the answer is held back while an event is published.

#include "bus/redishub.h"
#include "bus/redisprocess.h"
#include "bus/redisscripts.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace pushscope;

namespace {

// Passes everything on between a hub and a Redis, but holds back what Redis answers after a look.
class LookHolder : public QObject
{
public:
    explicit LookHolder(quint16 redis)
        : m_redis(redis)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no free port");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *hub = m_server.nextPendingConnection())
                join(hub);
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void cutAll()
    {
        const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->abort();
    }
    void armed(bool on) { m_armed = on; }
    [[nodiscard]] int holds() const { return m_holds; } // how often it began to hold
    [[nodiscard]] bool hasPassed(const QByteArray &text) const { return m_passed.contains(text); }
    void release()
    {
        m_armed = false;
        QTcpSocket *redis = std::exchange(m_held, nullptr);
        Q_EMIT redis->readyRead();
    }

private:
    void hold(QTcpSocket *redis)
    {
        m_held = redis;
        ++m_holds;
    }
    void join(QTcpSocket *hub)
    {
        auto *redis = new QTcpSocket(this);
        hub->setParent(this);
        redis->connectToHost(QStringLiteral("127.0.0.1"), m_redis);
        connect(hub, &QTcpSocket::readyRead, redis, [this, hub, redis] {
            const QByteArray octets = hub->readAll();
            if (m_armed && octets.contains(RedisScripts::all().look.sha()))
                hold(redis);
            redis->write(octets);
        });
        connect(redis, &QTcpSocket::readyRead, hub, [this, hub, redis] {
            if (redis == m_held)
                return;
            const QByteArray octets = redis->readAll();
            m_passed += octets;
            hub->write(octets);
        });
        connect(redis, &QTcpSocket::disconnected, hub, &QTcpSocket::abort);
        connect(hub, &QTcpSocket::disconnected, redis, &QTcpSocket::abort);
    }

    QTcpServer m_server;
    const quint16 m_redis;
    bool m_armed = false;
    int m_holds = 0;
    QTcpSocket *m_held = nullptr;
    QByteArray m_passed;
};

} // namespace

class TestRedisJoin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHeardBeforeTheAnswerIsNotLost()
    {
        RedisProcess redis;
        redis.start();
        LookHolder path(redis.port());
        RedisHub near(onRedis(redis.url())), far(onRedis(redis.url(path.port())));
        QTRY_VERIFY_WITH_TIMEOUT(near.isReady() && far.isReady(), 60'000);
        RedisStream ann;
        const auto hasCome = [&ann](QByteArrayView text) { // without blocking: the path lives on this thread
            ann.all += ann.socket.receive(0ms);
            return ann.all.contains(text);
        };
        QVERIFY(ann.open(far, "ann"));
        QTRY_VERIFY_WITH_TIMEOUT(hasCome(": ping"), 60'000);
        path.armed(true);
        path.cutAll();
        QTRY_VERIFY_WITH_TIMEOUT(path.holds() > 0, 60'000);
        const int holds = path.holds();
        QCOMPARE(near.publish(R"({"to":"user:ann","data":"while it joins"})").status, 200);
        // A hub that has waited too long begins anew: then it has nothing to lose here.
        QTRY_VERIFY_WITH_TIMEOUT(path.hasPassed("while it joins") || path.holds() > holds, 60'000);
        path.release();
        QTRY_VERIFY_WITH_TIMEOUT(far.isReady(), 60'000);
        QCOMPARE(near.publish(R"({"to":"user:ann","data":"afterwards"})").status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(hasCome("\"afterwards\""), 60'000);
        QCOMPARE(ann.all.count("\"while it joins\""), 1);
        QVERIFY(ann.all.indexOf("while it joins") < ann.all.indexOf("afterwards"));
    }
};

QTEST_GUILESS_MAIN(TestRedisJoin)
#include "tst_redisjoin.moc"
