// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Clients, events and requests as text to paste: code that connects like a client, commands for a shell that send an event or a
// request again, JSON lines. Pure. Source: wire.md.

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

// A command that connects to the hub as this client does, from the last id it has.
[[nodiscard]] QString clientCurl(const ClientRow &client, const CopyTarget &target);
// JavaScript for a browser's console that listens as this client does, from the last id it has.
[[nodiscard]] QString clientEventSource(const ClientRow &client, const CopyTarget &target);
[[nodiscard]] QString clientWebSocket(const ClientRow &client, const CopyTarget &target);
// As in GET /api/clients.
[[nodiscard]] QString clientJsonLine(const ClientRow &client, const Epoch &epoch);

// Publishes the event again; the token must be one that may.
[[nodiscard]] QString eventCurl(const JournalRow &row, const CopyTarget &target);
// {"to":…,"type":…,"data":…}: its data octet by octet. A line that POST /api/publish takes, and a file of events.
[[nodiscard]] QString eventJsonLine(const JournalRow &row);

// Sends a request again as it was recorded, `head` with its first line. The token stands in for the secrets that were left out;
// without a url the request goes where its Host field says.
[[nodiscard]] QString requestCurl(const QByteArray &head, const QByteArray &body, const CopyTarget &target);

} // namespace pushscope
