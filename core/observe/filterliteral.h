// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the operators and the right sides of a filter mean for each type of field.

#include "observe/filterparser.h"

namespace pushscope {

[[nodiscard]] bool filterOperatorFits(FilterType type, FilterOperator op) noexcept;

// `text` without its quotes. Errc::Syntax with a reason, without an offset.
[[nodiscard]] Result<FilterLiteral> readFilterLiteral(FilterType type, FilterOperator op, const QByteArray &text, bool quoted);

} // namespace pushscope
