// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which key may confirm a token of which algorithm. Internal to jwt.cpp. Source: RFC 8725 §3.1, §3.2; RFC 7518 §3.

#include "protocol/jwt.h"

namespace pushscope {

// A non-empty secret for HS*; an RSA key of at least 2048 bits for RS256; a key on P-256 for ES256.
[[nodiscard]] bool fitsAlgorithm(const JwtKey &key, JwtAlgorithm algorithm);

// Clears OpenSSL's error queue of this thread at its end: a failed verification leaves entries there, which the next
// TLS call would take for its own.
class JwtErrorQueueGuard final
{
public:
    JwtErrorQueueGuard() = default;
    ~JwtErrorQueueGuard();
    JwtErrorQueueGuard(const JwtErrorQueueGuard &) = delete;
    JwtErrorQueueGuard &operator=(const JwtErrorQueueGuard &) = delete;
};

} // namespace pushscope
