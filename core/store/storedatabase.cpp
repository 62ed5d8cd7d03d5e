// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storedatabase.h"

#include "store/recentring.h"
#include "store/storesql.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>

namespace pushscope {

static constexpr quint64 MaxSliceBytes = 8 * 1024 * 1024; // of one read, so that large events don't hold up the commits

struct StoreDatabase::Statements {
    explicit Statements(const QSqlDatabase &db)
        : insertEvent(db)
        , insertChannel(db)
        , insertKey(db)
        , deleteEvents(db)
        , deleteChannel(db)
        , insertEvicted(db)
        , deleteKeys(db)
        , updateHead(db)
        , selectChannel(db)
        , selectEvent(db)
        , selectOldest(db)
    {
    }
    QSqlQuery insertEvent, insertChannel, insertKey, deleteEvents, deleteChannel, insertEvicted, deleteKeys, updateHead,
        selectChannel, selectEvent, selectOldest;
};

void Eviction::add(Seq seq, quint64 size, const QList<QByteArray> &to)
{
    upTo = seq;
    ++events;
    bytes += size;
    for (const QByteArray &channel : to)
        channels[channel] = seq;
}

bool PendingWrites::isEmpty() const noexcept
{
    return events.empty() && evictions.empty() && forgetKeysUpTo.isNull() && reserveUpTo.isNull() && !markClean;
}

StoreDatabase::StoreDatabase() = default;

StoreDatabase::~StoreDatabase()
{
    close();
}

Result<void> StoreDatabase::open(const QString &path, Durability durability)
{
    m_durability = durability;
    m_connection = QStringLiteral("pushscope-store-") + QUuid::createUuid().toString(QUuid::Id128);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        db.setDatabaseName(path);
        db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=200"));
        if (!db.open())
            return tl::unexpected(sqlError(db.lastError(), "open"));
    }
    // The schema first: a database of another program is left as it is.
    return makeSchema()
        .and_then([&] { return run("PRAGMA journal_mode=WAL"); })
        .and_then([&] { return run(durability == Durability::Fsync ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"); })
        .and_then([&] { return run("PRAGMA wal_autocheckpoint=4000"); })
        .and_then([&] { return run("PRAGMA journal_size_limit=67108864"); })
        .and_then([&] { return run("PRAGMA cache_size=-16384"); })
        .and_then([&] { return prepare(); })
        .and_then([&] { return readHead(); });
}

void StoreDatabase::close()
{
    m_sql.reset();
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

Result<void> StoreDatabase::run(const char *sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(QString::fromLatin1(sql)))
        return tl::unexpected(sqlError(query.lastError(), sql));
    return {};
}

Result<qint64> StoreDatabase::pragma(const char *name)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(QStringLiteral("PRAGMA ") + QString::fromLatin1(name)) || !query.next())
        return tl::unexpected(sqlError(query.lastError(), name));
    return query.value(0).toLongLong();
}

Result<void> StoreDatabase::makeSchema()
{
    const Result<qint64> version = pragma("user_version");
    const Result<qint64> application = pragma("application_id");
    const Result<qint64> tables = pragma("schema_version"); // 0: nothing was ever made in it
    for (const auto *value : {&version, &application, &tables}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    if (*application == ApplicationId && *version == SchemaVersion)
        return {};
    if (*tables != 0 && *application != ApplicationId)
        return fail(Errc::Corrupt, "it is a database of another program");
    if (*tables != 0)
        return fail(Errc::Corrupt,
                    "its schema has version " + QByteArray::number(*version) + ", which this program doesn't know");
    if (const auto begun = run("BEGIN IMMEDIATE"); !begun)
        return begun;
    for (const char *sql : SchemaSql) {
        if (const auto done = run(sql); !done)
            return done;
    }
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("INSERT INTO head VALUES (1, ?, 1, 0, 0, 0, 0, 1)"));
    query.addBindValue(makeEpoch());
    if (!query.exec())
        return tl::unexpected(sqlError(query.lastError(), "insert head"));
    return run("COMMIT");
}

Result<void> StoreDatabase::prepare()
{
    m_sql = std::make_unique<Statements>(QSqlDatabase::database(m_connection, false));
    const std::pair<QSqlQuery *, const char *> statements[] = {
        {&m_sql->insertEvent, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)"},
        {&m_sql->insertChannel, "INSERT OR IGNORE INTO event_channels VALUES (?, ?)"},
        {&m_sql->insertKey, "INSERT INTO keys VALUES (?, ?, ?, ?)"},
        {&m_sql->deleteEvents, "DELETE FROM events WHERE seq <= ?"},
        {&m_sql->deleteChannel, "DELETE FROM event_channels WHERE channel = ? AND seq <= ?"},
        {&m_sql->insertEvicted, "INSERT OR REPLACE INTO evicted VALUES (?, ?)"},
        {&m_sql->deleteKeys, "DELETE FROM keys WHERE seq <= ?"},
        {&m_sql->updateHead,
         "UPDATE head SET epoch = ?, next_seq = ?, reserved = ?, last_seq = ?, stored = ?, bytes = ?, clean = ?"},
        {&m_sql->selectChannel, "SELECT seq FROM event_channels WHERE channel = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"},
        {&m_sql->selectEvent, "SELECT seq, published, size, channels, publisher, type, data FROM events WHERE seq = ?"},
        {&m_sql->selectOldest, "SELECT seq, published, size, channels FROM events ORDER BY seq LIMIT ?"},
    };
    for (const auto &[query, sql] : statements) {
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromLatin1(sql)))
            return tl::unexpected(sqlError(query->lastError(), "prepare"));
    }
    return {};
}

