// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// permessage-deflate: what is agreed on in the handshake. Pure. Source: RFC 7692 §7.1.

#include <QByteArray>
#include <optional>

namespace pushscope {

struct MessageDeflate {
    quint8 serverWindowBits = 15; // 8 to 15: of what the server sends
    quint8 clientWindowBits = 15;
    bool serverNoContext = false; // each message of the server stands alone
    bool clientNoContext = false;
    bool operator==(const MessageDeflate &) const = default;

    // For the answer's Sec-WebSocket-Extensions. A parameter at its default is left out.
    [[nodiscard]] QByteArray toField() const;
};

// What a server that compresses each message once, for all, answers to the offers of a Sec-WebSocket-Extensions field: the first
// one that it can keep to, without context on both sides. An offer with an unknown, repeated or malformed parameter is declined;
// a malformed field has no offers.
[[nodiscard]] std::optional<MessageDeflate> agreeOnDeflate(const QByteArray &offers);

} // namespace pushscope
