// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessioncopy.h"

#include "session/sessionreader.h"
#include "session/sessionwriter.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <filesystem>

namespace pushscope {

namespace {

constexpr int RecordsAtOnce = 256; // between two looks at whether it was cancelled

// As SQLite takes it; with a log beside it, that has the newest rows.
QByteArray readOnlyName(const QString &path)
{
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    return QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded() + (hasLog ? "?mode=ro" : "?immutable=1");
}

QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\'', "''") + '\'';
}

class Copy
{
public:
    Copy(SessionFile &file, const OnCopyProgress &onProgress)
        : m_file(file)
        , m_onProgress(onProgress)
    {
    }

    Result<void> run(const QString &source)
    {
        return m_file.run(("ATTACH " + quoted(readOnlyName(source)) + " AS source").constData())
            .and_then([this] { return m_file.run("PRAGMA synchronous=OFF"); }) // it is synced when it is complete
            .and_then([this] { return m_file.run("BEGIN"); }) // one view of the source, whatever is recorded meanwhile
            .and_then([this] { return count(); })
            .and_then([this] { return m_file.run("INSERT INTO main.strings SELECT * FROM source.strings"); })
            .and_then([this] { return table("chunks", "first"); })
            .and_then([this] { return table("extras", "id"); })
            .and_then([this] { return notes(); })
            .and_then([this] { return m_file.run("UPDATE main.meta SET value = 1 WHERE key = 'ended'"); })
            .and_then([this] { return m_file.run("COMMIT"); })
            .and_then([this] { return m_file.run("DETACH source"); });
    }

private:
    Result<void> count()
    {
        const auto chunks = m_file.number("SELECT count(*) FROM source.chunks");
        const auto extras = m_file.number("SELECT count(*) FROM source.extras");
        if (!chunks || !extras)
            return tl::unexpected((chunks ? extras : chunks).error());
        m_total = quint64(*chunks + *extras);
        return {};
    }

    Result<void> notes()
    {
        const auto has = m_file.number("SELECT count(*) FROM source.sqlite_master WHERE name = 'notes'");
        if (!has || *has == 0) // an older file
            return has ? Result<void>() : tl::unexpected(has.error());
        return m_file.run("INSERT INTO main.notes SELECT * FROM source.notes");
    }

    Result<void> table(const QByteArray &name, const QByteArray &key)
    {
        const QByteArray newest = "SELECT max(" + key + ") FROM main." + name;
        for (qint64 at = 0;;) {
            const QByteArray insert = "INSERT INTO main." + name + " SELECT * FROM source." + name + " WHERE " + key + " > "
                + QByteArray::number(at) + " ORDER BY " + key + " LIMIT " + QByteArray::number(RecordsAtOnce);
            if (auto done = m_file.run(insert.constData()); !done)
                return done;
            const auto last = m_file.number(newest.constData());
            if (!last)
                return tl::unexpected(last.error());
            if (*last == at)
                return {};
            at = *last;
            m_done = std::min(m_total, m_done + RecordsAtOnce);
            if (m_onProgress && !m_onProgress(m_done, m_total))
                return fail(Errc::Cancelled, "cancelled");
        }
    }

    SessionFile &m_file;
    const OnCopyProgress &m_onProgress;
    quint64 m_done = 0, m_total = 0;
};

Result<quint64> copyTo(const QString &part, SessionReader &reader, const OnCopyProgress &onProgress)
{
    auto writer = SessionWriter::create(part, reader.head());
    if (!writer)
        return tl::unexpected(writer.error());
    if (auto made = (*writer)->finish(); !made)
        return tl::unexpected(made.error());
    writer->reset();
    SessionFile file;
    auto copied = file.open(QFileInfo(part).absoluteFilePath(), false).and_then([&] {
        return Copy(file, onProgress).run(reader.path());
    });
    if (!copied)
        return tl::unexpected(copied.error());
    const auto rows = file.number("SELECT coalesce(sum(count), 0) FROM chunks");
    return rows ? Result<quint64>(quint64(*rows)) : tl::unexpected(rows.error());
}

void removeFile(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

} // namespace

Result<quint64> copySession(const QString &source, const QString &target, const OnCopyProgress &onProgress)
{
    auto reader = SessionReader::open(source);
    if (!reader)
        return tl::unexpected(reader.error());
    const QString absolute = QFileInfo(target).absoluteFilePath();
    if (QFileInfo::exists(target) && QFileInfo(target).canonicalFilePath() == QFileInfo(source).canonicalFilePath())
        return fail(Errc::InvalidArgument, target.toUtf8() + ": this is the session itself");
    const QString part = absolute + QStringLiteral(".part");
    removeFile(part);
    auto rows = copyTo(part, **reader, onProgress);
    if (rows) {
        std::error_code error;
        std::filesystem::rename(QFile::encodeName(part).toStdString(), QFile::encodeName(absolute).toStdString(), error);
        if (error)
            rows = fail(Errc::Io, absolute.toUtf8() + ": " + QByteArray::fromStdString(error.message()));
    }
    if (!rows)
        removeFile(part);
    return rows;
}

} // namespace pushscope
