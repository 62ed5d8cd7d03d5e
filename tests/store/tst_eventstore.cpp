// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every EventStore promises, tried on each: in memory, in a file, and in a file whose ring in memory is tiny.

#include "storefixture.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

using Seqs = QList<quint64>;

class TestEventStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void beginsEmpty_data() { kinds(); }
    void beginsEmpty();
    void idsGrow_data() { kinds(); }
    void idsGrow();
    void keepsAllOfAnEvent_data() { kinds(); }
    void keepsAllOfAnEvent();
    void mergesChannels_data();
    void mergesChannels();
    void limitsASlice_data() { kinds(); }
    void limitsASlice();
    void readsWhatIsNotCommittedYet_data() { kinds(); }
    void readsWhatIsNotCommittedYet();
    void retains_data();
    void retains();
    void evicts_data() { kinds(); }
    void evicts();
    void remembersEvictions_data() { kinds(); }
    void remembersEvictions();
    void findsKeys_data() { kinds(); }
    void findsKeys();
    void tellsOfCommitsLater_data() { kinds(); }
    void tellsOfCommitsLater();

private:
    void kinds();
    void make(Retention retention = {});
    [[nodiscard]] Seq put(QList<QByteArray> to, QByteArray data = "1", QByteArray key = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<EventStore> m_store;
    FakeClock m_clock;
};

void TestEventStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = FakeClock();
}

void TestEventStore::cleanup()
{
    if (m_store)
        m_store->close();
    m_store.reset();
}

void TestEventStore::kinds()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"memory", "sqlite", "sqlite with a tiny ring", "sqlite relaxed", "sqlite fsync"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestEventStore::make(Retention retention)
{
    QFETCH(QByteArray, kind);
    if (kind == "memory") {
        m_store = std::make_unique<MemoryStore>(retention);
    } else {
        StoreSettings settings;
        settings.path = m_dir->filePath(QStringLiteral("store"));
        settings.retention = retention;
        if (kind == "sqlite with a tiny ring")
            settings.ringEvents = 2;
        if (kind == "sqlite relaxed")
            settings.durability = Durability::Relaxed;
        if (kind == "sqlite fsync")
            settings.durability = Durability::Fsync;
        m_store = std::make_unique<SqliteStore>(settings);
    }
    const auto warnings = m_store->open(m_clock.wall());
    QVERIFY2(warnings, warnings ? "" : warnings.error().detail.constData());
    QVERIFY(warnings->isEmpty());
}

Seq TestEventStore::put(QList<QByteArray> to, QByteArray data, QByteArray key)
{
    return append(*m_store, std::move(to), m_clock.wall(), std::move(data), std::move(key)).value_or(Seq());
}

void TestEventStore::beginsEmpty()
{
    make();
    const EventStore::State state = m_store->state();
    QFETCH(QByteArray, kind);
    QCOMPARE(state.kind, kind.split(' ').first());
    QVERIFY(!state.epoch.isEmpty());
    QVERIFY(state.head.isNull() && state.oldest.isNull());
    QCOMPARE(state.stored, 0);
    QCOMPARE(state.bytes, 0);
    QCOMPARE(m_store->nextSeq(), Seq{1});
    QCOMPARE(readSeqs(*m_store, {"*"}), Seqs());
}

