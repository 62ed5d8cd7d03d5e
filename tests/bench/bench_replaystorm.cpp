// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_replaystorm: many event streams that come back at once, each with so many missed events: how long until all have them,
// and how late a live event is meanwhile for one that stayed. The same live events before the storm are the reference.
// Prints one JSON object.

#include "base/histogram.h"
#include "bench/benchsetup.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pushscope;
using namespace pushscope::bench;
using namespace std::chrono_literals;

namespace {

qint64 nowNs()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Blocking to connect, on this machine; reads don't wait.
int connectTo(quint16 port, const QByteArray &request)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0
        || ::send(descriptor, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL) != request.size())
        qFatal("cannot connect");
    ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
    return descriptor;
}

// Those who read, on one epoll: what comes is searched for marks, across two reads too.
class Readers
{
public:
    struct Reader {
        int descriptor = -1;
        QByteArray tail;
        bool done = false;
    };
    Readers()
        : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
    }
    ~Readers()
    {
        clear();
        ::close(m_epoll);
    }
    void add(int descriptor)
    {
        epoll_event event{EPOLLIN, {.u64 = m_readers.size()}};
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
        m_readers.push_back({descriptor, {}, false});
    }
    void clear()
    {
        for (const Reader &reader : m_readers)
            ::close(reader.descriptor);
        m_readers.clear();
    }
    [[nodiscard]] std::vector<Reader> &all() noexcept { return m_readers; }
    // Calls take(reader) with what each has read since its last line's end.
    template<typename Take> void step(int timeoutMs, Take take)
    {
        epoll_event events[256];
        const int count = ::epoll_wait(m_epoll, events, 256, timeoutMs);
        for (int i = 0; i < count; ++i) {
            Reader &reader = m_readers[events[i].data.u64];
            char octets[65536];
            ssize_t got = 0;
            while ((got = ::recv(reader.descriptor, octets, sizeof octets, MSG_DONTWAIT)) > 0)
                reader.tail.append(octets, got);
            if (got == 0)
                qFatal("a connection ended");
            take(reader);
            reader.tail = reader.tail.mid(reader.tail.lastIndexOf('\n') + 1);
        }
    }

private:
    int m_epoll;
    std::vector<Reader> m_readers;
};

struct Storm {
    Storm(const ServerProcess &process, const HubContract &hubContract)
        : server(process)
        , contract(hubContract)
    {
        stayed.add(connectTo(server.port(), request(Stayed, {})));
        wait(stayed, "hub.welcome", 0);
        publisher.add(connectTo(server.port(), contract.publish("first")));
    }
    [[nodiscard]] QByteArray request(int index, const QByteArray &cursor) const
    {
        QByteArray text = contract.subscribe(Protocol::Sse, index, {});
        if (!cursor.isEmpty())
            text.insert(text.indexOf(" HTTP/1.1"), "&lastEventId=" + cursor);
        return text;
    }
    void publish(const QByteArray &data) { send(contract.publish(data)); }
    void send(const QByteArray &octets)
    {
        if (::send(publisher.all()[0].descriptor, octets.constData(), std::size_t(octets.size()), MSG_NOSIGNAL) != octets.size())
            qFatal("cannot publish");
    }
    // A live event every 2 ms, to the one that stayed.
    void tick()
    {
        if (nowNs() - lastTick < 2'000'000)
            return;
        lastTick = nowNs();
        const QByteArray everyone = contract.publish("PS|" + QByteArray::number(lastTick) + '|');
        const qsizetype head = everyone.indexOf("\r\n\r\n") + 4;
        const QByteArray body = everyone.mid(head).replace("\"*\"", "\"user:u" + QByteArray::number(Stayed) + '"');
        send(everyone.left(head).replace("Content-Length: " + QByteArray::number(everyone.size() - head),
                                         "Content-Length: " + QByteArray::number(body.size()))
             + body);
    }
    void readStayed()
    {
        stayed.step(0, [this](Readers::Reader &reader) {
            for (qsizetype at = 0; (at = reader.tail.indexOf("PS|", at)) >= 0; at += 3) {
                const qsizetype end = reader.tail.indexOf('|', at + 3);
                if (end > 0)
                    latency.record(std::chrono::nanoseconds(nowNs() - reader.tail.mid(at + 3, end - at - 3).toLongLong()));
            }
        });
        publisher.step(0, [](Readers::Reader &) {});
    }
    // Until every one of them has read `mark`.
    void wait(Readers &readers, const QByteArray &mark, int tickMs)
    {
        std::size_t done = 0;
        for (Readers::Reader &reader : readers.all())
            reader.done = false;
        QElapsedTimer timer;
        timer.start();
        while (done < readers.all().size() && timer.elapsed() < 120'000) {
            readers.step(2, [&](Readers::Reader &reader) {
                if (!reader.done && reader.tail.contains(mark)) {
                    reader.done = true;
                    ++done;
                }
            });
            if (tickMs > 0) {
                tick();
                readStayed();
            }
        }
        if (done < readers.all().size())
            qFatal("only %zu of %zu got \"%s\"", done, readers.all().size(), mark.constData());
    }

