// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/filterliteral.h"

#include "base/ids.h"

#include <QDateTime>
#include <cmath>

namespace pushscope {

namespace {

struct Unit {
    QByteArrayView name;
    double factor;
};
constexpr Unit DurationUnits[] = {{"", 1}, {"us", 0.001}, {"ms", 1}, {"s", 1000}, {"m", 60e3}, {"h", 3600e3}, {"d", 24 * 3600e3}};
constexpr Unit SizeUnits[] = {{"", 1},
                              {"B", 1},
                              {"kB", 1e3},
                              {"KB", 1e3},
                              {"MB", 1e6},
                              {"GB", 1e9},
                              {"KiB", 1024},
                              {"MiB", 1024.0 * 1024},
                              {"GiB", 1024.0 * 1024 * 1024}};
constexpr Unit NoUnits[] = {{"", 1}};

// Decimal digits with at most one point between them, no exponent; nothing where there is none at the start.
qsizetype numberLength(QByteArrayView text)
{
    const auto isDigit = [&](qsizetype at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    qsizetype length = text.startsWith('-') ? 1 : 0;
    if (!isDigit(length))
        return 0;
    while (isDigit(length))
        ++length;
    if (length < text.size() && text[length] == '.' && isDigit(length + 1)) {
        ++length;
        while (isDigit(length))
            ++length;
    }
    return length;
}

Result<FilterLiteral> readNumber(QByteArrayView text, std::span<const Unit> units, QByteArray detail)
{
    const qsizetype length = numberLength(text);
    const QByteArrayView name = text.sliced(length);
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit &u) { return u.name == name; });
    bool good = false;
    const double number = text.first(length).toDouble(&good);
    if (!good || unit == units.end())
        return fail(Errc::Syntax, std::move(detail));
    if (unit->factor == 1)
        return FilterLiteral(number);
    const double value = number * unit->factor;
    const double whole = std::round(value);
    return FilterLiteral(std::abs(value - whole) < 1e-6 ? whole : value); // 0.07s are 70 ms, not 70.00000000000001
}

// Never by way of local time, in which an hour of the year does not exist.
Result<FilterLiteral> readTime(const QByteArray &text)
{
    for (const QByteArrayView missing : {"", "Z", "T00:00Z"}) {
        const QDateTime time = QDateTime::fromString(QString::fromLatin1(text + missing.toByteArray()), Qt::ISODateWithMs);
        if (time.isValid() && time.timeSpec() != Qt::LocalTime)
            return FilterLiteral(double(time.toMSecsSinceEpoch()));
    }
    return fail(Errc::Syntax, "a time is expected, for example 2026-11-24T05:00:00.000Z");
}

Result<FilterLiteral> readId(const QByteArray &text)
{
    if (const auto id = parseEventId(text))
        return FilterLiteral(double(id->seq.value));
    return readNumber(text, NoUnits, "the id of an event, or its number, is expected");
}

Result<FilterLiteral> readExpression(const QByteArray &text)
{
    QRegularExpression expression(QString::fromUtf8(text));
    if (!expression.isValid())
        return fail(Errc::Syntax, "not a regular expression: " + expression.errorString().toUtf8());
    expression.optimize();
    return FilterLiteral(std::move(expression));
}

Result<FilterLiteral> readBool(const QByteArray &text)
{
    if (text != "true" && text != "false")
        return fail(Errc::Syntax, "true or false is expected");
    return FilterLiteral(text == "true");
}

bool isOrdered(FilterOperator op)
{
    return op >= FilterOperator::Less && op <= FilterOperator::GreaterOrEqual;
}

} // namespace

bool filterOperatorFits(FilterType type, FilterOperator op) noexcept
{
    const bool forText = op == FilterOperator::Matches || op == FilterOperator::Contains;
    switch (type) {
    case FilterType::String:
        return true;
    case FilterType::List:
        return forText;
    case FilterType::Bool:
        return !forText && !isOrdered(op);
    case FilterType::Number:
    case FilterType::Duration:
    case FilterType::Size:
    case FilterType::Time:
    case FilterType::Id:
        return !forText;
    }
    return false;
}

Result<FilterLiteral> readFilterLiteral(FilterType type, FilterOperator op, const QByteArray &text, bool quoted)
{
    const bool isEquality = op == FilterOperator::Equal || op == FilterOperator::NotEqual;
    if (!quoted && isEquality && text == "null")
        return FilterLiteral();
    if (op == FilterOperator::Matches)
        return readExpression(text);
    const bool mayBeQuoted
        = type == FilterType::String || type == FilterType::List || type == FilterType::Time || type == FilterType::Id;
    if (quoted && !mayBeQuoted)
        return fail(Errc::Syntax, "this field is compared with a value without quotes");
    switch (type) {
    case FilterType::String:
    case FilterType::List:
        return FilterLiteral(text);
    case FilterType::Number:
        return readNumber(text, NoUnits, "a number without a unit is expected");
    case FilterType::Duration:
        return readNumber(text, DurationUnits, "a duration is expected, for example 200ms, 3s, 5m");
    case FilterType::Size:
        return readNumber(text, SizeUnits, "a size is expected, for example 512B, 64KiB, 1MiB");
    case FilterType::Bool:
        return readBool(text);
    case FilterType::Time:
        return readTime(text);
    case FilterType::Id:
        return readId(text);
    }
    return fail(Errc::Syntax, "no such type");
}

} // namespace pushscope
