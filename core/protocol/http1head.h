// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rules for a whole request head that keep two readers of it from disagreeing. Internal to http1connection.cpp.

#include "protocol/httpmessage.h"
#include "protocol/protocolerror.h"

#include <optional>

namespace pushscope {

// Framing (RFC 9112 §6), Host (§3.2), Expect (RFC 9110 §10.1.1).
[[nodiscard]] std::optional<ProtocolError> checkHead(const RequestHead &head);
// Brings the target into origin form, "*" for OPTIONS (RFC 9112 §3.2); an absolute one also replaces Host.
[[nodiscard]] std::optional<ProtocolError> normalizeTarget(RequestHead &head);
[[nodiscard]] bool wantsKeepAlive(const RequestHead &head); // RFC 9112 §9.3

} // namespace pushscope
