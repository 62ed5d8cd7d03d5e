// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger says of a client, and what the client itself has counted, are the same: over random cuts and faults, on each
// protocol and each store. PUSHSCOPE_SEED repeats a run.

#include "lab/population.h"
#include "lab/simulatedclient.h"
#include "server/hubfixture.h"

#include <QTemporaryDir>
#include <map>
#include <set>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

// One simulated client and its own book-keeping.
struct Counted {
    SimulatedClient *client = nullptr;
    std::map<quint64, int> received; // how often, by seq
    std::set<QByteArray> presented; // cursors
    quint64 duplicates = 0;
    quint64 newest = 0;

    [[nodiscard]] quint64 within(Seq after, Seq upTo) const
    {
        return quint64(std::distance(received.upper_bound(after.value), received.upper_bound(upTo.value)));
    }
};

// The hub, its clients, and the ledger's rows as the window would have them.
class World
{
public:
    World(const ServerConfig &config, quint32 seed)
        : random(seed)
        , hub(config)
    {
    }

    void add(int protocol, int count, bool resume, Misbehaviour misbehaviour = Misbehaviour::None)
    {
        PopulationPlan plan;
        plan.hub = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(hub.port()));
        (protocol == 0 ? plan.sse : protocol == 1 ? plan.webSocket : plan.poll) = count;
        plan.policy = {.base = 20ms, .cap = 100ms, .honourRetry = false};
        plan.resume = resume;
        plan.misbehaviour = misbehaviour;
        plan.token = [this](const QByteArray &user) { return hub.token(user); };
        const int before = population.size();
        population.add(plan);
        for (int i = before; i < population.size(); ++i)
            keepBooksOf(population.at(i));
    }
    // Waits until it is so: once, because one that misbehaves cuts itself every few seconds.
    bool comesTo(int connected)
    {
        return QTest::qWaitFor([&] { return live() == connected; }, 30'000);
    }
    bool catchesUp()
    {
        return QTest::qWaitFor([this] { return allCaughtUp(); }, 60'000);
    }
    bool publish(int count)
    {
        for (int i = 0; i < count; ++i) {
            auto published = hub.thread().publish({{"room:lobby"}, "message", "1", false});
            if (!QTest::qWaitFor([&] { return published.isFinished(); }, 20'000) || !published.result())
                return false;
            head = parseEventId(published.result()->id).value().seq.value;
        }
        return true;
    }
    QByteArray fault(const QByteArray &json)
    {
        auto added = hub.thread().addFault(json);
        (void)QTest::qWaitFor([&] { return added.isFinished(); }, 20'000);
        return added.result().value_or(QByteArray());
    }
    void noFaults()
    {
        auto removed = hub.thread().removeFault({});
        (void)QTest::qWaitFor([&] { return removed.isFinished(); }, 20'000);
    }
    QByteArray anyClient() { return "sim-" + QByteArray::number(1 + random.bounded(int(counted.size()))); }
    const Counted &of(const QByteArray &client) const { return *counted.at(std::size_t(client.mid(4).toInt() - 1)); }

    QRandomGenerator random;
    HubFixture hub;
    Population population;
    std::vector<std::unique_ptr<Counted>> counted; // sim-1, sim-2, …
    std::map<quint32, ReconnectRow> rows;
    std::map<quint32, ClientRow> clients;
    quint64 head = 0;

private:
    int live() // connected, as the hub sees it
    {
        look();
        return int(std::count_if(clients.begin(), clients.end(), [](const auto &entry) {
            return entry.second.state != ClientState::Away && entry.second.state != ClientState::Replaying;
        }));
    }
    bool allCaughtUp() // by what they have received, and by what the hub says
    {
        const bool arrived = std::all_of(counted.begin(), counted.end(), [&](const auto &one) { return one->newest == head; });
        return arrived && live() == int(counted.size())
            && std::none_of(rows.begin(), rows.end(), [](const auto &row) { return row.second.verdict == Verdict::Pending; });
    }
    void keepBooksOf(SimulatedClient *client)
    {
        counted.push_back(std::make_unique<Counted>());
        Counted *one = counted.back().get();
        one->client = client;
        client->onEvent = [one](const ReceivedEvent &event) {
            const auto id = parseEventId(event.id);
            if (event.verdict == ReceivedEvent::Verdict::Control || !id)
                return;
            one->duplicates += one->received[id->seq.value]++ > 0;
            one->newest = std::max(one->newest, id->seq.value);
        };
        QObject::connect(client, &SimulatedClient::stateChanged, client, [one](SimulatedClient::State state) {
            if (state == SimulatedClient::State::Connecting)
                one->presented.insert(one->client->cursor());
        });
    }
    void look()
    {
        Observatory &observatory = hub.thread().observatory();
        observatory.request();
        std::unique_ptr<const Snapshot> snapshot;
        if (!QTest::qWaitFor([&] { return bool(snapshot = observatory.take()); }, 20'000))
            return;
        for (const ReconnectRow &row : snapshot->changedReconnects)
            rows[row.key] = row;
        for (const ClientRow &row : snapshot->changedClients)
            clients[row.key] = row;
    }
};

void eachRowAddsUp(const World &world)
{
    for (const auto &[key, row] : world.rows) {
        QVERIFY(row.verdict != Verdict::Pending);
        QCOMPARE(row.missed + row.rewound + row.duplicated, row.replayed + row.lost);
        QCOMPARE(quint64(row.tries.size()), quint64(std::min<std::size_t>(row.attempts, 100)));
        QCOMPARE(row.tries.back().outcome, QByteArray("ok"));
    }
}

} // namespace

class TestLedgerAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storm_data() { rows(); }
    void quiet_data() { rows(); }

    // Clients that resume, under all that can happen: nothing is lost, nothing comes twice, and what a row says was replayed is
    // what the client has of it.
    void storm()
    {
        QFETCH(int, protocol);
        World world(config(), seed());
        world.add(protocol, 6, true);
        QVERIFY(world.comesTo(6));
        QVERIFY(world.publish(1)); // a poller without a cursor hears from its first poll on: all have one now
        QVERIFY(world.catchesUp());
        for (int step = 0; step < 60; ++step)
            QVERIFY(happens(world, protocol));
        world.noFaults();
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());

        QVERIFY(!world.rows.empty());
        eachRowAddsUp(world);
        for (const auto &one : world.counted) {
            QCOMPARE(quint64(one->received.size()), world.head);
            QCOMPARE(one->duplicates, 0u);
        }
        for (const auto &[key, row] : world.rows) {
            const Counted &client = world.of(row.client);
            QVERIFY2(client.presented.contains(row.cursor) || client.received.contains(row.from.value), row.cursor.constData());
            QCOMPARE(row.lost, 0u);
            QCOMPARE(row.duplicated, 0u);
            if (row.caughtUpAfter >= 0ms) // else it was cut again before it had all
                QCOMPARE(row.replayed, client.within(row.from, row.upTo));
        }
    }

    // Clients that forget their cursor, or go back: what the ledger calls lost is, id by id, what they never got, and what it
    // calls duplicated they got twice. Cut where all has arrived, so that nothing is under way that nobody can know of.
    void quiet()
    {
        QFETCH(int, protocol);
        World world(config(), seed());
        world.add(protocol, 2, true);
        world.add(protocol, 2, false);
        world.add(protocol, 2, true, Misbehaviour::Duplicate);
        QVERIFY(world.comesTo(6));
        QVERIFY(world.publish(1));
        QVERIFY(world.catchesUp());
        for (int round = 0; round < 5; ++round) {
            (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"status\",\"code\":503}}");
            (void)world.fault(round % 2 ? "{\"whom\":{},\"what\":{\"kind\":\"rst\"}}"
                                        : "{\"whom\":{},\"what\":{\"kind\":\"fin\"}}");
            QVERIFY(world.comesTo(0));
            QVERIFY(world.publish(world.random.bounded(1, 12)));
            world.noFaults();
            QVERIFY(world.comesTo(6));
            QVERIFY(world.publish(world.random.bounded(1, 6)));
            QVERIFY(world.catchesUp());
        }
        eachRowAddsUp(world);
        for (const auto &one : world.counted)
            compareBooks(world, *one);
    }

    // Cut twice, the second time with nothing given between: what it has, it does not miss.
    void idle_data() { rows(); }
    void idle()
    {
        QFETCH(int, protocol);
        World world(config(), seed());
        world.add(protocol, 6, true);
        QVERIFY(world.comesTo(6));
        QVERIFY(world.publish(5));
        QVERIFY(world.catchesUp());
        for (int round = 0; round < 3; ++round) {
            (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"status\",\"code\":503}}");
            (void)world.fault("{\"whom\":{},\"what\":{\"kind\":\"fin\"}}");
            QVERIFY(world.comesTo(0));
            world.noFaults();
            QVERIFY(world.catchesUp());
        }
        QCOMPARE(world.rows.size(), 18u);
        eachRowAddsUp(world);
        for (const auto &[key, row] : world.rows) {
            QCOMPARE(row.missed, 0u);
            QCOMPARE(row.replayed, 0u);
        }
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<bool>("sqlite");
        const char *names[] = {"SSE", "WebSocket", "poll"};
        for (int protocol = 0; protocol < 3; ++protocol) {
            for (const bool sqlite : {false, true})
                QTest::addRow("%s, %s", names[protocol], sqlite ? "sqlite" : "memory") << protocol << sqlite;
        }
    }
    ServerConfig config()
    {
        QFETCH(bool, sqlite);
        ServerConfig config;
        config.retry = 10ms;
        m_folder = std::make_unique<QTemporaryDir>();
        if (sqlite)
            config.store = m_folder->filePath(QStringLiteral("events.db"));
        return config;
    }
    static quint32 seed()
    {
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("PUSHSCOPE_SEED", &given);
        const quint32 seed = given ? quint32(wanted) : QRandomGenerator::global()->generate() & 0x7fffffff;
        qInfo("PUSHSCOPE_SEED=%u", seed);
        return seed;
    }

    // One step of a storm.
    static bool happens(World &world, int protocol)
    {
        const QByteArray whom = "\"whom\":{\"client\":\"" + world.anyClient() + "\"}";
        const auto fault = [&](const QByteArray &what) { return !world.fault('{' + whom + ",\"what\":" + what + '}').isEmpty(); };
        switch (world.random.bounded(8)) {
        case 0:
            world.population.cut(world.random.generateDouble());
            return true;
        case 1:
            return fault("{\"kind\":\"rst\"}");
        case 2:
            return fault("{\"kind\":\"fin\"}");
        case 3:
            return !world.fault("{\"whom\":{\"next\":2},\"what\":{\"kind\":\"status\",\"code\":503}}").isEmpty();
        case 4:
            return protocol == 2 // an answer that is under way when the poll is cut is given again, and counted by nobody
                || !world.fault("{" + whom + ",\"what\":{\"kind\":\"latency\",\"ms\":5,\"jitterMs\":5},\"for\":\"200ms\"}")
                        .isEmpty();
        default:
            return world.publish(world.random.bounded(1, 20));
        }
    }

    static void compareBooks(const World &world, const Counted &one)
    {
        std::set<quint64> lost;
        quint64 lostCount = 0, duplicated = 0, rewound = 0;
        for (const auto &[key, row] : world.rows) {
            if (&world.of(row.client) != &one)
                continue;
            lostCount += row.lost;
            duplicated += row.duplicated;
            rewound += row.rewound;
            for (const auto &item : row.items) {
                if (item.what == ReconnectRow::Item::What::Lost)
                    lost.insert(item.seq.value);
            }
        }
        std::set<quint64> missing;
        for (quint64 seq = 1; seq <= world.head; ++seq) {
            if (!one.received.contains(seq))
                missing.insert(seq);
        }
        QCOMPARE(lostCount, quint64(missing.size()));
        QVERIFY(lost == missing);
        // What was acknowledged has certainly arrived; of what was only written the client may have had all.
        // A poller goes back within a row of polls, too, which are no reconnects.
        const bool poller = world.clients.begin()->second.protocol == ClientProtocol::Poll;
        // The newest of them may still be under way.
        QTRY_VERIFY2(one.duplicates >= duplicated && (poller || one.duplicates <= duplicated + rewound),
                     qPrintable(QStringLiteral("%1 %2 %3").arg(one.duplicates).arg(duplicated).arg(rewound)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLedgerAgreement)
#include "tst_ledgeragreement.moc"
