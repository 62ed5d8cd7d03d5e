// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/observatory.h"
#include "ui/feed/exportjob.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pushscope;

namespace {

std::vector<JournalRow> rowsAfter(quint64 ref, quint64 first, quint64 last, std::size_t limit)
{
    std::vector<JournalRow> rows;
    for (quint64 next = std::max(ref + 1, first); next <= last && rows.size() < limit; ++next) {
        JournalRow row;
        row.ref = next;
        row.kind = JournalRow::Kind::Mark;
        row.data = "mark";
        rows.push_back(row);
    }
    return rows;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesAllThatWasThere_data()
    {
        QTest::addColumn<quint64>("first");
        QTest::addColumn<quint64>("last");
        QTest::newRow("nothing") << quint64(1) << quint64(0);
        QTest::newRow("one") << quint64(1) << quint64(1);
        QTest::newRow("a chunk") << quint64(1) << quint64(ExportJob::ChunkRows);
        QTest::newRow("a chunk and one") << quint64(1) << quint64(ExportJob::ChunkRows + 1);
        QTest::newRow("the oldest are gone") << quint64(70'001) << quint64(80'123);
    }

    void writesAllThatWasThere()
    {
        QFETCH(quint64, first);
        QFETCH(quint64, last);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log.jsonl"));
        Observatory observatory;
        observatory.setJournalReader([=](quint64 ref, std::size_t limit) { return rowsAfter(ref, first, last, limit); });
        ExportJob job(observatory, {path, ExportFormat::Jsonl, {}});
        QSignalSpy progress(&job, &ExportJob::progressed);
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start();
        QVERIFY(!finished.isEmpty() || finished.wait());
        QCOMPARE(finished[0][0].toULongLong(), last + 1 - first);
        QVERIFY(!finished[0][1].toBool());
        QVERIFY(finished[0][2].toString().isEmpty());
        QCOMPARE(quint64(contents(path).count('\n')), last + 1 - first + 1); // and the header
        int before = -1;
        for (const QList<QVariant> &step : progress) {
            QVERIFY(step[0].toInt() >= before && step[0].toInt() <= step[1].toInt());
            before = step[0].toInt();
        }
        QCOMPARE(progress.isEmpty(), last + 1 - first <= ExportJob::ChunkRows);
    }

    void rowsThatComeMeanwhileStayOut()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log.jsonl"));
        Observatory observatory;
        std::atomic<quint64> last = 3000;
        observatory.setJournalReader([&last](quint64 ref, std::size_t limit) {
            if (limit > 1)
                last += 10'000; // faster than it can be written: it would never end
            return rowsAfter(ref, 1, last, limit);
        });
        ExportJob job(observatory, {path, ExportFormat::Jsonl, {}});
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start();
        QVERIFY(!finished.isEmpty() || finished.wait());
        QCOMPARE(finished[0][0].toULongLong(), 3000u);
    }

    void cancelLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log.jsonl"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        Observatory observatory;
        QSemaphore reached, go;
        observatory.setJournalReader([&](quint64 ref, std::size_t limit) {
            if (ref == ExportJob::ChunkRows && limit > 1) { // in the middle of the writing
                reached.release();
                go.acquire();
            }
            return rowsAfter(ref, 1, 100'000, limit);
        });
        ExportJob job(observatory, {path, ExportFormat::Jsonl, {}});
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start();
        reached.acquire();
        job.cancel();
        go.release();
        QVERIFY(!finished.isEmpty() || finished.wait());
        QVERIFY(finished[0][1].toBool());
        QVERIFY(finished[0][2].toString().isEmpty());
        QCOMPARE(contents(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // nothing is left beside it
    }

    void destroyingCancels()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("log.csv"));
        Observatory observatory;
        observatory.setJournalReader(
            [](quint64 ref, std::size_t limit) { return rowsAfter(ref, 1, std::numeric_limits<qint64>::max() / 4, limit); });
        {
            ExportJob job(observatory, {path, ExportFormat::Csv, {}});
            job.start();
        }
        QVERIFY(!QFile::exists(path));
    }

    void folderThatIsNotThereIsSaid()
    {
        const QTemporaryDir folder;
        Observatory observatory;
        ExportJob job(observatory, {folder.filePath(QStringLiteral("no/such/log.jsonl")), ExportFormat::Jsonl, {}});
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start();
        QVERIFY(!finished.isEmpty() || finished.wait());
        QVERIFY(!finished[0][2].toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
