// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverconfig.h"

#include "bus/redisaddress.h"
#include "protocol/jwt.h"

namespace pushscope {

namespace {

Result<void> inRange(const char *option, qint64 value, qint64 least, qint64 most, QByteArray (*format)(qint64))
{
    if (value >= least && value <= most)
        return {};
    return fail(Errc::InvalidArgument, QByteArray("--") + option + " must be " + format(least) + " to " + format(most));
}

QByteArray asDuration(qint64 ms)
{
    return formatDuration(Milliseconds(ms));
}

Result<ListenAddress> parseListen(const QByteArray &text, bool bareIsTls)
{
    const bool https = text.startsWith("https://");
    const bool http = text.startsWith("http://");
    QByteArrayView rest = QByteArrayView(text).sliced(https ? 8 : http ? 7 : 0);
    if ((https || http) && rest.endsWith('/'))
        rest.chop(1);
    return SocketAddress::parse(rest)
        .map([&](const SocketAddress &address) {
            return ListenAddress{address, https || (!http && bareIsTls)};
        })
        .map_error([&](Error error) {
            return Error{Errc::InvalidArgument, "--listen " + text + ": " + error.detail};
        });
}

Result<void> checkExposed(const QByteArray &text, const ListenAddress &listen, bool expose)
{
    if (listen.address.host.isLoopback() || expose)
        return {};
    if (listen.tls)
        return fail(
            Errc::InvalidArgument,
            "--listen " + text
                + " is not a loopback address: anyone who reaches this machine could connect. Add --expose if that is meant");
    return fail(Errc::InvalidArgument,
                "--listen " + text
                    + " is not a loopback address: anyone who reaches this machine could connect, in clear text. Add --expose if "
                      "that is meant");
}

Result<void> checkTls(const ServerConfig &config, const QList<ListenAddress> &addresses)
{
    const bool listens = std::any_of(addresses.begin(), addresses.end(), [](const ListenAddress &listen) { return listen.tls; });
    if (config.tlsCertificates.size() != config.tlsKeys.size())
        return fail(Errc::InvalidArgument, "each --tls-cert needs its --tls-key, in the same order");
    if (listens && !config.hasTls())
        return fail(Errc::InvalidArgument, "--listen https://… needs --tls-cert and --tls-key, or --tls-self-signed");
    if (!listens && config.hasTls())
        return fail(Errc::InvalidArgument, "there is a certificate for TLS, but all --listen addresses begin with http://");
    return {};
}

Result<void> checkAlgorithms(const QList<QByteArray> &names)
{
    for (const QByteArray &name : names) {
        if (const auto algorithm = parseJwtAlgorithm(name); !algorithm)
            return fail(Errc::InvalidArgument, "--jwt-alg " + name + ": HS256, HS384, HS512, RS256 or ES256");
    }
    return names.isEmpty() ? Result<void>(fail(Errc::InvalidArgument, "--jwt-alg needs at least one algorithm")) : Result<void>();
}

} // namespace

bool ServerConfig::operator==(const ServerConfig &) const = default;

Result<QList<ListenAddress>> ServerConfig::listenAddresses() const
{
    const bool named
        = std::any_of(listen.begin(), listen.end(), [](const QByteArray &text) { return text.startsWith("https://"); });
    QList<ListenAddress> addresses;
    for (const QByteArray &text : listen) {
        const auto address = parseListen(text, hasTls() && !named);
        if (!address)
            return tl::unexpected(address.error());
        addresses.append(*address);
    }
    return addresses;
}

Result<void> ServerConfig::checkRedis() const
{
    return RedisAddress::parse(redis).map([](const RedisAddress &) {});
}

Result<void> ServerConfig::validate() const
{
    constexpr qint64 Hour = 3'600'000;
    if (listen.isEmpty())
        return fail(Errc::InvalidArgument, "--listen needs at least one address");
    const auto addresses = listenAddresses();
    if (!addresses)
        return tl::unexpected(addresses.error());
    for (qsizetype i = 0; i < listen.size(); ++i) {
        if (auto checked = checkExposed(listen[i], addresses->at(i), expose); !checked)
            return checked;
    }
    if (auto checked = checkTls(*this, *addresses); !checked)
        return checked;
    if (store.isEmpty())
        return fail(Errc::InvalidArgument, "--store is a file or \"memory\"");
    if (!redis.isEmpty()) {
        if (auto checked = checkRedis(); !checked)
            return fail(Errc::InvalidArgument, "--redis " + checked.error().detail);
        if (store != QLatin1String("memory"))
            return fail(Errc::InvalidArgument, "--store and --redis exclude each other: with Redis, events are kept in Redis");
    }
    if (secrets.isEmpty() && publicKeys.isEmpty())
        return fail(Errc::InvalidArgument, "a --jwt-secret or a --jwt-public-key is needed");
    if (transport != "auto" && transport != "linux" && transport != "qt")
        return fail(Errc::InvalidArgument, "--transport is auto, linux or qt");
    const Result<void> checks[] = {
        checkAlgorithms(algorithms),
        inRange("keepalive", keepalive.count(), 100, Hour, asDuration),
        inRange("poll-timeout", pollTimeout.count(), 0, 60'000, asDuration),
        inRange("idle-timeout", idleTimeout.count(), 1'000, Hour, asDuration),
        inRange("header-timeout", headerTimeout.count(), 100, Hour, asDuration),
        inRange("max-event", maxEvent, 1'024, 8 * 1024 * 1024, formatSize),
        inRange("queue-limit", queueLimit, 16 * 1024, qint64(1) << 30, formatSize),
    };
    for (const Result<void> &check : checks) {
        if (!check)
            return check;
    }
    if (memoryLimit != 0) {
        if (auto checked = inRange("memory-limit", memoryLimit, 16 * 1024 * 1024, qint64(1) << 44, formatSize); !checked)
            return checked;
    }
    if (publishRate > 1'000'000)
        return fail(Errc::InvalidArgument, "--publish-rate is at most 1000000 events a second");
    if (queueLimit < 2 * maxEvent)
        return fail(Errc::InvalidArgument, "--queue-limit must be at least twice --max-event (" + formatSize(2 * maxEvent) + ')');
    return {};
}

} // namespace pushscope
