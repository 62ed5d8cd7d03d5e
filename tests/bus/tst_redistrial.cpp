// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The trial of an address on a real Redis: what a hub could join is told with its version, what it could not with the reason.
#include "bus/redisprocess.h"
#include "redistrial.h"

#include <QFile>
#include <optional>

using namespace pushscope;

class TestRedisTrial : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 60'000; // ms, on a loaded machine

    // "Redis 7.0.15", or the reason.
    static QByteArray outcome(const QByteArray &url, Milliseconds timeout = Milliseconds(Patience))
    {
        RedisTrial trial(timeout);
        std::optional<QByteArray> said;
        trial.start(
            url, [&said](const Result<QByteArray> &version) { said = version ? "Redis " + *version : version.error().detail; });
        [&said] { QTRY_VERIFY_WITH_TIMEOUT(said, 2 * Patience); }();
        return said.value_or("nothing was told");
    }

private Q_SLOTS:
    // While a Redis is killed, no connection of anybody may be given its port, nor may another Redis.
    void itsPortStaysFree()
    {
        QFile range(QStringLiteral("/proc/sys/net/ipv4/ip_local_port_range"));
        const int first = range.open(QIODevice::ReadOnly) ? range.readAll().simplified().split(' ').first().toInt() : 32'768;
        const RedisProcess one, other;
        QVERIFY2(one.port() < first && other.port() < first, QByteArray::number(one.port()).constData());
        QVERIFY(one.port() != other.port());
    }

    void aHubCouldJoin()
    {
        RedisProcess redis;
        redis.start();
        const QByteArray said = outcome(redis.url());
        QVERIFY2(said.startsWith("Redis ") && said.count('.') == 2, said.constData());
        QVERIFY(redis.command({"DBSIZE"}).startsWith(":0")); // and left nothing
    }

    void itIsSaidWhyNot()
    {
        RedisProcess redis;
        redis.start();
        QVERIFY(redis.command({"ACL", "SETUSER", "deaf", "on", ">sesame", "~pushscope:*", "resetchannels", "+@all"})
                    .startsWith("+OK"));
        QVERIFY(redis.command({"ACL", "SETUSER", "blind", "on", ">sesame", "~other:*", "&*", "+@all"}).startsWith("+OK"));
        const QByteArray port = QByteArray::number(redis.port());
        const std::pair<QByteArray, QByteArray> cases[] = {
            {"redis://deaf:sesame@127.0.0.1:" + port, "NOPERM"},
            {"redis://blind:sesame@127.0.0.1:" + port, "NOPERM"},
            {"redis://deaf:mellon@127.0.0.1:" + port, "WRONGPASS"},
            {"redis://127.0.0.1:" + port + "/999", "refuses the database"},
            {"127.0.0.1:" + port, "redis://"},
        };
        for (const auto &[url, why] : cases) {
            const QByteArray said = outcome(url);
            QVERIFY2(said.contains(why), (url + ": " + said).constData());
            QVERIFY2(!said.contains("sesame") && !said.contains("mellon"), said.constData());
        }
        redis.kill();
        const QByteArray said = outcome(redis.url());
        QVERIFY2(said.contains("refused"), said.constData());
    }

    void aReplicaIsNotWrittenTo()
    {
        RedisProcess redis;
        redis.start();
        RedisProcess replica({QStringLiteral("--replicaof"), QStringLiteral("127.0.0.1"), QString::number(redis.port())});
        replica.start();
        const QByteArray said = outcome(replica.url());
        QVERIFY2(said.contains("replica"), said.constData());
    }

    void whatIsNoRedis()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray url = "redis://127.0.0.1:" + QByteArray::number(server.serverPort());
        QVERIFY(outcome(url, Milliseconds(200)).contains("no answer within 0.2 s")); // it listens, and is silent
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        const QByteArray said = outcome(url);
        QVERIFY2(said.contains("does not speak RESP"), said.constData());
    }

    void oneThatIsCancelledTellsNothing()
    {
        RedisTrial trial;
        bool told = false;
        trial.start("nowhere", [&told](const Result<QByteArray> &) { told = true; });
        QVERIFY(trial.isRunning());
        trial.cancel();
        std::optional<bool> second;
        trial.start("nowhere", [&second](const Result<QByteArray> &version) { second = version.has_value(); });
        QTRY_VERIFY(second);
        QVERIFY(!told && !*second && !trial.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestRedisTrial)
#include "tst_redistrial.moc"
