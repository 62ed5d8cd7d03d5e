// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/socketcalls.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushscope::socketcalls {

namespace {

#ifdef MSG_NOSIGNAL
constexpr int SendFlags = MSG_NOSIGNAL | MSG_DONTWAIT;
#else
constexpr int SendFlags = MSG_DONTWAIT; // SO_NOSIGPIPE is set instead
#endif
constexpr int Backlog = 4096; // the kernel cuts it to its own limit

qsizetype orErrno(ssize_t result)
{
    if (result >= 0)
        return result;
    return errno == EWOULDBLOCK || errno == EINTR ? -EAGAIN : -errno;
}

void enable(int descriptor, int level, int option)
{
    const int on = 1;
    ::setsockopt(descriptor, level, option, &on, sizeof on);
}

socklen_t toSockaddr(const SocketAddress &address, sockaddr_storage &storage)
{
    if (address.host.protocol() == QHostAddress::IPv6Protocol) {
        auto &v6 = reinterpret_cast<sockaddr_in6 &>(storage);
        const Q_IPV6ADDR octets = address.host.toIPv6Address();
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(address.port);
        std::memcpy(&v6.sin6_addr, &octets, sizeof octets);
        v6.sin6_scope_id = address.host.scopeId().toUInt();
        return sizeof v6;
    }
    auto &v4 = reinterpret_cast<sockaddr_in &>(storage);
    v4.sin_family = AF_INET;
    v4.sin_port = htons(address.port);
    v4.sin_addr.s_addr = htonl(address.host.toIPv4Address());
    return sizeof v4;
}

bool bindAndListen(int descriptor, const SocketAddress &address)
{
    sockaddr_storage storage{};
    const socklen_t length = toSockaddr(address, storage);
    enable(descriptor, SOL_SOCKET, SO_REUSEADDR);
    enable(descriptor, IPPROTO_TCP, TCP_NODELAY);
    // As QTcpServer: "::" is IPv6 alone, so that 0.0.0.0 can be listened on beside it.
    if (storage.ss_family == AF_INET6)
        enable(descriptor, IPPROTO_IPV6, IPV6_V6ONLY);
    return ::bind(descriptor, reinterpret_cast<const sockaddr *>(&storage), length) == 0 && ::listen(descriptor, Backlog) == 0;
}

Error listenError(const SocketAddress &address, int error)
{
    if (error == EADDRINUSE)
        return {Errc::Exists, "port " + QByteArray::number(address.port) + " is in use"};
    return {Errc::Io, std::strerror(error)};
}

} // namespace

qsizetype send(int descriptor, std::span<iovec> parts)
{
    if (parts.size() == 1)
        return orErrno(::send(descriptor, parts[0].iov_base, parts[0].iov_len, SendFlags));
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    return orErrno(::sendmsg(descriptor, &message, SendFlags));
}

qsizetype receive(int descriptor, std::span<char> into)
{
    return orErrno(::recv(descriptor, into.data(), into.size(), MSG_DONTWAIT));
}

int takeError(int descriptor)
{
    int error = 0;
    socklen_t length = sizeof error;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno;
}

void sendFin(int descriptor)
{
    ::shutdown(descriptor, SHUT_WR);
}

void closeWithReset(int descriptor)
{
    const linger atOnce{1, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    ::close(descriptor);
}

Result<int> openListener(const SocketAddress &address)
{
    const bool v6 = address.host.protocol() == QHostAddress::IPv6Protocol;
    const int descriptor = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
    if (descriptor < 0)
        return tl::unexpected(listenError(address, errno));
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
    if (bindAndListen(descriptor, address))
        return descriptor;
    const Error error = listenError(address, errno);
    ::close(descriptor);
    return tl::unexpected(error);
}

SocketAddress localAddress(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&storage), &length);
    const bool v6 = storage.ss_family == AF_INET6;
    const quint16 port
        = v6 ? reinterpret_cast<sockaddr_in6 &>(storage).sin6_port : reinterpret_cast<sockaddr_in &>(storage).sin_port;
    return {QHostAddress(reinterpret_cast<const sockaddr *>(&storage)), ntohs(port)};
}

int accept(int listener, sockaddr_storage &peer)
{
    auto *address = reinterpret_cast<sockaddr *>(&peer);
    socklen_t length = sizeof peer;
#ifdef Q_OS_LINUX
    // TCP_NODELAY comes from the listener.
    return int(orErrno(::accept4(listener, address, &length, SOCK_NONBLOCK | SOCK_CLOEXEC)));
#else
    const int descriptor = int(orErrno(::accept(listener, address, &length)));
    if (descriptor < 0)
        return descriptor;
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
    enable(descriptor, IPPROTO_TCP, TCP_NODELAY);
#ifdef SO_NOSIGPIPE
    enable(descriptor, SOL_SOCKET, SO_NOSIGPIPE);
#endif
    return descriptor;
#endif
}

} // namespace pushscope::socketcalls
