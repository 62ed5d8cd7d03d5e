// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawsocket.h"

#include <QByteArrayView>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushscope {

using namespace std::chrono_literals;

RawSocket::~RawSocket()
{
    close();
}

bool RawSocket::connectTo(quint16 port)
{
    close();
    m_kept.clear();
    m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return true;
    close();
    return false;
}

bool RawSocket::send(QByteArrayView octets)
{
    while (!octets.isEmpty()) {
        const ssize_t sent = ::send(m_fd, octets.data(), std::size_t(octets.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        octets = octets.sliced(sent);
    }
    return true;
}

bool RawSocket::fill(std::chrono::milliseconds patience)
{
    if (m_fd < 0)
        return false;
    pollfd poll{m_fd, POLLIN, 0};
    if (::poll(&poll, 1, int(patience.count())) <= 0)
        return false;
    char buffer[65536];
    const ssize_t got = ::recv(m_fd, buffer, sizeof buffer, 0);
    if (got <= 0) {
        ::close(m_fd);
        m_fd = -1;
        return false;
    }
    m_kept.append(buffer, got);
    return true;
}

QByteArray RawSocket::receive(std::chrono::milliseconds patience)
{
    if (m_kept.isEmpty() && !fill(patience))
        return {};
    return std::exchange(m_kept, {});
}

QByteArray RawSocket::receiveUntil(QByteArrayView mark, std::chrono::milliseconds patience)
{
    qsizetype at = -1;
    while ((at = m_kept.indexOf(mark)) < 0) {
        if (!fill(patience))
            return {};
    }
    const QByteArray head = m_kept.first(at + mark.size());
    m_kept.remove(0, head.size());
    return head;
}

QByteArray RawSocket::receiveExactly(qsizetype octets, std::chrono::milliseconds patience)
{
    while (m_kept.size() < octets) {
        if (!fill(patience))
            return {};
    }
    const QByteArray part = m_kept.first(octets);
    m_kept.remove(0, octets);
    return part;
}

QByteArray RawSocket::receiveAll(std::chrono::milliseconds patience)
{
    while (fill(patience)) { }
    return std::exchange(m_kept, {});
}

void RawSocket::finish()
{
    if (m_fd >= 0)
        ::shutdown(m_fd, SHUT_WR);
}

void RawSocket::close(bool reset)
{
    if (m_fd < 0)
        return;
    if (reset) {
        const linger now{1, 0};
        ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    ::close(m_fd);
    m_fd = -1;
}

HttpAnswer exchange(RawSocket &socket, QByteArrayView method, QByteArrayView target, QByteArrayView body, QByteArrayView extra)
{
    QByteArray request;
    request.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: hub\r\n").append(extra);
    if (!body.isEmpty())
        request.append("Content-Length: ").append(QByteArray::number(body.size())).append("\r\n");
    request.append("\r\n").append(body);
    HttpAnswer answer;
    if (!socket.send(request))
        return answer;
    answer.head = socket.receiveUntil("\r\n\r\n", 90s);
    answer.status = answer.head.mid(9, 3).toInt();
    const qsizetype at = answer.head.toLower().indexOf("content-length: ");
    if (at >= 0)
        answer.body = socket.receiveExactly(answer.head.mid(at + 16, answer.head.indexOf('\r', at) - at - 16).toLongLong(), 30s);
    return answer;
}

} // namespace pushscope
