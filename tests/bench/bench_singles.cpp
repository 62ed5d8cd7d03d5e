// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_singles: events that are for one client each, over several publishing connections: CPU of one as fast as it goes (--rate
// 0), or at a rate: how long from publish to the client's read, among many idle clients and among few. The hub beside the
// reference server, in turn. Prints one JSON object.

#include "bench/benchsetup.h"

#include <QCoreApplication>

using namespace pushscope;
using namespace pushscope::bench;

namespace {

struct Load {
    int publishers, rate, seconds, size;
};

struct Series {
    std::vector<double> cpu, perSecond, p50, p99;
    qint64 events = 0, missing = 0;
};

void runRound(Series &series, const QString &executable, const Contract &contract, const Setup &setup, const Load &load)
{
    Stage stage(executable, contract, setup);
    if (!stage.isReady())
        std::exit(1);
    using namespace std::chrono_literals;
    (void)stage.subscribers().publishToEach(load.publishers, load.rate, 500ms, load.size);
    stage.subscribers().idle(100ms);
    stage.subscribers().resetTally();
    const auto cpuBefore = stage.server().cpu();
    const auto time = std::chrono::seconds(load.seconds);
    const qint64 events = stage.subscribers().publishToEach(load.publishers, load.rate, time, load.size);
    const double cpu = double((stage.server().cpu() - cpuBefore).count()) / 1000;
    const Tally &tally = stage.subscribers().tally();
    series.cpu.push_back(cpu / double(std::max<qint64>(events, 1)));
    series.perSecond.push_back(double(events) / load.seconds);
    series.p50.push_back(double(tally.latency.percentile(0.5).count()));
    series.p99.push_back(double(tally.latency.percentile(0.99).count()));
    series.events += events;
    series.missing += tally.missing;
}

QJsonObject toJson(const Series &series)
{
    return {{QStringLiteral("events"), series.events},
            {QStringLiteral("missing"), series.missing},
            {QStringLiteral("eventsPerSecond"), median(series.perSecond)},
            {QStringLiteral("cpuMicrosecondsPerEvent"), median(series.cpu)},
            {QStringLiteral("latencyMicrosecondsP50"), median(series.p50)},
            {QStringLiteral("latencyMicrosecondsP99"), median(series.p99)}};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Events to single clients: CPU of each, and latency among many."));
    addOptions(parser);
    parser.addOptions({
        {QStringLiteral("publishers"), QStringLiteral("Connections that publish."), QStringLiteral("count"),
         QStringLiteral("32")},
        {QStringLiteral("rate"), QStringLiteral("Events a second in all; 0: as fast as it goes."), QStringLiteral("count"),
         QStringLiteral("0")},
        {QStringLiteral("few"), QStringLiteral("Beside it, among so few clients; 0: not."), QStringLiteral("count"),
         QStringLiteral("0")},
        {QStringLiteral("seconds"), QStringLiteral("Of each run."), QStringLiteral("count"), QStringLiteral("3")},
        {QStringLiteral("size"), QStringLiteral("Octets of an event's data."), QStringLiteral("count"), QStringLiteral("100")},
    });
    parser.process(application);
    Setup setup = readSetup(parser);
    for (auto &[executable, contract] : setup.servers) {
        if (contract->name() == "reference")
            contract = std::make_unique<ReferenceContract>(ReferenceContract::Channels::Each);
    }
    const Load load{readNumber(parser, QStringLiteral("publishers"), 1), readNumber(parser, QStringLiteral("rate"), 0),
                    readNumber(parser, QStringLiteral("seconds"), 1), readNumber(parser, QStringLiteral("size"), 1)};
    pinToCore(1);
    QJsonObject output{{QStringLiteral("benchmark"), QStringLiteral("singles")},
                       {QStringLiteral("protocol"), setup.protocolName},
                       {QStringLiteral("publishers"), load.publishers},
                       {QStringLiteral("rate"), load.rate}};
    std::vector<int> sizes{setup.subscribers};
    if (const int few = readNumber(parser, QStringLiteral("few"), 0); few > 0)
        sizes.push_back(few);
    for (const int subscribers : sizes) {
        setup.subscribers = subscribers;
        std::vector<Series> all(setup.servers.size());
        for (int round = 0; round < setup.rounds; ++round) {
            for (std::size_t i = 0; i < all.size(); ++i)
                runRound(all[i], setup.servers[i].first, *setup.servers[i].second, setup, load);
        }
        QJsonObject figures;
        for (std::size_t i = 0; i < all.size(); ++i)
            figures[QString::fromLatin1(setup.servers[i].second->name())] = toJson(all[i]);
        if (all.size() == 2) {
            figures[QStringLiteral("ratio")]
                = QJsonObject{{QStringLiteral("cpuPerEvent"), median(all[0].cpu) / median(all[1].cpu)},
                              {QStringLiteral("latencyP50"), median(all[0].p50) / std::max(median(all[1].p50), 1.0)},
                              {QStringLiteral("latencyP99"), median(all[0].p99) / std::max(median(all[1].p99), 1.0)}};
        }
        output[QString::number(subscribers)] = figures;
    }
    print(output);
    return 0;
}
