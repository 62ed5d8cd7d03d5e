// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A reconnect in words: what ended the connection, what was missed, and the verdict with its cause. Source: design.md §7.

#include "observe/snapshot.h"
#include "ui/models/tablecolumn.h"

#include <QString>

namespace pushscope {

[[nodiscard]] QString verdictText(const ReconnectRow &reconnect); // "✔ recovered", "✖ 2 lost: evicted from the store"
[[nodiscard]] Tone verdictTone(Verdict verdict) noexcept;
[[nodiscard]] QString endedByText(QByteArrayView endedBy); // "the hub cut it with RST"
[[nodiscard]] QString lostCauseText(QByteArrayView cause); // "evicted from the store"
// The whole story in one sentence.
[[nodiscard]] QString reconnectSentence(const ReconnectRow &reconnect);
// What the store still holds against a cursor; empty where nothing is to say.
[[nodiscard]] QString retentionSentence(const Epoch &epoch, Seq oldest, Seq head, QByteArrayView cursor);

} // namespace pushscope
