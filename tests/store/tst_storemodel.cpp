// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the stores with a simple model over long random runs: appends, evictions, replays, keys, restarts. The seed is the
// row's name, so that a failure can be run again.

#include "storefixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

// The rules of the port, without any thought of cost.
struct Model {
    Retention retention;
    std::vector<EventPtr> kept;
    std::map<QByteArray, Seq> evicted;
    std::map<QByteArray, EventPtr> keys;
    Seq head;

    void append(const EventPtr &event)
    {
        head = event->seq;
        kept.push_back(event);
        if (!event->key.isEmpty())
            keys[event->key] = event;
    }
    [[nodiscard]] quint64 bytes() const
    {
        quint64 sum = 0;
        for (const EventPtr &event : kept)
            sum += retainedBytes(*event);
        return sum;
    }
    void evictWhile(const std::function<bool()> &condition)
    {
        while (!kept.empty() && condition()) {
            for (const QByteArray &channel : kept.front()->to)
                evicted[channel] = kept.front()->seq;
            kept.erase(kept.begin());
        }
    }
    void expire(WallTime now)
    {
        evictWhile([&] {
            return kept.size() > retention.events || bytes() > retention.bytes || now - kept.front()->published > retention.age;
        });
    }
    [[nodiscard]] std::vector<EventPtr> read(const QList<QByteArray> &channels, Seq after) const
    {
        std::vector<EventPtr> events;
        for (const EventPtr &event : kept) {
            const bool wanted
                = std::any_of(event->to.begin(), event->to.end(), [&](const auto &to) { return channels.contains(to); });
            if (wanted && event->seq > after)
                events.push_back(event);
        }
        return events;
    }
    [[nodiscard]] std::optional<Seq> findKey(const QByteArray &key, WallTime now) const
    {
        const auto found = keys.find(key);
        if (found == keys.end() || now - found->second->published >= 5min)
            return std::nullopt;
        return found->second->seq;
    }
};

bool sameEvents(const std::vector<EventPtr> &a, const std::vector<EventPtr> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const EventPtr &x, const EventPtr &y) {
        return x->seq == y->seq && x->to == y->to && x->data == y->data && x->type == y->type && x->published == y->published;
    });
}

} // namespace

class TestStoreModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agrees_data();
    void agrees();

private:
    [[nodiscard]] std::unique_ptr<EventStore> open();
    void appendSome();
    void expire();
    void evict();
    void compareReads();
    void restart();
    [[nodiscard]] QByteArray someChannel() { return m_channels.at(m_random.bounded(m_channels.size())); }
    [[nodiscard]] bool settled() const;

    const QList<QByteArray> m_channels{"*", "user:a", "user:b", "room:x", "room:y", "user:quiet"};
    QRandomGenerator m_random;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<EventStore> m_store;
    std::size_t m_ring = 0; // 0: in memory
    Model m_model;
    FakeClock m_clock;
};

void TestStoreModel::agrees_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<quint64>("ring");
    for (quint32 seed = 1; seed <= 4; ++seed) {
        QTest::addRow("memory, seed %u", seed) << seed << 0ull;
        QTest::addRow("file, seed %u", seed) << seed << 100'000ull;
        QTest::addRow("file and a ring of 5, seed %u", seed) << seed << 5ull;
    }
}

std::unique_ptr<EventStore> TestStoreModel::open()
{
    std::unique_ptr<EventStore> store;
    if (m_ring == 0) {
        store = std::make_unique<MemoryStore>(m_model.retention);
    } else {
        StoreSettings settings;
        settings.path = m_dir->filePath(QStringLiteral("store"));
        settings.retention = m_model.retention;
        settings.ringEvents = m_ring;
        store = std::make_unique<SqliteStore>(settings);
    }
    const auto opened = store->open(m_clock.wall());
    return opened && opened->isEmpty() ? std::move(store) : nullptr;
}

void TestStoreModel::appendSome()
{
    for (int count = m_random.bounded(1, 30); count > 0; --count) {
        m_clock.advance(Milliseconds(m_random.bounded(300)));
        QList<QByteArray> to;
        for (int n = m_random.bounded(1, 4); n > 0; --n)
            to.append(someChannel());
        const QByteArray key = m_random.bounded(4) == 0 ? "key" + QByteArray::number(m_random.bounded(1'000)) : QByteArray();
        if (!key.isEmpty() && m_store->findKey("alice", key, m_clock.wall()))
            continue; // the hub would not append it again
        const EventPtr event = makeEvent(m_store->nextSeq(), to, QByteArray(m_random.bounded(1, 40), 'x'), m_clock.wall(), key);
        QVERIFY(m_store->append(event));
        m_model.append(event);
    }
}

bool TestStoreModel::settled() const
{
    const Seq oldest = m_model.kept.empty() ? Seq() : m_model.kept.front()->seq;
    return m_store->state().oldest == oldest;
}

void TestStoreModel::expire()
{
    m_clock.advance(Milliseconds(m_random.bounded(20'000)));
    m_model.expire(m_clock.wall());
    m_store->expire(m_clock.wall());
    spinUntil([this] { return settled(); });
}

void TestStoreModel::evict()
{
    const Seq upTo{m_model.head.value - std::min<quint64>(m_model.head.value, m_random.bounded(60))};
    m_model.evictWhile([&] { return m_model.kept.front()->seq <= upTo; });
    m_store->evict(upTo);
    spinUntil([this] { return settled(); });
}

void TestStoreModel::restart()
{
    if (m_ring == 0)
        return;
    m_store->close();
    m_store = open();
    QVERIFY(m_store);
}

void TestStoreModel::compareReads()
{
    QList<QByteArray> channels;
    for (int n = m_random.bounded(5); n > 0; --n)
        channels.append(someChannel());
    const Seq after{m_model.head.value - std::min<quint64>(m_model.head.value, m_random.bounded(150))};
    const auto events = readAll(*m_store, channels, after, std::size_t(m_random.bounded(1, 40)));
    QVERIFY(events);
    QVERIFY(sameEvents(*events, m_model.read(channels, after)));
}

void TestStoreModel::agrees()
{
    QFETCH(quint32, seed);
    QFETCH(quint64, ring);
    m_random = QRandomGenerator(seed);
    m_ring = std::size_t(ring);
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = FakeClock();
    m_model = Model{Retention{120, 4'000, 60s}, {}, {}, {}, {}};
    m_store = open();
    QVERIFY(m_store);
    for (int step = 0; step < 150; ++step) {
        appendSome();
        if (const int what = m_random.bounded(20); what == 0)
            evict();
        else if (what == 1)
            restart();
        if (QTest::currentTestFailed())
            return;
        if (m_ring) // the memory store has trimmed itself already
            compareReads();
        expire();
        compareReads();
        QCOMPARE(m_store->state().stored, m_model.kept.size());
        QCOMPARE(m_store->state().bytes, m_model.bytes());
        QCOMPARE(m_store->state().head, m_model.head);
        for (const QByteArray &channel : m_channels)
            QCOMPARE(m_store->evictedUpTo(channel), m_model.evicted[channel]);
        const QByteArray key = "key" + QByteArray::number(m_random.bounded(1'000));
        QCOMPARE(m_store->findKey("alice", key, m_clock.wall()), m_model.findKey(key, m_clock.wall()));
    }
    m_store->close();
}

QTEST_GUILESS_MAIN(TestStoreModel)
#include "tst_storemodel.moc"
