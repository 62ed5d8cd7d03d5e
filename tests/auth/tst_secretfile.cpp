// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/keyset.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace pushscope;

class TestSecretFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOneOnce();
    void isForItsOwnerAlone();
    void refusesWhatOthersCanRead_data();
    void refusesWhatOthersCanRead();
    void saysWhyNot_data();
    void saysWhyNot();
    void readsOptions_data();
    void readsOptions();

private:
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    QTemporaryDir m_dir;
};

void TestSecretFile::makesOneOnce()
{
    const QString path = m_dir.filePath(QStringLiteral("a/b/secret"));
    const auto secret = loadOrCreateSecret(path);
    QVERIFY(secret);
    QCOMPARE(secret->size(), 43); // 32 octets in base64url without padding
    QCOMPARE(QByteArray::fromBase64(*secret, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors).size(), 32);
    QCOMPARE(loadOrCreateSecret(path), secret);
    QVERIFY(loadOrCreateSecret(m_dir.filePath(QStringLiteral("other"))) != secret);
    QCOMPARE(QFileInfo(path).dir().entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("secret")});
}

void TestSecretFile::isForItsOwnerAlone()
{
#ifdef Q_OS_UNIX
    const mode_t before = ::umask(0); // the most generous there is
    const QString path = m_dir.filePath(QStringLiteral("mine"));
    const auto secret = loadOrCreateSecret(path);
    ::umask(before);
    QVERIFY(secret);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0600);
#endif
}

void TestSecretFile::refusesWhatOthersCanRead_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("0600") << 0600 << true;
    QTest::newRow("0400") << 0400 << true;
    QTest::newRow("0640") << 0640 << false;
    QTest::newRow("0604") << 0604 << false;
    QTest::newRow("0620, others may put in their own") << 0620 << false;
}

void TestSecretFile::refusesWhatOthersCanRead()
{
#ifdef Q_OS_UNIX
    QFETCH(int, mode);
    QFETCH(bool, allowed);
    write(QStringLiteral("shared"), "the-secret\n");
    const QString path = m_dir.filePath(QStringLiteral("shared"));
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode_t(mode)), 0);
    const auto secret = loadOrCreateSecret(path);
    QCOMPARE(secret.has_value(), allowed);
    if (allowed) {
        QCOMPARE(*secret, "the-secret");
    } else {
        QCOMPARE(secret.error().code, Errc::Forbidden);
        QVERIFY(secret.error().detail.contains(path.toUtf8()) && secret.error().detail.contains("chmod 600"));
        QVERIFY(!secret.error().detail.contains("the-secret"));
    }
#endif
}

void TestSecretFile::saysWhyNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Errc>("code");
    QTest::newRow("below a file") << QStringLiteral("file/secret") << Errc::Io;
    QTest::newRow("where nothing can be made") << QStringLiteral("/proc/secret") << Errc::Io;
    QTest::newRow("empty") << QStringLiteral("empty") << Errc::InvalidArgument;
}

void TestSecretFile::saysWhyNot()
{
    QFETCH(QString, path);
    QFETCH(Errc, code);
    write(QStringLiteral("file"), "x");
    write(QStringLiteral("empty"), "\n");
    const auto secret = loadOrCreateSecret(QDir(m_dir.path()).absoluteFilePath(path));
    QVERIFY(!secret);
    QCOMPARE(secret.error().code, code);
    QVERIFY(!secret.error().detail.isEmpty());
}

void TestSecretFile::readsOptions_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("secret"); // empty: refused
    QTest::newRow("as it stands") << QByteArray() << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("a file") << QByteArray("from the file") << QByteArray("@") << QByteArray("from the file");
    QTest::newRow("a file with a line end") << QByteArray("abc\n") << QByteArray("@") << QByteArray("abc");
    QTest::newRow("a file with a long line end") << QByteArray("abc\r\n") << QByteArray("@") << QByteArray("abc");
    QTest::newRow("an empty file") << QByteArray("\n") << QByteArray("@") << QByteArray();
    QTest::newRow("far too large") << QByteArray(70'000, 'x') << QByteArray("@") << QByteArray();
}

void TestSecretFile::readsOptions()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, secret);
    write(QStringLiteral("option"), content);
    if (value == "@")
        value += QFile::encodeName(m_dir.filePath(QStringLiteral("option")));
    const auto read = secretFromOption(value);
    QCOMPARE(read.value_or(QByteArray()), secret);
    if (secret.isEmpty())
        QCOMPARE(read.error().code, Errc::InvalidArgument);
    QCOMPARE(secretFromOption("@/nowhere/at/all").error().code, Errc::Io);
}

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secretfile.moc"
