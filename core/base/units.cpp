// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/units.h"

#include <array>
#include <span>

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

} // namespace pushscope
