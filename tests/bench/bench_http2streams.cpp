// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_http2streams: event streams over HTTP/2, many over each connection: what one costs the hub in user space (RssAnon), and
// CPU per delivery of one event to all of them, beside the hub's own HTTP/1.1 and the reference server. Prints one JSON object.

#include "bench/benchsetup.h"
#include "bench/http2subscribers.h"

#include <QCoreApplication>
#include <chrono>

using namespace pushscope;
using namespace pushscope::bench;

namespace {

constexpr std::chrono::seconds QuietTime{5}; // after which a hub has given back what the events took

struct Load {
    int connections;
    int streams;
    int events;
    int size;
};

void settle(ServerProcess &server, Http2Subscribers &subscribers)
{
    using namespace std::chrono_literals;
    std::chrono::nanoseconds before = -1s;
    for (int turn = 0; turn < 20 && server.isRunning() && server.cpu() - before > 5ms; ++turn) {
        before = server.cpu();
        subscribers.idle(300ms);
    }
}

double microseconds(std::chrono::nanoseconds time)
{
    return double(time.count()) / 1000;
}

// One step: so many connections with their streams, then the events.
QJsonObject measureStreams(const QString &executable, const Contract &contract, const Load &load)
{
    ServerProcess server(executable, contract);
    Http2Subscribers subscribers(contract, server.port());
    settle(server, subscribers);
    const qint64 bytesBefore = server.privateBytes();
    auto cpuBefore = server.cpu();
    const qint64 open = subscribers.open(load.connections, load.streams);
    settle(server, subscribers);
    const qint64 bytesOpen = server.privateBytes();
    const double connectCpu = microseconds(server.cpu() - cpuBefore) / double(std::max<qint64>(open, 1));
    (void)subscribers.broadcast(1, load.size);
    const qint64 deliveredBefore = subscribers.deliveries();
    cpuBefore = server.cpu();
    const auto begin = std::chrono::steady_clock::now();
    const bool complete = subscribers.broadcast(load.events, load.size);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const double delivered = double(std::max<qint64>(subscribers.deliveries() - deliveredBefore, 1));
    const double deliveryCpu = microseconds(server.cpu() - cpuBefore) / delivered;
    const qint64 bytesAfter = server.privateBytes();
    subscribers.idle(QuietTime);
    return {
        {QStringLiteral("connections"), load.connections},
        {QStringLiteral("streams"), open},
        {QStringLiteral("ended"), subscribers.ended()},
        {QStringLiteral("complete"), complete && open == qint64(load.connections) * load.streams},
        {QStringLiteral("deliveries"), subscribers.deliveries()},
        {QStringLiteral("privateBytesBefore"), bytesBefore},
        {QStringLiteral("privateBytesOpen"), bytesOpen},
        {QStringLiteral("privateBytesAfterEvents"), bytesAfter},
        {QStringLiteral("privateBytesWhenQuiet"), server.privateBytes()},
        {QStringLiteral("bytesPerStream"), double(bytesOpen - bytesBefore) / double(std::max<qint64>(open, 1))},
        {QStringLiteral("cpuMicrosecondsPerConnect"), connectCpu},
        {QStringLiteral("cpuMicrosecondsPerDelivery"), deliveryCpu},
        {QStringLiteral("deliveriesPerSecond"), delivered / took.count()},
        {QStringLiteral("secondsPerEvent"), took.count() / load.events},
    };
}

// The same events to subscribers with a connection each.
double measureConnections(const QString &executable, const Contract &contract, const Setup &setup, const Load &load)
{
    Stage stage(executable, contract, setup);
    if (!stage.isReady() || !stage.subscribers().broadcast(2, 1, load.size))
        return 0;
    stage.subscribers().resetTally();
    const auto cpuBefore = stage.server().cpu();
    (void)stage.subscribers().broadcast(load.events, 1, load.size);
    return microseconds(stage.server().cpu() - cpuBefore) / double(std::max<qint64>(stage.subscribers().tally().deliveries, 1));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Event streams over HTTP/2: memory of each, and CPU of a fan-out."));
    addOptions(parser);
    parser.addOptions({
        {QStringLiteral("connections"), QStringLiteral("HTTP/2 connections."), QStringLiteral("count"), QStringLiteral("100")},
        {QStringLiteral("streams"), QStringLiteral("Streams on each; up to 1000."), QStringLiteral("count"),
         QStringLiteral("1000")},
        {QStringLiteral("events"), QStringLiteral("Broadcasts."), QStringLiteral("count"), QStringLiteral("10")},
        {QStringLiteral("size"), QStringLiteral("Octets of an event's data."), QStringLiteral("count"), QStringLiteral("100")},
        {QStringLiteral("no-comparison"), QStringLiteral("Leaves HTTP/1.1 and the reference server out.")},
    });
    parser.process(application);
    Setup setup = readSetup(parser);
    setup.protocol = Protocol::Sse;
    Load load{readNumber(parser, QStringLiteral("connections"), 1), readNumber(parser, QStringLiteral("streams"), 1),
              readNumber(parser, QStringLiteral("events"), 1), readNumber(parser, QStringLiteral("size"), 1)};
    pinToCore(1);

    QJsonObject output{{QStringLiteral("benchmark"), QStringLiteral("http2streams")}, {QStringLiteral("eventBytes"), load.size}};
    const auto &[hub, contract] = setup.servers.front();
    const QJsonObject streams = measureStreams(hub, *contract, load);
    output[QStringLiteral("http2")] = streams;
    if (!parser.isSet(QStringLiteral("no-comparison")) && setup.servers.size() == 2) {
        const double http1 = measureConnections(hub, *contract, setup, load);
        const double reference = measureConnections(setup.servers.back().first, *setup.servers.back().second, setup, load);
        const double http2 = streams[QStringLiteral("cpuMicrosecondsPerDelivery")].toDouble();
        output[QStringLiteral("cpuMicrosecondsPerDelivery")] = QJsonObject{
            {QStringLiteral("http2"), http2}, {QStringLiteral("http1"), http1}, {QStringLiteral("reference"), reference}};
        output[QStringLiteral("ratio")] = QJsonObject{{QStringLiteral("http2ToHttp1"), http2 / http1},
                                                      {QStringLiteral("http2ToReference"), http2 / reference}};
    }
    print(output);
    return streams[QStringLiteral("complete")].toBool() ? 0 : 1;
}
