// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Session rows as JSON lines, both ways. Source: ui.md, "Session files and exports". Any thread.

#include "session/sessionfile.h"

namespace pushscope {

// With their line ends.
[[nodiscard]] QByteArray jsonlHeaderOf(const SessionHead &head);
[[nodiscard]] QByteArray jsonlOf(const SessionRow &row);
// {"kind":"deliver","op":"batch"} or {"kind":"stat","op":"change"|"key"} with the octets as data64.
[[nodiscard]] QByteArray jsonlOf(const SessionExtra &extra, WallTime wallStart);

// Errc::Syntax for a line that is no header of a session log.
[[nodiscard]] Result<SessionHead> sessionHeadOf(const QByteArray &line);
// A row of a line, whatever members it has: what a row can't hold stays in its `raw`. Errc::Syntax for a line that is no object.
[[nodiscard]] Result<SessionRow> sessionRowOf(QByteArrayView line);
// The extra that a row stands for, if it is exactly what jsonlOf() makes of it.
[[nodiscard]] std::optional<SessionExtra> extraOf(const SessionRow &row, WallTime wallStart);

[[nodiscard]] std::optional<WallTime> wallTimeOf(QByteArrayView iso);

} // namespace pushscope
