// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionreader.h"
#include "support/asnobody.h"
#include "ui/feed/recording.h"
#include "ui/shell/recordinglabel.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace pushscope;

class TestRecordings : public QObject
{
    Q_OBJECT

    static QString makeFile(const QTemporaryDir &folder, const char *name, qint64 octets, int daysOld)
    {
        const QString path = folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(octets, 'x')) != octets || !file.flush()
            || !file.setFileTime(QDateTime::currentDateTime().addDays(-daysOld), QFileDevice::FileModificationTime))
            return {};
        return path;
    }

private Q_SLOTS:
    void eachRunHasAFile()
    {
        const QTemporaryDir folder;
        Recording recording(folder.filePath(QStringLiteral("deep/er")));
        QVERIFY(!recording.isRunning());
        QVERIFY(recording.path().isEmpty());
        auto first = recording.begin();
        QVERIFY(first && recording.isRunning());
        const QString path = recording.path();
        QVERIFY(QFile::exists(path));
        QVERIFY(recording.earlier().isEmpty());
        first.reset(); // as the hub thread does when its hub has stopped
        QVERIFY(!recording.isRunning());
        const auto reader = SessionReader::open(path);
        QVERIFY(reader && (*reader)->ended());
        const auto second = recording.begin(); // within the same second
        QVERIFY(second && recording.path() != path);
        QCOMPARE(recording.earlier().size(), qsizetype(1));
    }

    void recordsNothingWhenTurnedOff()
    {
        const QTemporaryDir folder;
        Recording recording(folder.path(), {.on = false});
        QVERIFY(!recording.begin());
        QVERIFY(recording.error().isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void saysWhyItCannot()
    {
        const QTemporaryDir folder;
        QVERIFY(!makeFile(folder, "file", 1, 0).isEmpty());
        Recording recording(folder.filePath(QStringLiteral("file/recordings")));
        QVERIFY(!recording.begin());
        QVERIFY(!recording.error().isEmpty());
        QVERIFY(recording.path().isEmpty());
    }

    void saysThatTheFolderCannotBeWritten()
    {
        const QTemporaryDir folder;
        const QString locked = folder.filePath(QStringLiteral("locked"));
        QVERIFY(QDir().mkpath(locked) && letOthersRead(folder.path()));
        QVERIFY(QFile::setPermissions(locked, QFileDevice::Permissions(0x5555)));
        const AsNobody nobody;
        if (!nobody.holds())
            QSKIP("this user may write everywhere");
        Recording recording(locked);
        QVERIFY(!recording.begin());
        QVERIFY2(recording.error().contains(QStringLiteral("cannot be made: Permission denied")), qPrintable(recording.error()));
        QVERIFY(recording.path().isEmpty() && !recording.isRunning());
        RecordingLabel label(recording);
        QCOMPARE(label.text(), QStringLiteral("○ not recording"));
        QCOMPARE(label.toolTip(), recording.error());
    }

    void whatIsOldOrTooMuchGoes()
    {
        const QTemporaryDir folder;
        const QString fresh = makeFile(folder, "a.pushscope", 600, 1);
        const QString second = makeFile(folder, "b.pushscope", 600, 2);
        const QString third = makeFile(folder, "c.pushscope", 600, 3);
        const QString old = makeFile(folder, "d.pushscope", 1, 9);
        const QString log = makeFile(folder, "c.pushscope-wal", 10, 3);
        const QString other = makeFile(folder, "notes.txt", 600, 20);
        Recording recording(folder.path(), {true, 1300, std::chrono::hours(7 * 24)});
        QVERIFY(recording.begin());
        QVERIFY(QFile::exists(fresh) && QFile::exists(second));
        QVERIFY(!QFile::exists(third) && !QFile::exists(log) && !QFile::exists(old));
        QVERIFY(QFile::exists(other));
    }

    void whatIsOpenStays()
    {
        const QTemporaryDir folder;
        const QString open = makeFile(folder, "a.pushscope", 600, 9);
        const QString other = makeFile(folder, "b.pushscope", 600, 9);
        Recording recording(folder.path(), {true, 1, std::chrono::hours(24)});
        recording.setIsOpen([&open](const QString &path) { return path == open; });
        QVERIFY(recording.begin());
        QVERIFY(QFile::exists(open) && !QFile::exists(other));
    }

    void whatAnotherWindowWritesStays()
    {
        const QTemporaryDir folder;
        Recording one(folder.path());
        const auto sink = one.begin();
        QVERIFY(sink);
        Recording other(folder.path(), {true, 1, std::chrono::seconds(0)});
        QVERIFY(other.begin());
        QVERIFY(QFile::exists(one.path()));
    }

    void aHubThatDidNotStartLeavesNone()
    {
        const QTemporaryDir folder;
        Recording recording(folder.path());
        QVERIFY(recording.begin()); // and let go at once
        recording.discard();
        QVERIFY(recording.path().isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_MAIN(TestRecordings)
#include "tst_recordings.moc"
