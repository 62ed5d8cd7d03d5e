// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionScan: walks over the rows of a session file that are wanted: of a time, that match a filter, that have words in them.
// Millions of rows a second: a row is looked at as it is stored. One thread, that of the reader.

#include "observe/filter.h"
#include "session/sessionreader.h"

#include <functional>
#include <limits>
#include <set>

namespace pushscope {

struct SessionSelection {
    qint64 fromNs = std::numeric_limits<qint64>::min(), upToNs = std::numeric_limits<qint64>::max(); // both included
    Filter filter; // over sessionFilterFields()
    QByteArray words; // all in the row's text, in any case of ASCII letters; separated by blanks
    std::set<quint64> rows; // numbers; empty: all

    [[nodiscard]] bool isAll() const noexcept;
};

// The members of ui.md's rows.
[[nodiscard]] std::span<const FilterField> sessionFilterFields() noexcept;

class SessionScan
{
public:
    SessionScan(SessionReader &reader, SessionSelection selection);

    // Called with each row that is wanted and its number; false stops.
    using OnRow = std::function<bool(quint64 number, const PackedRow &row)>;
    // Called once a chunk with the rows looked at and those there are; false cancels.
    using OnProgress = std::function<bool(quint64 done, quint64 total)>;
    // From the first row after row number `after` on. Gives how many were wanted. Errc::Cancelled.
    [[nodiscard]] Result<quint64> run(const OnRow &onRow, const OnProgress &onProgress = {}, quint64 after = 0);

    [[nodiscard]] bool wants(quint64 number, const PackedRow &row) const;
    // Of a row that is not among those of the file; not where rows are chosen by number.
    [[nodiscard]] bool wants(const SessionRow &row) const;

private:
    [[nodiscard]] bool hasWords(const PackedRow &row, const StringTable &strings) const;
    [[nodiscard]] bool wants(const PackedRow &row, const StringTable &strings) const;

    SessionReader &m_reader;
    SessionSelection m_selection;
    QList<QByteArray> m_words; // lower case
};

// Whether `lowerWord` is in the text, in any case of ASCII letters.
[[nodiscard]] bool containsWord(QByteArrayView text, QByteArrayView lowerWord) noexcept;

} // namespace pushscope
