// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window: what an open window costs the hub: CPU of the hub's thread per delivery, within `pushscope` with its panes
// open, beside `pushscope-hub`. Both stand ready, with subscribers of their own, and have their turns right after one another,
// for a machine's speed drifts by more than what is looked for. Prints one JSON object; `ratio` is window / headless, the median
// of the rounds. The window is drawn by Qt's offscreen platform unless QT_QPA_PLATFORM says otherwise. It shares a core with the
// hub; with --hub-alone, with the clients.

#include "bench/side.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <algorithm>

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
    Side window{parser.value(QStringLiteral("window")), "hub", isHubAlone};
    Side headless{parser.value(QStringLiteral("hub")), "pushscope-hub", isHubAlone};
    if (!window.start(contract, setup) || !headless.start(contract, setup))
        return 1;
    std::vector<double> ratios;
    for (int round = 0; round < setup.rounds; ++round) {
        Side *const order[] = {round % 2 ? &headless : &window, round % 2 ? &window : &headless};
        for (Side *side : order) {
            if (!side->runRound(load)) {
                std::fprintf(stderr, "%s: not everything was delivered\n", qUtf8Printable(side->executable));
                return 1;
            }
        }
        ratios.push_back(window.hubPerDelivery.back() / headless.hubPerDelivery.back());
    }
    std::sort(ratios.begin(), ratios.end());
    print({{QStringLiteral("benchmark"), QStringLiteral("window")},
           {QStringLiteral("protocol"), setup.protocolName},
           {QStringLiteral("subscribers"), setup.subscribers},
           {QStringLiteral("rounds"), setup.rounds},
           {QStringLiteral("events"), load.events},
           {QStringLiteral("hubAlone"), isHubAlone},
           {QStringLiteral("window"), window.toJson()},
           {QStringLiteral("headless"), headless.toJson()},
           {QStringLiteral("ratio"),
            QJsonObject{{QStringLiteral("cpuPerDelivery"), median(ratios)},
                        {QStringLiteral("cpuPerDeliveryQuartiles"),
                         QJsonArray{ratios[ratios.size() / 4], ratios[ratios.size() * 3 / 4]}}}}});
    return 0;
}
