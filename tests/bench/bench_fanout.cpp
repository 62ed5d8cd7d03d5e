// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_fanout: one event to many subscribers: CPU per delivery of the hub beside the reference server, in turns.
// Prints one JSON object; `ratio` is hub / reference. Pin nothing else to the first two cores meanwhile.

#include "bench/benchsetup.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace pushscope;
using namespace pushscope::bench;

namespace {

struct Load {
    int events;
    int warmUp;
    int window;
    int size;
};

// All rounds of one server.
struct Series {
    std::vector<double> cpuPerDelivery, deliveriesPerSecond, p50, p99, bytesPerConnection, connectCpu; // µs, bytes
    qint64 bytesBefore = 0;
    qint64 bytesAfter = 0;
    qint64 connected = 0;
    Tally tally;
};

bool runRound(Series &series, const QString &executable, const Contract &contract, const Setup &setup, const Load &load)
{
    Stage stage(executable, contract, setup);
    if (!stage.isReady() || !stage.subscribers().broadcast(load.warmUp, load.window, load.size))
        return false;
    stage.subscribers().resetTally();
    const auto cpuBefore = stage.server().cpu();
    const auto begin = std::chrono::steady_clock::now();
    const bool complete = stage.subscribers().broadcast(load.events, load.window, load.size);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const double cpu = double((stage.server().cpu() - cpuBefore).count()) / 1000;

    const Tally &tally = stage.subscribers().tally();
    const double deliveries = double(std::max<qint64>(tally.deliveries, 1));
    series.cpuPerDelivery.push_back(cpu / deliveries);
    series.deliveriesPerSecond.push_back(deliveries / took.count());
    series.p50.push_back(double(tally.latency.percentile(0.5).count()));
    series.p99.push_back(double(tally.latency.percentile(0.99).count()));
    series.bytesPerConnection.push_back(stage.bytesPerConnection());
    series.connectCpu.push_back(stage.connectMicroseconds());
    series.bytesBefore = stage.bytesBefore();
    series.bytesAfter = stage.bytesAfter();
    series.connected = stage.connected();
    series.tally.deliveries += tally.deliveries;
    series.tally.missing += tally.missing;
    series.tally.duplicates += tally.duplicates;
    series.tally.ended += tally.ended;
    return complete;
}

QJsonObject toJson(const Series &series)
{
    QJsonArray rounds;
    for (const double value : series.cpuPerDelivery)
        rounds.append(value);
    return {
        {QStringLiteral("connected"), series.connected},
        {QStringLiteral("cpuMicrosecondsPerDelivery"), median(series.cpuPerDelivery)},
        {QStringLiteral("cpuMicrosecondsPerDeliveryByRound"), rounds},
        {QStringLiteral("deliveriesPerSecond"), median(series.deliveriesPerSecond)},
        {QStringLiteral("deliveries"), series.tally.deliveries},
        {QStringLiteral("missing"), series.tally.missing},
        {QStringLiteral("duplicates"), series.tally.duplicates},
        {QStringLiteral("connectionsEnded"), series.tally.ended},
        {QStringLiteral("latencyMicrosecondsP50"), median(series.p50)},
        {QStringLiteral("latencyMicrosecondsP99"), median(series.p99)},
        {QStringLiteral("privateBytesBefore"), series.bytesBefore},
        {QStringLiteral("privateBytesConnected"), series.bytesAfter},
        {QStringLiteral("bytesPerConnection"), median(series.bytesPerConnection)},
        {QStringLiteral("cpuMicrosecondsPerConnect"), median(series.connectCpu)},
    };
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("CPU of a fan-out, hub beside a bare epoll server."));
    addOptions(parser);
    parser.addOptions({
        {QStringLiteral("events"), QStringLiteral("Broadcasts a round."), QStringLiteral("count"), QStringLiteral("100")},
        {QStringLiteral("warm-up"), QStringLiteral("Broadcasts before that."), QStringLiteral("count"), QStringLiteral("10")},
        {QStringLiteral("window"), QStringLiteral("Broadcasts under way at a time."), QStringLiteral("count"),
         QStringLiteral("2")},
        {QStringLiteral("size"), QStringLiteral("Octets of an event's data."), QStringLiteral("count"), QStringLiteral("100")},
    });
    parser.process(application);
    const Setup setup = readSetup(parser);
    const Load load{readNumber(parser, QStringLiteral("events"), 1), readNumber(parser, QStringLiteral("warm-up"), 0),
                    readNumber(parser, QStringLiteral("window"), 1), readNumber(parser, QStringLiteral("size"), 1)};
    pinToCore(1);

    std::vector<Series> all(setup.servers.size());
    for (int round = 0; round < setup.rounds; ++round) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto &[executable, contract] = setup.servers[i];
            if (!runRound(all[i], executable, *contract, setup, load)) {
                std::fprintf(stderr, "%s: not everything was delivered\n", contract->name().constData());
                if (all[i].cpuPerDelivery.empty())
                    return 1;
            }
        }
    }
    QJsonObject output{
        {QStringLiteral("benchmark"), QStringLiteral("fanout")},
        {QStringLiteral("protocol"), setup.protocolName},
        {QStringLiteral("subscribers"), setup.subscribers},
        {QStringLiteral("rounds"), setup.rounds},
        {QStringLiteral("events"), load.events},
        {QStringLiteral("window"), load.window},
        {QStringLiteral("eventBytes"), load.size},
    };
    for (std::size_t i = 0; i < all.size(); ++i)
        output[QString::fromLatin1(setup.servers[i].second->name())] = toJson(all[i]);
    if (all.size() == 2) {
        output[QStringLiteral("ratio")] = QJsonObject{
            {QStringLiteral("cpuPerDelivery"), median(all[0].cpuPerDelivery) / median(all[1].cpuPerDelivery)},
            {QStringLiteral("latencyP99"), median(all[0].p99) / std::max(median(all[1].p99), 1.0)},
        };
    }
    print(output);
    return 0;
}
