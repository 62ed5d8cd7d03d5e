// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The claims of a token as JSON: read and checked, and written. Internal to jwt.cpp. Source: RFC 7519 §4.1.

#include "protocol/jsonslice.h"
#include "protocol/jwt.h"

namespace pushscope {

// The members of a text that is one JSON object.
[[nodiscard]] std::optional<QList<JsonMember>> jwtObject(QByteArrayView text);
[[nodiscard]] std::optional<QByteArrayView> jwtMember(const QList<JsonMember> &members, QByteArrayView key);

[[nodiscard]] Result<JwtClaims> readJwtClaims(QByteArrayView payload, const JwtPolicy &policy, WallTime now);
[[nodiscard]] QByteArray writeJwtClaims(const JwtClaims &claims, WallTime issuedAt, QByteArrayView audience,
                                        QByteArrayView issuer);

} // namespace pushscope
