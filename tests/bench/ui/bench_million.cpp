// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A million clients in one hub with the window open: the real hub on its thread, the real window, and a transport without
// sockets, since a process may have fewer descriptors than that. bench_million [clients] [seconds a phase]: what one client takes
// of the process's memory, hub and window together; one event to all, and whether it reached each; how long the window's handlers
// run at rest, scrolling, sorted, filtered. Prints one JSON object; times in ms. The reference is the same process before they
// came.
#include "bench/ui/measuredapplication.h"
#include "bench/ui/memorytransport.h"
#include "ui/feed/framefeed.h"
#include "ui/models/clientsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/tablebar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonDocument>
#include <QScrollBar>
#include <QTemporaryDir>
#include <cstdio>

using namespace pushscope;
using namespace pushscope::bench;

namespace {

// RssAnon, in octets.
qint64 privateBytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("RssAnon:");
    return at < 0 ? 0 : text.mid(at + 8, text.indexOf("kB", at) - at - 8).trimmed().toLongLong() * 1024;
}

// Without an end where it never comes true: who starts it sees how far it is.
template<typename Condition> void runUntil(Condition condition)
{
    QElapsedTimer told;
    told.start();
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (told.elapsed() > 10'000) {
            told.restart();
            std::fprintf(stderr, "%u connected\n", memoryCounts().connected.load());
        }
    }
}

QJsonObject broadcastToAll(ServerController &controller, quint32 clients)
{
    memoryCounts().mark();
    QElapsedTimer timer;
    timer.start();
    quint32 receivers = 0;
    controller.publish({{QByteArray("*")}, "load", "\"" + QByteArray(98, 'x') + "\""})
        .then([&receivers](Result<PublishReceipt> receipt) { receivers = receipt ? receipt->receivers[0] : 1; });
    runUntil([&] { return receivers > 0; });
    return {{QStringLiteral("receivers"), qint64(receivers)},
            {QStringLiteral("reached"), qint64(memoryCounts().reached.load())},
            {QStringLiteral("all"), memoryCounts().reached == clients},
            {QStringLiteral("milliseconds"), timer.elapsed()}};
}

} // namespace

int main(int argc, char **argv)
{
    using namespace std::chrono_literals;
    MeasuredApplication app(argc, argv);
    const quint32 clients = argc > 1 ? quint32(std::atoi(argv[1])) : 1'000'000;
    const std::chrono::seconds phase(argc > 2 ? std::atoi(argv[2]) : 10);
    const QTemporaryDir folder;
    Settings settings(folder.path());
    ServerController controller;
    ServerConfig config;
    config.listen = {"127.0.0.1:0"};
    config.secrets = {"only-for-the-benchmark-0123456789abcdef"};
    controller.setConfig(config);
    MainWindow window(controller, settings);
    window.setRemembers(false);
    window.resize(1440, 900);
    window.show();
    QJsonObject result{{QStringLiteral("benchmark"), QStringLiteral("million")}, {QStringLiteral("clients"), qint64(clients)}};
    result[QStringLiteral("windowWithoutHub")] = app.measure(2s);
    const qint64 bytesBefore = privateBytes();
    setMemoryClients(clients, config.secrets.first());
    controller.start();
    auto *pane = window.findChild<ClientsPane *>();
    QElapsedTimer timer;
    timer.start();
    runUntil([] { return memoryCounts().connected > 0; });
    runUntil([clients] { return memoryCounts().connected == clients; });
    result[QStringLiteral("connectSeconds")] = double(timer.elapsed()) / 1000;
    runUntil([&] { return pane->model()->totalCount() == qint64(clients); });
    result[QStringLiteral("shownSeconds")] = double(timer.elapsed()) / 1000;
    (void)app.measure(3s); // the first ordering of all rows
    const qint64 bytesAfter = privateBytes();
    result[QStringLiteral("privateBytesBefore")] = bytesBefore;
    result[QStringLiteral("privateBytesConnected")] = bytesAfter;
    result[QStringLiteral("bytesPerClient")] = double(bytesAfter - bytesBefore) / clients;
    result[QStringLiteral("broadcast")] = broadcastToAll(controller, clients);
    result[QStringLiteral("afterBroadcast")] = app.measure(phase);
    QScrollBar *bar = pane->table()->verticalScrollBar();
    result[QStringLiteral("rowsToScroll")] = bar->maximum();
    QTimer scroll;
    QObject::connect(&scroll, &QTimer::timeout, bar,
                     [bar] { bar->setValue((bar->value() + bar->maximum() / 97) % (bar->maximum() + 1)); });
    scroll.start(50ms);
    result[QStringLiteral("scrolling")] = app.measure(phase);
    scroll.stop();
    pane->table()->sortByColumn(ClientsModel::EventsOut, Qt::DescendingOrder);
    result[QStringLiteral("sorted")] = app.measure(phase);
    pane->findChild<TableBar *>()->setFilter(QStringLiteral("user == u4711 || eventsOut > 5"));
    result[QStringLiteral("filtered")] = app.measure(phase);
    result[QStringLiteral("filterShows")] = pane->model()->rowCount();
    std::printf("%s\n", QJsonDocument(result).toJson().constData());
    std::fflush(stdout);
    std::_Exit(0); // a million clients are not said goodbye to one by one
}
