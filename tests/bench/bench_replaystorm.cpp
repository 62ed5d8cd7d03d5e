// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_replaystorm: many event streams that come back at once, each with so many missed events: how long until all have them,
// and how late a live event is meanwhile for one that stayed. The same live events before the storm are the reference.
// Prints one JSON object.

#include "base/histogram.h"
#include "bench/benchsetup.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <atomic>
#include <mutex>
#include <thread>

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

QByteArray subscription(const HubContract &contract, int index, const QByteArray &cursor)
{
    QByteArray text = contract.subscribe(Protocol::Sse, index, {});
    if (!cursor.isEmpty())
        text.insert(text.indexOf(" HTTP/1.1"), "&lastEventId=" + cursor);
    return text;
}

void sendAll(int descriptor, const QByteArray &octets)
{
    if (::send(descriptor, octets.constData(), std::size_t(octets.size()), MSG_NOSIGNAL) != octets.size())
        qFatal("cannot send");
}

// Until every one of them has read `mark`.
void wait(Readers &readers, const QByteArray &mark)
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
    }
    if (done < readers.all().size())
        qFatal("only %zu of %zu got \"%s\"", done, readers.all().size(), mark.constData());
}

// One who stayed and is sent a live event every 2 ms, in a thread of its own: the storm's clients must not delay what it
// measures.
class Bystander
{
public:
    Bystander(quint16 port, const HubContract &contract)
        : m_contract(contract)
    {
        m_reader.add(connectTo(port, subscription(contract, Index, {})));
        wait(m_reader, "hub.welcome");
        m_publisher.add(connectTo(port, contract.publish("first")));
        m_thread = std::thread([this] { run(); });
    }
    ~Bystander()
    {
        m_stop = true;
        m_thread.join();
    }
    // What was measured since the last call.
    [[nodiscard]] Histogram takeLatency()
    {
        const std::lock_guard guard(m_mutex);
        return std::exchange(m_latency, {});
    }

private:
    static constexpr int Index = 1'000'000; // none of those who come back

    void run()
    {
        while (!m_stop) {
            publish();
            const qint64 next = nowNs() + 2'000'000;
            for (qint64 left = 2'000'000; left > 0; left = next - nowNs())
                m_reader.step(int(left / 1'000'000) + 1, [this](Readers::Reader &reader) { take(reader.tail); });
            m_publisher.step(0, [](Readers::Reader &) {});
        }
    }
    void publish()
    {
        sendAll(m_publisher.all()[0].descriptor, m_contract.publishTo(Index, "PS|" + QByteArray::number(nowNs()) + '|'));
    }
    void take(const QByteArray &text)
    {
        const qint64 now = nowNs();
        const std::lock_guard guard(m_mutex);
        for (qsizetype at = 0; (at = text.indexOf("PS|", at)) >= 0; at += 3) {
            const qsizetype end = text.indexOf('|', at + 3);
            if (end > 0)
                m_latency.record(std::chrono::nanoseconds(now - text.mid(at + 3, end - at - 3).toLongLong()));
        }
    }

    const HubContract &m_contract;
    Readers m_reader, m_publisher;
    std::mutex m_mutex;
    Histogram m_latency; // guarded by m_mutex
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
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
    Bystander bystander(server.port(), contract);
    std::this_thread::sleep_for(1s);
    const Histogram calm = bystander.takeLatency();

    // The cursor of everyone who was there until now.
    Readers probe, publisher, back;
    probe.add(connectTo(server.port(), subscription(contract, 2'000'000, {})));
    QByteArray cursor;
    while (cursor.isEmpty()) {
        probe.step(1000, [&](Readers::Reader &reader) {
            const qsizetype at = reader.tail.indexOf("\"cursor\":\"");
            if (at >= 0)
                cursor = reader.tail.mid(at + 10, reader.tail.indexOf('"', at + 10) - at - 10);
        });
    }
    publisher.add(connectTo(server.port(), contract.publish("first")));
    for (int i = 0; i < missed; ++i)
        sendAll(publisher.all()[0].descriptor,
                contract.publish(i + 1 == missed ? QByteArray("the last of them") : QByteArray(100, 'm')));
    wait(probe, "the last of them");
    (void)bystander.takeLatency();

    const auto cpuBefore = server.cpu();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < setup.subscribers; ++i)
        back.add(connectTo(server.port(), subscription(contract, i, cursor)));
    const qint64 connected = timer.elapsed();
    wait(back, "the last of them");
    const qint64 caughtUp = timer.elapsed();
    const Histogram during = bystander.takeLatency();
    const double cpu = double((server.cpu() - cpuBefore).count()) / 1e6;
    print({{QStringLiteral("benchmark"), QStringLiteral("replaystorm")},
           {QStringLiteral("clients"), setup.subscribers},
           {QStringLiteral("missed"), missed},
           {QStringLiteral("connectMilliseconds"), connected},
           {QStringLiteral("caughtUpMilliseconds"), caughtUp},
           {QStringLiteral("serverCpuMilliseconds"), cpu},
           {QStringLiteral("others"), figures(during)},
           {QStringLiteral("othersBefore"), figures(calm)}});
    return 0;
}
