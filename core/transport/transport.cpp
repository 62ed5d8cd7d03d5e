// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transport.h"

#include <charconv>

namespace pushscope {

namespace {

Result<quint16> parsePort(QByteArrayView digits)
{
    quint16 port = 0;
    const char *end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, port);
    if (digits.isEmpty() || error != std::errc() || stop != end)
        return fail(Errc::Syntax, "the port must be a number from 0 to 65535");
    return port;
}

Result<QHostAddress> parseHost(QByteArrayView text)
{
    if (text == "localhost")
        return QHostAddress(QHostAddress::LocalHost);
    const QString string = QString::fromLatin1(text);
    QHostAddress host;
    // QHostAddress reads "127.1" and "010.0.0.1" as inet_aton() does; here an address has one spelling.
    if (!host.setAddress(string) || (host.protocol() == QHostAddress::IPv4Protocol && host.toString() != string))
        return fail(Errc::Syntax, "the host must be an IP address or localhost");
    return host;
}

} // namespace

QByteArray SocketAddress::toByteArray() const
{
    const QByteArray name = host.toString().toLatin1();
    const QByteArray number = QByteArray::number(port);
    return host.protocol() == QHostAddress::IPv6Protocol ? '[' + name + "]:" + number : name + ':' + number;
}

Result<SocketAddress> SocketAddress::parse(QByteArrayView text)
{
    const qsizetype colon = text.lastIndexOf(':');
    if (colon < 0)
        return fail(Errc::Syntax, "expected host:port");
    QByteArrayView name = text.first(colon);
    const bool bracketed = name.startsWith('[') && name.endsWith(']');
    if (bracketed)
        name = name.sliced(1, name.size() - 2);
    const Result<QHostAddress> host = parseHost(name);
    if (!host)
        return tl::unexpected(host.error());
    if (bracketed != (host->protocol() == QHostAddress::IPv6Protocol))
        return fail(Errc::Syntax, "an IPv6 address, and no other, stands in brackets");
    const Result<quint16> port = parsePort(text.sliced(colon + 1));
    if (!port)
        return tl::unexpected(port.error());
    return SocketAddress{*host, *port};
}

} // namespace pushscope
