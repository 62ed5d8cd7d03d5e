// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionreader.h"

#include "session/statearchive.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>
#include <QtEndian>
#include <algorithm>
#include <cerrno>

namespace pushscope {

namespace {

constexpr char SqliteMagic[] = "SQLite format 3"; // sqlite.org/fileformat2.html section 1.3
constexpr quint64 FirstSkip = 64; // rows, over a damaged place; the next one twice as many
constexpr int MaxSkips = 40;
constexpr qsizetype MaxFigureOctets = 2 * 1024 * 1024; // packed, that a look back may cost

bool hasMagic(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(sizeof SqliteMagic) == QByteArray(SqliteMagic, sizeof SqliteMagic);
}

// Whether it has fewer pages than its header says (section 1.3).
bool isCutOff(const QString &path)
{
    QFile file(path);
    const QByteArray header = file.open(QIODevice::ReadOnly) ? file.read(100) : QByteArray();
    if (header.size() < 100)
        return false;
    const qint64 pageSize = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pages = qFromBigEndian<quint32>(header.constData() + 28);
    return file.size() < pages * (pageSize == 1 ? 65536 : pageSize);
}

} // namespace

struct SessionReader::Statements {
    explicit Statements(const SessionFile &file)
        : chunkAfter(file.query())
        , chunkHolding(file.query())
        , chunkAt(file.query())
        , extrasAfter(file.query())
        , keyAt(file.query())
        , firstKey(file.query())
        , changes(file.query())
        , changeAt(file.query())
        , deliveries(file.query())
    {
    }
    [[nodiscard]] bool prepare()
    {
        const QString extra = QStringLiteral("SELECT kind, id, after, begin_ns, end_ns, count, body FROM extras WHERE ");
        return chunkAfter.prepare(QStringLiteral("SELECT * FROM chunks WHERE first > ? ORDER BY first LIMIT 1"))
            && chunkHolding.prepare(QStringLiteral("SELECT * FROM chunks WHERE first <= ? ORDER BY first DESC LIMIT 1"))
            && chunkAt.prepare(QStringLiteral("SELECT * FROM chunks WHERE begin_ns <= ? ORDER BY begin_ns DESC LIMIT 1"))
            && extrasAfter.prepare(extra + QStringLiteral("id > ? AND after < ? AND kind < 3 ORDER BY id LIMIT ?"))
            && keyAt.prepare(extra + QStringLiteral("kind = ? AND end_ns <= ? ORDER BY end_ns DESC LIMIT 1"))
            && firstKey.prepare(extra + QStringLiteral("kind = ? ORDER BY end_ns LIMIT 1"))
            && changes.prepare(extra + QStringLiteral("kind = 1 AND end_ns > ? AND end_ns <= ? ORDER BY end_ns, id"))
            && changeAt.prepare(extra + QStringLiteral("kind = 1 AND end_ns <= ? ORDER BY end_ns DESC LIMIT 1"))
            && deliveries.prepare(extra
                                  + QStringLiteral("kind = 0 AND end_ns > ? AND begin_ns <= ? ORDER BY end_ns DESC, id DESC"));
    }
    QSqlQuery chunkAfter, chunkHolding, chunkAt, extrasAfter, keyAt, firstKey, changes, changeAt, deliveries;
};

SessionReader::SessionReader() = default;

SessionReader::~SessionReader() = default;

Result<std::unique_ptr<SessionReader>> SessionReader::open(const QString &path)
{
    if (QFile probe(path); !probe.open(QIODevice::ReadOnly) && probe.errorString() == qt_error_string(ENOENT))
        return fail(Errc::NotFound, path.toUtf8() + ": there is no such file");
    std::unique_ptr<SessionReader> reader(new SessionReader);
    reader->m_path = path;
    auto opened = reader->openFile();
    if (!opened)
        return fail(opened.error().code, path.toUtf8() + ": " + opened.error().detail);
    return reader;
}

Result<void> SessionReader::openFile()
{
    if (QFileInfo(m_path).isDir())
        return fail(Errc::Io, "this is a folder");
    if (QFile file(m_path); !file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, "cannot be read: " + file.errorString().toUtf8());
    if (!hasMagic(m_path))
        return fail(Errc::Corrupt, "this is no session file of Pushscope");
    // Where a log stands beside it, its program is at work or was killed, and the newest rows are in the log. Without one
    // nobody writes: SQLite then needs no lock and makes no file beside it.
    const bool hasLog = QFileInfo(m_path + QStringLiteral("-wal")).size() > 0;
    const QString name = QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath()).toEncoded());
    const QString immutable = name + QStringLiteral("?immutable=1");
    auto opened = m_file.open(hasLog ? name : immutable, true).and_then([this] { return checkKind(); });
    if (!opened && hasLog && opened.error().code == Errc::Io) {
        m_file.close();
        opened = m_file.open(immutable, true).and_then([this] { return checkKind(); });
        m_damage = "the log beside the file can't be read: its newest rows are missing";
    }
    if (!opened && opened.error().code == Errc::Corrupt && isCutOff(m_path)) {
        // SQLite would not look into a file that is shorter than its header says, but for this switch.
        opened = m_file.run("PRAGMA writable_schema=ON").and_then([this] { return checkKind(); });
        m_damage = "the file is cut off: its end is missing";
    }
    if (!opened)
        return opened;
    m_sql = std::make_unique<Statements>(m_file);
    if (!m_sql->prepare())
        return fail(Errc::Corrupt,
                    m_damage.isEmpty() ? QByteArray("its tables are not those of a session file")
                                       : m_damage + ", and nothing of it can be read");
    // Keyframes that were derived are for sessions without others.
    const auto recorded = m_file.number("SELECT EXISTS (SELECT 1 FROM extras WHERE kind = 2)");
    m_keyKind = int(recorded.value_or(1) == 1 ? SessionExtra::Kind::Key : SessionExtra::Kind::Derived);
    return readHead().map([this] { readStrings(); });
}

