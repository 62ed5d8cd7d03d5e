// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverconfig.h"

#include "protocol/jwt.h"
#include "transport/transport.h"

#include <array>

namespace pushscope {

namespace {

struct Unit {
    const char *suffix;
    qint64 factor;
};

Result<qint64> parseWithUnits(QByteArrayView text, std::span<const Unit> units, const char *example)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    bool ok = false;
    const qint64 number = text.first(digits).toLongLong(&ok);
    const QByteArrayView suffix = text.sliced(digits);
    for (const Unit &unit : units) {
        if (ok && suffix == QByteArrayView(unit.suffix) && number <= std::numeric_limits<qint64>::max() / unit.factor)
            return number * unit.factor;
    }
    return fail(Errc::Syntax, '\'' + text.toByteArray() + "' is not of the form " + example);
}

constexpr std::array DurationUnits{Unit{"ms", 1}, Unit{"s", 1000}, Unit{"m", 60'000}, Unit{"h", 3'600'000},
                                   Unit{"d", 86'400'000}};
constexpr std::array SizeUnits{Unit{"", 1}, Unit{"B", 1}, Unit{"KiB", 1024}, Unit{"MiB", 1024 * 1024},
                               Unit{"GiB", 1024 * 1024 * 1024}};

QByteArray formatWithUnits(qint64 value, std::span<const Unit> units)
{
    const Unit *best = units.data();
    for (const Unit &unit : units) {
        if (value != 0 && value % unit.factor == 0)
            best = &unit;
    }
    return QByteArray::number(value / best->factor) + best->suffix;
}

} // namespace

Result<Milliseconds> parseDuration(QByteArrayView text)
{
    return parseWithUnits(text, DurationUnits, "30s, 500ms, 2m, 1h").map([](qint64 ms) { return Milliseconds(ms); });
}

Result<qint64> parseSize(QByteArrayView text)
{
    return parseWithUnits(text, SizeUnits, "1MiB, 256KiB, 4096");
}

QByteArray formatDuration(Milliseconds value)
{
    return formatWithUnits(value.count(), DurationUnits);
}

QByteArray formatSize(qint64 octets)
{
    return formatWithUnits(octets, SizeUnits);
}

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
