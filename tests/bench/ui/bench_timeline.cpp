// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the timeline costs over an hour of many clients, what it does with the key or the wheel included, while it is
// panned at several zooms and zoomed from hours to microseconds and back, beside as many plain rectangles as there are events in
// sight. bench_timeline [clients] [deliveries a client] prints one JSON object; times are ms of CPU.
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QPainter>
#include <QRandomGenerator>
#include <QWheelEvent>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

constexpr Moment Recorded = 1h;
constexpr QSize Size(1400, 800);
constexpr int Frames = 120; // a zoom

double share(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, std::size_t(double(times.size()) * part))];
}

double timed(const std::function<void()> &work)
{
    const auto now = [] { // of this thread's processor time: others may be busy
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    };
    const double begin = now();
    work();
    return now() - begin;
}

Snapshot snapshotAt(Moment now)
{
    Snapshot snapshot;
    snapshot.generation = 1;
    snapshot.monoNs = now.count();
    snapshot.figures.at = WallTime(std::chrono::hours(490'000)) + std::chrono::duration_cast<Milliseconds>(now);
    snapshot.deliveriesTracked = true;
    return snapshot;
}

JournalRow connectionRow(const ClientRow &client, Moment at, const QByteArray &op)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Conn;
    row.op = op;
    row.client = client.client;
    row.connection = client.connection;
    row.protocol = client.protocol;
    row.monoNs = at.count();
    row.cause = "client";
    return row;
}

// Each client is cut about every ten minutes and then gets what it missed in a burst.
double fill(TimelineStore &store, quint32 clients, int perClient)
{
    QRandomGenerator random(1);
    Snapshot first = snapshotAt(0s);
    std::vector<ClientRow> rows(clients);
    for (quint32 i = 0; i < clients; ++i) {
        rows[i].key = i + 1;
        rows[i].connection = i + 1;
        rows[i].client = "client-" + QByteArray::number(i + 1);
        rows[i].protocol = ClientProtocol(i % ProtocolCount);
        first.changedClients.push_back(rows[i]);
        first.journal.push_back(connectionRow(rows[i], 0s, "open"));
    }
    store.apply(first);
    const Moment step = Recorded / perClient;
    double worst = 0;
    for (int n = 0; n < perClient; ++n) {
        const Moment now = step * (n + 1);
        Snapshot snapshot = snapshotAt(now);
        snapshot.figures.head = Seq{quint64(n) + 1};
        for (ClientRow &row : rows) {
            const Moment at = now - Moment(random.bounded(int(step.count() / 2)));
            if (random.bounded(perClient / 6) == 0) {
                snapshot.journal.push_back(connectionRow(row, at - step / 8, "close"));
                row.connection += clients; // an id of its own
                snapshot.journal.push_back(connectionRow(row, at, "open"));
            }
            const bool replayed = random.bounded(50) == 0;
            snapshot.deliveries.push_back({row.key, quint32(n + 1), quint64(at.count()) << 1 | quint64(replayed)});
        }
        worst = std::max(worst, timed([&] { store.apply(snapshot); }));
    }
    return worst;
}

std::size_t eventsInSight(const TimelineStore &store, const TimelineView &view)
{
    std::size_t count = 0;
    const int rows = view.lanesRect().height() / view.laneHeight() + 1;
    for (int row = 0; row < rows && std::size_t(row) < store.lanes().size(); ++row) {
        for (const PointTrack &track : store.lanes()[std::size_t(row)].points)
            count += track.firstFrom(view.axis().end()) - track.firstFrom(view.axis().begin());
    }
    return count;
}

QJsonObject panned(const TimelineStore &store, TimelineView &view, Moment length)
{
    QImage image(Size, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times, plain;
    std::size_t most = 0;
    view.setRange({Recorded / 2, Recorded / 2 + length});
    view.fitRange();
    view.setRange({});
    for (int frame = 0; frame < Frames; ++frame) {
        QKeyEvent right(QEvent::KeyPress, frame % 8 < 4 ? Qt::Key_Right : Qt::Key_Left, Qt::NoModifier);
        times.push_back(timed([&] {
            QCoreApplication::sendEvent(&view, &right);
            view.viewport()->render(&image);
        }));
        const std::size_t events = eventsInSight(store, view);
        most = std::max(most, events);
        if (frame % 10 == 0) {
            plain.push_back(timed([&] {
                QPainter painter(&image);
                for (std::size_t i = 0; i < events; ++i)
                    painter.fillRect(int(i % 1200), int(i / 1200 % 800), 6, 6, Qt::darkBlue);
            }));
        }
    }
    return {{QStringLiteral("eventsInSight"), qint64(most)},
            {QStringLiteral("p50"), share(times, 0.5)},
            {QStringLiteral("p99"), share(times, 0.99)},
            {QStringLiteral("plainRectanglesP50"), share(plain, 0.5)}};
}

// From all of it to the finest scale at the pointer and back, a frame for each notch of the wheel.
QJsonObject zoomed(TimelineView &view)
{
    QImage image(Size, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    view.fitAll();
    const QPointF pointer = view.lanesRect().center();
    const auto turn = [&](int notches) {
        QWheelEvent event(pointer, pointer, {}, QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        times.push_back(timed([&] {
            QCoreApplication::sendEvent(view.viewport(), &event);
            view.viewport()->render(&image);
        }));
    };
    QKeyEvent left(QEvent::KeyPress, Qt::Key_Left, Qt::NoModifier); // away from the end, which it would follow
    QCoreApplication::sendEvent(&view, &left);
    int notches = 0;
    for (Moment before{0}; view.axis().length() != before; ++notches) {
        before = view.axis().length();
        turn(1);
    }
    const Moment least = view.axis().length();
    while (notches-- > 0)
        turn(-1);
    return {{QStringLiteral("frames"), qint64(times.size())},
            {QStringLiteral("leastMicroseconds"), double(least.count()) / 1000},
            {QStringLiteral("p50"), share(times, 0.5)},
            {QStringLiteral("p99"), share(times, 0.99)},
            {QStringLiteral("most"), share(times, 1)}};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const quint32 clients = argc > 1 ? quint32(std::max(10, std::atoi(argv[1]))) : 1000;
    const int perClient = argc > 2 ? std::max(100, std::atoi(argv[2])) : 3600;
    TimelineStore store;
    const double worstApply = fill(store, clients, perClient);
    LaneOrder order([](quint32) { return nullptr; }, [](quint32) { return 0; });
    (void)order.update(store, std::chrono::steady_clock::now());
    TimelineView view(store, order);
    view.resize(Size);
    view.show();
    view.refresh();
    QCoreApplication::processEvents();
    QJsonObject zooms;
    const std::pair<const char *, Moment> lengths[]
        = {{"1 h", 1h}, {"10 min", 10min}, {"1 min", 1min}, {"10 s", 10s}, {"1 s", 1s}, {"10 ms", 10ms}, {"10 µs", 10us}};
    for (const auto &[name, length] : lengths)
        zooms[QString::fromUtf8(name)] = panned(store, view, length);
    zooms[QStringLiteral("zoomed from all to the finest and back")] = zoomed(view);
    view.setLaneHeight(4); // all that fit
    zooms[QStringLiteral("1 h, lanes of 4 pixels")] = panned(store, view, 1h);
    double worst = 0;
    for (const auto zoom : std::as_const(zooms))
        worst = std::max(worst, zoom.toObject().value(QStringLiteral("p99")).toDouble());
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const QJsonObject result{{QStringLiteral("benchmark"), QStringLiteral("timeline")},
                             {QStringLiteral("clients"), int(clients)},
                             {QStringLiteral("deliveries"), qint64(store.deliveries())},
                             {QStringLiteral("dropped"), qint64(store.droppedDeliveries())},
                             {QStringLiteral("worstFrameTaken"), worstApply},
                             {QStringLiteral("residentMiB"), qint64(usage.ru_maxrss / 1024)},
                             {QStringLiteral("unit"), QStringLiteral("ms")},
                             {QStringLiteral("worstP99"), worst},
                             {QStringLiteral("frame"), 16}, // within which a handler and the painting have to be done
                             {QStringLiteral("frames"), zooms}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Indented).constData());
    return 0;
}
