// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionRow: one row of a session file, the JSONL object of ui.md as a value. What a journal row and a wire fact become when
// they are recorded, and what an import gives.

#include "observe/recordbatch.h"

namespace pushscope {

struct SessionRow {
    enum class Form : quint8 { None, Json, Text, Binary }; // how `data` is written: as it is, as a string, in base 64

    qint64 monoNs = 0; // since the hub started
    WallTime wall{};
    QByteArray kind; // "conn", "req", …; others are kept as they came
    QByteArray client;
    quint64 connection = 0; // 0: none
    QByteArray protocol; // "sse", "ws", "poll" or empty
    QByteArray direction; // "in", "out" or empty
    Epoch epoch; // of the id
    Seq seq; // null: no id
    QList<QByteArray> to;
    QByteArray type, op;
    qint64 length = -1; // octets; negative: none
    Form form = Form::None;
    QByteArray data;
    QByteArray cause;
    std::optional<std::array<quint32, ProtocolCount>> receivers;
    quint64 ref = 0; // of the journal; 0: none
    QByteArray raw; // the line it was read from, where jsonlOf() would not write the same

    bool operator==(const SessionRow &) const = default;
};

[[nodiscard]] SessionRow sessionRowOf(const JournalRow &row, const Epoch &epoch);
// Of what passed on the wire: "req" with op "answer" or "stream" and an object {peer, began, request, requestBody, answer,
// answerBody} as data; "frame" with op "sse", or "ws-" and the name of its opcode. Bodies that are no text have "64" behind their
// name and are base 64.
[[nodiscard]] SessionRow sessionRowOf(const WireRecord &record);
// For panes that show journal rows. Nothing for rows that the journal never has: of the wire, of unknown kinds.
[[nodiscard]] std::optional<JournalRow> journalRowOf(const SessionRow &row);

[[nodiscard]] std::optional<JournalRow::Kind> journalKindOf(QByteArrayView name) noexcept;
[[nodiscard]] std::optional<ClientProtocol> protocolOf(QByteArrayView name) noexcept;
[[nodiscard]] bool isWireRow(const SessionRow &row) noexcept;
[[nodiscard]] bool isText(QByteArrayView octets); // UTF-8

} // namespace pushscope