Result<void> SessionReader::checkKind()
{
    const auto application = m_file.number("PRAGMA application_id");
    const auto version = m_file.number("PRAGMA user_version");
    if (!application || !version)
        return tl::unexpected((application ? version : application).error());
    if (*application == 0 && m_file.number("SELECT count(*) FROM sqlite_master").value_or(1) == 0)
        return fail(Errc::Corrupt,
                    "this database is empty: where its program was killed, the rows are in the file of the same name with "
                    "-wal, which belongs beside it");
    if (*application != SessionFile::ApplicationId)
        return fail(Errc::Corrupt, "this is a database of another program");
    if (*version > SessionFile::SchemaVersion)
        return fail(Errc::Corrupt, "it was written by a later version of Pushscope");
    return {};
}

Result<void> SessionReader::readHead()
{
    QSqlQuery query = m_file.query();
    if (!query.exec(QStringLiteral("SELECT key, value FROM meta")))
        return tl::unexpected(SessionFile::errorOf(query, "read"));
    while (query.next()) {
        const QString key = query.value(0).toString();
        const QVariant value = query.value(1);
        if (key == QLatin1String("hub"))
            m_head.hub = value.toByteArray();
        else if (key == QLatin1String("epoch"))
            m_head.epoch = value.toByteArray();
        else if (key == QLatin1String("wall_start"))
            m_head.wallStart = WallTime(Milliseconds(value.toLongLong()));
        else if (key == QLatin1String("redacted"))
            m_head.redacted = value.toInt() != 0;
        else if (key == QLatin1String("version"))
            m_head.version = value.toByteArray();
        else if (key == QLatin1String("header"))
            m_head.header = value.toByteArray();
        else if (key == QLatin1String("ended"))
            m_ended = value.toInt() != 0;
    }
    return {};
}