Result<void> StoreDatabase::check()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(QStringLiteral("PRAGMA quick_check(1)")) || !query.next())
        return tl::unexpected(sqlError(query.lastError(), "quick_check"));
    const QByteArray verdict = query.value(0).toByteArray();
    return verdict == "ok" ? Result<void>() : fail(Errc::Corrupt, verdict);
}

Result<void> StoreDatabase::readHead()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(QStringLiteral("SELECT epoch, next_seq, reserved, last_seq, stored, bytes, clean FROM head")))
        return tl::unexpected(sqlError(query.lastError(), "read head"));
    if (!query.next())
        return fail(Errc::Corrupt, "its head is missing");
    m_head
        = {query.value(0).toByteArray(), seqAt(query, 1),        seqAt(query, 2), seqAt(query, 3), query.value(4).toULongLong(),
           query.value(5).toULongLong(), query.value(6).toBool()};
    return {};
}

Result<void> StoreDatabase::writeHead(const Head &head)
{
    return execute(m_sql->updateHead, head.epoch, qint64(head.next.value), qint64(head.reservedUpTo.value),
                   qint64(head.last.value), qint64(head.stored), qint64(head.bytes), head.clean ? 1 : 0);
}

Result<void> StoreDatabase::begin(const Epoch &epoch, Seq next, Seq reserveUpTo)
{
    Head head = m_head;
    head.epoch = epoch;
    head.next = next;
    head.reservedUpTo = reserveUpTo;
    head.clean = false;
    // Into the database file itself: were the log lost, the file must not claim that it ended cleanly.
    return writeHead(head).and_then([&] { return run("PRAGMA wal_checkpoint(TRUNCATE)"); }).map([&] { m_head = head; });
}

Result<QHash<QByteArray, Seq>> StoreDatabase::evicted()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    QHash<QByteArray, Seq> channels;
    if (!query.exec(QStringLiteral("SELECT channel, seq FROM evicted")))
        return tl::unexpected(sqlError(query.lastError(), "read evicted"));
    while (query.next())
        channels.insert(query.value(0).toByteArray(), seqAt(query, 1));
    return finished(query, std::move(channels));
}

Result<std::vector<StoreDatabase::StoredKey>> StoreDatabase::keys(WallTime since)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT publisher, key, seq, at FROM keys WHERE at > ? ORDER BY seq"));
    std::vector<StoredKey> keys;
    if (const auto done = execute(query, toMilliseconds(since)); !done)
        return tl::unexpected(done.error());
    while (query.next())
        keys.push_back({query.value(0).toByteArray(), query.value(1).toByteArray(), seqAt(query, 2), wallAt(query, 3)});
    return finished(query, std::move(keys));
}

Result<OldestEvent> StoreDatabase::oldest()
{
    return plan({}, 0).map([](const EvictionPlan &plan) { return plan.oldest; });
}

Result<std::vector<EventPtr>> StoreDatabase::newest(std::size_t events, quint64 bytes)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT seq, published, size, channels, publisher, type, data FROM events ORDER BY seq DESC LIMIT ?"));
    if (const auto done = execute(query, qint64(events)); !done)
        return tl::unexpected(done.error());
    std::vector<EventPtr> newest;
    for (quint64 sum = 0; query.next();) {
        sum += query.value(2).toULongLong();
        if (sum > bytes)
            break;
        newest.push_back(eventAt(query));
    }
    std::reverse(newest.begin(), newest.end());
    return finished(query, std::move(newest));
}

Result<void> StoreDatabase::write(const PendingWrites &writes)
{
    // A reservation has to outlive a power cut, and these are rare; FULL can't be set within the transaction.
    const bool sync = m_durability != Durability::Fsync && (!writes.reserveUpTo.isNull() || writes.markClean);
    if (sync)
        (void)run("PRAGMA synchronous=FULL");
    Head head = m_head;
    Result<void> done = run("BEGIN IMMEDIATE");
    if (done) {
        done = writeAll(writes, head).and_then([&] { return run("COMMIT"); });
        if (done)
            m_head = std::move(head);
        else
            (void)run("ROLLBACK"); // SQLite may have done so itself
    }
    if (sync)
        (void)run("PRAGMA synchronous=NORMAL");
    return done;
}

