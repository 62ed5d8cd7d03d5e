// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/wireclient.h"

#include "tests/support/http2frames.h"

#include <arpa/inet.h>
#include <array>
#include <linux/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushscope::bench {

namespace {

constexpr int SettleMilliseconds = 300;
constexpr int PauseMilliseconds = 3;

int connectTo(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect to port %d", port);
    return descriptor;
}

// After the handshake only what is sent goes through OpenSSL: what comes is counted as it is.
SSL *handshake(int descriptor, bool http2)
{
    static SSL_CTX *const Context = SSL_CTX_new(TLS_client_method());
    SSL *ssl = SSL_new(Context);
    const QByteArray protocols = http2 ? QByteArray("\x02h2") : QByteArray("\x08http/1.1");
    SSL_set_alpn_protos(ssl, reinterpret_cast<const unsigned char *>(protocols.constData()), unsigned(protocols.size()));
    SSL_set_fd(ssl, descriptor);
    if (SSL_connect(ssl) != 1)
        qFatal("the TLS handshake failed");
    return ssl;
}

// "GET /path HTTP/1.1…" as a stream of HTTP/2, with windows that never close.
QByteArray asHttp2(const QByteArray &request)
{
    const QByteArray path = request.split(' ').value(1);
    return "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + http2::settings({{4, 0x7fffffff}}) + http2::windowUpdate(0, 0x7fff0000)
        + http2::headers(1, http2::get(path, {{"accept", "text/event-stream"}}));
}

int waitFor(const WireClients &clients, int milliseconds)
{
    std::vector<pollfd> all;
    all.reserve(clients.size());
    for (const auto &client : clients)
        all.push_back({client->descriptor(), POLLIN, 0});
    const int ready = ::poll(all.data(), all.size(), milliseconds);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].revents != 0)
            clients[i]->readSome();
    }
    return ready;
}

} // namespace

WireClient::WireClient(const Wire &wire, const Contract &contract, quint16 port, int index)
    : m_descriptor(connectTo(port))
    , m_contract(&contract)
    , m_wire(wire)
    , m_index(index)
{
    if (wire.tls)
        m_ssl.reset(handshake(m_descriptor, wire.http2));
    askAgain();
}

WireClient::WireClient(bool tls, quint16 port)
    : m_descriptor(connectTo(port))
{
    if (tls)
        m_ssl.reset(handshake(m_descriptor, false));
}

WireClient::~WireClient()
{
    ::close(m_descriptor);
}

void WireClient::askAgain()
{
    QByteArray request = m_contract->subscribe(m_wire.protocol, m_index, m_cursor);
    request.chop(2);
    request += QByteArray(m_wire.header) + "\r\n";
    send(m_wire.http2 ? asHttp2(request) : request);
}

void WireClient::send(QByteArrayView octets)
{
    m_totals.sent += octets.size();
    const bool sent = m_ssl ? SSL_write(m_ssl.get(), octets.data(), int(octets.size())) == octets.size()
                            : ::send(m_descriptor, octets.data(), std::size_t(octets.size()), MSG_NOSIGNAL) == octets.size();
    if (!sent)
        qFatal("the hub reads no more");
}

void WireClient::publish(const Contract &contract, const QByteArray &json)
{
    // The contract's event is a string; here it is a value.
    QByteArray request = contract.publish("EVENT");
    const qsizetype head = request.indexOf("\r\n\r\n");
    const QByteArray body = request.mid(head + 4).replace("\"EVENT\"", json);
    const QByteArray before = "Content-Length: " + QByteArray::number(request.size() - head - 4);
    send(request.first(head + 4).replace(before, "Content-Length: " + QByteArray::number(body.size())) + body);
    std::array<char, 4096> answer;
    const auto got = m_ssl ? SSL_read(m_ssl.get(), answer.data(), int(answer.size()))
                           : ::recv(m_descriptor, answer.data(), answer.size(), 0);
    if (!QByteArrayView(answer.data(), std::max<qsizetype>(qsizetype(got), 0)).startsWith("HTTP/1.1 200"))
        qFatal("publishing was refused");
}

void WireClient::readSome()
{
    static std::array<char, 65536> buffer;
    const ssize_t got = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got <= 0)
        qFatal("the hub ended a connection");
    m_totals.received += got;
    if (m_wire.protocol != Protocol::Poll)
        return;
    m_answer.append(buffer.data(), got);
    const qsizetype head = m_answer.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    const QByteArray fields = m_answer.first(head).toLower();
    const qsizetype length = fields.mid(fields.indexOf("content-length:") + 15).split('\r').first().trimmed().toLongLong();
    if (m_answer.size() < head + 4 + length)
        return;
    // A compressed answer hides its cursor: the next poll then goes on from the head, which is the same here.
    const qsizetype cursor = m_answer.indexOf("\"cursor\":\"", head);
    m_cursor = cursor < 0 ? QByteArray() : m_answer.mid(cursor + 10).split('"').first();
    m_answer.clear();
    askAgain();
}

WireTotals WireClient::totals() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    ::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size);
    WireTotals totals = m_totals;
    totals.packets = info.tcpi_data_segs_in;
    return totals;
}

WireTotals totals(const WireClients &clients)
{
    WireTotals sum;
    for (const auto &client : clients) {
        const WireTotals own = client->totals();
        sum.received += own.received;
        sum.sent += own.sent;
        sum.packets += own.packets;
    }
    return sum;
}

void settle(const WireClients &clients)
{
    while (waitFor(clients, SettleMilliseconds) > 0) { }
    for (const auto &client : clients)
        client->seen();
}

void readNext(const WireClients &clients)
{
    const auto waits = [](const auto &client) { return !client->hasNews(); };
    while (std::any_of(clients.begin(), clients.end(), waits))
        waitFor(clients, 1000);
    while (waitFor(clients, PauseMilliseconds) > 0) { }
    for (const auto &client : clients)
        client->seen();
}

} // namespace pushscope::bench
