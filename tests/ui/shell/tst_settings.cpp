// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace pushscope;

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hubRoundTrip()
    {
        const QTemporaryDir folder;
        ServerConfig written;
        written.listen = {"127.0.0.1:9000", "[::1]:9000"};
        written.store = QStringLiteral("/tmp/a folder/events.db");
        written.durability = Durability::Fsync;
        written.retention = {12'345, 1024 * 1024, std::chrono::hours(2)};
        written.allowedOrigins = {"https://app.example", "*"};
        written.keepalive = Milliseconds(1500);
        written.pollTimeout = Milliseconds(12'000);
        written.queueLimit = 2 * 1024 * 1024;
        written.maxEvent = 1000;
        written.transport = "qt";
        {
            Settings settings(folder.path());
            settings.setHub(written);
        }
        QVERIFY(Settings(folder.path()).hub() == written);
    }

    void nothingSavedIsTheDefault()
    {
        const QTemporaryDir folder;
        QVERIFY(Settings(folder.path()).hub() == ServerConfig());
        QVERIFY(Settings(folder.path()).geometry().isEmpty());
        QVERIFY(!Settings(folder.path()).theme());
    }

    void whatDoesNotParseIsLeft()
    {
        const QTemporaryDir folder;
        {
            QSettings ini(folder.filePath(QStringLiteral("pushscope.ini")), QSettings::IniFormat);
            ini.setValue(QStringLiteral("v1/hub/keepalive"), QStringLiteral("soon"));
            ini.setValue(QStringLiteral("v1/hub/durability"), QStringLiteral("maybe"));
            ini.setValue(QStringLiteral("v1/hub/poll-timeout"), QStringLiteral("5s"));
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("keepalive is not understood")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("durability is not understood")));
        const ServerConfig config = Settings(folder.path()).hub();
        QCOMPARE(config.keepalive, ServerConfig().keepalive);
        QCOMPARE(config.durability, Durability::Committed);
        QCOMPARE(config.pollTimeout, Milliseconds(5000));
    }

    void windowAndTheme()
    {
        const QTemporaryDir folder;
        {
            Settings settings(folder.path());
            settings.setWindow("place", QByteArray("\0state", 6));
            settings.setTheme(Theme::Scheme::Dark);
        }
        Settings settings(folder.path());
        QCOMPARE(settings.geometry(), QByteArray("place"));
        QCOMPARE(settings.layout(), QByteArray("\0state", 6));
        QVERIFY(settings.theme() == Theme::Scheme::Dark);
        settings.forgetWindow();
        QVERIFY(settings.layout().isEmpty());
    }

    void secretIsKeptFromOthers()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        QVERIFY(settings.setSecret("first"));
        const QByteArray secret = Settings::makeSecret();
        QVERIFY(secret.size() >= 32);
        QVERIFY(secret != Settings::makeSecret());
        QVERIFY(settings.setSecret(secret)); // over the first
        QFile file(settings.secretFile());
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), secret + '\n');
    }

    void redisIsKeptFromOthers()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        QCOMPARE(settings.redis(), QByteArray());
        const QByteArray url = "rediss://me:pass@redis.example/2";
        QVERIFY(settings.setRedis(url));
        ServerConfig config;
        config.redis = url;
        config.redisWaits = true;
        settings.setHub(config);
        settings.sync();
        QFile ini(folder.filePath(QStringLiteral("pushscope.ini")));
        QVERIFY(ini.open(QIODevice::ReadOnly));
        QVERIFY(!ini.readAll().contains("pass"));
        constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFile::permissions(folder.filePath(QStringLiteral("redis"))) & Others) == 0);
        const ServerConfig read = Settings(folder.path()).hub();
        QCOMPARE(read.redis, url);
        QVERIFY(read.redisWaits);
        QVERIFY(settings.setRedis({}));
        QCOMPARE(Settings(folder.path()).hub().redis, QByteArray());
    }

    void secretIsNotInTheIniFile()
    {
        const QTemporaryDir folder;
        ServerConfig config;
        config.secrets = {"a secret that nobody may read"};
        {
            Settings settings(folder.path());
            settings.setHub(config);
        }
        QFile ini(folder.filePath(QStringLiteral("pushscope.ini")));
        QVERIFY(ini.open(QIODevice::ReadOnly));
        QVERIFY(!ini.readAll().contains("nobody may read"));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
