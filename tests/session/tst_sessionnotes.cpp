// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Comments in session files: kept, changed, removed, copied, exported; and never in a file that must not be written to.

#include "session/sessioncopy.h"
#include "session/sessionexport.h"
#include "session/sessionimport.h"
#include "session/sessionnotes.h"
#include "session/sessionplayer.h"
#include "sessionfixture.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>

using namespace pushscope;

class TestSessionNotes : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;

    [[nodiscard]] QString fresh() { return m_dir.filePath(QStringLiteral("file-%1").arg(++m_files)); }

    // Events 1 to 10, at 10 ms, 20 ms, …
    [[nodiscard]] QString write()
    {
        const QString path = fresh();
        auto writer = SessionWriter::create(path, sessionHead());
        for (int i = 1; i <= 10; ++i) {
            if (!(*writer)->add(eventRow(10 * i, quint64(i), "{\"n\":" + QByteArray::number(i) + '}')))
                qFatal("not written");
        }
        if (!(*writer)->finish())
            qFatal("not finished");
        return path;
    }

    static SessionNote note(qint64 ms, const QByteArray &text)
    {
        SessionNote note;
        note.ns = ms * 1'000'000;
        note.text = text;
        return note;
    }

    static QByteArray exported(const QString &path, const SessionExportPlan &plan)
    {
        auto reader = SessionReader::open(path);
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        if (!reader || !exportSession(**reader, plan, out))
            qFatal("not exported");
        return out.data();
    }

