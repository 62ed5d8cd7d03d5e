// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeySet: the keys that tokens are verified with, from configuration values; and the secret that a hub makes for itself when it
// is given none. Sources: design.md §8, wire.md "Authorization".

#include "protocol/jwt.h"

#include <QString>

namespace pushscope {

class KeySet
{
public:
    // `secrets` are HMAC keys, `publicKeys` PEM texts; all of them count, so that a key can be rolled over.
    // Errc::InvalidArgument for none at all, an empty secret, or a PEM text that is no public key. No key is ever in the detail.
    [[nodiscard]] static Result<KeySet> create(const QList<QByteArray> &secrets, const QList<QByteArray> &publicKeys);
    [[nodiscard]] const QList<JwtKey> &keys() const noexcept { return m_keys; }

private:
    KeySet() = default;
    QList<JwtKey> m_keys;
};

// An option's value: a secret, or "@" and the file that has it (its last line end is no part of it). Errc::Io,
// Errc::InvalidArgument.
[[nodiscard]] Result<QByteArray> secretFromOption(const QByteArray &value);
// The secret in this file, which is made, with the folders above it, where there is none: 256 random bits in base64url, for its
// owner alone from the first moment. Errc::Forbidden if others can read the file; Errc::Io with the system's reason.
[[nodiscard]] Result<QByteArray> loadOrCreateSecret(const QString &path);

} // namespace pushscope
