// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwtauthorizer.h"

namespace pushscope {

JwtAuthorizer::JwtAuthorizer(KeySet keys, JwtPolicy policy)
    : m_keys(std::move(keys))
    , m_policy(std::move(policy))
{
}

Result<Principal> JwtAuthorizer::authorize(QByteArrayView token, WallTime now) const
{
    const QByteArray print = m_print.of(token);
    if (const auto known = m_known.constFind(print); known != m_known.constEnd()) {
        if (!known->endsAt || now < *known->endsAt)
            return *known;
        m_known.erase(known);
    }
    Result<Principal> principal = verify(token, now);
    if (principal && !print.isEmpty()) {
        if (m_known.size() >= MaxCached)
            m_known.clear(); // simple, and rare: the busy tokens are back at once
        m_known.insert(print, *principal);
    }
    return principal;
}

Result<Principal> JwtAuthorizer::verify(QByteArrayView token, WallTime now) const
{
    return verifyJwt(token, m_keys.keys(), m_policy, now).map([this](const JwtClaims &claims) {
        Principal principal{claims.subject, claims.rooms, claims.publish, claims.admin, std::nullopt};
        if (claims.expires)
            principal.endsAt = *claims.expires + m_policy.leeway;
        return principal;
    });
}

} // namespace pushscope
