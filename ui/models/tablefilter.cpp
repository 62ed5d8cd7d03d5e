// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tablefilter.h"

#include "observe/rowjson.h"

#include <QLocale>
#include <algorithm>

namespace pushscope {

namespace {

constexpr const char *OnlyInConditions[] = {"==", "!=", "=~", "&&", "||"};

bool isWordEnd(QChar c)
{
    return c.isSpace() || QStringLiteral("()=!<>&|~\"'").contains(c);
}

bool startsWithOperator(QStringView text)
{
    return !text.isEmpty() && (QStringLiteral("=!<>&|").contains(text.front()) || text.startsWith(QLatin1String("contains")));
}

// Words need quotes where the language would read them as something else.
QString quotedIfNeeded(const QByteArray &text)
{
    const QString word = QString::fromUtf8(text);
    const bool plain = !word.isEmpty() && std::none_of(word.cbegin(), word.cend(), isWordEnd) && word != QLatin1String("null")
        && word != QLatin1String("contains");
    if (plain)
        return word;
    QString escaped = word;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

QString numberLiteral(double value)
{
    return QString::number(value, 'f', QLocale::FloatingPointShortest); // the language has no exponents
}

} // namespace

int fieldNamed(std::span<const FilterField> fields, QByteArrayView name)
{
    const auto found
        = std::find_if(fields.begin(), fields.end(), [name](const FilterField &field) { return name == field.name; });
    return found == fields.end() ? -1 : int(found - fields.begin());
}

qsizetype columnOf(const QString &text, qsizetype octetOffset)
{
    return QString::fromUtf8(text.toUtf8().left(octetOffset)).size();
}

bool looksLikeCondition(const QString &text, std::span<const FilterField> fields)
{
    if (fields.empty())
        return false;
    QStringView rest = QStringView(text).trimmed();
    while (!rest.isEmpty() && (rest.front() == u'!' || rest.front() == u'(' || rest.front().isSpace()))
        rest = rest.sliced(1);
    const auto end = std::find_if(rest.cbegin(), rest.cend(), isWordEnd);
    const QStringView word = rest.first(end - rest.cbegin());
    if (const int field = fieldNamed(fields, word.toUtf8()); field >= 0) {
        const QStringView after = rest.sliced(word.size()).trimmed();
        if (startsWithOperator(after) || (fields[size_t(field)].type == FilterType::Bool && after.isEmpty()))
            return true;
    }
    return std::any_of(std::begin(OnlyInConditions), std::end(OnlyInConditions),
                       [&text](const char *symbol) { return text.contains(QLatin1String(symbol)); });
}

Result<TableFilter> TableFilter::parse(const QString &text, std::span<const FilterField> fields)
{
    TableFilter filter;
    const QByteArray octets = text.toUtf8();
    filter.m_text = octets.trimmed();
    if (!looksLikeCondition(text, fields)) {
        filter.m_words = filter.m_text.toLower();
        return filter;
    }
    Result<Filter> condition = Filter::parse(octets, fields);
    if (!condition)
        return tl::unexpected(std::move(condition).error());
    filter.m_condition = std::move(*condition);
    return filter;
}

QString literalFor(FilterType type, const FilterValue &value)
{
    if (const bool *truth = std::get_if<bool>(&value))
        return *truth ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *text = std::get_if<QByteArray>(&value))
        return quotedIfNeeded(*text);
    const double *number = std::get_if<double>(&value);
    if (!number)
        return QStringLiteral("null");
    switch (type) {
    case FilterType::Duration:
        return numberLiteral(*number) + QStringLiteral("ms");
    case FilterType::Time:
        return QString::fromLatin1(isoTime(WallTime(Milliseconds(qint64(*number)))));
    default:
        return numberLiteral(*number);
    }
}

QString conditionFor(const FilterField &field, const FilterValue &value)
{
    const QString name = QLatin1String(field.name);
    if (const auto *list = std::get_if<QList<QByteArray>>(&value)) {
        QStringList tests;
        for (const QByteArray &member : *list)
            tests += name + QStringLiteral(" contains ") + quotedIfNeeded(member);
        return tests.isEmpty() ? QStringLiteral("!(%1 =~ \".*\")").arg(name) : tests.join(QStringLiteral(" && "));
    }
    return name + QStringLiteral(" == ") + literalFor(field.type, value);
}

QString conditionAgainst(const FilterField &field, const FilterValue &value)
{
    if (std::holds_alternative<QList<QByteArray>>(value))
        return QStringLiteral("!(%1)").arg(conditionFor(field, value));
    return QLatin1String(field.name) + QStringLiteral(" != ") + literalFor(field.type, value);
}

QString joinedCondition(const QString &standing, const QString &condition, FilterJoin join, std::span<const FilterField> fields)
{
    if (join == FilterJoin::Replace || !looksLikeCondition(standing, fields))
        return condition;
    const QString trimmed = standing.trimmed();
    if (join == FilterJoin::Or)
        return trimmed + QStringLiteral(" || ") + condition;
    const bool needsParentheses = trimmed.contains(QLatin1String("||"));
    return (needsParentheses ? u'(' + trimmed + u')' : trimmed) + QStringLiteral(" && ") + condition;
}

} // namespace pushscope