private Q_SLOTS:
    void keepsChangesAndRemoves()
    {
        const QString path = write();
        QVERIFY(readNotes(path)->empty());
        SessionNote about = note(35, "why so late?");
        about.client = "tab-1";
        about.seq = Seq{3};
        const auto second = addNote(path, about);
        const auto first = addNote(path, note(5, "begin \xC3\xA4"));
        QVERIFY(first && second && *first != *second);
        auto notes = readNotes(path);
        QCOMPARE(notes->size(), std::size_t(2));
        QCOMPARE((*notes)[0].text, QByteArray("begin \xC3\xA4"));
        about.id = *second;
        QCOMPARE((*notes)[1], about);
        QVERIFY(changeNote(path, *second, "now I know"));
        QVERIFY(removeNote(path, *first));
        notes = readNotes(path);
        QCOMPARE(notes->size(), std::size_t(1));
        QCOMPARE((*notes)[0].text, QByteArray("now I know"));
        QCOMPARE(changeNote(path, *first, "x").error().code, Errc::NotFound);
        QCOMPARE(removeNote(path, *first).error().code, Errc::NotFound);
        QCOMPARE(addNote(path, note(1, "  ")).error().code, Errc::InvalidArgument);
        QCOMPARE(addNote(path, note(1, QByteArray(SessionNote::MaxOctets + 1, 'x'))).error().code, Errc::InvalidArgument);
        QCOMPARE(QDir(m_dir.path()).entryList({QFileInfo(path).fileName() + QLatin1Char('*')}, QDir::Files).size(),
                 1); // no log is left
        QCOMPARE(rowsOf(**SessionReader::open(path)).size(), std::size_t(10)); // what was recorded is as it was
    }

    void takesAFileOfBeforeThereWereNotes()
    {
        const QString path = write();
        {
            SessionFile file;
            QVERIFY(file.open(path, false));
            QVERIFY(file.run("DROP TABLE notes"));
        }
        QVERIFY(readNotes(path)->empty());
        QCOMPARE(changeNote(path, 1, "x").error().code, Errc::NotFound);
        QVERIFY(addNote(path, note(1, "x")));
        QCOMPARE(readNotes(path)->size(), std::size_t(1));
    }

    void leavesAlone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("cut off") << QStringLiteral("cut") << int(Errc::Corrupt);
        QTest::newRow("damaged in its middle") << QStringLiteral("damaged") << int(Errc::Corrupt);
        QTest::newRow("of another program") << QStringLiteral("foreign") << int(Errc::Corrupt);
        QTest::newRow("no database") << QStringLiteral("text") << int(Errc::Corrupt);
        QTest::newRow("being recorded") << QStringLiteral("open") << int(Errc::Unavailable);
        QTest::newRow("not there") << QStringLiteral("none") << int(Errc::NotFound);
    }
    void leavesAlone()
    {
        QFETCH(const QString, what);
        QFETCH(const int, code);
        const QString path = write();
        QByteArray octets = octetsOf(path);
        std::unique_ptr<SessionWriter> open;
        if (what == QLatin1String("cut"))
            octets.chop(octets.size() / 3);
        else if (what == QLatin1String("damaged"))
            octets.replace(8192, 16 * 4, QByteArray(16 * 4, '\xff'));
        else if (what == QLatin1String("foreign"))
            octets.replace(68, 4, "ABCD"); // application_id: sqlite.org/fileformat2.html section 1.3
        else if (what == QLatin1String("text"))
            octets = "hello";
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
        file.close();
        if (what == QLatin1String("open")) {
            QFile::remove(path);
            open = SessionWriter::create(path, sessionHead()).value();
            QVERIFY(open->add(eventRow(1, 1, "1")));
            QVERIFY(open->commit());
            octets = octetsOf(path);
        } else if (what == QLatin1String("none")) {
            QFile::remove(path);
            octets.clear();
        }
        QCOMPARE(int(addNote(path, note(1, "x")).error().code), code);
        QCOMPARE(int(changeNote(path, 1, "x").error().code), code);
        QCOMPARE(int(removeNote(path, 1).error().code), code);
        QVERIFY(octetsOf(path) == octets);
    }

    void copiesThem()
    {
        const QString path = write(), copy = fresh();
        QVERIFY(addNote(path, note(15, "x")));
        QVERIFY(copySession(path, copy));
        QCOMPARE(readNotes(copy)->size(), std::size_t(1));
        QVERIFY(addNote(copy, note(16, "y")));
        QCOMPARE(readNotes(path)->size(), std::size_t(1));
    }

    // As a line between the rows, where its time is; and the same octets after an import.
    void exportsThem()
    {
        const QString path = write();
        SessionNote about = note(35, "x");
        about.seq = Seq{3};
        QVERIFY(addNote(path, about));
        QVERIFY(addNote(path, note(500, "after all")));
        SessionExportPlan plan;
        const QByteArray log = exported(path, plan);
        const QList<QByteArray> lines = log.trimmed().split('\n');
        QCOMPARE(lines.size(), 13);
        QCOMPARE(lines[4],
                 QByteArray("{\"t_ns\":35000000,\"wall\":\"2026-09-21T14:13:20.035Z\",\"kind\":\"mark\",\"id\":\"k3f9-3\","
                            "\"op\":\"comment\",\"data\":\"x\"}"));
        QVERIFY(lines[12].contains("after all"));
        const QString source = fresh(), target = fresh();
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(log);
        file.close();
        QVERIFY(importSession(source, target));
        QCOMPARE(exported(target, plan), log);
    }

    void exportsAPartOfThem_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("upTo");
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<int>("notes");
        QTest::newRow("all") << qint64(0) << qint64(1000) << QByteArray() << 2;
        QTest::newRow("a time") << qint64(20) << qint64(90) << QByteArray() << 1;
        QTest::newRow("marks alone") << qint64(0) << qint64(1000) << QByteArray("kind == mark") << 2;
        QTest::newRow("events alone") << qint64(0) << qint64(1000) << QByteArray("kind == event") << 0;
        QTest::newRow("what is about a client") << qint64(0) << qint64(1000) << QByteArray("client == tab-1") << 1;
    }
    void exportsAPartOfThem()
    {
        QFETCH(const qint64, from);
        QFETCH(const qint64, upTo);
        QFETCH(const QByteArray, filter);
        QFETCH(const int, notes);
        const QString path = write();
        SessionNote about = note(35, "about it");
        about.client = "tab-1";
        QVERIFY(addNote(path, about));
        QVERIFY(addNote(path, note(500, "about nobody")));
        SessionExportPlan plan;
        plan.selection.fromNs = from * 1'000'000;
        plan.selection.upToNs = upTo * 1'000'000;
        plan.selection.filter = Filter::parse(filter, sessionFilterFields()).value();
        QCOMPARE(exported(path, plan).count("\"op\":\"comment\""), notes);
    }

    // The panes see them among the rows, whose refs stay as they were.
    void playsThem()
    {
        const QString path = write();
        QVERIFY(addNote(path, note(35, "x")));
        Observatory observatory;
        SessionPlayer player(std::move(*SessionReader::open(path)), observatory);
        player.seek(30'000'000);
        auto snapshot = player.next();
        QCOMPARE(snapshot->journal.size(), std::size_t(3));
        player.seek(60'000'000);
        snapshot = player.next();
        QCOMPARE(snapshot->journal.size(), std::size_t(4));
        QCOMPARE(snapshot->journal[0].kind, JournalRow::Kind::Mark);
        QCOMPARE(snapshot->journal[0].data, QByteArray("x"));
        QCOMPARE(snapshot->journal[1].ref, quint64(4));
        QVERIFY(addNote(path, note(15, "y")));
        player.setNotes(*readNotes(path));
        snapshot = player.next(); // all anew
        QCOMPARE(snapshot->journal.size(), std::size_t(8));
        QCOMPARE(snapshot->journal[1].data, QByteArray("y"));
        QCOMPARE(snapshot->journal[7].ref, quint64(6));
        // A comment has a ref of its own, by which it is found, and the rows beside it by theirs.
        for (const JournalRow &row : snapshot->journal) {
            const auto found = observatory.journalAfter(row.ref - 1, 1);
            QVERIFY(found.size() == 1 && found.front().ref == row.ref && found.front().data == row.data);
        }
        QVERIFY(snapshot->journal[1].ref != snapshot->journal[0].ref);
        QVERIFY(observatory.journalAfter(6, 10).empty());
    }
};

QTEST_GUILESS_MAIN(TestSessionNotes)
#include "tst_sessionnotes.moc"
