// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WebSocketConnection: one end of a WebSocket without I/O, after the handshake: octets in, events out; messages in, frames
// out. Owned by a WebSocketSession (server role) or a test (client role). Source: RFC 6455.

#include "base/clock.h"
#include "base/result.h"
#include "base/sharedbytes.h"
#include "protocol/protocolerror.h"

#include <QByteArrayView>
#include <deque>
#include <optional>
#include <variant>

namespace pushscope {

enum class WsOpcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

struct WsMessage { // a whole message, unfragmented
    WsOpcode opcode = WsOpcode::Text; // Text or Binary
    QByteArray payload;
    bool operator==(const WsMessage &) const = default;
};
struct WsPing {
    QByteArray payload; // at most 125 octets
    bool operator==(const WsPing &) const = default;
};
struct WsPong {
    QByteArray payload;
    bool operator==(const WsPong &) const = default;
};
struct WsClose {
    int code = 1005; // 1005: none was sent
    QByteArray reason; // UTF-8, at most 123 octets
    bool operator==(const WsClose &) const = default;
};

class WebSocketConnection
{
public:
    enum class Role : quint8 { Server, Client }; // a server demands masked frames and sends unmasked ones
    struct Limits {
        qsizetype messageBytes = 1024 * 1024; // beyond it 1009
    };
    using Event = std::variant<WsMessage, WsPing, WsPong, WsClose, ProtocolError>;
    using Outbound = std::variant<WsMessage, WsPing, WsPong, WsClose>;

    explicit WebSocketConnection(Role role, Limits limits = {});

    // All octets are taken, until the connection failed or was closed; then none.
    qsizetype feed(QByteArrayView in);
    // A ProtocolError names the close code (1002, 1007, 1009); the engine has queued that Close itself.
    // A WsPing has been answered, and a WsClose echoed, by the engine (a pong is never withheld).
    [[nodiscard]] std::optional<Event> nextEvent();
    // Errc::InvalidArgument for control payloads over 125 octets, close codes that must not be sent
    // (1004–1006, 1015, out of range), anything after a Close.
    [[nodiscard]] Result<void> send(Outbound message);
    [[nodiscard]] SharedBytes takeOutput();
    [[nodiscard]] bool wantsRead() const noexcept; // false once a Close was received, or the connection failed
    [[nodiscard]] bool wantsWrite() const noexcept; // output waits
    [[nodiscard]] bool closeSent() const noexcept;

    // A whole unmasked, unfragmented frame, to be encoded once and sent to many.
    [[nodiscard]] static SharedBytes serverFrame(WsOpcode opcode, QByteArrayView payload);

private:
    // The engine's author chooses the private part.
};

} // namespace pushscope
