// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionwriter.h"

#include <QFile>
#include <QSqlQuery>
#include <QVariant>

namespace pushscope {

namespace {

const char *const SchemaSql[] = {
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "CREATE TABLE strings (id INTEGER PRIMARY KEY, text BLOB NOT NULL)",
    "CREATE TABLE chunks (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, begin_ns INTEGER NOT NULL, end_ns INTEGER NOT "
    "NULL, body BLOB NOT NULL)",
    "CREATE INDEX chunks_by_time ON chunks (begin_ns)",
    "CREATE TABLE extras (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, after INTEGER NOT NULL, begin_ns INTEGER NOT NULL, "
    "end_ns INTEGER NOT NULL, count INTEGER NOT NULL, body BLOB NOT NULL)",
    "CREATE INDEX extras_by_time ON extras (kind, end_ns)",
    "CREATE INDEX extras_by_place ON extras (after)",
    CreateNotesSql,
    "PRAGMA application_id=1349735269", // SessionFile::ApplicationId
    "PRAGMA user_version=1",
};
static_assert(SessionFile::ApplicationId == 1349735269 && SessionFile::SchemaVersion == 1);

} // namespace

struct SessionWriter::Statements {
    explicit Statements(const SessionFile &file)
        : insertChunk(file.query())
        , insertExtra(file.query())
        , insertString(file.query())
        , insertMeta(file.query())
    {
    }
    [[nodiscard]] bool prepare()
    {
        return insertChunk.prepare(QStringLiteral("INSERT INTO chunks VALUES (?, ?, ?, ?, ?)"))
            && insertExtra.prepare(QStringLiteral("INSERT INTO extras VALUES (NULL, ?, ?, ?, ?, ?, ?)"))
            && insertString.prepare(QStringLiteral("INSERT INTO strings VALUES (?, ?)"))
            && insertMeta.prepare(QStringLiteral("INSERT OR REPLACE INTO meta VALUES (?, ?)"));
    }
    QSqlQuery insertChunk, insertExtra, insertString, insertMeta;
};

SessionWriter::SessionWriter() = default;

SessionWriter::~SessionWriter() = default;

Result<std::unique_ptr<SessionWriter>> SessionWriter::create(const QString &path, const SessionHead &head)
{
    if (QFile::exists(path))
        return fail(Errc::Exists, path.toUtf8() + " exists already");
    // SQLite would not say why it can't be made, and gives the files beside it the mode that this one has.
    constexpr QFile::Permissions OwnersAlone = QFile::ReadOwner | QFile::WriteOwner;
    if (QFile file(path); !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnersAlone))
        return fail(Errc::Io, path.toUtf8() + ": cannot be made: " + file.errorString().toUtf8());
    std::unique_ptr<SessionWriter> writer(new SessionWriter);
    if (auto opened = writer->open(path, head); !opened)
        return fail(opened.error().code, path.toUtf8() + ": " + opened.error().detail);
    return writer;
}

Result<void> SessionWriter::open(const QString &path, const SessionHead &head)
{
    if (auto opened = m_file.open(path, false); !opened)
        return opened;
    for (const char *sql : {"PRAGMA auto_vacuum=NONE", "PRAGMA page_size=8192", "PRAGMA journal_mode=WAL",
                            "PRAGMA synchronous=NORMAL", "PRAGMA wal_autocheckpoint=2000", "PRAGMA cache_size=-8192"}) {
        if (auto done = m_file.run(sql); !done)
            return done;
    }
    if (auto begun = begin(); !begun)
        return begun;
    for (const char *sql : SchemaSql) {
        if (auto done = m_file.run(sql); !done)
            return done;
    }
    m_sql = std::make_unique<Statements>(m_file);
    if (!m_sql->prepare())
        return fail(Errc::Io, "the file can't be written");
    return setHead(head).and_then([this] { return commit(); });
}

Result<void> SessionWriter::begin()
{
    if (m_inTransaction)
        return {};
    return m_file.run("BEGIN IMMEDIATE").map([this] { m_inTransaction = true; });
}

Result<void> SessionWriter::setHead(const SessionHead &head)
{
    if (m_chunk && m_chunk->count() > 0) {
        if (auto written = writeChunk(); !written) // its rows count from the former start
            return written;
    }
    m_chunk = std::make_unique<RowEncoder>(m_strings, head.wallStart);
    if (auto begun = begin(); !begun)
        return begun;
    const std::pair<const char *, QVariant> values[] = {
        {"hub", head.hub},
        {"epoch", head.epoch},
        {"wall_start", qint64(head.wallStart.time_since_epoch().count())},
        {"redacted", int(head.redacted)},
        {"version", head.version},
        {"header", head.header},
        {"ended", 0},
    };
    for (const auto &[key, value] : values) {
        m_sql->insertMeta.bindValue(0, QString::fromLatin1(key));
        m_sql->insertMeta.bindValue(1, value);
        if (!m_sql->insertMeta.exec())
            return tl::unexpected(SessionFile::errorOf(m_sql->insertMeta, "write"));
    }
    return {};
}

Result<void> SessionWriter::add(const SessionRow &row)
{
    m_chunk->add(row);
    ++m_rows;
    if (m_chunk->count() < RowsPerChunk && m_chunk->octets() < OctetsPerChunk)
        return {};
    return writeChunk();
}

