// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/redisaddress.h"

#include <QUrl>
#include <QUrlQuery>

namespace pushscope {

static constexpr int MaxDatabase = 9999;

Result<RedisAddress> RedisAddress::parse(const QByteArray &text)
{
    const QUrl url = QUrl::fromEncoded(text, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("redis") && url.scheme() != QLatin1String("rediss")))
        return fail(Errc::InvalidArgument, "is redis://[[user]:password@]host[:port][/database], or rediss:// for TLS");
    if (url.host().isEmpty())
        return fail(Errc::InvalidArgument, "names no host");
    if (url.hasFragment())
        return fail(Errc::InvalidArgument, "has no \"#\" in it");
    RedisAddress address;
    address.tls = url.scheme() == QLatin1String("rediss");
    address.host = url.host().toUtf8();
    if (url.port() == 0)
        return fail(Errc::InvalidArgument, "has a port from 1 to 65535");
    address.port = quint16(url.port(address.port));
    address.user = url.userName(QUrl::FullyDecoded).toUtf8();
    address.password = url.password(QUrl::FullyDecoded).toUtf8();
    if (!address.user.isEmpty() && address.password.isEmpty())
        return fail(Errc::InvalidArgument, "has a user without a password");
    const QList<std::pair<QString, QString>> query = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : query) {
        if (!address.tls || name != QLatin1String("ssl_ca_certs") || value.isEmpty())
            return fail(Errc::InvalidArgument, "has nothing after the database, but for rediss://…?ssl_ca_certs=FILE");
        address.caFile = value.toUtf8();
    }
    const QString path = url.path();
    if (path.size() > 1) {
        bool isNumber = false;
        address.database = path.mid(1).toInt(&isNumber);
        if (!isNumber || address.database < 0 || address.database > MaxDatabase)
            return fail(Errc::InvalidArgument, "has a database number after the host, like /0");
    }
    return address;
}

QByteArray RedisAddress::withoutPassword() const
{
    return QByteArray(tls ? "rediss://" : "redis://") + (user.isEmpty() ? QByteArray() : user + '@')
        + (host.contains(':') ? '[' + host + ']' : host) + ':' + QByteArray::number(port) + '/' + QByteArray::number(database);
}

} // namespace pushscope