void TestEventStore::idsGrow()
{
    make();
    for (quint64 i = 1; i <= 1'500; ++i) // more than two groups of the store's thread
        QCOMPARE(put({"*"}), Seq{i});
    waitForCommits(*m_store);
    QCOMPARE(m_store->state().head, Seq{1'500});
    QCOMPARE(m_store->state().oldest, Seq{1});
    QCOMPARE(m_store->state().stored, 1'500);
    QCOMPARE(m_store->state().bytes, 1'500 * 3);
    const Seqs seqs = readSeqs(*m_store, {"*"}, Seq{10}, 100);
    QCOMPARE(seqs.size(), 1'490);
    QVERIFY(std::is_sorted(seqs.begin(), seqs.end()));
    QCOMPARE(seqs.first(), 11);
}

void TestEventStore::keepsAllOfAnEvent()
{
    make();
    const QList<QByteArray> to{"user:a\0b", "room:" + QByteArray(300, 'x'), "*"};
    const QByteArray data = "{\"z\":12345678901234567890,\"a\":1.0, \"\xC3\xA4\":\"\\u0000\"}";
    QCOMPARE(put(to, data), Seq{1});
    for (int i = 0; i < 4; ++i)
        (void)put({"user:other"});
    waitForCommits(*m_store);
    const auto events = readAll(*m_store, {"*"}, {}, 10);
    QVERIFY(events);
    QCOMPARE(events->size(), 1);
    const Event &event = *events->front();
    QCOMPARE(event.seq, Seq{1});
    QCOMPARE(event.to, to);
    QCOMPARE(event.type, "t");
    QCOMPARE(event.data, data);
    QCOMPARE(event.publisher, "alice");
    QVERIFY(event.published == m_clock.wall());
}

void TestEventStore::mergesChannels_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QList<QByteArray>>("channels");
    QTest::addColumn<quint64>("after");
    QTest::addColumn<Seqs>("expected");
    for (const char *kind : {"memory", "sqlite", "sqlite with a tiny ring"}) {
        const auto row = [kind](const char *name, QList<QByteArray> channels, quint64 after, Seqs expected) {
            QTest::addRow("%s, %s", kind, name) << QByteArray(kind) << channels << after << expected;
        };
        row("one channel", {"user:a"}, 0, {1, 3, 6});
        row("two, an event to both comes once", {"user:a", "room:r"}, 0, {1, 2, 3, 6, 7});
        row("all", {"room:r", "*", "user:b", "user:a"}, 0, {1, 2, 3, 4, 5, 6, 7});
        row("a channel asked for twice", {"user:a", "user:a"}, 0, {1, 3, 6});
        row("a channel that an event names twice", {"user:b"}, 0, {4});
        row("after the first", {"user:a", "room:r"}, 1, {2, 3, 6, 7});
        row("after one of another channel", {"user:a"}, 4, {6});
        row("after the last", {"user:a", "room:r"}, 7, {});
        row("unknown channel", {"user:nobody"}, 0, {});
        row("none", {}, 0, {});
    }
}

void TestEventStore::mergesChannels()
{
    QFETCH(QList<QByteArray>, channels);
    QFETCH(quint64, after);
    QFETCH(Seqs, expected);
    make();
    for (const QList<QByteArray> &to : QList<QList<QByteArray>>{
             {"user:a"}, {"room:r"}, {"user:a", "room:r"}, {"user:b", "user:b"}, {"*"}, {"room:r", "user:a"}, {"room:r"}})
        (void)put(to);
    waitForCommits(*m_store);
    QCOMPARE(readSeqs(*m_store, channels, Seq{after}, 100), expected);
    QCOMPARE(readSeqs(*m_store, channels, Seq{after}, 2), expected);
    QCOMPARE(readSeqs(*m_store, channels, Seq{after}, 1), expected);
}

void TestEventStore::limitsASlice()
{
    make();
    for (int i = 0; i < 10; ++i)
        (void)put({i % 2 ? QByteArray("user:odd") : QByteArray("user:even")});
    waitForCommits(*m_store);
    const QList<QByteArray> channels{"user:even"}; // 1, 3, 5, 7, 9
    const auto slice = [&](Seq after, std::size_t limit) {
        auto recent = m_store->readRecent(channels, after, limit);
        return recent ? *recent : QCoro::waitFor(m_store->read(channels, after, limit)).value();
    };
    QCOMPARE(seqsOf(slice({}, 2).events), Seqs({1, 3}));
    QCOMPARE(slice({}, 2).scannedTo, Seq{3});
    QCOMPARE(slice(Seq{9}, 2).events.size(), 0);
    QCOMPARE(slice(Seq{9}, 2).scannedTo, Seq{10});
    QVERIFY(slice(Seq{7}, 1).scannedTo > Seq{7}); // up to 10, or to where the disk ends and memory begins
    QCOMPARE(slice(Seq{10}, 2).scannedTo, Seq{10});
}

void TestEventStore::readsWhatIsNotCommittedYet()
{
    make();
    Seqs all;
    for (quint64 i = 1; i <= 700; ++i) {
        all.append(put({"*"}).value);
        if (i % 100 == 0)
            QCOMPARE(readSeqs(*m_store, {"*"}, {}, 1'000), all);
    }
}

void TestEventStore::retains_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<quint64>("events");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<quint64>("oldest");
    for (const char *kind : {"memory", "sqlite", "sqlite with a tiny ring"}) {
        // Ten events of 10 octets, one a second.
        QTest::addRow("%s, no limit", kind) << QByteArray(kind) << 0ull << 0ull << 0 << 1ull;
        QTest::addRow("%s, count", kind) << QByteArray(kind) << 4ull << 0ull << 0 << 7ull;
        QTest::addRow("%s, exact count", kind) << QByteArray(kind) << 10ull << 0ull << 0 << 1ull;
        QTest::addRow("%s, bytes", kind) << QByteArray(kind) << 0ull << 39ull << 0 << 8ull;
        QTest::addRow("%s, exact bytes", kind) << QByteArray(kind) << 0ull << 40ull << 0 << 7ull;
        QTest::addRow("%s, age", kind) << QByteArray(kind) << 0ull << 0ull << 5 << 6ull;
        QTest::addRow("%s, the first limit counts", kind) << QByteArray(kind) << 8ull << 20ull << 5 << 9ull;
        QTest::addRow("%s, nothing left", kind) << QByteArray(kind) << 0ull << 1ull << 0 << 0ull;
    }
}

void TestEventStore::retains()
{
    QFETCH(quint64, events);
    QFETCH(quint64, bytes);
    QFETCH(int, seconds);
    QFETCH(quint64, oldest);
    make({events, bytes, std::chrono::seconds(seconds)});
    for (int i = 1; i <= 10; ++i) {
        m_clock.advance(1s);
        QVERIFY(!put({i % 2 ? QByteArray("user:1") : QByteArray("user:2")}, "123").isNull()); // t, user:n, 123
    }
    m_clock.advance(1s);
    waitForCommits(*m_store);
    m_store->expire(m_clock.wall());
    spinUntil([&] { return m_store->state().oldest == Seq{oldest}; });

    const quint64 kept = oldest ? 11 - oldest : 0;
    QCOMPARE(m_store->state().stored, kept);
    QCOMPARE(m_store->state().bytes, kept * 10);
    QCOMPARE(m_store->state().head, Seq{10});
    Seqs expected;
    for (quint64 seq = 11 - kept; seq <= 10; ++seq)
        expected.append(seq);
    QCOMPARE(readSeqs(*m_store, {"user:1", "user:2"}), expected);
    const quint64 evicted = 10 - kept;
    QCOMPARE(m_store->evictedUpTo("user:1"), Seq{evicted % 2 ? evicted : evicted ? evicted - 1 : 0});
    QCOMPARE(m_store->evictedUpTo("user:2"), Seq{evicted % 2 ? evicted - 1 : evicted});
    QCOMPARE(put({"*"}), Seq{11}); // and on it goes
}

void TestEventStore::evicts()
{
    make();
    for (int i = 0; i < 6; ++i)
        (void)put({"*"});
    waitForCommits(*m_store);
    m_store->evict(Seq{4});
    spinUntil([&] { return m_store->state().oldest == Seq{5}; });
    QCOMPARE(readSeqs(*m_store, {"*"}), Seqs({5, 6}));
    QCOMPARE(m_store->evictedUpTo("*"), Seq{4});
    m_store->evict(Seq{2}); // gone already
    m_store->evict(Seq{100}); // more than there is
    spinUntil([&] { return m_store->state().oldest.isNull(); });
    QCOMPARE(m_store->state().stored, 0);
    QCOMPARE(m_store->evictedUpTo("*"), Seq{6});
    QCOMPARE(m_store->state().head, Seq{6});
    QCOMPARE(readSeqs(*m_store, {"*"}), Seqs());
}

void TestEventStore::remembersEvictions()
{
    make({3, 0, 0s});
    (void)put({"user:a", "user:b"});
    (void)put({"user:a"});
    for (int i = 0; i < 3; ++i)
        (void)put({"*"});
    waitForCommits(*m_store);
    m_store->expire(m_clock.wall());
    spinUntil([&] { return m_store->state().stored == 3; });
    QCOMPARE(m_store->evictedUpTo("user:a"), Seq{2});
    QCOMPARE(m_store->evictedUpTo("user:b"), Seq{1});
    QCOMPARE(m_store->evictedUpTo("*"), Seq());
    QCOMPARE(m_store->evictedUpTo("user:c"), Seq());
}

void TestEventStore::findsKeys()
{
    make({1, 0, 0s}); // a key outlives its event
    QCOMPARE(put({"*"}, "1", "k1"), Seq{1});
    m_clock.advance(1min);
    QCOMPARE(put({"*"}, "1", "k2"), Seq{2});
    waitForCommits(*m_store);
    m_store->expire(m_clock.wall());
    const auto find = [&](const char *publisher, const char *key) { return m_store->findKey(publisher, key, m_clock.wall()); };
    QCOMPARE(find("alice", "k1"), Seq{1});
    QCOMPARE(find("alice", "k2"), Seq{2});
    QCOMPARE(find("bob", "k1"), std::nullopt);
    QCOMPARE(find("alice", ""), std::nullopt);
    m_clock.advance(4min - 1ms);
    QCOMPARE(find("alice", "k1"), Seq{1});
    m_clock.advance(1ms); // five minutes after it was published
    QCOMPARE(find("alice", "k1"), std::nullopt);
    QCOMPARE(find("alice", "k2"), Seq{2});
    QCOMPARE(put({"*"}, "1", "k1"), Seq{3}); // the key is free again
    m_store->expire(m_clock.wall());
    QCOMPARE(find("alice", "k1"), Seq{3});
    m_clock.advance(5min);
    m_store->expire(m_clock.wall());
    QCOMPARE(find("alice", "k1"), std::nullopt);
}

void TestEventStore::tellsOfCommitsLater()
{
    make();
    bool appending = false;
    int calls = 0;
    Seq last;
    m_store->setCommitted([&](const Result<Seq> &seq) {
        QVERIFY(!appending);
        QVERIFY(seq);
        QVERIFY(*seq > last);
        last = *seq;
        ++calls;
    });
    for (int i = 0; i < 100; ++i) {
        appending = true;
        (void)put({"*"});
        appending = false;
    }
    QCOMPARE(calls, 0);
    spinUntil([&] { return last == Seq{100}; });
    QVERIFY(calls >= 1 && calls < 100);
    QCOMPARE(m_store->committed(), Seq{100});
}

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
