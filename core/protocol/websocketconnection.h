// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WebSocketConnection: one end of a WebSocket without I/O, after the handshake: octets in, events out; messages in, frames
// out. Owned by a WebSocketSession (server role) or a test (client role). Source: RFC 6455.

#include "base/clock.h"
#include "base/result.h"
#include "base/sharedbytes.h"
#include "protocol/deflate.h"
#include "protocol/eventqueue.h"
#include "protocol/permessagedeflate.h"
#include "protocol/protocolerror.h"
#include "protocol/utf8.h"

#include <QByteArrayView>
#include <array>
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
        bool answersPings = true; // false: the owner sends the pongs, or withholds them on purpose
    };
    using Event = std::variant<WsMessage, WsPing, WsPong, WsClose, ProtocolError>;
    using Outbound = std::variant<WsMessage, WsPing, WsPong, WsClose>;

    explicit WebSocketConnection(Role role);
    WebSocketConnection(Role role, Limits limits);

    // What the handshake agreed on; before the first octet. With context of the peer's, about 40 KiB are held from its first
    // compressed message on, else only while one is under way. What send() takes is never compressed.
    void setDeflate(const MessageDeflate &deflate) { m_deflate = deflate; }

    // Who is told the head of each frame that comes in: its first octet, whether it is masked, and the length of its payload.
    using OnFrame = void (*)(void *context, quint8 first, bool masked, quint64 length);
    void setOnFrame(OnFrame told, void *context) noexcept // null: nobody; the context is borrowed
    {
        m_onFrame = told;
        m_onFrameContext = context;
    }

    // All octets are taken, until the connection failed or was closed; then none.
    qsizetype feed(QByteArrayView in);
    // A ProtocolError names the close code (1002, 1007, 1009); the engine has queued that Close itself.
    // A WsPing has been answered, and a WsClose echoed, by the engine (a pong is never withheld).
    [[nodiscard]] std::optional<Event> nextEvent();
    // Errc::InvalidArgument for control payloads over 125 octets, close codes that must not be sent
    // (1004–1006, 1015, out of range), anything after a Close.
    [[nodiscard]] Result<void> send(Outbound message);
    [[nodiscard]] SharedBytes takeOutput();
    // False once a Close was received, or the connection failed.
    [[nodiscard]] bool wantsRead() const noexcept { return m_reading; }
    [[nodiscard]] bool wantsWrite() const noexcept { return !m_out.isEmpty(); } // output waits
    // Between two messages, with nothing to hand out and no compression: a new engine would go on just the same.
    [[nodiscard]] bool isAtRest() const noexcept
    {
        return m_reading && !m_closeSent && m_headerTaken == 0 && !m_inPayload && m_messageOpcode == WsOpcode::Continuation
            && m_events.isEmpty() && m_out.isEmpty() && !m_deflate;
    }
    [[nodiscard]] bool closeSent() const noexcept { return m_closeSent; }

    // A whole unmasked, unfragmented frame, to be encoded once and sent to many.
    [[nodiscard]] static SharedBytes serverFrame(WsOpcode opcode, QByteArrayView payload);
    // The same text in a compressed frame that refers to no other, of a piece that ends in an empty stored block.
    [[nodiscard]] static SharedBytes deflatedFrame(WsOpcode opcode, QByteArrayView piece);
    // The payload within a frame of serverFrame().
    [[nodiscard]] static QByteArrayView payloadOf(const SharedBytes &frame);

private:
    static constexpr int MaxHeader = 14; // 2, then 8 of a length, then 4 of a mask

    [[nodiscard]] bool takeHeaderOctet(char octet);
    bool checkFirstOctet();
    [[nodiscard]] bool checkSecondOctet();
    [[nodiscard]] bool checkLength();
    [[nodiscard]] int headerSize() const noexcept;
    void beginPayload();
    [[nodiscard]] qsizetype takePayload(QByteArrayView in);
    [[nodiscard]] bool takeCompressed(QByteArrayView in);
    [[nodiscard]] bool inflate(QByteArrayView octets);
    [[nodiscard]] bool checkText(qsizetype from);
    void endFrame();
    void endMessage();
    void endClose();
    bool failWith(int code, QByteArray section, QByteArray detail); // always false
    void unmask(char *octets, qsizetype count) noexcept;
    void queueFrame(WsOpcode opcode, QByteArrayView payload);
    void queueClose(int code, QByteArrayView reason);
    [[nodiscard]] Result<void> sendMessage(const WsMessage &message);
    [[nodiscard]] Result<void> sendControl(WsOpcode opcode, QByteArrayView payload);
    [[nodiscard]] Result<void> sendClose(const WsClose &close);

    [[nodiscard]] WsOpcode opcode() const noexcept { return WsOpcode(m_header[0] & 0x0F); }
    [[nodiscard]] bool isFinal() const noexcept { return m_header[0] & 0x80; }
    [[nodiscard]] bool isMarkedCompressed() const noexcept { return m_header[0] & 0x40; }
    [[nodiscard]] bool isControl() const noexcept { return m_header[0] & 0x08; }
    [[nodiscard]] bool isMasked() const noexcept { return m_header[1] & 0x80; }

    EventQueue<Event> m_events;
    OnFrame m_onFrame = nullptr;
    void *m_onFrameContext = nullptr;
    QByteArray m_out;
    QByteArray m_message; // the payload so far of a data message
    QByteArray m_control; // the payload so far of a control frame, which may come between the fragments of a message
    Limits m_limits;
    qsizetype m_payloadLeft = 0; // of the frame under way
    std::array<quint8, MaxHeader> m_header{};
    quint8 m_headerTaken = 0;
    quint8 m_maskAt = 0; // which octet of the mask is next
    Role m_role;
    WsOpcode m_messageOpcode = WsOpcode::Continuation; // of the message under way; Continuation: none is
    bool m_compressed = false; // the message under way
    std::optional<MessageDeflate> m_deflate; // agreed on
    std::unique_ptr<Inflater> m_inflater;
    qsizetype m_wireBytes = 0; // of the compressed message under way
    Utf8Checker m_utf8; // of a text message under way
    bool m_inPayload = false;
    bool m_reading = true;
    bool m_closeSent = false;
};

} // namespace pushscope
