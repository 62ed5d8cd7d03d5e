// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Redaction: takes tokens, passwords and cookies out of what leaves the program. Source: ui.md, "Session files and exports".

#include <QByteArray>

namespace pushscope {

// What stands in for a secret: "…" in UTF-8.
inline constexpr char RedactedText[] = "\xE2\x80\xA6";

// A key of JSON, a form or a header that looks as if its value were a secret: it has token, password, secret, authorization
// or cookie in it, in any case.
[[nodiscard]] bool looksSecret(QByteArrayView key);

// Replaces, in JSON as well as in any other text: the values of JSON members, query and form members and header lines whose key
// looks secret, and what follows "Bearer". Valid JSON stays valid JSON, and all else stays as it is, octet by octet.
[[nodiscard]] QByteArray redacted(const QByteArray &text);

} // namespace pushscope
