// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessioncopy.h"
#include "sessionfixture.h"

#include <QTemporaryDir>

using namespace pushscope;

class TestSessionCopy : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    // Left as it is while it is written: with a log beside it.
    std::unique_ptr<SessionWriter> write(const QString &file, int rows)
    {
        auto writer = SessionWriter::create(file, sessionHead());
        for (int i = 1; i <= rows; ++i) {
            if (!(*writer)->add(eventRow(i, quint64(i), QByteArray::number(i))))
                return {};
        }
        SessionExtra extra;
        extra.kind = SessionExtra::Kind::Change;
        extra.beginNs = extra.endNs = 1'000'000;
        extra.body = "octets";
        if (!(*writer)->add(extra) || !(*writer)->commit())
            return {};
        return std::move(*writer);
    }

private Q_SLOTS:
    void copiesWhatIsBeingWritten()
    {
        const QString source = path("live.pushscope"), target = path("copy of it's.pushscope");
        const auto writer = write(source, 10'000);
        QVERIFY(writer);
        const auto rows = copySession(source, target);
        QVERIFY2(rows, rows ? "" : rows.error().detail.constData());
        QCOMPARE(*rows, quint64(10'000));
        auto copy = SessionReader::open(target);
        auto live = SessionReader::open(source);
        QVERIFY(copy && live);
        QVERIFY((*copy)->ended() && !(*live)->ended());
        QVERIFY(rowsOf(**copy) == rowsOf(**live));
        QCOMPARE((*copy)->extrasAfter(0, 20'000, 10).size(), std::size_t(1));
        QCOMPARE((*copy)->head().epoch, Epoch("k3f9"));
        // Nothing beside it, and the recording goes on.
        QVERIFY(!QFile::exists(target + QStringLiteral(".part")) && !QFile::exists(target + QStringLiteral("-wal")));
        QVERIFY(writer->add(eventRow(20'000, 20'000, "1")) && writer->commit());
    }

    void anOldFileStaysUntilTheCopyIsComplete()
    {
        const QString source = path("long.pushscope"), target = path("old.txt");
        QVERIFY(write(source, 20'000));
        QFile old(target);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("mine") == 4);
        old.close();
        const auto cancelled = copySession(source, target, [](quint64, quint64) { return false; });
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, Errc::Cancelled);
        QCOMPARE(octetsOf(target), QByteArray("mine"));
        QVERIFY(!QFile::exists(target + QStringLiteral(".part")));
        QVERIFY(copySession(source, target));
        QVERIFY(SessionReader::open(target));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("code");
        QTest::newRow("no file") << path("none") << path("x.pushscope") << int(Errc::NotFound);
        QTest::newRow("foreign") << path("foreign") << path("x.pushscope") << int(Errc::Corrupt);
        QTest::newRow("itself") << path("own.pushscope") << path("own.pushscope") << int(Errc::InvalidArgument);
        QTest::newRow("no folder") << path("own.pushscope") << path("no/such/x.pushscope") << int(Errc::Io);
    }
    void refuses()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, target);
        QFETCH(const int, code);
        QFile foreign(path("foreign"));
        QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("hello") == 5);
        foreign.close();
        if (!QFile::exists(path("own.pushscope")))
            QVERIFY(write(path("own.pushscope"), 3));
        const QByteArray before = octetsOf(source);
        const auto rows = copySession(source, target);
        QVERIFY(!rows);
        QCOMPARE(int(rows.error().code), code);
        QCOMPARE(octetsOf(source), before);
        QVERIFY(!QFile::exists(path("x.pushscope")));
    }
};

QTEST_GUILESS_MAIN(TestSessionCopy)
#include "tst_sessioncopy.moc"
