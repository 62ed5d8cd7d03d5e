// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_startup: from exec() to the ready line, which the window prints once its hub listens and it is shown; beside it the
// reference server, in turn. Prints one JSON object; times are medians, in ms, of the clock and of CPU.

#include "bench/benchsetup.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace pushscope;
using namespace pushscope::bench;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Time until a server is ready."));
    addOptions(parser);
    parser.process(application);
    const Setup setup = readSetup(parser);
    QJsonObject output{{QStringLiteral("benchmark"), QStringLiteral("startup")}, {QStringLiteral("rounds"), setup.rounds}};
    std::vector<std::vector<double>> clock(setup.servers.size()), cpu(setup.servers.size());
    for (int round = 0; round < setup.rounds; ++round) {
        for (std::size_t i = 0; i < setup.servers.size(); ++i) {
            QElapsedTimer timer;
            timer.start();
            const ServerProcess server(setup.servers[i].first, *setup.servers[i].second);
            if (server.port() == 0)
                return 1;
            clock[i].push_back(double(timer.nsecsElapsed()) / 1e6);
            cpu[i].push_back(double(server.cpu().count()) / 1e6);
        }
    }
    for (std::size_t i = 0; i < setup.servers.size(); ++i) {
        output[QString::fromLatin1(setup.servers[i].second->name())] = QJsonObject{
            {QStringLiteral("milliseconds"), median(clock[i])}, {QStringLiteral("cpuMilliseconds"), median(cpu[i])}};
    }
    print(output);
    return 0;
}
