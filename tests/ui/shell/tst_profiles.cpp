// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/notebook.h"
#include "ui/shell/profiles.h"
#include "ui/shell/settings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace pushscope;

class TestProfiles : public QObject
{
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        Settings settings{folder.path()};
        Profiles profiles{settings};

        [[nodiscard]] QStringList names() const
        {
            QStringList all;
            for (const Profile &profile : profiles.all())
                all += profile.name;
            return all;
        }
    };

    static ServerConfig listening(const QByteArray &address)
    {
        ServerConfig config;
        config.listen = {address};
        return config;
    }

private Q_SLOTS:
    void oneIsAlwaysThere()
    {
        Bench bench;
        QCOMPARE(bench.names(), QStringList{QStringLiteral("Default")});
        QVERIFY(bench.profiles.rename({}, QStringLiteral("Mine")));
        QCOMPARE(bench.names(), QStringList{QStringLiteral("Mine")});
        const Result<void> removed = bench.profiles.remove({});
        QVERIFY(!removed && removed.error().code == Errc::Forbidden);
        QCOMPARE(bench.names(), QStringList{QStringLiteral("Mine")});
    }

    // What was saved before there were profiles is the first one's.
    void settingsOfBeforeAreTheFirstOnes()
    {
        const QTemporaryDir folder;
        QFile ini(folder.filePath(QStringLiteral("pushscope.ini")));
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[v1]\nhub\\keepalive=7s\nhub\\listen=127.0.0.1:9001\nnotes\\answers=[]\n");
        ini.close();
        Settings settings(folder.path());
        settings.setProfile(Profiles(settings).last());
        QCOMPARE(settings.hub().keepalive, Milliseconds(7000));
        QCOMPARE(settings.secretFile(), folder.filePath(QStringLiteral("secret")));
        QCOMPARE(settings.profileKey(QStringLiteral("answers")), QStringLiteral("answers"));
    }

    void eachHasItsOwn()
    {
        Bench bench;
        bench.settings.setHub(listening("127.0.0.1:9001"));
        QVERIFY(bench.settings.setSecret("the first one's"));
        const Result<Profile> made = bench.profiles.add(QStringLiteral(" Staging "));
        QVERIFY(made);
        QCOMPARE(made->name, QStringLiteral("Staging"));
        bench.settings.setProfile(made->id);
        QVERIFY(bench.settings.hub() == ServerConfig()); // as shipped
        bench.settings.setHub(listening("127.0.0.1:9002"));
        QVERIFY(bench.settings.setSecret("the other one's"));
        QVERIFY(bench.settings.setRedis("redis://other.example"));
        bench.settings.sync();

        Settings again(bench.folder.path()); // the next start
        QCOMPARE(again.hub().listen.first(), QByteArray("127.0.0.1:9001"));
        QVERIFY(again.hub().redis.isEmpty());
        again.setProfile(made->id);
        QCOMPARE(again.hub().listen.first(), QByteArray("127.0.0.1:9002"));
        QCOMPARE(again.hub().redis, QByteArray("redis://other.example"));
        QFile secret(again.secretFile());
        QVERIFY(secret.open(QIODevice::ReadOnly));
        QCOMPARE(secret.readAll(), QByteArray("the other one's\n"));
        QVERIFY((secret.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }

    void copyHasAll_data()
    {
        QTest::addColumn<bool>("first");
        QTest::newRow("of the first") << true;
        QTest::newRow("of another") << false;
    }
    void copyHasAll()
    {
        QFETCH(bool, first);
        Bench bench;
        QString from;
        if (!first) {
            const Result<Profile> made = bench.profiles.add(QStringLiteral("from"));
            QVERIFY(made);
            from = made->id;
        }
        bench.settings.setProfile(from);
        ServerConfig config = listening("127.0.0.1:9001");
        config.keepalive = Milliseconds(7000);
        bench.settings.setHub(config);
        QVERIFY(bench.settings.setSecret("kept"));
        QVERIFY(bench.settings.setRedis("redis://r.example"));
        const QString answers = QStringLiteral("[{\"name\":\"a\"}]");
        Notebook(&bench.settings.ini()).setText(bench.settings.profileKey(QStringLiteral("answers")), answers);

        const Result<Profile> made = bench.profiles.duplicate(from, QStringLiteral("copy"));
        QVERIFY(made);
        bench.settings.setProfile(made->id);
        config.redis = "redis://r.example";
        QVERIFY(bench.settings.hub() == config);
        QFile secret(bench.settings.secretFile());
        QVERIFY(secret.open(QIODevice::ReadOnly));
        QCOMPARE(secret.readAll(), QByteArray("kept\n"));
        QVERIFY((secret.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        QCOMPARE(Notebook(&bench.settings.ini()).text(bench.settings.profileKey(QStringLiteral("answers"))), answers);
        // From now on they are two.
        bench.settings.setHub(listening("127.0.0.1:9002"));
        bench.settings.setProfile(from);
        QCOMPARE(bench.settings.hub().listen.first(), QByteArray("127.0.0.1:9001"));
    }

    void removedIsGone()
    {
        Bench bench;
        const Result<Profile> made = bench.profiles.add(QStringLiteral("old"));
        QVERIFY(made);
        bench.settings.setProfile(made->id);
        bench.settings.setHub(listening("127.0.0.1:9001"));
        QVERIFY(bench.settings.setSecret("to be forgotten"));
        Notebook(&bench.settings.ini()).setText(bench.settings.profileKey(QStringLiteral("answers")), QStringLiteral("[]"));
        bench.profiles.setLast(made->id);
        const Result<void> inUse = bench.profiles.remove(made->id);
        QVERIFY(!inUse && inUse.error().code == Errc::Forbidden);
        bench.settings.setProfile({});
        QVERIFY(bench.profiles.remove(made->id));
        QCOMPARE(bench.names(), QStringList{QStringLiteral("Default")});
        QCOMPARE(bench.profiles.last(), QString());
        QVERIFY(!QDir(bench.folder.path()).exists(QStringLiteral("profiles/") + made->id));
        QFile ini(bench.settings.ini().fileName());
        QVERIFY(ini.open(QIODevice::ReadOnly));
        QVERIFY(!ini.readAll().contains(made->id.toUtf8()));
    }

    void namesAreChecked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("another") << QStringLiteral("Staging") << true;
        QTest::newRow("signs") << QStringLiteral("EU / west & 1 = %1") << true;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("blanks") << QStringLiteral("  ") << false;
        QTest::newRow("taken") << QStringLiteral("taken") << false;
        QTest::newRow("taken, in capitals") << QStringLiteral("TAKEN ") << false;
        QTest::newRow("the first one's") << QStringLiteral("default") << false;
        QTest::newRow("as long as may be") << QString(60, u'x') << true;
        QTest::newRow("too long") << QString(61, u'x') << false;
        QTest::newRow("two lines") << QStringLiteral("a\nb") << false;
    }
    void namesAreChecked()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        Bench bench;
        const Result<Profile> taken = bench.profiles.add(QStringLiteral("Taken"));
        QVERIFY(taken);
        QCOMPARE(bench.profiles.nameError(name).isEmpty(), good);
        QCOMPARE(bench.profiles.add(name).has_value(), good);
        QCOMPARE(bench.profiles.all().size(), good ? 3 : 2);
        QVERIFY(!good || Profiles(bench.settings).find(name.trimmed()).has_value());
        // Its own name in other letters is free to it.
        QVERIFY(bench.profiles.rename(taken->id, QStringLiteral("TAKEN")));
    }

    void namesSurviveTheFile()
    {
        const QString name = QStringLiteral("Über; „x\\y\", 100 %, =[z] 日本");
        Bench bench;
        QVERIFY(bench.profiles.add(name));
        Settings again(bench.folder.path());
        QCOMPARE(Profiles(again).all().last().name, name);
    }

    void freeNames()
    {
        Bench bench;
        QCOMPARE(bench.profiles.freeName(QStringLiteral("a")), QStringLiteral("a"));
        QVERIFY(bench.profiles.add(QStringLiteral("a")));
        QCOMPARE(bench.profiles.freeName(QStringLiteral("a")), QStringLiteral("a 2"));
        const QString longest(Profiles::MostLetters, u'x');
        QVERIFY(bench.profiles.add(longest));
        QVERIFY(bench.profiles.nameError(bench.profiles.freeName(longest)).isEmpty());
    }

    void damagedFileIsCopied()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("pushscope.ini"));
        const QByteArray damaged = "[v1]\nhub\\keepalive=7s\n\x01\x02garbage without a sign\n";
        QFile ini(name);
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write(damaged);
        ini.close();
        {
            Settings settings(folder.path());
            QCOMPARE(settings.damagedCopy(), name + QStringLiteral(".damaged-1"));
            QCOMPARE(settings.hub().keepalive, Milliseconds(7000)); // what could be read
            settings.setScale(150);
        }
        QFile copy(name + QStringLiteral(".damaged-1"));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), damaged);
        const Settings after(folder.path());
        QVERIFY(after.damagedCopy().isEmpty());
        QCOMPARE(after.scale(), 150);
        QCOMPARE(after.hub().keepalive, Milliseconds(7000));
    }
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
