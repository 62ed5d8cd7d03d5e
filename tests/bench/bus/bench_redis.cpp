// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one Redis carries for 1, 2 and 4 hubs, and the delay of an event from one hub to another, beside redis-benchmark (PUBLISH,
// and XADD with PUBLISH's size, 16 in a pipeline) and a bare publisher and subscriber, against one redis-server in one run. All
// hubs are in this process, on one thread and without clients: it is the bus that is measured. bench_redis [events]; prints one
// JSON object.

#include "bus/redisbus.h"
#include "bus/redisprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace pushscope;

namespace {

constexpr int DataSize = 150;
constexpr int InFlight = 256; // of each hub
constexpr int Delays = 2'000;

void turn()
{
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

double processSeconds()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

// A hub as far as the bus is concerned: hears everyone's events.
class BenchHub final : public Bus::Listener
{
public:
    explicit BenchHub(quint16 port)
        : m_bus(settingsFor(port), m_log, m_clock)
    {
        m_bus.setListener(this);
        m_bus.start();
        while (!m_bus.isConnected())
            turn();
        m_bus.retain("*");
        const std::vector<QByteArray> channels{"*"};
        m_prepared = m_bus.prepare(channels);
        while (m_prepared != 0)
            turn();
    }
    void publish()
    {
        auto event = std::make_shared<Event>();
        event->to = {"*"};
        event->type = "bench";
        event->data = '"' + QByteArray(DataSize - 2, 'x') + '"';
        if (m_bus.publish(std::move(event)))
            ++underWay;
    }
    int underWay = 0, answered = 0, heard = 0;

private:
    static BusSettings settingsFor(quint16 port)
    {
        BusSettings settings;
        settings.address.port = port;
        return settings;
    }
    void busDelivers(const EventPtr &, quint64) override { ++heard; }
    void busPublished(quint64, const Result<Bus::Receipt> &) override
    {
        --underWay;
        ++answered;
    }
    void busPrepared(quint64 ticket) override { m_prepared = ticket == m_prepared ? 0 : m_prepared; }
    void busResumed(Seq) override { }
    void busEpochChanged(const Epoch &) override { }

    SystemClock m_clock;
    RedisLog m_log;
    RedisBus m_bus;
    quint64 m_prepared = 0;
};

QJsonObject measureHubs(quint16 port, int hubs, int events)
{
    std::vector<std::unique_ptr<BenchHub>> all;
    for (int i = 0; i < hubs; ++i)
        all.push_back(std::make_unique<BenchHub>(port));
    const int each = events / hubs;
    const double cpu = processSeconds();
    QElapsedTimer timer;
    timer.start();
    const auto isDone = [&](const auto &hub) { return hub->answered >= each && hub->heard >= each * hubs; };
    while (!std::all_of(all.begin(), all.end(), isDone)) {
        for (const auto &hub : all) {
            while (hub->underWay < InFlight && hub->underWay + hub->answered < each)
                hub->publish();
        }
        turn();
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    return {{QStringLiteral("hubs"), hubs},
            {QStringLiteral("events_per_s"), each * hubs / seconds},
            {QStringLiteral("hub_cpu_us_per_event_and_hub"), (processSeconds() - cpu) * 1e6 / (double(each) * hubs * hubs)}};
}

QJsonObject delaysOf(std::vector<double> &microseconds)
{
    std::sort(microseconds.begin(), microseconds.end());
    return {{QStringLiteral("p50_us"), microseconds[microseconds.size() / 2]},
            {QStringLiteral("p99_us"), microseconds[microseconds.size() * 99 / 100]}};
}

QJsonObject measureDelay(quint16 port)
{
    BenchHub from(port), to(port);
    std::vector<double> delays;
    for (int i = 0; i < Delays; ++i) {
        const int before = to.heard;
        QElapsedTimer timer;
        timer.start();
        from.publish();
        while (to.heard == before)
            turn();
        delays.push_back(double(timer.nsecsElapsed()) / 1e3);
        while (from.underWay > 0)
            turn();
    }
    return delaysOf(delays);
}

// A publisher and a subscriber with nothing in them.
QJsonObject measureBareDelay(quint16 port)
{
    QTcpSocket from, to;
    for (QTcpSocket *socket : {&from, &to}) {
        socket->connectToHost(QStringLiteral("127.0.0.1"), port);
        socket->waitForConnected();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    to.write("SUBSCRIBE bare\r\n");
    to.waitForReadyRead();
    to.readAll();
    const QByteArray payload(DataSize, 'x');
    const QByteArray command
        = "*3\r\n$7\r\nPUBLISH\r\n$4\r\nbare\r\n$" + QByteArray::number(DataSize) + "\r\n" + payload + "\r\n";
    std::vector<double> delays;
    for (int i = 0; i < Delays; ++i) {
        QElapsedTimer timer;
        timer.start();
        from.write(command);
        from.flush();
        QByteArray got;
        while (!got.contains(payload)) {
            turn();
            got += to.readAll();
        }
        delays.push_back(double(timer.nsecsElapsed()) / 1e3);
        from.readAll();
    }
    return delaysOf(delays);
}

// Requests a second, as redis-benchmark says.
double redisBenchmark(quint16 port, int requests, const QStringList &command)
{
    QProcess process;
    process.start(QStringLiteral("redis-benchmark"),
                  QStringList{QStringLiteral("-p"), QString::number(port), QStringLiteral("-n"), QString::number(requests),
                              QStringLiteral("-P"), QStringLiteral("16"), QStringLiteral("-c"), QStringLiteral("4"),
                              QStringLiteral("--csv")}
                      + command);
    process.waitForFinished(-1);
    const QList<QByteArray> fields = process.readAllStandardOutput().trimmed().split('\n').last().split(',');
    return fields.size() > 1 ? fields[1].mid(1, fields[1].size() - 2).toDouble() : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int events = app.arguments().size() > 1 ? app.arguments().at(1).toInt() : 100'000;
    RedisProcess redis({QStringLiteral("--appendfsync"), QStringLiteral("everysec")});
    redis.start();
    const QString data(DataSize, QLatin1Char('x'));
    QJsonObject result{{QStringLiteral("bench"), QStringLiteral("redis")},
                       {QStringLiteral("events"), events},
                       {QStringLiteral("data_bytes"), DataSize},
                       {QStringLiteral("in_flight_per_hub"), InFlight}};
    result.insert(QStringLiteral("redis_benchmark_publish_per_s"),
                  redisBenchmark(redis.port(), events, {QStringLiteral("PUBLISH"), QStringLiteral("c"), data}));
    result.insert(
        QStringLiteral("redis_benchmark_xadd_per_s"),
        redisBenchmark(redis.port(), events,
                       {QStringLiteral("XADD"), QStringLiteral("log"), QStringLiteral("*"), QStringLiteral("e"), data}));
    result.insert(QStringLiteral("bare_delay"), measureBareDelay(redis.port()));
    result.insert(QStringLiteral("hub_to_hub_delay"), measureDelay(redis.port()));
    for (const int hubs : {1, 2, 4})
        result.insert(QStringLiteral("hubs_%1").arg(hubs), measureHubs(redis.port(), hubs, events));
    std::puts(QJsonDocument(result).toJson().constData());
    return 0;
}
