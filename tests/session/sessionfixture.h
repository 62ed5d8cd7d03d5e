// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows of every kind for the tests of session files, and the octets of files.

#include "session/sessionreader.h"
#include "session/sessionwriter.h"

#include <QFile>
#include <QTest>

namespace pushscope {

inline const WallTime SessionStart{Milliseconds(1'790'000'000'000)};

[[nodiscard]] inline SessionHead sessionHead()
{
    SessionHead head;
    head.hub = "http://127.0.0.1:8090";
    head.epoch = "k3f9";
    head.wallStart = SessionStart;
    return head;
}

[[nodiscard]] inline SessionRow sessionRow(qint64 ms, const QByteArray &kind, const QByteArray &op = {})
{
    SessionRow row;
    row.monoNs = ms * 1'000'000;
    row.wall = SessionStart + Milliseconds(ms);
    row.kind = kind;
    row.op = op;
    return row;
}

[[nodiscard]] inline SessionRow eventRow(qint64 ms, quint64 seq, const QByteArray &data)
{
    SessionRow row = sessionRow(ms, "event", "publish");
    row.epoch = "k3f9";
    row.seq = Seq{seq};
    row.to = {"user:alice", "room:lobby"};
    row.type = "news";
    row.length = data.size();
    row.form = SessionRow::Form::Json;
    row.data = data;
    row.receivers = {{1, 2, 3}};
    row.ref = seq;
    return row;
}

// One of each, with what is awkward about it.
[[nodiscard]] inline std::vector<SessionRow> awkwardRows()
{
    std::vector<SessionRow> rows;
    SessionRow conn = sessionRow(1, "conn", "open");
    conn.client = "tab-\xC3\xA4";
    conn.connection = 7;
    conn.protocol = "sse";
    conn.form = SessionRow::Form::Text;
    conn.data = "127.0.0.1:5 \"agent\"\\t";
    conn.cause = "cursor k3f9-3";
    rows.push_back(conn);
    rows.push_back(eventRow(2, 1042, "{\"a\":[1,2.0,12345678901234567890],\"\xE2\x80\xA6\":\"\\u0000\"}"));
    SessionRow frame = sessionRow(3, "frame", "ws-binary");
    frame.direction = "in";
    frame.form = SessionRow::Form::Binary;
    frame.data = QByteArray("\x00\xff\x80", 3);
    frame.length = 3;
    rows.push_back(frame);
    SessionRow early = eventRow(0, 3, "null"); // time and id go back
    early.wall += Milliseconds(86'400'000); // the wall clock was set
    rows.push_back(early);
    rows.push_back(sessionRow(4, "mark"));
    rows.push_back(sessionRow(5, "of-the-future", "x"));
    return rows;
}

[[nodiscard]] inline QByteArray octetsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

[[nodiscard]] inline std::vector<SessionRow> rowsOf(SessionReader &reader)
{
    std::vector<SessionRow> rows;
    quint64 at = 0;
    while (const auto chunk = reader.chunkAfter(at)) {
        RowDecoder decoder(chunk->body, chunk->count);
        PackedRow row;
        while (decoder.next(row))
            rows.push_back(reader.row(row));
        reader.judge(decoder);
        at = chunk->first + chunk->count - 1;
    }
    return rows;
}

} // namespace pushscope
