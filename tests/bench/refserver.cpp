// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// refserver [PORT]: what a push server costs at least. One thread, one epoll, fixed handshakes, one buffer per event and
// one send() per client and event. No timers, tokens, queues or bounds: whoever cannot take an event at once loses it.
//   GET /sse?u=U   GET /ws?u=U   GET /lp?u=U&cursor=N   POST /pub?u=U (the body is the event)
// Ready is one JSON line on stdout, as the hub's. Linux.

#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>
#include <vector>

namespace {

enum class Way : std::uint8_t { None, Sse, WebSocket, Poll };
constexpr std::size_t Ways = 4;

constexpr std::string_view SseHead
    = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n\r\n: ok\n\n";
// The answer to the key of RFC 6455 §1.3, which every client here sends.
constexpr std::string_view WebSocketHead = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                           "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
constexpr std::string_view Accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";

struct Channel {
    std::vector<int> subscribers[Ways];
    std::deque<std::string> recent; // for polls that come late
    std::uint64_t end = 0; // cursor after the newest
};

// One per descriptor.
struct Connection {
    Channel *channel = nullptr;
    std::uint32_t place = 0; // in the channel's list
    Way way = Way::None;
};

class Server
{
public:
    bool listen(std::uint16_t port);
    [[noreturn]] void run();

private:
    void acceptWaiting();
    void readFrom(int descriptor);
    void close(int descriptor);
    std::size_t request(int descriptor, std::string_view in); // octets used; 0: not whole yet
    void get(int descriptor, std::string_view target);
    void poll(int descriptor, Channel &channel, std::string_view cursor);
    void publish(Channel &channel, std::string_view event);
    void subscribe(int descriptor, Channel &channel, Way way);
    void unsubscribe(int descriptor);
    Channel &channelOf(std::string_view target);

    static constexpr std::size_t Recent = 512;
    int m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    int m_listener = -1;
    std::vector<Connection> m_connections; // by descriptor
    std::unordered_map<int, std::string> m_partial; // requests of which not all has come
    std::unordered_map<std::string, Channel> m_channels;
    std::string m_lastName; // most requests are for the same channel
    Channel *m_lastChannel = nullptr;
    std::string m_frame; // what is sent to all
};

void sendTo(int descriptor, std::string_view octets)
{
    // Lost if it does not fit: the reference has no queue.
    [[maybe_unused]] const auto sent = ::send(descriptor, octets.data(), octets.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

std::string_view parameter(std::string_view target, std::string_view name)
{
    const auto begin = target.find(name);
    if (begin == std::string_view::npos)
        return {};
    target.remove_prefix(begin + name.size());
    return target.substr(0, target.find('&'));
}

std::string webSocketText(std::string_view text)
{
    std::string frame(1, char(0x81));
    if (text.size() < 126) {
        frame += char(text.size());
    } else {
        frame += char(126);
        frame += char(text.size() >> 8);
        frame += char(text.size());
    }
    return frame.append(text);
}

std::string pollAnswer(const Channel &channel, std::uint64_t cursor)
{
    std::string body = "{\"events\":[";
    const std::uint64_t oldest = channel.end - channel.recent.size();
    for (std::uint64_t i = std::max(cursor, oldest); i < channel.end; ++i) {
        body += body.back() == '[' ? "\"" : ",\"";
        body.append(channel.recent[std::size_t(i - oldest)]).append("\"");
    }
    body.append("],\"cursor\":").append(std::to_string(channel.end)).append("}");
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"
        + body;
}

bool Server::listen(std::uint16_t port)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    ::setsockopt(m_listener, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); // inherited
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, any, length) != 0 || ::listen(m_listener, 4096) != 0 || ::getsockname(m_listener, any, &length) != 0)
        return false;
    epoll_event event{EPOLLIN, {}};
    event.data.fd = m_listener;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event);
    std::printf("{\"ready\":true,\"listen\":[\"http://127.0.0.1:%d\"],\"pid\":%d}\n", ntohs(address.sin_port), int(::getpid()));
    return std::fflush(stdout) == 0;
}

void Server::run()
{
    static epoll_event events[512];
    for (;;) {
        const int count = ::epoll_wait(m_epoll, events, 512, -1);
        for (int i = 0; i < count; ++i) {
            if (events[i].data.fd == m_listener)
                acceptWaiting();
            else
                readFrom(events[i].data.fd);
        }
    }
}

void Server::acceptWaiting()
{
    for (int i = 0; i < 64; ++i) {
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        if (std::size_t(descriptor) >= m_connections.size())
            m_connections.resize(std::size_t(descriptor) + 1024);
        epoll_event event{EPOLLIN, {}};
        event.data.fd = descriptor;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    }
}

