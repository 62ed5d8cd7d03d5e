// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tablecolumn.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr char folded(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

// The run of digits at `at` without its leading zeros; `at` is moved behind it.
QByteArrayView takeNumber(QByteArrayView text, qsizetype &at) noexcept
{
    while (at < text.size() && text[at] == '0')
        ++at;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(from, at - from);
}

std::strong_ordering compareBytes(QByteArrayView a, QByteArrayView b) noexcept
{
    return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(),
                                                  [](char x, char y) { return quint8(x) <=> quint8(y); });
}

} // namespace

std::strong_ordering naturalCompare(QByteArrayView a, QByteArrayView b) noexcept
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QByteArrayView x = takeNumber(a, i);
            const QByteArrayView y = takeNumber(b, j);
            const auto order = x.size() != y.size() ? x.size() <=> y.size() : compareBytes(x, y);
            if (order != 0)
                return order;
            continue;
        }
        const auto order = quint8(folded(a[i])) <=> quint8(folded(b[j]));
        if (order != 0)
            return order;
        ++i;
        ++j;
    }
    const auto rest = (a.size() - i) <=> (b.size() - j);
    return rest != 0 ? rest : compareBytes(a, b);
}

bool containsFolded(QByteArrayView haystack, QByteArrayView needle) noexcept
{
    const auto same = [](char h, char n) { return folded(h) == n; };
    return std::search(haystack.begin(), haystack.end(), needle.begin(), needle.end(), same) != haystack.end()
        || needle.isEmpty();
}

} // namespace pushscope
