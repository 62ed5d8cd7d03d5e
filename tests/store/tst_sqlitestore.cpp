// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What only a store in a file promises: to survive kill -9, to see damage, to be used by one process, to go on after a full disk.

#include "storechild.h"

#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace pushscope;
using namespace std::chrono_literals;

using Seqs = QList<quint64>;

class TestSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesOnAfterACleanEnd();
    void goesBeyondAfterAnUncleanEnd();
    void survivesKill();
    void survivesItsLogOrNot_data();
    void survivesItsLogOrNot();
    void trustsTheHeadFile_data();
    void trustsTheHeadFile();
    void movesDamageAside_data();
    void movesDamageAside();
    void isUsedByOneProcess();
    void isNotMovedAsideWhileLocked();
    void saysWhyItCannotOpen_data();
    void saysWhyItCannotOpen();
    void remembersAfterARestart();
    void loadsOnlyTheRing();
    void bounds_data();
    void bounds();
    void reservesAhead();
    void recoversFromAFullDisk();
    void readsThroughAnEviction();
    void endsWithAReadUnderWay();
    void evictsALotInSteps();

private:
    [[nodiscard]] StoreSettings settings() const;
    [[nodiscard]] std::unique_ptr<SqliteStore> open(const StoreSettings &settings, int warnings = 0);
    [[nodiscard]] std::unique_ptr<SqliteStore> open(int warnings = 0) { return open(settings(), warnings); }
    [[nodiscard]] QByteArray readFile(const QString &path) const;
    void writeFile(const QString &path, const QByteArray &content) const;
    void sql(const char *statement) const;
    void fill(int events, bool clean); // appends and ends
    void makeLog(quint64 events); // a store whose events are in its log only, ended by a kill

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    QList<QByteArray> m_warnings;
    FakeClock m_clock;
};

void TestSqliteStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("store"));
    m_clock = FakeClock();
}

StoreSettings TestSqliteStore::settings() const
{
    StoreSettings settings;
    settings.path = m_path;
    settings.retention.age = 0s; // children append with the real clock
    return settings;
}

std::unique_ptr<SqliteStore> TestSqliteStore::open(const StoreSettings &settings, int warnings)
{
    auto store = std::make_unique<SqliteStore>(settings);
    const auto opened = store->open(m_clock.wall());
    m_warnings = opened.value_or(QList<QByteArray>());
    if (!opened)
        qWarning("%s", opened.error().detail.constData());
    if (opened && m_warnings.size() == warnings)
        return store;
    for (const QByteArray &warning : m_warnings)
        qWarning("%s", warning.constData());
    qFatal("not opened as expected");
}

