// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_memory: what an idle connection costs the hub in user space (RssAnon), beside the reference server. Prints one
// JSON object. In half steps, so that a cost that does not grow in proportion shows.

#include "bench/benchsetup.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace pushscope;
using namespace pushscope::bench;

namespace {

QJsonObject measure(const QString &executable, const Contract &contract, const Setup &setup, int subscribers)
{
    std::vector<double> perConnection, cpuPerConnect;
    QJsonObject last;
    for (int round = 0; round < setup.rounds; ++round) {
        Setup part{{}, setup.protocol, setup.protocolName, subscribers, 1};
        Stage stage(executable, contract, part);
        if (!stage.isReady())
            std::exit(1);
        perConnection.push_back(stage.bytesPerConnection());
        cpuPerConnect.push_back(stage.connectMicroseconds());
        last = {{QStringLiteral("connections"), stage.connected()},
                {QStringLiteral("privateBytesBefore"), stage.bytesBefore()},
                {QStringLiteral("privateBytesConnected"), stage.bytesAfter()}};
    }
    last[QStringLiteral("bytesPerConnection")] = median(perConnection);
    last[QStringLiteral("cpuMicrosecondsPerConnect")] = median(cpuPerConnect);
    return last;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("User-space memory of an idle connection, hub beside a bare epoll server."));
    addOptions(parser);
    parser.process(application);
    const Setup setup = readSetup(parser);
    pinToCore(1);

    QJsonObject output{
        {QStringLiteral("benchmark"), QStringLiteral("memory")},
        {QStringLiteral("protocol"), setup.protocolName},
        {QStringLiteral("rounds"), setup.rounds},
    };
    for (const auto &[executable, contract] : setup.servers) {
        QJsonArray steps;
        for (const int subscribers : {std::max(setup.subscribers / 2, 1), setup.subscribers})
            steps.append(measure(executable, *contract, setup, subscribers));
        output[QString::fromLatin1(contract->name())] = steps;
    }
    print(output);
    return 0;
}
