// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes server-sent events. Source: WHATWG HTML §9.2.

#include <QByteArray>
#include <QByteArrayView>
#include <chrono>

namespace pushscope {

// "id:", "event:", "data:" lines and a blank line; lines end in \n. `id` may be empty (no id line). `data` is split on CRLF,
// LF and lone CR, so that none of them can forge a field. Requires `id` and `type` free of CR, LF and NUL.
[[nodiscard]] QByteArray sseEvent(QByteArrayView id, QByteArrayView type, QByteArrayView data);
[[nodiscard]] QByteArray sseComment(QByteArrayView text); // ": text\n\n"
[[nodiscard]] QByteArray sseRetry(std::chrono::milliseconds delay); // "retry: 3000\n\n"

} // namespace pushscope
