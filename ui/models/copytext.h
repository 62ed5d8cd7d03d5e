// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Clients and events as text to paste: code that connects like a client, a command that sends an event again, JSON lines. Pure.
// Source: wire.md.

#include "observe/snapshot.h"

#include <QString>

namespace pushscope {

// Where the code connects to: "http://127.0.0.1:8090" and a token, which may be empty.
struct CopyTarget {
    QByteArray url;
    QByteArray token;
    Epoch epoch;
    QByteArrayList types{}; // to listen to, besides "message" and the hub's own
};

// JavaScript for a browser's console that listens as this client does, from the last id it has.
[[nodiscard]] QString clientEventSource(const ClientRow &client, const CopyTarget &target);
[[nodiscard]] QString clientWebSocket(const ClientRow &client, const CopyTarget &target);
// As in GET /api/clients.
[[nodiscard]] QString clientJsonLine(const ClientRow &client, const Epoch &epoch);

// A shell command that publishes the event again; the token must be one that may.
[[nodiscard]] QString eventCurl(const JournalRow &row, const CopyTarget &target);
// {"to":…,"type":…,"data":…}: its data octet by octet. A line that POST /api/publish takes, and a file of events.
[[nodiscard]] QString eventJsonLine(const JournalRow &row);

} // namespace pushscope
