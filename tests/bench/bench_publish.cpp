// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_publish: acknowledged events a second from many connections with many requests in flight, each answered after the commit
// of a store on disk; beside it the same from the hub with its memory store and from the reference server, in turn.
// Prints one JSON object.

#include "bench/benchsetup.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pushscope;
using namespace pushscope::bench;

namespace {

// One keep-alive connection that always has `depth` requests under way.
class Publisher
{
public:
    Publisher(quint16 port, const QByteArray &request, int depth)
        : m_request(request)
        , m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (::connect(m_descriptor, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0)
            qFatal("cannot connect");
        ask(depth);
    }
    ~Publisher() { ::close(m_descriptor); }
    Publisher(const Publisher &) = delete;
    Publisher &operator=(const Publisher &) = delete;

    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }
    // Reads what came, asks as often anew. Gives the answers; -1: one was no success, or the connection ended.
    int readAnswers(bool askAgain)
    {
        char octets[65536];
        const ssize_t count = ::recv(m_descriptor, octets, sizeof octets, 0);
        if (count <= 0)
            return -1;
        m_partial.append(octets, count);
        int answers = 0;
        for (qsizetype head; (head = m_partial.indexOf("\r\n\r\n")) >= 0; ++answers) {
            const QByteArray lower = m_partial.left(head).toLower();
            const qsizetype at = lower.indexOf("content-length: ");
            const qsizetype length = at < 0 ? 0 : lower.mid(at + 16, lower.indexOf('\r', at) - at - 16).toLongLong();
            if (m_partial.size() < head + 4 + length)
                break;
            if (!m_partial.startsWith("HTTP/1.1 20"))
                return -1;
            m_partial.remove(0, head + 4 + length);
        }
        if (askAgain && answers > 0)
            ask(answers);
        return answers;
    }

private:
    void ask(int times)
    {
        const QByteArray octets = m_request.repeated(times);
        for (qsizetype sent = 0; sent < octets.size();) {
            const ssize_t count
                = ::send(m_descriptor, octets.constData() + sent, std::size_t(octets.size() - sent), MSG_NOSIGNAL);
            if (count <= 0)
                qFatal("cannot send");
            sent += count;
        }
    }

    QByteArray m_request;
    QByteArray m_partial;
    int m_descriptor;
};

struct Load {
    int connections, depth, seconds;
};

QJsonObject run(const QString &executable, const Contract &contract, const Load &load)
{
    ServerProcess server(executable, contract);
    if (server.port() == 0)
        std::exit(1);
    std::vector<std::unique_ptr<Publisher>> publishers;
    std::vector<pollfd> waits;
    const QByteArray request = contract.publish(QByteArray(100, 'x'));
    for (int i = 0; i < load.connections; ++i) {
        publishers.push_back(std::make_unique<Publisher>(server.port(), request, load.depth));
        waits.push_back({publishers.back()->descriptor(), POLLIN, 0});
    }
    QElapsedTimer timer;
    timer.start();
    const auto cpuBefore = server.cpu();
    qint64 events = 0;
    while (timer.elapsed() < load.seconds * 1000) {
        if (::poll(waits.data(), waits.size(), 5000) <= 0)
            qFatal("no answer in 5 s");
        for (std::size_t i = 0; i < waits.size(); ++i) {
            if (!(waits[i].revents & (POLLIN | POLLHUP)))
                continue;
            const int answers = publishers[i]->readAnswers(true);
            if (answers < 0)
                qFatal("an event was refused");
            events += answers;
        }
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const double cpu = double((server.cpu() - cpuBefore).count()) / 1000;
    return {{QStringLiteral("events"), events},
            {QStringLiteral("acknowledgedPerSecond"), double(events) / seconds},
            {QStringLiteral("cpuMicrosecondsPerEvent"), cpu / double(std::max<qint64>(events, 1))}};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Acknowledged events a second, by durability."));
    addOptions(parser);
    parser.addOptions({
        {QStringLiteral("connections"), QStringLiteral("Publishers."), QStringLiteral("count"), QStringLiteral("64")},
        {QStringLiteral("depth"), QStringLiteral("Requests under way of each."), QStringLiteral("count"), QStringLiteral("16")},
        {QStringLiteral("seconds"), QStringLiteral("Of each run."), QStringLiteral("count"), QStringLiteral("3")},
        {QStringLiteral("durability"), QStringLiteral("fsync, committed or relaxed."), QStringLiteral("name"),
         QStringLiteral("committed")},
    });
    parser.process(application);
    const Setup setup = readSetup(parser);
    const Load load{readNumber(parser, QStringLiteral("connections"), 1), readNumber(parser, QStringLiteral("depth"), 1),
                    readNumber(parser, QStringLiteral("seconds"), 1)};
    pinToCore(1);
    QJsonObject output{{QStringLiteral("benchmark"), QStringLiteral("publish")},
                       {QStringLiteral("connections"), load.connections},
                       {QStringLiteral("depth"), load.depth}};
    for (const auto &[executable, contract] : setup.servers) {
        output[QString::fromLatin1(contract->name())] = run(executable, *contract, load);
        if (contract->name() != "hub")
            continue;
        const QTemporaryDir folder;
        const HubContract onDisk({QStringLiteral("--store"), folder.filePath(QStringLiteral("events.db")),
                                  QStringLiteral("--durability"), parser.value(QStringLiteral("durability"))});
        output[QStringLiteral("hubOnDisk")] = run(executable, onDisk, load);
    }
    print(output);
    return 0;
}
