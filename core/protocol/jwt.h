// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JSON Web Tokens, signed and verified by libjwt. Pure: time and keys are passed in. Source: RFC 7519, RFC 7515, RFC 8725.

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <optional>

namespace pushscope {

enum class JwtAlgorithm : quint8 { HS256, HS384, HS512, RS256, ES256 };

[[nodiscard]] QByteArrayView jwtAlgorithmName(JwtAlgorithm algorithm);
[[nodiscard]] Result<JwtAlgorithm> parseJwtAlgorithm(QByteArrayView name);
[[nodiscard]] QList<JwtAlgorithm> allJwtAlgorithms();

struct JwtKey {
    enum class Kind : quint8 { Secret, PublicKeyPem };
    Kind kind = Kind::Secret;
    QByteArray material;
};

struct JwtPolicy {
    QList<JwtAlgorithm> algorithms = allJwtAlgorithms();
    QByteArray audience; // empty: not checked
    QByteArray issuer; // empty: not checked
    bool requireExpiry = false;
    std::chrono::seconds leeway{30}; // on exp and nbf
};

struct JwtClaims {
    QByteArray subject; // never empty
    QList<QByteArray> rooms; // patterns over bare room names
    QList<QByteArray> publish; // patterns over channels
    bool admin = false;
    std::optional<WallTime> expires; // leeway not added
    bool operator==(const JwtClaims &) const = default;
};

// Tries every key that fits the token's algorithm: a secret only for HS*, a public key only for RS256 (RSA) and ES256 (P-256), so
// that a public key can never be used as a secret. "none" never passes. Errc::Unauthorized with a reason that has nothing of the
// token in it.
[[nodiscard]] Result<JwtClaims> verifyJwt(QByteArrayView token, const QList<JwtKey> &keys, const JwtPolicy &policy, WallTime now);
// What an unverified token says its subject is; empty where that cannot be read. For telling whose a refused request is, never
// for letting anybody in.
[[nodiscard]] QByteArray claimedJwtSubject(QByteArrayView token);
// HS256 with a secret. Audience and issuer are set where not empty.
[[nodiscard]] Result<QByteArray> signJwt(const JwtClaims &claims, QByteArrayView secret, WallTime issuedAt,
                                         QByteArrayView audience = {}, QByteArrayView issuer = {});

} // namespace pushscope