    static constexpr int Stayed = 1'000'000; // its index: none of those who come back
    const ServerProcess &server;
    const HubContract &contract;
    Readers stayed, publisher, back;
    Histogram latency;
    qint64 lastTick = 0;
};

QJsonObject figures(const Histogram &latency)
{
    return {{QStringLiteral("deliveries"), qint64(latency.count())},
            {QStringLiteral("latencyMicrosecondsP50"), qint64(latency.percentile(0.5).count())},
            {QStringLiteral("latencyMicrosecondsP99"), qint64(latency.percentile(0.99).count())}};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Many clients that come back at once."));
    addOptions(parser);
    parser.addOption(
        {QStringLiteral("missed"), QStringLiteral("Events that each missed."), QStringLiteral("count"), QStringLiteral("100")});
    parser.process(application);
    const Setup setup = readSetup(parser);
    const int missed = readNumber(parser, QStringLiteral("missed"), 1);
    pinToCore(1);
    const HubContract contract(parser.values(QStringLiteral("hub-argument")));
    const ServerProcess server(setup.servers.front().first, contract);
    if (server.port() == 0)
        return 1;
    Storm storm(server, contract);

    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1000) {
        storm.tick();
        storm.readStayed();
    }
    const Histogram calm = std::exchange(storm.latency, {});
    // The cursor of everyone who was there until now.
    Readers probe;
    probe.add(connectTo(server.port(), storm.request(2'000'000, {})));
    QByteArray cursor;
    while (cursor.isEmpty()) {
        probe.step(1000, [&](Readers::Reader &reader) {
            const qsizetype at = reader.tail.indexOf("\"cursor\":\"");
            if (at >= 0)
                cursor = reader.tail.mid(at + 10, reader.tail.indexOf('"', at + 10) - at - 10);
        });
    }
    for (int i = 0; i < missed; ++i)
        storm.publish(i + 1 == missed ? QByteArray("the last of them") : QByteArray(100, 'm'));
    storm.wait(probe, "the last of them", 0);
    storm.readStayed();
    storm.latency = {};

    const auto cpuBefore = server.cpu();
    timer.restart();
    for (int i = 0; i < setup.subscribers; ++i) {
        storm.back.add(connectTo(server.port(), storm.request(i, cursor)));
        storm.tick();
        if (i % 16 == 0)
            storm.readStayed();
    }
    const qint64 connected = timer.elapsed();
    storm.wait(storm.back, "the last of them", 10);
    const qint64 caughtUp = timer.elapsed();
    const double cpu = double((server.cpu() - cpuBefore).count()) / 1e6;
    print({{QStringLiteral("benchmark"), QStringLiteral("replaystorm")},
           {QStringLiteral("clients"), setup.subscribers},
           {QStringLiteral("missed"), missed},
           {QStringLiteral("connectMilliseconds"), connected},
           {QStringLiteral("caughtUpMilliseconds"), caughtUp},
           {QStringLiteral("serverCpuMilliseconds"), cpu},
           {QStringLiteral("others"), figures(storm.latency)},
           {QStringLiteral("othersBefore"), figures(calm)}});
    return 0;
}
