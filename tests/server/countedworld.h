// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CountedWorld: a hub, simulated clients that keep their own books, and the ledger's rows as the window would have them. For the
// tests that compare the two. Lives on the test's thread.

#include "lab/population.h"
#include "lab/simulatedclient.h"
#include "server/hubfixture.h"

#include <deque>
#include <map>
#include <set>

namespace pushscope {

using namespace std::chrono_literals;

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
class CountedWorld
{
public:
    CountedWorld(const ServerConfig &config, quint32 seed)
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
        plan.patience = 5s; // so that one whose request is lost is back well within catchesUp()
        plan.misbehaviour = misbehaviour;
        plan.token = [this](const QByteArray &user) { return hub.token(user); };
        plan.renewsToken = true; // of one whose token is over before its time
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
        if (QTest::qWaitFor([this] { return allCaughtUp(); }, 60'000))
            return true;
        qWarning("%s", laggards().constData());
        return false;
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
    // How often a rule that is at work has acted.
    quint64 hits(const QByteArray &rule)
    {
        look();
        const auto it = std::find_if(rules.begin(), rules.end(), [&](const FaultRow &row) { return row.id == rule; });
        return it == rules.end() ? 0 : it->hits;
    }
    void noFaults()
    {
        auto removed = hub.thread().removeFault({});
        (void)QTest::qWaitFor([&] { return removed.isFinished(); }, 20'000);
    }
    // Who has not got everything or is not there, and what happened to it: for the message of a test that failed.
    [[nodiscard]] QByteArray laggards();
    [[nodiscard]] QByteArray storyOf(const QByteArray &client) const; // and of all rules, a line each
    QByteArray anyClient() { return "sim-" + QByteArray::number(1 + random.bounded(int(counted.size()))); }
    const Counted &of(const QByteArray &client) const { return *counted.at(std::size_t(client.mid(4).toInt() - 1)); }

    QRandomGenerator random;
    HubFixture hub;
    Population population;
    std::vector<std::unique_ptr<Counted>> counted; // sim-1, sim-2, …
    std::map<quint32, ReconnectRow> rows;
    std::map<quint32, ClientRow> clients;
    std::vector<FaultRow> rules;
    std::deque<JournalRow> journal;
    quint64 head = 0;

private:
    int live() // connected, as the hub sees it
    {
        look();
        return int(std::count_if(clients.begin(), clients.end(), [](const auto &entry) { return isLive(entry.second); }));
    }
    static bool isLive(const ClientRow &row) { return row.state != ClientState::Away && row.state != ClientState::Replaying; }
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
        for (const ClientProgress &progress : snapshot->progressedClients)
            progress.applyTo(clients[progress.key]);
        rules = snapshot->faults;
        journal.insert(journal.end(), snapshot->journal.begin(), snapshot->journal.end());
    }
};

// Each reconnect has a verdict, and its figures add up.
void eachRowAddsUp(const CountedWorld &world);
// What the ledger calls lost is, id by id, what this client never got,
void compareLosses(const CountedWorld &world, const Counted &one);
// and what it calls duplicated it got twice.
void compareDuplicates(const CountedWorld &world, const Counted &one);

} // namespace pushscope