void SessionReader::readStrings()
{
    QSqlQuery query = m_file.query();
    query.prepare(QStringLiteral("SELECT id, text FROM strings WHERE id >= ? ORDER BY id"));
    query.addBindValue(m_strings.size());
    if (!query.exec())
        damaged(SessionFile::errorOf(query, "strings"));
    while (query.next())
        m_strings.add(query.value(0).toULongLong(), query.value(1).toByteArray());
}

void SessionReader::damaged(const Error &error)
{
    if (m_damage.isEmpty())
        m_damage = error.detail;
}

void SessionReader::judge(const RowDecoder &decoder)
{
    if (!decoder.isWhole())
        damaged({Errc::Corrupt, "some of its rows are damaged"});
}

SessionReader::Span SessionReader::span()
{
    Span span;
    const auto first = m_file.number("SELECT min(first) FROM chunks");
    const auto last = m_file.number("SELECT first + count - 1 FROM chunks ORDER BY first DESC LIMIT 1");
    const auto begin = m_file.number("SELECT min(begin_ns) FROM chunks");
    const auto end = m_file.number("SELECT max(e) FROM (SELECT end_ns AS e FROM (SELECT end_ns FROM chunks ORDER BY first DESC "
                                   "LIMIT 16) UNION ALL SELECT max(end_ns) FROM extras WHERE kind = 1)");
    for (const auto *value : {&first, &last, &begin, &end}) {
        if (!*value)
            damaged(value->error());
    }
    span.firstRow = qMax<quint64>(1, quint64(first.value_or(1)));
    span.lastRow = quint64(last.value_or(0));
    span.beginNs = begin.value_or(0);
    span.endNs = end.value_or(0);
    return span;
}

std::optional<SessionChunk> SessionReader::chunkAfter(quint64 row)
{
    quint64 step = FirstSkip;
    for (int skip = 0; skip < MaxSkips; ++skip, step *= 2) {
        // The chunk that has `row` itself may go on after it.
        for (QSqlQuery *query : {&m_sql->chunkHolding, &m_sql->chunkAfter}) {
            query->bindValue(0, row);
            if (!query->exec()) {
                damaged(SessionFile::errorOf(*query, "rows"));
                continue;
            }
            if (query->next()) {
                SessionChunk chunk{query->value(0).toULongLong(), query->value(1).toUInt(), query->value(2).toLongLong(),
                                   query->value(3).toLongLong(), query->value(4).toByteArray()};
                query->finish();
                if (chunk.first + chunk.count > row + 1 && chunk.count > 0) {
                    readStrings();
                    return chunk;
                }
                continue;
            }
            const bool broken = query->lastError().isValid();
            if (broken)
                damaged(SessionFile::errorOf(*query, "rows"));
            else if (query == &m_sql->chunkAfter)
                return {};
        }
        row += step;
    }
    return {};
}

quint64 SessionReader::lastRowAt(qint64 ns)
{
    QSqlQuery &query = m_sql->chunkAt;
    query.bindValue(0, ns);
    if (!query.exec() || !query.next())
        return 0;
    const quint64 first = query.value(0).toULongLong();
    const QByteArray body = query.value(4).toByteArray();
    RowDecoder decoder(body, query.value(1).toUInt());
    query.finish();
    PackedRow row;
    quint64 number = first - 1, last = 0;
    while (decoder.next(row)) {
        ++number;
        if (row.monoNs <= ns)
            last = number;
    }
    return last;
}

SessionExtra SessionReader::extraOf(const QSqlQuery &query)
{
    return {SessionExtra::Kind(query.value(0).toInt()),
            query.value(1).toULongLong(),
            query.value(2).toULongLong(),
            query.value(3).toLongLong(),
            query.value(4).toLongLong(),
            query.value(5).toUInt(),
            query.value(6).toByteArray()};
}

