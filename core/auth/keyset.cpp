// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/keyset.h"

namespace pushscope {

Result<KeySet> KeySet::create(const QList<QByteArray> &secrets, const QList<QByteArray> &publicKeys)
{
    KeySet set;
    for (const QByteArray &secret : secrets) {
        if (secret.isEmpty())
            return fail(Errc::InvalidArgument, "a secret is empty");
        set.m_keys.append({JwtKey::Kind::Secret, secret});
    }
    for (const QByteArray &pem : publicKeys) {
        if (pem.contains("PRIVATE KEY-----"))
            return fail(Errc::InvalidArgument, "a private key was given where a public key (PEM) is wanted");
        if (!pem.contains("-----BEGIN PUBLIC KEY-----") && !pem.contains("-----BEGIN RSA PUBLIC KEY-----"))
            return fail(Errc::InvalidArgument, "a public key is not PEM text (-----BEGIN PUBLIC KEY-----)");
        set.m_keys.append({JwtKey::Kind::PublicKeyPem, pem});
    }
    if (set.m_keys.isEmpty())
        return fail(Errc::InvalidArgument, "neither a secret nor a public key is given");
    return set;
}

} // namespace pushscope
