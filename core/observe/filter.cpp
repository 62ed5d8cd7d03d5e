// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/filter.h"

#include "observe/filterparser.h"
#include "observe/rowjson.h"
#include "observe/snapshot.h"

#include <algorithm>
#include <array>

namespace pushscope {

namespace {

template<typename T> bool compares(FilterOperator op, const T &left, const T &right)
{
    switch (op) {
    case FilterOperator::Equal:
        return left == right;
    case FilterOperator::NotEqual:
        return left != right;
    case FilterOperator::Less:
        return left < right;
    case FilterOperator::LessOrEqual:
        return left <= right;
    case FilterOperator::Greater:
        return left > right;
    case FilterOperator::GreaterOrEqual:
        return left >= right;
    case FilterOperator::Matches:
    case FilterOperator::Contains:
        break;
    }
    return false;
}

bool fits(const QRegularExpression &expression, const QByteArray &text)
{
    return expression.match(QString::fromUtf8(text)).hasMatch();
}

bool testString(FilterOperator op, const QByteArray &value, const FilterLiteral &literal)
{
    if (const auto *expression = std::get_if<QRegularExpression>(&literal))
        return fits(*expression, value);
    const auto *text = std::get_if<QByteArray>(&literal);
    return text && (op == FilterOperator::Contains ? value.contains(*text) : compares(op, value, *text));
}

bool testList(const QList<QByteArray> &value, const FilterLiteral &literal)
{
    if (const auto *expression = std::get_if<QRegularExpression>(&literal))
        return std::any_of(value.begin(), value.end(), [&](const QByteArray &member) { return fits(*expression, member); });
    const auto *text = std::get_if<QByteArray>(&literal);
    return text && value.contains(*text);
}

bool test(FilterOperator op, const FilterValue &value, const FilterLiteral &literal)
{
    const bool isNone = std::holds_alternative<std::monostate>(value);
    const bool wantsNone = std::holds_alternative<std::monostate>(literal);
    if (isNone || wantsNone)
        return op == FilterOperator::NotEqual ? isNone != wantsNone : op == FilterOperator::Equal && isNone == wantsNone;
    if (const auto *number = std::get_if<double>(&value)) {
        const auto *other = std::get_if<double>(&literal);
        return other && compares(op, *number, *other);
    }
    if (const auto *truth = std::get_if<bool>(&value)) {
        const auto *other = std::get_if<bool>(&literal);
        return other && compares(op, *truth, *other);
    }
    if (const auto *text = std::get_if<QByteArray>(&value))
        return testString(op, *text, literal);
    return testList(std::get<QList<QByteArray>>(value), literal);
}

// Names live for ever: no copy of them is made.
FilterValue nameValue(const char *name)
{
    if (!name)
        return {};
    return QByteArray::fromRawData(name, qsizetype(qstrlen(name)));
}

FilterValue idValue(Seq seq)
{
    return seq.isNull() ? FilterValue() : FilterValue(double(seq.value));
}

FilterValue timeValue(WallTime time)
{
    return time == WallTime{} ? FilterValue() : FilterValue(double(time.time_since_epoch().count()));
}

struct ClientField {
    FilterField field;
    FilterValue (*value)(const ClientRow &);
};

constexpr ClientField ClientFields[] = {
    {{"client", FilterType::String}, [](const ClientRow &c) -> FilterValue { return c.client; }},
    {{"certain", FilterType::Bool}, [](const ClientRow &c) -> FilterValue { return c.certain; }},
    {{"user", FilterType::String}, [](const ClientRow &c) -> FilterValue { return c.user; }},
    {{"protocol", FilterType::String}, [](const ClientRow &c) { return nameValue(protocolName(c.protocol)); }},
    {{"http", FilterType::String}, [](const ClientRow &c) -> FilterValue { return c.http; }},
    {{"tls", FilterType::Bool}, [](const ClientRow &c) -> FilterValue { return c.tls; }},
    {{"tlsVersion", FilterType::String}, [](const ClientRow &c) { return nameValue(c.tlsVersion); }},
    {{"tlsCipher", FilterType::String}, [](const ClientRow &c) { return nameValue(c.tlsCipher); }},
    {{"compression", FilterType::String}, [](const ClientRow &c) { return nameValue(compressionName(c.compression)); }},
    {{"address", FilterType::String}, [](const ClientRow &c) -> FilterValue { return c.address; }},
    {{"userAgent", FilterType::String}, [](const ClientRow &c) -> FilterValue { return c.userAgent; }},
    {{"rooms", FilterType::List}, [](const ClientRow &c) -> FilterValue { return c.rooms; }},
    {{"state", FilterType::String}, [](const ClientRow &c) { return nameValue(clientStateName(c.state)); }},
    {{"connectedAt", FilterType::Time}, [](const ClientRow &c) { return timeValue(c.connectedAt); }},
    {{"reconnects", FilterType::Number}, [](const ClientRow &c) -> FilterValue { return double(c.reconnects); }},
    {{"eventsOut", FilterType::Number}, [](const ClientRow &c) -> FilterValue { return double(c.eventsOut); }},
    {{"bytesOut", FilterType::Size}, [](const ClientRow &c) -> FilterValue { return double(c.bytesOut); }},
    {{"bytesSaved", FilterType::Size}, [](const ClientRow &c) -> FilterValue { return double(c.bytesSaved); }},
    {{"eventsIn", FilterType::Number}, [](const ClientRow &c) -> FilterValue { return double(c.eventsIn); }},
    {{"bytesIn", FilterType::Size}, [](const ClientRow &c) -> FilterValue { return double(c.bytesIn); }},
    {{"queueBytes", FilterType::Size}, [](const ClientRow &c) -> FilterValue { return double(c.queueBytes); }},
    {{"lagMs", FilterType::Duration}, [](const ClientRow &c) -> FilterValue { return double(c.lag.count()); }},
    {{"lastSent", FilterType::Id}, [](const ClientRow &c) { return idValue(c.lastSent); }},
    {{"lastAcked", FilterType::Id}, [](const ClientRow &c) { return idValue(c.lastAcked); }},
};

} // namespace

Result<Filter> Filter::parse(const QByteArray &text, std::span<const FilterField> fields)
{
    auto program = parseFilter(text, fields);
    if (!program)
        return tl::unexpected(std::move(program).error());
    if (program->steps.empty())
        return Filter();
    return Filter(std::make_shared<const FilterProgram>(std::move(*program)));
}

bool Filter::matches(const FilterRow &row) const
{
    bool truth = true;
    const std::size_t count = m_program ? m_program->steps.size() : 0;
    for (std::size_t at = 0; at < count;) {
        const FilterStep &step = m_program->steps[at++];
        switch (step.kind) {
        case FilterStep::Kind::Test:
            truth = test(step.op, row.value(step.field), step.literal);
            break;
        case FilterStep::Kind::Negate:
            truth = !truth;
            break;
        case FilterStep::Kind::SkipIfFalse:
            at = truth ? at : step.target;
            break;
        case FilterStep::Kind::SkipIfTrue:
            at = truth ? step.target : at;
            break;
        }
    }
    return truth;
}

std::span<const FilterField> clientFilterFields() noexcept
{
    static constexpr auto Fields = [] {
        std::array<FilterField, std::size(ClientFields)> fields{};
        std::transform(std::begin(ClientFields), std::end(ClientFields), fields.begin(),
                       [](const ClientField &f) { return f.field; });
        return fields;
    }();
    return Fields;
}

FilterValue ClientFilterRow::value(int field) const
{
    return ClientFields[std::size_t(field)].value(m_client);
}

} // namespace pushscope
