// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A peer's fault, as an event of a protocol engine: never an exception, never a log line.

#include <QByteArray>

namespace pushscope {

struct ProtocolError {
    int code = 0; // HTTP status to answer, or WebSocket close code to send
    QByteArray section; // the rule that was broken, for example "RFC 9112 §6.3"
    QByteArray detail; // in words, for the log and the answer

    bool operator==(const ProtocolError &) const = default;
};

} // namespace pushscope
