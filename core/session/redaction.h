// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Redaction: takes tokens, passwords and cookies out of what leaves the program. Source: ui.md, "Session files and exports".

#include <QByteArray>

namespace pushscope {

// What stands in for a secret: "…" in UTF-8.
inline constexpr char RedactedText[] = "\xE2\x80\xA6";

// A key of JSON, a form or a header that looks as if its value were a secret: it has token, password, passphrase, secret,
// authorization, cookie, credential, apiKey, privateKey, sessionId or signature in it, or is auth, jwt, pass, pwd or sid, in any
// case, with hyphens and underscores or without.
[[nodiscard]] bool looksSecret(QByteArrayView key);

// Replaces, in JSON as well as in any other text: the values of JSON members, query and form members and header lines whose key
// looks secret, what follows "Bearer", user:password after "Basic", passwords in URLs, and JWTs by their shape. Strings of JSON
// are looked at as the texts that they stand for, at any depth; objects in base 64 as well. Valid JSON stays valid JSON, and all
// else stays as it is, octet by octet.
[[nodiscard]] QByteArray redacted(const QByteArray &text);

} // namespace pushscope
