// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is away in one handler while a hub of many clients delivers: plain, with a condition typed into
// the clients' filter, and with the table sorted by a column that changes. bench_stall [clients] [deliveries per second] [seconds
// a phase] prints one JSON object; times in ms. The hub is made up, on a thread of its own; the window, its panes and its timer
// are the real ones.
#include "bench/ui/measuredapplication.h"
#include "ui/feed/framefeed.h"
#include "ui/models/clientsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/tablebar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"
#include "ui/support/syntheticsource.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>
#include <cstdio>

using namespace pushscope;
using namespace pushscope::bench;

namespace {

constexpr quint32 ChangedAFrame = 4'000; // what the observer copies at most where many change
constexpr int FramesASecond = 30;

class BusySource final : public QObject, public Observatory::Source
{
public:
    BusySource(Observatory &observatory, quint32 clients, int deliveriesASecond)
        : m_observatory(observatory)
        , m_clients(clients)
        , m_deliveries(deliveriesASecond / FramesASecond)
    {
    }
    void snapshotRequested() override
    {
        QMetaObject::invokeMethod(
            this, [this] { m_observatory.deliver(frame()); }, Qt::QueuedConnection);
    }

private:
    std::unique_ptr<Snapshot> frame()
    {
        auto snapshot = std::make_unique<Snapshot>(m_started ? m_hub.withChanges(ChangedAFrame) : m_hub.withClients(m_clients));
        m_started = true;
        m_now += 1'000'000'000 / FramesASecond;
        const JournalRow event = m_hub.makeEvent();
        snapshot->journal.push_back(event);
        for (int i = 0; i < m_deliveries; ++i)
            snapshot->deliveries.push_back({m_next++ % m_clients + 1, quint32(event.seq.value), quint64(m_now) << 1});
        snapshot->deliveriesTracked = true;
        snapshot->monoNs = m_now;
        m_hub.figures().at += Milliseconds(1000 / FramesASecond);
        m_hub.figures().mono += std::chrono::milliseconds(1000 / FramesASecond);
        m_hub.figures().protocols[0].delivered += quint64(m_deliveries);
        snapshot->figures = m_hub.figures();
        return snapshot;
    }

    Observatory &m_observatory;
    SyntheticHub m_hub;
    const quint32 m_clients;
    const int m_deliveries;
    bool m_started = false;
    qint64 m_now = 0;
    quint32 m_next = 0;
};

} // namespace

int main(int argc, char **argv)
{
    MeasuredApplication app(argc, argv);
    const quint32 clients = argc > 1 ? quint32(std::atoi(argv[1])) : 100'000;
    const int deliveries = argc > 2 ? std::atoi(argv[2]) : 100'000;
    using namespace std::chrono_literals;
    const std::chrono::seconds phase(argc > 3 ? std::atoi(argv[3]) : 10);
    const QTemporaryDir folder;
    Settings settings(folder.path());
    ServerController controller;
    MainWindow window(controller, settings);
    window.setRemembers(false);
    window.resize(1440, 900);
    window.show();
    QThread thread;
    auto source = std::make_unique<BusySource>(controller.observatory(), clients, deliveries);
    source->moveToThread(&thread);
    thread.start();
    controller.observatory().setSource(source.get());
    window.feed().setRunning(true);
    auto *pane = window.findChild<ClientsPane *>();
    while (pane->model()->totalCount() < qint64(clients))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    (void)app.measure(3s); // the first ordering of all rows is not what goes on
    QJsonObject result{{QStringLiteral("clients"), qint64(clients)}, {QStringLiteral("deliveriesPerSecond"), deliveries}};
    result[QStringLiteral("plain")] = app.measure(phase);
    pane->findChild<TableBar *>()->setFilter(QStringLiteral("protocol == ws && lagMs > 200ms"));
    result[QStringLiteral("filtered")] = app.measure(phase);
    pane->findChild<TableBar *>()->setFilter({});
    pane->table()->sortByColumn(ClientsModel::EventsOut, Qt::DescendingOrder);
    result[QStringLiteral("sorted")] = app.measure(phase);
    controller.observatory().setSource(nullptr);
    thread.quit();
    thread.wait();
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
