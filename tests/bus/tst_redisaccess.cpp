// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ways into a real Redis: a password, a user of its access lists, a database number, TLS with an authority of one's own; and that
// it is said why one is refused.

#include "bus/redishub.h"
#include "bus/redisprocess.h"
#include "transport/tlsfiles.h"

#include <QUrl>

using namespace pushscope;

class TestRedisAccess : public QObject
{
    Q_OBJECT

    // Publishes and hears, so that every command that a hub uses was allowed.
    static void works(RedisHub &hub)
    {
        QTRY_VERIFY_WITH_TIMEOUT(hub.isReady(), 30'000);
        RedisStream ann;
        QVERIFY(ann.open(hub, "ann") && ann.isGreeted());
        QCOMPARE(hub.publish(R"({"to":"user:ann","data":"heard"})").status, 200);
        QVERIFY(!ann.until("\"heard\"").isEmpty());
    }

private Q_SLOTS:
    void aPasswordIsNeeded()
    {
        RedisProcess guarded({QStringLiteral("--requirepass"), QStringLiteral("open:sesame")});
        guarded.setPassword("open:sesame");
        guarded.start();
        const QByteArray host = "127.0.0.1:" + QByteArray::number(guarded.port());
        RedisHub stranger(onRedis("redis://" + host)), friendly(onRedis("redis://:open%3Asesame@" + host + "/2"));
        QTRY_VERIFY(friendly.isReady());
        QCOMPARE(friendly.publish(R"({"to":"*"})").status, 200);
        const HttpAnswer refused = stranger.publish(R"({"to":"*"})");
        QCOMPARE(refused.status, 503);
        QTRY_VERIFY(stranger.publish(R"({"to":"*"})").body.contains("NOAUTH"));
    }

    void aUserOfTheAccessLists()
    {
        RedisProcess redis;
        redis.start();
        QCOMPARE(redis.command({"ACL", "SETUSER", "hub", "on", ">sesame", "~pushscope:*", "&*", "+@all", "-@dangerous"}),
                 QByteArray("+OK\r\n"));
        QCOMPARE(redis.command({"ACL", "SETUSER", "deaf", "on", ">sesame", "~pushscope:*", "resetchannels", "+@all"}),
                 QByteArray("+OK\r\n"));
        const QByteArray host = "@127.0.0.1:" + QByteArray::number(redis.port());
        RedisHub hub(onRedis("redis://hub:sesame" + host + "/3"));
        works(hub);
        QCOMPARE(redis.command({"EXISTS", "pushscope:epoch"}), QByteArray(":0\r\n")); // it is in database 3
        RedisHub wrong(onRedis("redis://hub:mellon" + host)), deaf(onRedis("redis://deaf:sesame" + host));
        QTRY_VERIFY(wrong.publish(R"({"to":"*"})").body.contains("WRONGPASS"));
        QTRY_VERIFY(deaf.publish(R"({"to":"*"})").body.contains("NOPERM"));
        RedisHub beyond(onRedis("redis://hub:sesame" + host + "/999"));
        QTRY_VERIFY(beyond.publish(R"({"to":"*"})").body.contains("refuses the database"));
    }

    void tlsWithAnAuthorityOfOnesOwn()
    {
        TestCertificates certificates;
        const TlsFiles files = certificates.make("localhost"), others = certificates.make("localhost");
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(probe.serverPort());
        probe.close();
        RedisProcess redis({QStringLiteral("--tls-port"), QString::fromLatin1(port), QStringLiteral("--tls-cert-file"),
                            files.certificate, QStringLiteral("--tls-key-file"), files.key, QStringLiteral("--tls-ca-cert-file"),
                            files.certificate, QStringLiteral("--tls-auth-clients"), QStringLiteral("no")});
        if (!redis.tryStart())
            QSKIP("this redis-server has no TLS");
        const QByteArray url = "rediss://localhost:" + port + "/0";
        const auto trusting = [&](const QString &file) { return url + "?ssl_ca_certs=" + file.toUtf8(); };
        RedisHub hub(onRedis(trusting(files.certificate)));
        works(hub);
        RedisHub strict(onRedis(url)), misled(onRedis(trusting(others.certificate))),
            lost(onRedis(trusting(certificates.path("missing.pem"))));
        QTRY_VERIFY(strict.publish(R"({"to":"*"})").body.contains("certificate"));
        QTRY_VERIFY(misled.publish(R"({"to":"*"})").body.contains("certificate"));
        QTRY_VERIFY(lost.publish(R"({"to":"*"})").body.contains("no certificate can be read from"));
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("wrong"); // a part of what is said; empty: it is right
        QTest::newRow("plain") << QByteArray("redis://redis.example") << QByteArray();
        QTest::newRow("all") << QByteArray("rediss://me:a%2Fb@[::1]:6380/7?ssl_ca_certs=/etc/ca.pem") << QByteArray();
        QTest::newRow("scheme") << QByteArray("http://redis.example") << QByteArray("redis://");
        QTest::newRow("bare") << QByteArray("127.0.0.1:6379") << QByteArray("redis://");
        QTest::newRow("no host") << QByteArray("redis:///0") << QByteArray("names no host");
        QTest::newRow("port") << QByteArray("redis://h:0") << QByteArray("port");
        QTest::newRow("database") << QByteArray("redis://h/one") << QByteArray("database number");
        QTest::newRow("user") << QByteArray("redis://me@h") << QByteArray("without a password");
        QTest::newRow("authority without TLS") << QByteArray("redis://h?ssl_ca_certs=/a") << QByteArray("rediss://");
        QTest::newRow("query") << QByteArray("rediss://h?db=1") << QByteArray("ssl_ca_certs");
    }
    void addresses()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const QByteArray, wrong);
        const Result<void> checked = onRedis(url).checkRedis();
        QCOMPARE(checked.has_value(), wrong.isEmpty());
        if (!checked)
            QVERIFY2(checked.error().detail.contains(wrong), checked.error().detail.constData());
    }
};

QTEST_GUILESS_MAIN(TestRedisAccess)
#include "tst_redisaccess.moc"
