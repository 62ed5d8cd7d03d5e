// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fields of a journal row as text, the same for every export. Source: ui.md, "Session files and exports".

#include "observe/rowjson.h"

#include <utility>

namespace pushscope {

[[nodiscard]] bool isText(QByteArrayView octets);
[[nodiscard]] QByteArray directionOf(const JournalRow &row); // "in", "out", or empty where the kind has none

// Every member that a row may have, in its order; those that don't apply are empty.
struct JournalRowText {
    QByteArray monoNs, wall, kind, client, connection, protocol, direction, id;
    QList<QByteArray> to;
    QByteArray type, op, length;
    QByteArray data; // UTF-8 without line ends of its own when `isJson`
    QByteArray data64; // instead of data that text can't carry
    bool isJson = false; // data is a JSON value
    QByteArray cause, ref;
};
[[nodiscard]] JournalRowText textOf(const JournalRow &row, const Epoch &epoch);

} // namespace pushscope