QByteArray TestSqliteStore::readFile(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSqliteStore::writeFile(const QString &path, const QByteArray &content) const
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestSqliteStore::sql(const char *statement) const
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        db.setDatabaseName(m_path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(QString::fromLatin1(statement)));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

void TestSqliteStore::fill(int events, bool clean)
{
    const auto store = open();
    for (int i = 0; i < events; ++i)
        QVERIFY(append(*store, {"*"}, m_clock.wall(), QByteArray(200, '1')));
    waitForCommits(*store);
    if (clean)
        store->close();
}

void TestSqliteStore::makeLog(quint64 events)
{
    StoreChild child(m_path, events);
    QVERIFY(child.waitFor("done"));
    child.kill();
    QCOMPARE(child.acked, events);
    QVERIFY(QFileInfo(m_path + QStringLiteral("-wal")).size() > 0);
}

static Seqs upTo(quint64 last)
{
    Seqs seqs;
    for (quint64 seq = 1; seq <= last; ++seq)
        seqs.append(seq);
    return seqs;
}

void TestSqliteStore::goesOnAfterACleanEnd()
{
    fill(10, true);
    auto store = open();
    const Epoch epoch = store->state().epoch;
    QCOMPARE(store->state().head, Seq{10});
    QCOMPARE(store->state().oldest, Seq{1});
    QCOMPARE(store->state().stored, 10);
    QCOMPARE(store->committed(), Seq{10});
    QCOMPARE(store->nextSeq(), Seq{11});
    QCOMPARE(readSeqs(*store, {"*"}), upTo(10));
    store->close();
    store = open(); // though nothing was appended
    QCOMPARE(store->nextSeq(), Seq{11});
    QCOMPARE(store->state().epoch, epoch);
}

void TestSqliteStore::goesBeyondAfterAnUncleanEnd()
{
    fill(10, false);
    auto store = open();
    const Epoch epoch = store->state().epoch;
    QCOMPARE(store->nextSeq(), Seq{65'537});
    QCOMPARE(store->state().head, store->nextSeq().previous()); // a cursor of what was never committed is not beyond it
    QCOMPARE(store->committed(), store->state().head);
    QCOMPARE(readSeqs(*store, {"*"}), upTo(10));
    QCOMPARE(append(*store, {"*"}, m_clock.wall()), Seq{65'537});
    store->close();
    store = open();
    QCOMPARE(store->state().epoch, epoch);
    QCOMPARE(store->nextSeq(), Seq{65'538});
    QCOMPARE(store->state().stored, 11);
}

void TestSqliteStore::survivesKill()
{
    QRandomGenerator random(1);
    quint64 newest = 0;
    Seqs acked;
    Epoch epoch;
    for (int round = 0; round < 6; ++round) {
        StoreChild child(m_path, 0);
        const QByteArray said = child.line();
        QVERIFY2(said.startsWith("open "), said.constData());
        const quint64 first = said.sliced(5).toULongLong();
        QVERIFY2(first > newest, "a seq was given twice");
        for (int lines = random.bounded(1, 40); lines > 0; --lines)
            QVERIFY(child.waitFor("acked"));
        child.kill();
        QVERIFY(child.acked >= first);
        for (quint64 seq = first; seq <= child.acked; ++seq)
            acked.append(seq);

        const auto store = open();
        QVERIFY(epoch.isEmpty() || store->state().epoch == epoch);
        epoch = store->state().epoch;
        Seqs kept = readSeqs(*store, {"*"}, {}, 1'000);
        QVERIFY(std::adjacent_find(kept.begin(), kept.end(), std::greater_equal<>()) == kept.end());
        QVERIFY(std::includes(kept.begin(), kept.end(), acked.begin(), acked.end()));
        newest = kept.last();
        if (round % 2)
            store->close();
    }
}

void TestSqliteStore::survivesItsLogOrNot_data()
{
    QTest::addColumn<std::function<void(QByteArray &)>>("damage");
    QTest::addColumn<bool>("newEpoch");
    using Damage = std::function<void(QByteArray &)>;
    QTest::newRow("intact") << Damage([](QByteArray &) {}) << false;
    QTest::newRow("half of a page more") << Damage([](QByteArray &log) { log += QByteArray(2'000, '\7'); }) << false;
    QTest::newRow("last octet gone") << Damage([](QByteArray &log) { log.chop(1); }) << true;
    QTest::newRow("half gone") << Damage([](QByteArray &log) { log.truncate(log.size() / 2); }) << true;
    QTest::newRow("emptied") << Damage([](QByteArray &log) { log.clear(); }) << true;
    QTest::newRow("garbage") << Damage([](QByteArray &log) { log.fill('\xA5'); }) << true;
    QTest::newRow("an octet flipped in the middle")
        << Damage([](QByteArray &log) { log[log.size() / 2] = char(~log[log.size() / 2]); }) << true;
}

void TestSqliteStore::survivesItsLogOrNot()
{
    QFETCH(std::function<void(QByteArray &)>, damage);
    QFETCH(bool, newEpoch);
    fill(20, true);
    const Epoch before = HeadFile::read(HeadFile::nameFor(m_path))->epoch;
    StoreChild child(m_path, 3'000); // several commits
    QVERIFY(child.waitFor("done"));
    child.kill();
    QByteArray log = readFile(m_path + QStringLiteral("-wal"));
    QVERIFY(log.size() > 100'000);
    damage(log);
    writeFile(m_path + QStringLiteral("-wal"), log);

    auto store = open(newEpoch ? 1 : 0);
    QCOMPARE(store->state().epoch != before, newEpoch);
    const Seqs kept = readSeqs(*store, {"*"}, {}, 1'000);
    QCOMPARE(kept, upTo(quint64(kept.size()))); // the beginning, without a hole
    QVERIFY(newEpoch ? kept.size() >= 20 && kept.size() < 3'020 : kept.size() == 3'020);
    QCOMPARE(store->state().stored, quint64(kept.size()));
    QVERIFY(store->nextSeq() > Seq{3'020});
    QVERIFY(append(*store, {"*"}, m_clock.wall()));
    const Epoch epoch = store->state().epoch;
    store->close();
    store = open(); // said once
    QCOMPARE(store->state().epoch, epoch);
    QCOMPARE(store->state().stored, quint64(kept.size()) + 1);
}

void TestSqliteStore::trustsTheHeadFile_data()
{
    QTest::addColumn<bool>("clean");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<bool>("newEpoch");
    QTest::newRow("unclean, as it was") << false << QByteArray() << false;
    QTest::newRow("unclean, behind") << false << QByteArray("behind") << false;
    QTest::newRow("unclean, ahead") << false << QByteArray("ahead") << true;
    QTest::newRow("unclean, of another store") << false << QByteArray("other") << true;
    QTest::newRow("unclean, missing") << false << QByteArray("missing") << true;
    QTest::newRow("unclean, torn") << false << QByteArray("torn") << true;
    QTest::newRow("unclean, the machine started anew") << false << QByteArray("boot") << true;
    QTest::newRow("unclean, the machine started anew, all was synced") << false << QByteArray("synced") << false;
    QTest::newRow("clean, missing") << true << QByteArray("missing") << false;
    QTest::newRow("clean, the machine started anew") << true << QByteArray("boot") << false;
    QTest::newRow("clean, ahead") << true << QByteArray("ahead") << true; // an older copy was put back
}

void TestSqliteStore::trustsTheHeadFile()
{
    QFETCH(bool, clean);
    QFETCH(QByteArray, what);
    QFETCH(bool, newEpoch);
    fill(10, clean);
    const QString name = HeadFile::nameFor(m_path);
    auto record = HeadFile::read(name);
    QVERIFY(record);
    QCOMPARE(record->last, Seq{10});
    const Epoch before = record->epoch;
    if (what == "behind")
        record->last = Seq{5};
    if (what == "ahead")
        record->last = Seq{11};
    if (what == "other")
        record->epoch = "other";
    if (what == "boot" || what == "synced")
        record->boot = "another";
    record->synced = what == "synced";
    QVERIFY(QFile::remove(name));
    if (what == "torn")
        writeFile(name, "pushscope-head 1 abc 000");
    else if (what != "missing")
        QVERIFY(HeadFile().open(name, *record));

    const auto store = open(newEpoch ? 1 : 0);
    QCOMPARE(store->state().epoch != before, newEpoch);
    QCOMPARE(readSeqs(*store, {"*"}), upTo(10));
    QCOMPARE(store->nextSeq(), clean && !newEpoch ? Seq{11} : Seq{65'537});
}

void TestSqliteStore::movesDamageAside_data()
{
    QTest::addColumn<QByteArray>("what");
    for (const char *what : {"garbage", "text", "header overwritten", "cut in half", "a page overwritten", "emptied",
                             "newer version", "another program's", "a table missing", "its head missing"})
        QTest::newRow(what) << QByteArray(what);
}

void TestSqliteStore::movesDamageAside()
{
    QFETCH(QByteArray, what);
    fill(2'000, false);
    const Epoch before = HeadFile::read(HeadFile::nameFor(m_path))->epoch;
    QByteArray content = readFile(m_path);
    QVERIFY(content.size() > 400'000);
    if (what == "garbage")
        content.fill('\xA5');
    else if (what == "text")
        content = "Dear diary,\n";
    else if (what == "header overwritten")
        content.replace(0, 64, QByteArray(64, '\0'));
    else if (what == "cut in half")
        content.truncate(content.size() / 2 / 4096 * 4096);
    else if (what == "a page overwritten")
        content.replace(content.size() / 2 / 4096 * 4096, 4096, QByteArray(4096, '\xFF'));
    else if (what == "emptied")
        content.clear();
    if (content != readFile(m_path))
        writeFile(m_path, content);
    if (what == "newer version")
        sql("PRAGMA user_version = 2");
    else if (what == "another program's")
        sql("PRAGMA application_id = 42");
    else if (what == "a table missing")
        sql("DROP TABLE keys");
    else if (what == "its head missing")
        sql("DELETE FROM head");
    content = readFile(m_path);

    auto store = open(1);
    const QString aside = m_path + QStringLiteral(".damaged-20260921-141320");
    QVERIFY2(m_warnings.first().contains(aside.toUtf8()), m_warnings.first().constData());
    if (what != "its head missing" && what != "a table missing") // SQLite may tidy up what it can read
        QCOMPARE(readFile(aside), content);
    QVERIFY(QFile::exists(aside));
    QVERIFY(store->state().epoch != before);
    QCOMPARE(store->state().stored, 0);
    QCOMPARE(store->nextSeq(), Seq{1});
    QVERIFY(append(*store, {"*"}, m_clock.wall()));
    store->close();

    writeFile(m_path, "damaged again in the same second");
    store = open(1);
    QVERIFY2(m_warnings.first().contains(aside.toUtf8() + "-2"), m_warnings.first().constData());
    QCOMPARE(readFile(aside + QStringLiteral("-2")), "damaged again in the same second");
}

void TestSqliteStore::isUsedByOneProcess()
{
    StoreChild child(m_path, 5);
    QVERIFY(child.waitFor("done"));
    SqliteStore second(settings());
    const auto opened = second.open(m_clock.wall());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Errc::Exists);
    QVERIFY(opened.error().detail.contains(m_path.toUtf8()));
    child.kill();
    auto store = open(); // what the dead left locked is free
    QCOMPARE(readSeqs(*store, {"*"}), upTo(5));
    SqliteStore third(settings());
    QCOMPARE(third.open(m_clock.wall()).error().code, Errc::Exists);
    store->close();
    QVERIFY(third.open(m_clock.wall()));
}

void TestSqliteStore::isNotMovedAsideWhileLocked()
{
    fill(5, true);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        db.setDatabaseName(m_path);
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(QStringLiteral("BEGIN IMMEDIATE")));
        SqliteStore store(settings());
        const auto opened = store.open(m_clock.wall());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Errc::Exists);
        QSqlQuery(db).exec(QStringLiteral("ROLLBACK"));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    QCOMPARE(readSeqs(*open(), {"*"}), upTo(5));
}

void TestSqliteStore::saysWhyItCannotOpen_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("a folder") << QStringLiteral("folder") << QByteArray("unable to open database file");
    QTest::newRow("below a file") << QStringLiteral("file/store") << QByteArray("file");
    QTest::newRow("where nothing can be made") << QStringLiteral("/proc/store") << QByteArray("/proc/store");
}

void TestSqliteStore::saysWhyItCannotOpen()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, reason);
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("folder")));
    writeFile(m_dir->filePath(QStringLiteral("file")), "x");
    StoreSettings bad = settings();
    bad.path = QDir(m_dir->path()).absoluteFilePath(path);
    SqliteStore store(bad);
    const auto opened = store.open(m_clock.wall());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Errc::Io);
    QVERIFY2(opened.error().detail.contains(reason), opened.error().detail.constData());
    QCOMPARE(store.append(makeEvent(store.nextSeq(), {"*"}, "1", m_clock.wall())).error().code, Errc::Unavailable);
}

void TestSqliteStore::remembersAfterARestart()
{
    StoreSettings few = settings();
    few.retention.events = 2;
    auto store = open(few);
    QVERIFY(append(*store, {"user:a", "user:b"}, m_clock.wall(), "1", "first"));
    m_clock.advance(2min);
    QVERIFY(append(*store, {"user:a"}, m_clock.wall(), "1", "second"));
    QVERIFY(append(*store, {"*"}, m_clock.wall()));
    QVERIFY(append(*store, {"*"}, m_clock.wall()));
    store->expire(m_clock.wall());
    store->close();
    for (const bool clean : {false, true}) {
        store = open(few);
        QCOMPARE(store->evictedUpTo("user:a"), Seq{2});
        QCOMPARE(store->evictedUpTo("user:b"), Seq{1});
        QCOMPARE(store->evictedUpTo("*"), Seq());
        QCOMPARE(store->state().oldest, Seq{3});
        QCOMPARE(store->state().stored, 2);
        QCOMPARE(store->state().bytes, 6);
        QCOMPARE(store->findKey("alice", "first", m_clock.wall()), Seq{1});
        QCOMPARE(store->findKey("alice", "second", m_clock.wall()), Seq{2});
        if (clean)
            store->close();
        store.reset();
    }
    m_clock.advance(3min); // "first" is five minutes old
    store = open(few);
    QCOMPARE(store->findKey("alice", "first", m_clock.wall()), std::nullopt);
    QCOMPARE(store->findKey("alice", "second", m_clock.wall()), Seq{2});
    store->expire(m_clock.wall());
}

void TestSqliteStore::loadsOnlyTheRing()
{
    fill(500, true);
    StoreSettings small = settings();
    small.ringEvents = 10;
    auto store = open(small);
    const QList<QByteArray> all{"*"};
    QVERIFY(!store->readRecent(all, Seq{489}, 100));
    QCOMPARE(seqsOf(store->readRecent(all, Seq{490}, 100)->events).size(), 10);
    QCOMPARE(readSeqs(*store, all, Seq{300}, 7).size(), 200);
    store->close();
    small.ringEvents = 1'000;
    small.ringBytes = 202 * 5; // type, channel and data
    store = open(small);
    QVERIFY(!store->readRecent(all, Seq{494}, 100));
    QCOMPARE(seqsOf(store->readRecent(all, Seq{495}, 100)->events).size(), 5);
}

void TestSqliteStore::bounds_data()
{
    QTest::addColumn<quint64>("events");
    QTest::addColumn<quint64>("bytes");
    QTest::newRow("by count") << 10ull << 1'000'000ull;
    QTest::newRow("by octets") << 1'000ull << 10ull * 202;
}

void TestSqliteStore::bounds()
{
    QFETCH(quint64, events);
    QFETCH(quint64, bytes);
    StoreSettings tight = settings();
    tight.maxWaitingEvents = events;
    tight.maxWaitingBytes = bytes;
    tight.ringEvents = 3; // never drops what is not on disk
    const auto store = open(tight);
    Seqs all;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 10; ++i)
            all.append(append(*store, {"*"}, m_clock.wall(), QByteArray(200, '1')).value().value);
        const Seq next = store->nextSeq();
        const auto refused = append(*store, {"*"}, m_clock.wall());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Unavailable);
        QCOMPARE(store->nextSeq(), next); // not used
        QCOMPARE(readSeqs(*store, {"*"}), all);
        waitForCommits(*store);
    }
    QCOMPARE(all, upTo(30));
    store->close();
    QCOMPARE(readSeqs(*open(), {"*"}), all);
}

void TestSqliteStore::reservesAhead()
{
    StoreSettings small = settings();
    small.reserveBlock = 8;
    small.maxWaitingEvents = 4;
    auto store = open(small);
    for (quint64 seq = 1; seq <= 100; ++seq) {
        spinUntil([&] { return append(*store, {"*"}, m_clock.wall()).has_value(); });
        QCOMPARE(store->state().head, Seq{seq});
    }
    waitForCommits(*store);
    store.reset();
    store = open(small);
    QVERIFY(store->nextSeq() > Seq{100} && store->nextSeq() <= Seq{117});
    store->close();
}

void TestSqliteStore::recoversFromAFullDisk()
{
#ifdef Q_OS_UNIX
    StoreSettings small = settings();
    small.ringEvents = 2; // the ring must not drop what is not on disk
    const auto store = open(small);
    QVERIFY(append(*store, {"*"}, m_clock.wall()));
    while (HeadFile::read(HeadFile::nameFor(m_path))->last != Seq{1}) // on disk, but the hub's side has not been told yet
        QThread::yieldCurrentThread();
    int failures = 0;
    Seq told;
    store->setCommitted([&](const Result<Seq> &seq) {
        failures += seq.has_value() ? 0 : 1;
        told = seq.value_or(told);
    });

    std::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit fails
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit tight{rlim_t(QFileInfo(m_path + QStringLiteral("-wal")).size() + 20'000), limit.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    for (int i = 0; i < 10; ++i)
        QVERIFY(append(*store, {"*"}, m_clock.wall(), QByteArray(10'000, '1')));
    spinUntil([&] { return failures > 0; });
    const Seq next = store->nextSeq();
    const auto refused = append(*store, {"*"}, m_clock.wall());
    const Seqs read = readSeqs(*store, {"*"});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::Unavailable);
    QCOMPARE(next, Seq{12});
    QCOMPARE(read, upTo(11)); // meanwhile they are read from memory
    QVERIFY(store->committed() < Seq{11});
    spinUntil([&] { return told == Seq{11}; });
    QCOMPARE(failures, 1);
    QVERIFY(append(*store, {"*"}, m_clock.wall()));
    store->close();
    QCOMPARE(readSeqs(*open(), {"*"}), upTo(12));
#endif
}

void TestSqliteStore::readsThroughAnEviction()
{
    fill(100, true);
    StoreSettings small = settings();
    small.ringEvents = 10;
    const auto store = open(small);
    // Asked for before the eviction: finds what was there. Asked for after it has shown: does not.
    auto before = store->read({"*"}, Seq{}, 1'000);
    store->evict(Seq{50});
    QCOMPARE(seqsOf(QCoro::waitFor(std::move(before))->events), upTo(90));
    spinUntil([&] { return store->state().oldest == Seq{51}; });
    const auto after = QCoro::waitFor(store->read({"*"}, Seq{}, 1'000));
    QCOMPARE(after->events.size(), 40);
    QCOMPARE(after->events.front()->seq, Seq{51});
    QCOMPARE(after->scannedTo, Seq{90});
}

void TestSqliteStore::endsWithAReadUnderWay()
{
    fill(100, true);
    StoreSettings small = settings();
    small.ringEvents = 10;
    const auto store = open(small);
    auto read = store->read({"*"}, Seq{}, 1'000);
    QVERIFY(!read.isReady());
    store->close();
    QVERIFY(read.isReady());
    const auto late = QCoro::waitFor(store->read({"*"}, Seq{}, 10));
    QCOMPARE(late.error().code, Errc::Cancelled);
}

void TestSqliteStore::evictsALotInSteps()
{
    fill(9'000, true);
    for (const std::size_t ring : {std::size_t(10), std::size_t(100'000)}) { // plans of the store's thread, and the hub's own
        StoreSettings small = settings();
        small.ringEvents = ring;
        const auto store = open(small);
        const quint64 oldest = ring == 10 ? 4'501 : 9'000;
        QVERIFY(append(*store, {"user:a"}, m_clock.wall()));
        store->evict(Seq{oldest - 1});
        spinUntil([&] { return store->state().oldest == Seq{oldest}; });
        QCOMPARE(store->evictedUpTo("*"), Seq{oldest - 1});
        QCOMPARE(readSeqs(*store, {"*"}, {}, 1'000).size(), 9'001 - qsizetype(oldest));
        store->close();
        const auto again = open(small);
        QCOMPARE(again->state().oldest, Seq{oldest});
        QCOMPARE(readSeqs(*again, {"*"}, {}, 1'000).size(), 9'001 - qsizetype(oldest));
        again->close();
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--append") == 0)
        return runStoreChild(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toULongLong());
    TestSqliteStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sqlitestore.moc"
