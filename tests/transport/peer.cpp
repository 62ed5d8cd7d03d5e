// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/peer.h"

#include "transport/socketcalls.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <linux/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushscope {

namespace {

socklen_t fill(sockaddr_storage &storage, const SocketAddress &address)
{
    if (address.host.protocol() == QHostAddress::IPv6Protocol) {
        auto &v6 = reinterpret_cast<sockaddr_in6 &>(storage);
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(address.port);
        const Q_IPV6ADDR octets = address.host.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &octets, sizeof octets);
        return sizeof v6;
    }
    auto &v4 = reinterpret_cast<sockaddr_in &>(storage);
    v4.sin_family = AF_INET;
    v4.sin_port = htons(address.port);
    v4.sin_addr.s_addr = htonl(address.host.toIPv4Address());
    return sizeof v4;
}

} // namespace

Peer::Peer(const SocketAddress &to, int receiveBuffer, QHostAddress source)
{
    sockaddr_storage storage{};
    const socklen_t length = fill(storage, to);
    m_descriptor = ::socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receiveBuffer > 0)
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    if (!source.isNull()) {
        sockaddr_storage from{};
        const socklen_t fromLength = fill(from, {source, 0});
        ::bind(m_descriptor, reinterpret_cast<sockaddr *>(&from), fromLength);
    }
    if (::connect(m_descriptor, reinterpret_cast<sockaddr *>(&storage), length) != 0)
        close();
}

Peer::~Peer()
{
    close();
}

Peer::Peer(Peer &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_received(std::move(other.m_received))
    , m_seesFin(other.m_seesFin)
    , m_seesReset(other.m_seesReset)
{
}

qsizetype Peer::send(QByteArrayView octets)
{
    const ssize_t sent = ::send(m_descriptor, octets.data(), std::size_t(octets.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    return std::max<qsizetype>(sent, 0);
}

void Peer::finish()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void Peer::reset()
{
    socketcalls::closeWithReset(std::exchange(m_descriptor, -1));
}

void Peer::close()
{
    if (isOpen())
        ::close(std::exchange(m_descriptor, -1));
}

void Peer::read(qsizetype limit)
{
    char buffer[65536];
    while (limit > 0 && isOpen() && !m_seesFin && !m_seesReset) {
        const qsizetype wanted = std::min<qsizetype>(limit, sizeof buffer);
        const ssize_t got = ::recv(m_descriptor, buffer, std::size_t(wanted), MSG_DONTWAIT);
        if (got < 0) {
            m_seesReset = errno == ECONNRESET;
            return;
        }
        m_seesFin = got == 0;
        m_received.append(buffer, got);
        limit -= got;
    }
}

int Peer::dataSegmentsReceived() const
{
    tcp_info info{};
    socklen_t length = sizeof info;
    ::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &length);
    return int(info.tcpi_data_segs_in);
}

SocketAddress Peer::localAddress() const
{
    return socketcalls::localAddress(m_descriptor);
}

} // namespace pushscope
