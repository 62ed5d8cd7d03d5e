// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parser behind Filter::parse() and the program it makes: a flat list of steps over one truth value, so that matching a row
// neither recurses nor allocates.

#include "observe/filter.h"

#include <QRegularExpression>
#include <vector>

namespace pushscope {

enum class FilterOperator : quint8 { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Matches, Contains };

// The right side; monostate is `null`.
using FilterLiteral = std::variant<std::monostate, bool, double, QByteArray, QRegularExpression>;

struct FilterStep {
    enum class Kind : quint8 {
        Test, // truth = field operator literal
        Negate,
        SkipIfFalse, // goes on at `target`: the rest of an && is decided
        SkipIfTrue, // the same for ||
    };
    Kind kind{};
    FilterOperator op{};
    int field = 0;
    std::size_t target = 0;
    FilterLiteral literal;
};

struct FilterProgram {
    std::vector<FilterStep> steps;
};

// An empty program for a blank text.
[[nodiscard]] Result<FilterProgram> parseFilter(QByteArrayView text, std::span<const FilterField> fields);

} // namespace pushscope
