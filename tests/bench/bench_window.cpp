// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window: what an open window costs the hub: CPU of the hub's thread per delivery, within `pushscope` with its panes
// open, beside `pushscope-hub`, in turns. Prints one JSON object; `ratio` is window / headless. The window is drawn by Qt's
// offscreen platform unless QT_QPA_PLATFORM says otherwise. It shares a core with the hub; with --hub-alone, with the clients.

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
    parser.setApplicationDescription(QStringLiteral("What an open window costs the hub."));
    addOptions(parser);
    parser.addOptions({
        {QStringLiteral("window"), QStringLiteral("The executable with the window."), QStringLiteral("path"),
         QCoreApplication::applicationDirPath() + QStringLiteral("/pushscope")},
        {QStringLiteral("events"), QStringLiteral("Broadcasts a round."), QStringLiteral("count"), QStringLiteral("100")},
        {QStringLiteral("size"), QStringLiteral("Octets of an event's data."), QStringLiteral("count"), QStringLiteral("100")},
        {QStringLiteral("hub-alone"), QStringLiteral("Leave the hub's thread a core of its own.")},
    });
    parser.process(application);
    const Setup setup = readSetup(parser);
    const FanOut load{readNumber(parser, QStringLiteral("events"), 1), 2, readNumber(parser, QStringLiteral("size"), 1)};
    const HubContract contract(parser.values(QStringLiteral("hub-argument")));
    if (!QFileInfo(parser.value(QStringLiteral("window"))).isExecutable()) {
        std::fprintf(stderr, "--window: no executable there\n");
        return 2;
    }
    const QTemporaryDir settings; // the shipped layout, whatever this user's is
    qputenv("XDG_CONFIG_HOME", settings.path().toLocal8Bit());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    pinToCore(1);

    const bool isHubAlone = parser.isSet(QStringLiteral("hub-alone"));
    Side window{parser.value(QStringLiteral("window")), "hub", isHubAlone, {}, {}, {}, 0};
    Side headless{parser.value(QStringLiteral("hub")), "pushscope-hub", isHubAlone, {}, {}, {}, 0};
    for (int round = 0; round < setup.rounds; ++round) {
        for (Side *side : {&window, &headless}) {
            if (!side->runRound(contract, setup, load)) {
                std::fprintf(stderr, "%s: not everything was delivered\n", qUtf8Printable(side->executable));
                return 1;
            }
        }
    }
    print({{QStringLiteral("benchmark"), QStringLiteral("window")},
           {QStringLiteral("protocol"), setup.protocolName},
           {QStringLiteral("subscribers"), setup.subscribers},
           {QStringLiteral("rounds"), setup.rounds},
           {QStringLiteral("events"), load.events},
           {QStringLiteral("hubAlone"), isHubAlone},
           {QStringLiteral("window"), window.toJson()},
           {QStringLiteral("headless"), headless.toJson()},
           {QStringLiteral("ratio"),
            QJsonObject{{QStringLiteral("cpuPerDelivery"), median(window.hubPerDelivery) / median(headless.hubPerDelivery)}}}});
    return 0;
}
