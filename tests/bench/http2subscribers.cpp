// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/http2subscribers.h"

#include "support/http2frames.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushscope::bench {

using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 120s; // without anything new
constexpr quint32 Window = 0x3fffffff; // octets, of each stream and of the connection: never given back
constexpr qsizetype Scratch = 256 * 1024;

int connectTo(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

QByteArray targetOf(const QByteArray &request) // "GET target HTTP/1.1…"
{
    return request.split(' ').value(1);
}

} // namespace

Http2Subscribers::Http2Subscribers(const Contract &contract, quint16 port)
    : m_contract(contract)
    , m_port(port)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
}

Http2Subscribers::~Http2Subscribers()
{
    for (const Connection &connection : m_connections)
        ::close(connection.descriptor);
    ::close(m_epoll);
    if (m_publisher >= 0)
        ::close(m_publisher);
}

qint64 Http2Subscribers::open(int connections, int streams)
{
    m_connections.reserve(std::size_t(connections));
    for (int i = 0; i < connections; ++i) {
        if (!connectOne())
            break;
        request(m_connections.back(), streams);
        if (!waitFor(m_ready, qint64(i + 1) * streams))
            break;
    }
    return m_ready;
}

bool Http2Subscribers::connectOne()
{
    const int descriptor = connectTo(m_port);
    if (descriptor < 0)
        return false;
    m_connections.push_back({descriptor, {}});
    epoll_event event{EPOLLIN, {}};
    event.data.u64 = m_connections.size() - 1;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

void Http2Subscribers::request(Connection &connection, int streams)
{
    QByteArray octets = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + http2::settings({{4, Window}}) + http2::windowUpdate(0, Window);
    for (int i = 0; i < streams; ++i) {
        const QByteArray target = targetOf(m_contract.subscribe(Protocol::Sse, m_requested++, {}));
        octets += http2::headers(quint32(2 * i + 1), http2::get(target, {{"accept", "text/event-stream"}}));
    }
    for (qsizetype sent = 0; sent < octets.size();) {
        const ssize_t count = ::send(connection.descriptor, octets.constData() + sent, std::size_t(octets.size() - sent),
                                     MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count > 0)
            sent += count;
        else if (errno == EAGAIN)
            step(10); // the server answers meanwhile
        else
            return;
    }
}

void Http2Subscribers::step(int timeoutMs)
{
    std::array<epoll_event, 256> events;
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), timeoutMs);
    for (int i = 0; i < count; ++i)
        readFrom(m_connections[events[std::size_t(i)].data.u64]);
}

void Http2Subscribers::readFrom(Connection &connection)
{
    static std::vector<char> scratch(Scratch);
    const ssize_t count = ::recv(connection.descriptor, scratch.data(), scratch.size(), MSG_DONTWAIT);
    if (count > 0) {
        m_octets += count;
        takeFrames(connection, QByteArrayView(scratch.data(), count));
    } else if (count == 0 || errno != EAGAIN) {
        ++m_ended;
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, connection.descriptor, nullptr);
    }
}

void Http2Subscribers::takeFrames(Connection &connection, QByteArrayView octets)
{
    if (!connection.partial.isEmpty()) {
        connection.partial += octets;
        octets = connection.partial;
    }
    while (octets.size() >= Http2FrameHeader::Octets) {
        const auto head = Http2FrameHeader::parse(octets.data());
        const qsizetype size = Http2FrameHeader::Octets + qsizetype(head.length);
        if (octets.size() < size)
            break;
        const QByteArrayView payload = octets.first(size).sliced(Http2FrameHeader::Octets);
        if (head.type == Http2FrameType::Data) {
            m_ready += payload.indexOf(": ping") >= 0 ? 1 : 0;
            for (qsizetype at = payload.indexOf("PS|"); at >= 0; at = payload.indexOf("PS|", at + 3))
                ++m_events;
        } else if (head.type == Http2FrameType::RstStream || head.type == Http2FrameType::GoAway) {
            ++m_ended;
        }
        octets = octets.sliced(size);
    }
    connection.partial = octets.toByteArray();
}

bool Http2Subscribers::waitFor(const qint64 &counter, qint64 value)
{
    qint64 before = counter;
    auto lastProgress = std::chrono::steady_clock::now();
    while (counter < value && m_ended == 0) {
        step(100);
        if (std::exchange(before, counter) != counter)
            lastProgress = std::chrono::steady_clock::now();
        else if (std::chrono::steady_clock::now() - lastProgress > Patience)
            return false;
    }
    return counter >= value;
}

void Http2Subscribers::publishOne(int size)
{
    if (m_publisher < 0)
        m_publisher = connectTo(m_port);
    QByteArray event = "PS|1|0|";
    event += QByteArray(std::max<qsizetype>(size - event.size(), 0), 'x');
    const QByteArray request = m_contract.publish(event);
    (void)!::send(m_publisher, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL);
    std::array<char, 4096> answers; // of those before: nobody reads them
    (void)!::recv(m_publisher, answers.data(), answers.size(), MSG_DONTWAIT);
}

bool Http2Subscribers::broadcast(int events, int size)
{
    for (int i = 0; i < events; ++i) {
        const qint64 due = m_events + m_ready;
        publishOne(size);
        if (!waitFor(m_events, due))
            return false;
    }
    return true;
}

void Http2Subscribers::idle(std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end)
        step(20);
}

} // namespace pushscope::bench
