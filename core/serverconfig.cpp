// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverconfig.h"

#include "protocol/jwt.h"
#include "transport/transport.h"

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

Result<void> checkAddress(const QByteArray &text, bool expose)
{
    const auto address = SocketAddress::parse(text);
    if (!address)
        return fail(Errc::InvalidArgument, "--listen " + text + ": " + address.error().detail);
    if (!address->host.isLoopback() && !expose)
        return fail(Errc::InvalidArgument,
                    "--listen " + text
                        + " is not a loopback address: anyone who reaches this machine could connect, in clear text. "
                          "Add --expose if that is meant");
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

Result<void> ServerConfig::validate() const
{
    constexpr qint64 Hour = 3'600'000;
    if (listen.isEmpty())
        return fail(Errc::InvalidArgument, "--listen needs at least one address");
    for (const QByteArray &address : listen) {
        if (auto checked = checkAddress(address, expose); !checked)
            return checked;
    }
    if (store.isEmpty())
        return fail(Errc::InvalidArgument, "--store is a file or \"memory\"");
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
    if (queueLimit < 2 * maxEvent)
        return fail(Errc::InvalidArgument, "--queue-limit must be at least twice --max-event (" + formatSize(2 * maxEvent) + ')');
    return {};
}

} // namespace pushscope
