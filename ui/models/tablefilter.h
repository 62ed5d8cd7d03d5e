// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TableFilter: what a table is filtered by: words that a row contains, or a condition in the filter language. A value. Also how a
// cell becomes a condition. Pure. Source: wire.md, "Admin API".

#include "observe/filter.h"

#include <QString>

namespace pushscope {

class TableFilter
{
public:
    TableFilter() = default; // lets all through

    // Errc::Syntax with the octet at which a condition is wrong. Words never are.
    [[nodiscard]] static Result<TableFilter> parse(const QString &text, std::span<const FilterField> fields);

    [[nodiscard]] bool matchesAll() const noexcept { return m_words.isEmpty() && m_condition.matchesAll(); }
    [[nodiscard]] bool isCondition() const noexcept { return !m_condition.matchesAll(); }
    [[nodiscard]] const QByteArray &words() const noexcept { return m_words; } // in lower case; empty: none
    [[nodiscard]] const Filter &condition() const noexcept { return m_condition; }
    bool operator==(const TableFilter &other) const { return m_text == other.m_text; }

private:
    QByteArray m_text;
    QByteArray m_words;
    Filter m_condition;
};

// The column, from 0, of the character at an octet of the text's UTF-8, as errors of the filter language have it.
[[nodiscard]] qsizetype columnOf(const QString &text, qsizetype octetOffset);

// Whether a text is meant as a condition: it begins with a field and goes on with an operator, or has one that words never have.
[[nodiscard]] bool looksLikeCondition(const QString &text, std::span<const FilterField> fields);

// The condition that is true for rows with this value: `state == live`, `rooms contains "lobby"`, `cause == null`.
[[nodiscard]] QString conditionFor(const FilterField &field, const FilterValue &value);
// Its opposite: `state != live`, `!(rooms contains "lobby")`.
[[nodiscard]] QString conditionAgainst(const FilterField &field, const FilterValue &value);
// How a value is written in a condition, with quotes where it needs them.
[[nodiscard]] QString literalFor(FilterType type, const FilterValue &value);

enum class FilterJoin : quint8 { Replace, And, Or };
// `condition` joined to what stands; words that stand are replaced.
[[nodiscard]] QString joinedCondition(const QString &standing, const QString &condition, FilterJoin join,
                                      std::span<const FilterField> fields);

[[nodiscard]] int fieldNamed(std::span<const FilterField> fields, QByteArrayView name); // -1: none

} // namespace pushscope