Result<void> StoreDatabase::writeAll(const PendingWrites &writes, Head &head)
{
    for (const EventPtr &event : writes.events) {
        if (auto done = insert(*event); !done)
            return done;
        head.last = event->seq;
        head.next = event->seq.next();
        head.bytes += retainedBytes(*event);
    }
    head.stored += writes.events.size();
    for (const Eviction &eviction : writes.evictions) {
        if (auto done = remove(eviction); !done)
            return done;
        head.stored -= eviction.events;
        head.bytes -= eviction.bytes;
    }
    if (!writes.forgetKeysUpTo.isNull()) {
        if (auto done = execute(m_sql->deleteKeys, qint64(writes.forgetKeysUpTo.value)); !done)
            return done;
    }
    head.reservedUpTo = std::max(head.reservedUpTo, writes.reserveUpTo);
    head.clean = writes.markClean;
    return writeHead(head);
}

Result<void> StoreDatabase::insert(const Event &event)
{
    const auto seq = qint64(event.seq.value);
    Result<void> done = execute(m_sql->insertEvent, seq, toMilliseconds(event.published), qint64(retainedBytes(event)),
                                packChannels(event.to), event.publisher, event.type, event.data);
    for (const QByteArray &channel : event.to) {
        if (done)
            done = execute(m_sql->insertChannel, channel, seq);
    }
    if (done && !event.key.isEmpty())
        done = execute(m_sql->insertKey, seq, toMilliseconds(event.published), event.publisher, event.key);
    return done;
}

Result<void> StoreDatabase::remove(const Eviction &eviction)
{
    Result<void> done = execute(m_sql->deleteEvents, qint64(eviction.upTo.value));
    for (auto it = eviction.channels.begin(); it != eviction.channels.end() && done; ++it) {
        const auto seq = qint64(it.value().value);
        done
            = execute(m_sql->deleteChannel, it.key(), seq).and_then([&] { return execute(m_sql->insertEvicted, it.key(), seq); });
    }
    return done;
}

Result<std::vector<qint64>> StoreDatabase::matching(const QList<QByteArray> &channels, Seq after, Seq upTo, std::size_t limit)
{
    std::vector<qint64> seqs;
    for (const QByteArray &channel : channels) {
        QSqlQuery &query = m_sql->selectChannel;
        const auto done = execute(query, channel, qint64(after.value), qint64(upTo.value), qint64(limit));
        if (!done)
            return tl::unexpected(done.error());
        while (query.next())
            seqs.push_back(query.value(0).toLongLong());
        query.finish();
    }
    std::sort(seqs.begin(), seqs.end());
    seqs.erase(std::unique(seqs.begin(), seqs.end()), seqs.end());
    if (seqs.size() > limit)
        seqs.resize(limit);
    return seqs;
}

Result<ReplaySlice> StoreDatabase::read(const QList<QByteArray> &channels, Seq after, Seq upTo, std::size_t limit)
{
    const auto seqs = matching(channels, after, upTo, limit);
    if (!seqs)
        return tl::unexpected(seqs.error());
    ReplaySlice slice{{}, after};
    quint64 bytes = 0;
    for (const qint64 seq : *seqs) {
        QSqlQuery &query = m_sql->selectEvent;
        if (const auto done = execute(query, seq); !done)
            return tl::unexpected(done.error());
        if (!query.next())
            return fail(Errc::Corrupt, "the store has lost event " + QByteArray::number(seq));
        slice.events.push_back(eventAt(query));
        query.finish();
        slice.scannedTo = slice.events.back()->seq;
        bytes += retainedBytes(*slice.events.back());
        if (bytes > MaxSliceBytes)
            return slice;
    }
    if (seqs->size() < limit)
        slice.scannedTo = std::max(after, upTo);
    return slice;
}

Result<EvictionPlan> StoreDatabase::plan(EvictionLimits limits, std::size_t maxEvents)
{
    EvictionPlan plan;
    Eviction &eviction = plan.eviction;
    QSqlQuery &query = m_sql->selectOldest;
    if (const auto done = execute(query, qint64(maxEvents) + 1); !done)
        return tl::unexpected(done.error());
    while (query.next()) {
        const Seq seq = seqAt(query, 0);
        const WallTime published = wallAt(query, 1);
        const bool goes
            = seq <= limits.upTo || eviction.events < limits.events || eviction.bytes < limits.bytes || published < limits.before;
        if (!goes || eviction.events == maxEvents) {
            plan.oldest = {seq, published};
            break;
        }
        eviction.add(seq, query.value(2).toULongLong(), unpackChannels(query.value(3).toByteArray()));
    }
    return finished(query, std::move(plan));
}

} // namespace pushscope