Result<void> SessionWriter::add(const SessionExtra &extra)
{
    if (auto begun = begin(); !begun)
        return begun;
    QSqlQuery &insert = m_sql->insertExtra;
    insert.bindValue(0, int(extra.kind));
    insert.bindValue(1, m_rows);
    insert.bindValue(2, extra.beginNs);
    insert.bindValue(3, extra.endNs);
    insert.bindValue(4, extra.count);
    insert.bindValue(5, extra.body);
    if (!insert.exec())
        return tl::unexpected(SessionFile::errorOf(insert, "write"));
    return {};
}

Result<void> SessionWriter::writeStrings()
{
    for (quint32 id = m_strings.firstUnstored(); id < m_strings.size(); ++id) {
        m_sql->insertString.bindValue(0, id);
        m_sql->insertString.bindValue(1, m_strings.string(id));
        if (!m_sql->insertString.exec())
            return tl::unexpected(SessionFile::errorOf(m_sql->insertString, "write"));
    }
    m_strings.setStored();
    return {};
}

Result<void> SessionWriter::writeChunk()
{
    if (m_chunk->count() == 0)
        return {};
    if (auto begun = begin(); !begun)
        return begun;
    if (auto written = writeStrings(); !written)
        return written;
    QSqlQuery &insert = m_sql->insertChunk;
    const quint32 count = m_chunk->count();
    insert.bindValue(0, m_written + 1);
    insert.bindValue(1, count);
    insert.bindValue(2, m_chunk->firstNs());
    insert.bindValue(3, m_chunk->lastNs());
    insert.bindValue(4, m_chunk->take());
    if (!insert.exec())
        return tl::unexpected(SessionFile::errorOf(insert, "write"));
    m_written += count;
    return {};
}

Result<void> SessionWriter::commit()
{
    if (auto written = writeChunk(); !written)
        return written;
    if (!m_inTransaction)
        return {};
    if (auto committed = m_file.run("COMMIT"); !committed)
        return committed;
    m_inTransaction = false;
    const auto pages = m_file.number("PRAGMA page_count");
    const auto free = m_file.number("PRAGMA freelist_count");
    const auto size = m_file.number("PRAGMA page_size");
    if (pages && free && size)
        m_octets = (*pages - *free) * *size;
    return {};
}

Result<quint64> SessionWriter::prune(qint64 octets, qint64 beforeNs)
{
    quint64 dropped = 0;
    if (auto committed = commit(); !committed)
        return tl::unexpected(committed.error());
    // An eighth at a time: room for a while, and never all of it.
    for (int round = 0; round < 8; ++round) {
        const bool tooLarge = octets > 0 && m_octets > octets;
        const auto old = QByteArray("SELECT EXISTS (SELECT 1 FROM chunks WHERE end_ns < " + QByteArray::number(beforeNs)
                                    + " ORDER BY first LIMIT 1)");
        const auto tooOld = m_file.number(old.constData());
        if (!tooOld)
            return tl::unexpected(tooOld.error());
        if (!tooLarge && *tooOld == 0)
            break;
        const auto gone = dropOldest(tooLarge ? 8 : 0, beforeNs);
        if (!gone)
            return gone;
        dropped += *gone;
        if (*gone == 0)
            break;
    }
    return dropped;
}

// What is before `beforeNs` and, where `share` is not 0, the oldest share-th of the rows.
Result<quint64> SessionWriter::dropOldest(qint64 share, qint64 beforeNs)
{
    const auto first = m_file.number("SELECT min(first) FROM chunks");
    const auto aged = m_file.number(
        QByteArray("SELECT max(first + count) FROM chunks WHERE end_ns < " + QByteArray::number(beforeNs)).constData());
    if (!first || !aged)
        return tl::unexpected((first ? aged : first).error());
    qint64 upTo = *aged;
    if (share > 0)
        upTo = qMax(upTo, *first + qMax<qint64>(1, (qint64(m_written) - *first + 1) / share));
    const QByteArray border = QByteArray::number(upTo);
    const auto kept = m_file.number(("SELECT min(first) FROM chunks WHERE first >= " + border).constData());
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept == 0)
        return quint64(0); // all that is left
    const QByteArray from = QByteArray::number(*kept);
    // Changes are of no use without a keyframe before them.
    auto done = begin()
                    .and_then([&] { return m_file.run(("DELETE FROM chunks WHERE first < " + from).constData()); })
                    .and_then([&] { return m_file.run(("DELETE FROM extras WHERE after + 1 < " + from).constData()); })
                    .and_then([&] { return commit(); });
    if (!done)
        return tl::unexpected(done.error());
    return quint64(*kept - *first);
}

Result<void> SessionWriter::finish()
{
    if (auto committed = commit(); !committed)
        return committed;
    m_sql.reset(); // a statement at work would keep the log
    return m_file.run("UPDATE meta SET value = 1 WHERE key = 'ended'")
        .and_then([this] { return m_file.run("PRAGMA wal_checkpoint(TRUNCATE)"); })
        .and_then([this] { return m_file.run("PRAGMA journal_mode=DELETE"); })
        .map([this] { m_file.close(); });
}

} // namespace pushscope
