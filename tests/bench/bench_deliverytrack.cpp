// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs a fan-out that a window asks for every delivery: hub, memory store and observer without sockets, with the track
// and without in turns, a snapshot each 33 ms of deliveries. bench_deliverytrack [clients] prints one JSON object.

#include "observe/observer.h"
#include "store/memorystore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>

using namespace pushscope;

namespace {

constexpr int Rounds = 15;
constexpr int EventsARound = 40;

class DataEncoder final : public EventEncoder
{
public:
    [[nodiscard]] SharedBytes encode(const Event &event, const Epoch &, WireForm) const override { return event.data; }
};

class Sink final : public Subscriber
{
public:
    Sink(Hub &hub, Observer &observer, quint64 n)
        : Subscriber(ClientProtocol::Sse)
        , m_hub(hub)
        , m_observer(observer)
    {
        ConnectionFacts facts;
        facts.id = ConnectionId{n};
        facts.clientId = "c" + QByteArray::number(n);
        setRecord(observer.connectionOpened(facts, *this));
        const std::vector<QByteArray> channels{"*"};
        hub.subscribe(*this, channels, {}, hub.startFor({}, channels));
    }
    ~Sink() override
    {
        m_hub.unsubscribe(*this);
        m_observer.connectionClosed(*this, "end");
    }
    void drop(DropHow, int, const QByteArray &) override { }

private:
    [[nodiscard]] bool deliver(const EncodedEvent &event, bool replayed) override
    {
        m_observer.eventDelivered(*this, event.event(), event.event().data.size(), replayed);
        return true;
    }

    Hub &m_hub;
    Observer &m_observer;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const int clients = argc > 1 ? std::max(100, std::atoi(argv[1])) : 10'000;
    const SystemClock clock;
    MemoryStore store{Retention{}};
    if (!store.open(clock.wall()))
        return 1;
    ConnectionJournal journal(ConnectionJournal::Bounds{}, clock);
    Observer observer(journal, clock);
    const DataEncoder encoder;
    Hub hub(store, encoder, observer, clock);
    observer.setHub(&hub);
    std::vector<std::unique_ptr<Sink>> sinks;
    for (int i = 1; i <= clients; ++i)
        sinks.push_back(std::make_unique<Sink>(hub, observer, quint64(i)));

    std::array<std::vector<double>, 2> nsPerDelivery, snapshotMs;
    for (int round = 0; round < 2 * Rounds; ++round) {
        const std::size_t tracked = std::size_t(round) % 2;
        observer.trackDeliveries(tracked == 1);
        (void)observer.makeSnapshot(1);
        std::chrono::nanoseconds publishing{0}, asking{0};
        for (int i = 0; i < EventsARound; ++i) {
            Draft draft;
            draft.to = {"*"};
            draft.data = QByteArray(150, '1');
            const TimePoint begin = clock.now();
            if (!hub.publish(std::move(draft)))
                return 1;
            publishing += clock.now() - begin;
            if (i % 4 == 3) {
                const TimePoint asked = clock.now();
                (void)observer.makeSnapshot(1);
                asking += clock.now() - asked;
            }
        }
        nsPerDelivery[tracked].push_back(double(publishing.count()) / EventsARound / clients);
        snapshotMs[tracked].push_back(double(asking.count()) / 1e6 / (EventsARound / 4));
    }
    sinks.clear();
    observer.releaseWatches();
    const QJsonObject result{{QStringLiteral("benchmark"), QStringLiteral("deliverytrack")},
                             {QStringLiteral("clients"), clients},
                             {QStringLiteral("nsPerDelivery"), median(nsPerDelivery[0])},
                             {QStringLiteral("nsPerDeliveryTracked"), median(nsPerDelivery[1])},
                             {QStringLiteral("msPerSnapshot"), median(snapshotMs[0])},
                             {QStringLiteral("msPerSnapshotTracked"), median(snapshotMs[1])}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Indented).constData());
    return 0;
}
