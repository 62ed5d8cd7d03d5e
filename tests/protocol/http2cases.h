// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What RFC 9113 (with 7541 and 8441) says of clients that break its rules, as a table: run over the engine and over a real
// socket. The server that the cases expect answers each complete request with 200 and a body, but for "/hold", which it leaves
// open.

#include <QByteArray>
#include <QList>

namespace pushscope {

struct Http2Case {
    QByteArray name; // begins with the section
    QByteArray input; // after the client's preface and the server's SETTINGS were exchanged
    // What must come, among other frames: "goaway CODE", "rst STREAM CODE", "status STREAM CODE"; "alive": nothing of these, and
    // a PING is answered after it; "closed": nothing of these, and the connection ends. An error of a stream leaves it alive.
    QByteArray expected;
};

// `hold` is that target, `tunnel` one where a WebSocket is accepted.
[[nodiscard]] QList<Http2Case> http2Cases(const QByteArray &hold = "/hold", const QByteArray &tunnel = "/hold");

} // namespace pushscope
