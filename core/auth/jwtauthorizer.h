// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JwtAuthorizer: tells from a JSON Web Token who its bearer is. Hub thread. Source: wire.md, "Authorization".

#include "auth/keyset.h"
#include "auth/tokenprint.h"
#include "hub/authorizer.h"

#include <QHash>

namespace pushscope {

class JwtAuthorizer final : public Authorizer
{
public:
    JwtAuthorizer(KeySet keys, JwtPolicy policy);
    [[nodiscard]] Result<Principal> authorize(QByteArrayView token, WallTime now) const override;

    static constexpr qsizetype MaxCached = 10'000;
    [[nodiscard]] qsizetype cached() const noexcept { return m_known.size(); }

private:
    [[nodiscard]] Result<Principal> verify(QByteArrayView token, WallTime now) const;

    KeySet m_keys;
    JwtPolicy m_policy;
    mutable TokenPrint m_print;
    // Good tokens by their print, because clients present the same one with every poll and publish. Never the tokens themselves.
    mutable QHash<QByteArray, Principal> m_known;
};

} // namespace pushscope
