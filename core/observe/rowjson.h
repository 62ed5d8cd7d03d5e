// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of observe as JSON objects, as the admin API answers and the exports write them. Any thread. Source: wire.md, "Admin
// API".

#include "observe/snapshot.h"

namespace pushscope {

// What there is none of (an id, a cause, the time of a connection that never was) is null.
[[nodiscard]] QByteArray clientJson(const ClientRow &client, const Epoch &epoch);
[[nodiscard]] QByteArray findingJson(const FindingRow &finding, const Epoch &epoch);
[[nodiscard]] QByteArray reconnectJson(const ReconnectRow &reconnect, const Epoch &epoch); // the verdict is null while pending

[[nodiscard]] const char *clientStateName(ClientState state) noexcept;
[[nodiscard]] const char *verdictName(Verdict verdict) noexcept; // empty while pending

[[nodiscard]] QByteArray isoTime(WallTime time); // ISO 8601 in UTC: "2026-11-24T05:00:00.000Z"
// As a JSON string. Octets that are no UTF-8 become U+FFFD, so that a client's own text cannot break the answer.
[[nodiscard]] QByteArray quotedJson(const QByteArray &text);

} // namespace pushscope
