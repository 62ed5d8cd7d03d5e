// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionWriter: writes a session file: rows and extras in the order in which they come, committed in groups; what is committed
// survives a killed process. Made, used and destroyed on one thread.

#include "session/sessionfile.h"

#include <memory>

namespace pushscope {

class SessionWriter
{
public:
    static constexpr quint32 RowsPerChunk = 4096;
    static constexpr qsizetype OctetsPerChunk = 512 * 1024;

    // Makes the file, which its owner alone may read and write: it holds what was sent. Errc::Exists where there is one already;
    // Errc::Io.
    [[nodiscard]] static Result<std::unique_ptr<SessionWriter>> create(const QString &path, const SessionHead &head);
    ~SessionWriter(); // what was not committed is lost

    [[nodiscard]] Result<void> add(const SessionRow &row);
    [[nodiscard]] Result<void> add(const SessionExtra &extra); // its id and place are given here
    [[nodiscard]] Result<void> setHead(const SessionHead &head); // in place of the one before
    [[nodiscard]] Result<void> commit();
    // Drops the oldest rows and extras until the file needs no more than `octets` and nothing is older than `beforeNs`. Gives
    // how many rows went.
    [[nodiscard]] Result<quint64> prune(qint64 octets, qint64 beforeNs);
    // Commits, and leaves one file that is complete without a log beside it.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] quint64 rows() const noexcept { return m_rows; } // written in all
    [[nodiscard]] qint64 octets() const noexcept { return m_octets; } // of the file, at the last commit
    [[nodiscard]] StringTable &strings() noexcept { return m_strings; }

private:
    struct Statements;
    SessionWriter();
    [[nodiscard]] Result<void> open(const QString &path, const SessionHead &head);
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> writeChunk();
    [[nodiscard]] Result<void> writeStrings();
    [[nodiscard]] Result<quint64> dropOldest(qint64 share, qint64 beforeNs);

    SessionFile m_file; // before the statements
    std::unique_ptr<Statements> m_sql;
    StringTable m_strings;
    std::unique_ptr<RowEncoder> m_chunk;
    quint64 m_rows = 0;
    quint64 m_written = 0; // of these in chunks
    qint64 m_octets = 0;
    bool m_inTransaction = false;
};

} // namespace pushscope
