// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_wirecost: what the same events cost over each way to a client: octets, packets and the hub's CPU for each delivery, and
// what it costs to open one. Prints one JSON object; ratios are to an event stream over HTTP/1.1 in clear, in the same run.

#include "bench/benchsetup.h"
#include "bench/wireclient.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <optional>

using namespace pushscope::bench;

namespace {

struct Cost {
    double octets = 0, octetsUp = 0, packets = 0, microseconds = 0; // for each delivery
    double microsecondsToOpen = 0; // of CPU: accept, handshake, subscribe
};

struct Load {
    int clients;
    int events;
    int size;
};

// Numbers and names, as market data or a document's changes have them: neither noise nor one octet over and over.
QByteArray payload(int size, int event)
{
    QByteArray json = "[";
    quint32 state = quint32(event) * 2654435761u + 1;
    for (int i = 0; json.size() < size - 1; ++i) {
        state = state * 1664525 + 1013904223;
        json += "{'symbol':'S" + QByteArray::number(i % 50) + "','bid':" + QByteArray::number(state >> 16) + ",'open':true},";
    }
    json.truncate(std::max<qsizetype>(json.lastIndexOf('}') + 1, 1));
    return json.replace('\'', '"') + ']';
}

Cost measure(const Wire &wire, const QString &hub, const Load &load)
{
    const HubContract contract(wire.tls ? QStringList{QStringLiteral("--tls-self-signed")} : QStringList());
    ServerProcess server(hub, contract);
    if (server.port() == 0)
        std::exit(1);
    const auto cpuAtRest = server.cpu();
    WireClients clients;
    for (int i = 0; i < load.clients; ++i)
        clients.push_back(std::make_unique<WireClient>(wire, contract, server.port(), i));
    settle(clients);
    Cost cost;
    cost.microsecondsToOpen = double((server.cpu() - cpuAtRest).count()) / 1000 / load.clients;
    WireClient publisher(wire.tls, server.port());
    const WireTotals before = totals(clients);
    const auto cpuBefore = server.cpu();
    for (int event = 0; event < load.events; ++event) {
        publisher.publish(contract, payload(load.size, event));
        readNext(clients);
    }
    settle(clients); // acknowledgements and whatever follows
    const auto cpu = server.cpu() - cpuBefore;
    const WireTotals after = totals(clients);
    const double deliveries = double(load.clients) * load.events;
    cost.octets = double(after.received - before.received) / deliveries;
    cost.octetsUp = double(after.sent - before.sent) / deliveries;
    cost.packets = double(after.packets - before.packets) / deliveries;
    cost.microseconds = double(cpu.count()) / 1000 / deliveries;
    return cost;
}

QJsonObject toJson(const Cost &cost, const Cost &reference)
{
    return {{QStringLiteral("octets"), cost.octets},
            {QStringLiteral("octetsUp"), cost.octetsUp},
            {QStringLiteral("packets"), cost.packets},
            {QStringLiteral("cpuMicroseconds"), cost.microseconds},
            {QStringLiteral("cpuMicrosecondsToOpen"), cost.microsecondsToOpen},
            {QStringLiteral("opensPerCpuSecond"), 1e6 / std::max(cost.microsecondsToOpen, 1e-9)},
            {QStringLiteral("octetsRatio"), cost.octets / reference.octets},
            {QStringLiteral("cpuRatio"), cost.microseconds / reference.microseconds}};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("What the same events cost over each way to a client."));
    parser.addHelpOption();
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/pushscope-hub");
    parser.addOptions({
        {QStringLiteral("hub"), QStringLiteral("The hub's executable."), QStringLiteral("path"), beside},
        {QStringLiteral("clients"), QStringLiteral("How many connections each way."), QStringLiteral("count"),
         QStringLiteral("200")},
        {QStringLiteral("events"), QStringLiteral("Events of each size."), QStringLiteral("count"), QStringLiteral("50")},
        {QStringLiteral("sizes"), QStringLiteral("Octets of their data."), QStringLiteral("list"),
         QStringLiteral("100,1000,10000")},
    });
    parser.process(application);
    const QTemporaryDir folder; // for the certificate
    qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
    Load load{readNumber(parser, QStringLiteral("clients"), 1), readNumber(parser, QStringLiteral("events"), 1), 0};
    pinToCore(1);
    QJsonObject output{{QStringLiteral("benchmark"), QStringLiteral("wirecost")},
                       {QStringLiteral("clients"), load.clients},
                       {QStringLiteral("events"), load.events}};
    for (const QString &size : parser.value(QStringLiteral("sizes")).split(u',')) {
        load.size = std::max(size.toInt(), 1);
        QJsonObject wires;
        std::optional<Cost> reference;
        for (const Wire &wire : AllWires) {
            const Cost cost = measure(wire, parser.value(QStringLiteral("hub")), load);
            if (!reference)
                reference = cost;
            wires[QString::fromLatin1(wire.name)] = toJson(cost, *reference);
        }
        output[size] = wires;
    }
    print(output);
    return 0;
}
