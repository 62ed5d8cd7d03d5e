// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_recording: what recording costs the hub: deliveries a second and CPU a delivery of its own thread and of all, with
// `--record` beside without it, in turns, over TCP. Prints one JSON object; `ratio` is recorded / plain. The hub and its recorder
// have one core between them, the clients the other.

#include "bench/side.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace pushscope;
using namespace pushscope::bench;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("What recording costs the hub."));
    addOptions(parser);
    parser.addOptions({
        {QStringLiteral("events"), QStringLiteral("Broadcasts a round."), QStringLiteral("count"), QStringLiteral("100")},
        {QStringLiteral("size"), QStringLiteral("Octets of an event's data."), QStringLiteral("count"), QStringLiteral("100")},
    });
    parser.process(application);
    const Setup setup = readSetup(parser);
    const FanOut load{readNumber(parser, QStringLiteral("events"), 1), 2, readNumber(parser, QStringLiteral("size"), 1)};
    const QStringList more = parser.values(QStringLiteral("hub-argument"));
    const QString hub = parser.value(QStringLiteral("hub"));
    const QTemporaryDir folder;
    pinToCore(1);

    Side recorded{hub, "pushscope-hub"}, plain{hub, "pushscope-hub"};
    qint64 octets = 0;
    for (int round = 0; round < setup.rounds; ++round) {
        const QString file = folder.filePath(QStringLiteral("%1.pushscope").arg(round));
        const HubContract recording(more + QStringList{QStringLiteral("--record"), file}), without(more);
        if (!recorded.start(recording, setup) || !recorded.runRound(load) || !plain.start(without, setup)
            || !plain.runRound(load)) {
            std::fprintf(stderr, "not everything was delivered\n");
            return 1;
        }
        octets = QFileInfo(file).size() + QFileInfo(file + QStringLiteral("-wal")).size();
    }
    print({{QStringLiteral("benchmark"), QStringLiteral("recording")},
           {QStringLiteral("protocol"), setup.protocolName},
           {QStringLiteral("subscribers"), setup.subscribers},
           {QStringLiteral("rounds"), setup.rounds},
           {QStringLiteral("events"), load.events},
           {QStringLiteral("recorded"), recorded.toJson()},
           {QStringLiteral("plain"), plain.toJson()},
           {QStringLiteral("recordedOctets"), octets},
           {QStringLiteral("ratio"),
            QJsonObject{
                {QStringLiteral("deliveriesPerSecond"), median(recorded.deliveriesPerSecond) / median(plain.deliveriesPerSecond)},
                {QStringLiteral("hubThreadCpu"), median(recorded.hubPerDelivery) / median(plain.hubPerDelivery)},
                {QStringLiteral("allThreadsCpu"), median(recorded.allPerDelivery) / median(plain.allPerDelivery)}}}});
    return 0;
}