std::vector<SessionExtra> SessionReader::extrasAfter(quint64 id, quint64 beforeRow, int limit)
{
    std::vector<SessionExtra> extras;
    QSqlQuery &query = m_sql->extrasAfter;
    query.bindValue(0, id);
    query.bindValue(1, qint64(qMin<quint64>(beforeRow, quint64(std::numeric_limits<qint64>::max()))));
    query.bindValue(2, limit);
    if (!query.exec())
        damaged(SessionFile::errorOf(query, "states"));
    while (query.next())
        extras.push_back(extraOf(query));
    query.finish();
    return extras;
}

std::vector<SessionNote> SessionReader::notes()
{
    auto notes = readNotes(m_file);
    if (!notes)
        damaged(notes.error());
    return notes.value_or(std::vector<SessionNote>());
}

RecordedState SessionReader::stateAt(qint64 ns)
{
    RecordedState state;
    SessionExtra key;
    for (QSqlQuery *query : {&m_sql->keyAt, &m_sql->firstKey}) {
        query->bindValue(0, m_keyKind);
        if (query == &m_sql->keyAt)
            query->bindValue(1, ns);
        if (query->exec() && query->next())
            key = extraOf(*query);
        query->finish();
        if (key.id != 0)
            break;
    }
    const auto whole = key.id == 0 ? std::nullopt : unpackState(key.body);
    if (!whole)
        return state;
    state.apply(*whole);
    if (key.endNs <= ns) {
        for (const Snapshot &change : changesBetween(key.endNs, ns))
            state.apply(change);
    }
    return state;
}

std::vector<Snapshot> SessionReader::changesBetween(qint64 after, qint64 upTo)
{
    std::vector<Snapshot> changes;
    QSqlQuery &query = m_sql->changes;
    query.bindValue(0, after);
    query.bindValue(1, upTo);
    if (!query.exec())
        damaged(SessionFile::errorOf(query, "states"));
    while (query.next()) {
        if (auto change = unpackState(query.value(6).toByteArray()))
            changes.push_back(std::move(*change));
        else
            damaged({Errc::Corrupt, "a state of the hub is damaged"});
    }
    query.finish();
    return changes;
}

std::vector<HubFigures> SessionReader::figuresBefore(qint64 ns, std::chrono::nanoseconds step, int count)
{
    std::vector<HubFigures> figures;
    qsizetype octets = 0;
    for (; count > 0 && octets < MaxFigureOctets; --count) {
        SessionExtra change;
        QSqlQuery &query = m_sql->changeAt;
        query.bindValue(0, ns);
        if (query.exec() && query.next())
            change = extraOf(query);
        query.finish();
        const auto unpacked = change.id == 0 ? std::nullopt : unpackFigures(change.body);
        if (!unpacked)
            break;
        figures.push_back(*unpacked);
        octets += change.body.size();
        ns = std::min(ns, change.endNs) - step.count();
    }
    std::reverse(figures.begin(), figures.end());
    return figures;
}

std::vector<Delivery> SessionReader::deliveriesBetween(qint64 after, qint64 upTo, std::size_t limit)
{
    std::vector<Delivery> newest; // backwards
    QSqlQuery &query = m_sql->deliveries;
    query.bindValue(0, after);
    query.bindValue(1, upTo);
    if (!query.exec())
        damaged(SessionFile::errorOf(query, "deliveries"));
    while (newest.size() < limit && query.next()) {
        const auto deliveries = unpackDeliveries(query.value(6).toByteArray());
        if (!deliveries) {
            damaged({Errc::Corrupt, "deliveries are damaged"});
            continue;
        }
        for (auto it = deliveries->rbegin(); it != deliveries->rend() && newest.size() < limit; ++it) {
            if (it->at().count() > after && it->at().count() <= upTo)
                newest.push_back(*it);
        }
    }
    query.finish();
    std::reverse(newest.begin(), newest.end());
    return newest;
}

} // namespace pushscope
