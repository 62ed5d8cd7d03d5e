// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionnotes.h"

#include "session/sessionreader.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>
#include <algorithm>

namespace pushscope {

namespace {

QString nameOf(const QString &path, const char *mode)
{
    return QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded()) + QLatin1String(mode);
}

// Opens a file that may be written to, and does one thing in it.
template<typename Act> auto inFile(const QString &path, Act act) -> decltype(act(std::declval<SessionFile &>()))
{
    if (auto good = checkNotable(path); !good)
        return tl::unexpected(good.error());
    SessionFile file;
    auto done
        = file.open(nameOf(path, "?mode=rw"), false).and_then([&] { return file.run("PRAGMA synchronous=FULL"); }).and_then([&] {
              return file.run("BEGIN IMMEDIATE");
          });
    if (!done)
        return fail(done.error().code, path.toUtf8() + ": " + done.error().detail);
    auto result = act(file);
    if (result) {
        if (const auto committed = file.run("COMMIT"); !committed)
            result = tl::unexpected(committed.error());
    }
    return result;
}

Result<void> checkText(const QByteArray &text)
{
    if (text.trimmed().isEmpty() || text.size() > SessionNote::MaxOctets)
        return fail(Errc::InvalidArgument, "a comment has 1 to 16,384 octets");
    return {};
}

Result<void> changeOne(SessionFile &file, const char *sql, const QList<QVariant> &values)
{
    QSqlQuery query = file.query();
    query.prepare(QString::fromLatin1(sql));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return tl::unexpected(SessionFile::errorOf(query, "write"));
    if (query.numRowsAffected() == 0)
        return fail(Errc::NotFound, "the comment is not there any more");
    return {};
}

} // namespace

SessionRow sessionRowOf(const SessionNote &note, const SessionHead &head)
{
    SessionRow row;
    row.monoNs = note.ns;
    row.wall = wallAt(head.wallStart, note.ns);
    row.kind = "mark";
    row.op = "comment";
    row.client = note.client;
    row.seq = note.seq;
    if (!note.seq.isNull())
        row.epoch = head.epoch;
    row.form = SessionRow::Form::Text;
    row.data = note.text;
    return row;
}

Result<std::vector<SessionNote>> readNotes(SessionFile &file)
{
    std::vector<SessionNote> notes;
    const auto table = file.number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'notes'");
    if (!table)
        return tl::unexpected(table.error());
    if (*table == 0)
        return notes; // an older file
    QSqlQuery query = file.query();
    if (!query.exec(QStringLiteral("SELECT id, ns, client, seq, text FROM notes ORDER BY ns, id")))
        return tl::unexpected(SessionFile::errorOf(query, "comments"));
    while (query.next())
        notes.push_back({query.value(0).toULongLong(), query.value(1).toLongLong(), query.value(2).toByteArray(),
                         Seq{query.value(3).toULongLong()}, query.value(4).toByteArray()});
    return notes;
}

Result<std::vector<SessionNote>> readNotes(const QString &path)
{
    SessionFile file;
    return file.open(nameOf(path, "?mode=ro"), true).and_then([&] { return readNotes(file); });
}

Result<void> checkNotable(const QString &path)
{
    const auto reader = SessionReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    if (!(*reader)->damage().isEmpty())
        return fail(Errc::Corrupt, path.toUtf8() + ": " + (*reader)->damage());
    if (!(*reader)->ended())
        return fail(Errc::Unavailable,
                    path.toUtf8() + ": it is still being recorded, or its program was killed: a copy of it can be commented");
    if (!QFileInfo(path).isWritable())
        return fail(Errc::Io, path.toUtf8() + ": it may not be written to");
    SessionFile file;
    if (auto opened = file.open(nameOf(path, "?immutable=1"), true); !opened)
        return opened;
    QSqlQuery query = file.query();
    if (!query.exec(QStringLiteral("PRAGMA quick_check(1)")) || !query.next())
        return tl::unexpected(SessionFile::errorOf(query, "check"));
    if (const QByteArray found = query.value(0).toByteArray(); found != "ok")
        return fail(Errc::Corrupt, path.toUtf8() + ": " + found);
    return {};
}

Result<quint64> addNote(const QString &path, const SessionNote &note)
{
    if (auto good = checkText(note.text); !good)
        return tl::unexpected(good.error());
    return inFile(path, [&](SessionFile &file) -> Result<quint64> {
        auto added = file.run(CreateNotesSql).and_then([&] {
            return changeOne(
                file, "INSERT INTO notes VALUES (NULL, ?, ?, ?, ?)",
                {note.ns, note.client.isNull() ? QByteArray("") : note.client, qulonglong(note.seq.value), note.text});
        });
        if (!added)
            return tl::unexpected(added.error());
        return file.number("SELECT last_insert_rowid()").map([](qint64 id) { return quint64(id); });
    });
}

Result<void> changeNote(const QString &path, quint64 id, const QByteArray &text)
{
    if (auto good = checkText(text); !good)
        return good;
    return inFile(path, [&](SessionFile &file) -> Result<void> {
        return file.run(CreateNotesSql).and_then([&] {
            return changeOne(file, "UPDATE notes SET text = ? WHERE id = ?", {text, qulonglong(id)});
        });
    });
}

Result<void> removeNote(const QString &path, quint64 id)
{
    return inFile(path, [&](SessionFile &file) -> Result<void> {
        return file.run(CreateNotesSql).and_then([&] {
            return changeOne(file, "DELETE FROM notes WHERE id = ?", {qulonglong(id)});
        });
    });
}

} // namespace pushscope