void Server::readFrom(int descriptor)
{
    static char buffer[65536];
    const ssize_t got = ::recv(descriptor, buffer, sizeof buffer, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0)
        return close(descriptor);
    const Way way = m_connections[std::size_t(descriptor)].way;
    if (way == Way::Sse || way == Way::WebSocket)
        return; // clients say nothing here that matters
    std::string_view in(buffer, std::size_t(got));
    std::string whole;
    if (const auto partial = m_partial.find(descriptor); partial != m_partial.end()) {
        whole = std::move(partial->second.append(in));
        m_partial.erase(partial);
        in = whole;
    }
    while (!in.empty()) {
        const std::size_t used = request(descriptor, in);
        if (used == 0) {
            m_partial[descriptor] = in;
            return;
        }
        in.remove_prefix(used);
    }
}

void Server::close(int descriptor)
{
    unsubscribe(descriptor);
    m_partial.erase(descriptor);
    ::close(descriptor);
}

std::size_t Server::request(int descriptor, std::string_view in)
{
    const auto end = in.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    const std::string_view line = in.substr(0, in.find("\r\n"));
    const std::string_view target = line.substr(line.find(' ') + 1, line.rfind(' ') - line.find(' ') - 1);
    if (line.starts_with("GET ")) {
        get(descriptor, target);
        return end + 4;
    }
    constexpr std::string_view Field = "\r\nContent-Length: ";
    std::size_t length = 0;
    if (const auto field = in.find(Field); field < end)
        std::from_chars(in.data() + field + Field.size(), in.data() + end, length);
    if (in.size() < end + 4 + length)
        return 0;
    publish(channelOf(target), in.substr(end + 4, length));
    sendTo(descriptor, Accepted);
    return end + 4 + length;
}

void Server::get(int descriptor, std::string_view target)
{
    Channel &channel = channelOf(target);
    if (target.starts_with("/lp"))
        return poll(descriptor, channel, parameter(target, "cursor="));
    const bool webSocket = target.starts_with("/ws");
    sendTo(descriptor, webSocket ? WebSocketHead : SseHead);
    subscribe(descriptor, channel, webSocket ? Way::WebSocket : Way::Sse);
}

void Server::poll(int descriptor, Channel &channel, std::string_view cursor)
{
    std::uint64_t from = channel.end;
    std::from_chars(cursor.data(), cursor.data() + cursor.size(), from);
    if (from < channel.end)
        sendTo(descriptor, pollAnswer(channel, from));
    else
        subscribe(descriptor, channel, Way::Poll);
}

void Server::publish(Channel &channel, std::string_view event)
{
    m_frame.assign("data: ").append(event).append("\n\n");
    for (const int descriptor : channel.subscribers[int(Way::Sse)])
        sendTo(descriptor, m_frame);
    if (const auto &all = channel.subscribers[int(Way::WebSocket)]; !all.empty()) {
        m_frame = webSocketText(event);
        for (const int descriptor : all)
            sendTo(descriptor, m_frame);
    }
    channel.recent.emplace_back(event);
    ++channel.end;
    if (channel.recent.size() > Recent)
        channel.recent.pop_front();
    if (auto &all = channel.subscribers[int(Way::Poll)]; !all.empty()) {
        m_frame = pollAnswer(channel, channel.end - 1);
        for (const int descriptor : all) {
            m_connections[std::size_t(descriptor)].way = Way::None;
            sendTo(descriptor, m_frame);
        }
        all.clear();
    }
}

void Server::subscribe(int descriptor, Channel &channel, Way way)
{
    auto &all = channel.subscribers[int(way)];
    m_connections[std::size_t(descriptor)] = {&channel, std::uint32_t(all.size()), way};
    all.push_back(descriptor);
}

void Server::unsubscribe(int descriptor)
{
    Connection &connection = m_connections[std::size_t(descriptor)];
    if (connection.way == Way::None)
        return;
    auto &all = connection.channel->subscribers[int(connection.way)];
    const int last = all.back();
    all[connection.place] = last;
    m_connections[std::size_t(last)].place = connection.place;
    all.pop_back();
    connection.way = Way::None;
}

Channel &Server::channelOf(std::string_view target)
{
    const std::string_view name = parameter(target, "u=");
    if (!m_lastChannel || m_lastName != name) {
        m_lastName = name;
        m_lastChannel = &m_channels[m_lastName];
    }
    return *m_lastChannel;
}

} // namespace

int main(int argc, char **argv)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    Server server;
    if (!server.listen(std::uint16_t(argc > 1 ? std::atoi(argv[1]) : 0))) {
        std::perror("refserver: listen");
        return 1;
    }
    server.run();
}
