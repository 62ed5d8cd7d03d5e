// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/coretext.h"

#include "ui/models/corepatterns.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <vector>

namespace pushscope {

namespace {

struct Pattern {
    const char *source;
    QStringList words; // around the values: one more than there are

    [[nodiscard]] qsizetype length() const // of its words
    {
        return std::accumulate(words.cbegin(), words.cend(), qsizetype(0),
                               [](qsizetype sum, const QString &each) { return sum + each.size(); });
    }
    [[nodiscard]] std::optional<QStringList> valuesIn(QStringView text) const;
};

// "a %1 b %2" as {"a ", " b ", ""}: values stand in their order, and there are fewer than ten.
QStringList wordsOf(const QString &pattern)
{
    QStringList words{QString()};
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1].isDigit()) {
            words.append(QString());
            ++i;
        } else {
            words.last() += pattern[i];
        }
    }
    return words;
}

// Those that say most come first, so that none is taken for another one that has a value in the place of its words.
const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> made;
        made.reserve(std::size(CorePatterns));
        for (const char *source : CorePatterns)
            made.push_back({source, wordsOf(QString::fromUtf8(source))});
        std::stable_sort(made.begin(), made.end(), [](const Pattern &a, const Pattern &b) { return a.length() > b.length(); });
        return made;
    }();
    return all;
}

std::optional<QStringList> Pattern::valuesIn(QStringView text) const
{
    if (words.size() == 1)
        return text == words.first() ? std::optional(QStringList()) : std::nullopt;
    if (!text.startsWith(words.first()) || !text.endsWith(words.last())
        || text.size() < words.first().size() + words.last().size())
        return {};
    QStringView rest = text.sliced(words.first().size()).chopped(words.last().size());
    QStringList values;
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        const qsizetype at = rest.indexOf(words[i]);
        if (at < 0)
            return {};
        values.append(rest.first(at).toString());
        rest = rest.sliced(at + words[i].size());
    }
    values.append(rest.toString());
    return values;
}

QString withValues(const QString &translation, const QStringList &values)
{
    QString text;
    for (qsizetype i = 0; i < translation.size(); ++i) {
        const int value = translation[i] == u'%' && i + 1 < translation.size() ? translation[i + 1].digitValue() : -1;
        if (value < 1 || value > values.size()) {
            text += translation[i];
            continue;
        }
        text += values[value - 1];
        ++i;
    }
    return text;
}

QString translated(const QString &text);

// As one of the patterns; none: it is none.
std::optional<QString> translatedWhole(const QString &text)
{
    for (const Pattern &pattern : patterns()) {
        std::optional<QStringList> values = pattern.valuesIn(text);
        if (!values)
            continue;
        for (QString &value : *values) // one may be what another part said
            value = translated(value);
        return withValues(QCoreApplication::translate("pushscope::CoreText", pattern.source), *values);
    }
    return {};
}

// "data.json: not an object": the first part is no error, the last one is.
QString translated(const QString &text)
{
    if (const auto whole = translatedWhole(text))
        return *whole;
    constexpr QStringView Colon = u": ";
    for (qsizetype at = text.indexOf(Colon); at >= 0; at = text.indexOf(Colon, at + 1)) {
        const qsizetype begin = at + Colon.size();
        if (const auto end = translatedWhole(text.sliced(begin)))
            return text.first(begin) + *end;
    }
    return text;
}

} // namespace

QString coreText(QByteArrayView words)
{
    return translated(QString::fromUtf8(words));
}

} // namespace pushscope
