// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionFile: what a session file has in it, and the connection to it that writer and reader share. Made, used and destroyed on
// one thread. Source: ui.md, "Session files and exports".
//
// Rows stand in chunks of up to 4,096, so that ten million of them are some thousand records, found by number and by time.
// Between them stand the extras: packed deliveries, changes of the hub's state, and now and then the whole state (a keyframe), so
// that the state at any time is a keyframe and the changes after it.

#include "base/result.h"
#include "session/rowcodec.h"

#include <QString>

class QSqlQuery;

namespace pushscope {

struct SessionHead {
    QByteArray hub; // its first URL
    Epoch epoch;
    WallTime wallStart{}; // when the hub's monotonic clock was 0
    bool redacted = true; // tokens were left out
    QByteArray version = PUSHSCOPE_VERSION; // of the program that recorded
    QByteArray header; // of an import: the first line as it was read
};

struct SessionChunk {
    quint64 first = 0; // number of its first row, from 1
    quint32 count = 0;
    qint64 beginNs = 0, endNs = 0; // the least and the greatest time in it
    QByteArray body;
};

struct SessionExtra {
    // Derived: a keyframe that an import made from the rows; never exported.
    enum class Kind : quint8 { Deliveries = 0, Change = 1, Key = 2, Derived = 3 };
    Kind kind{};
    quint64 id = 0;
    quint64 after = 0; // number of the row before it
    qint64 beginNs = 0, endNs = 0;
    quint32 count = 0; // of deliveries
    QByteArray body;
};

// Comments stand in a table of their own (sessionnotes.h), which older files don't have.
inline constexpr char CreateNotesSql[]
    = "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, ns INTEGER NOT NULL, client BLOB NOT "
      "NULL, seq INTEGER NOT NULL, text BLOB NOT NULL)";

class SessionFile
{
public:
    static constexpr qint64 ApplicationId = 0x50735365; // "PsSe"
    static constexpr qint64 SchemaVersion = 1;

    SessionFile();
    ~SessionFile();
    SessionFile(const SessionFile &) = delete;
    SessionFile &operator=(const SessionFile &) = delete;

    // `name` as SQLite takes it. Errc::Io.
    [[nodiscard]] Result<void> open(const QString &name, bool readOnly);
    void close();
    [[nodiscard]] Result<void> run(const char *sql);
    [[nodiscard]] Result<qint64> number(const char *sql); // the first value; 0 where there is none
    [[nodiscard]] QSqlQuery query() const;
    [[nodiscard]] static Error errorOf(const QSqlQuery &query, const char *doing); // Errc::Corrupt or Errc::Io

private:
    QString m_connection;
};

} // namespace pushscope
