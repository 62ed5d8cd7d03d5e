// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fields of a journal row for filters, named as in the JSON lines of a session (ui.md, "Session files and exports"). Pure.

#include "observe/filter.h"
#include "observe/snapshot.h"

namespace pushscope {

[[nodiscard]] std::span<const FilterField> journalFilterFields() noexcept;
[[nodiscard]] FilterValue journalFilterValue(const JournalRow &row, int field);

// "info", "warning" or "error".
[[nodiscard]] QByteArray journalLevel(const JournalRow &row);

// Shows a row to a filter that was parsed with journalFilterFields(). Borrows the row.
class JournalFilterRow final : public FilterRow
{
public:
    explicit JournalFilterRow(const JournalRow &row) noexcept
        : m_row(row)
    {
    }
    [[nodiscard]] FilterValue value(int field) const override { return journalFilterValue(m_row, field); }

private:
    const JournalRow &m_row;
};

} // namespace pushscope
