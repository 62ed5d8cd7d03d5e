// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionReader: reads a session file, also one that is being written, or that was when its program was killed, or that is
// damaged: then what can be read is given. Writes nothing to it. Made, used and destroyed on one thread.

#include "session/recordedstate.h"
#include "session/sessionnotes.h"

#include <memory>

namespace pushscope {

class SessionReader
{
public:
    struct Span {
        quint64 firstRow = 1, lastRow = 0; // numbers; none: lastRow < firstRow
        qint64 beginNs = 0, endNs = 0;
        [[nodiscard]] quint64 rows() const noexcept { return lastRow + 1 - firstRow; }
    };

    // Errc::NotFound, Errc::Corrupt for what is no session file, or of a later version, Errc::Io.
    [[nodiscard]] static Result<std::unique_ptr<SessionReader>> open(const QString &path);
    ~SessionReader();

    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] const SessionHead &head() const noexcept { return m_head; }
    [[nodiscard]] bool ended() const noexcept { return m_ended; } // else it is being recorded, or was when its program died
    // Whether its states were made of its rows, as of an import: there are keyframes alone, and no changes between them.
    [[nodiscard]] bool hasDerivedStates() const noexcept { return m_keyKind == int(SessionExtra::Kind::Derived); }
    [[nodiscard]] Span span(); // as far as it is written now
    [[nodiscard]] const StringTable &strings() const noexcept { return m_strings; }
    [[nodiscard]] std::vector<SessionNote> notes(); // by time
    // What of the file could not be read, in words; empty: nothing was missed so far.
    [[nodiscard]] const QByteArray &damage() const noexcept { return m_damage; }
    // Of a decoder that came to the end of its chunk: one that had not all of its rows is damage.
    void judge(const RowDecoder &decoder);

    // The first chunk that has rows after row number `row`; nothing at the end. What can't be read is left out.
    [[nodiscard]] std::optional<SessionChunk> chunkAfter(quint64 row);
    // The last row whose chunk begins at or before `ns`; exact to the row. 0: there is none.
    [[nodiscard]] quint64 lastRowAt(qint64 ns);
    // In the order in which they were written; those that stand before row `beforeRow`, after the extra `id`.
    [[nodiscard]] std::vector<SessionExtra> extrasAfter(quint64 id, quint64 beforeRow, int limit);
    [[nodiscard]] SessionRow row(const PackedRow &row) const { return unpackRow(row, m_strings, m_head.wallStart); }

    // The state at `ns`: the newest keyframe before it and the changes after that.
    [[nodiscard]] RecordedState stateAt(qint64 ns);
    // Changes in (`after`, `upTo`], oldest first.
    [[nodiscard]] std::vector<Snapshot> changesBetween(qint64 after, qint64 upTo);
    // What the figures were at `ns`, a `step` before it and so on, up to `count` of them, oldest first; fewer where the changes
    // that have them are large.
    [[nodiscard]] std::vector<HubFigures> figuresBefore(qint64 ns, std::chrono::nanoseconds step, int count);
    // Deliveries in (`after`, `upTo`], the newest `limit` of them, oldest first.
    [[nodiscard]] std::vector<Delivery> deliveriesBetween(qint64 after, qint64 upTo, std::size_t limit);

private:
    struct Statements;
    SessionReader();
    [[nodiscard]] Result<void> openFile();
    [[nodiscard]] Result<void> checkKind();
    [[nodiscard]] Result<void> readHead();
    void readStrings();
    void damaged(const Error &error);
    [[nodiscard]] static SessionExtra extraOf(const QSqlQuery &query);

    QString m_path;
    SessionFile m_file; // before the statements
    std::unique_ptr<Statements> m_sql;
    SessionHead m_head;
    bool m_ended = false;
    StringTable m_strings;
    int m_keyKind = int(SessionExtra::Kind::Key);
    QByteArray m_damage;
};

} // namespace pushscope
