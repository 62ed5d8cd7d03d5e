// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/websocketconnection.h"

#include "protocol/websocketframe.h"

#include <QRandomGenerator>
#include <QtEndian>
#include <algorithm>

namespace pushscope {

WebSocketConnection::WebSocketConnection(Role role)
    : WebSocketConnection(role, Limits())
{
}

WebSocketConnection::WebSocketConnection(Role role, Limits limits)
    : m_limits(limits)
    , m_role(role)
{
}

qsizetype WebSocketConnection::feed(QByteArrayView in)
{
    qsizetype taken = 0;
    while (m_reading && taken < in.size()) {
        if (m_inPayload) {
            taken += takePayload(in.sliced(taken));
        } else if (takeHeaderOctet(in[taken++])) {
            beginPayload();
        }
        if (m_reading && m_inPayload && m_payloadLeft == 0) {
            m_inPayload = false;
            m_headerTaken = 0;
            endFrame();
        }
    }
    return taken;
}

std::optional<WebSocketConnection::Event> WebSocketConnection::nextEvent()
{
    return m_events.take();
}

SharedBytes WebSocketConnection::takeOutput()
{
    return std::exchange(m_out, {});
}

bool WebSocketConnection::failWith(int code, QByteArray section, QByteArray detail)
{
    m_reading = false;
    if (!m_closeSent)
        queueClose(code, {});
    m_message = {};
    m_control = {};
    m_events.push(ProtocolError{code, std::move(section), std::move(detail)});
    return false;
}

// True when the header is complete. Every rule is checked at the first octet that breaks it.
bool WebSocketConnection::takeHeaderOctet(char octet)
{
    m_header[m_headerTaken++] = quint8(octet);
    if (m_headerTaken == 1) {
        checkFirstOctet();
        return false;
    }
    if (m_headerTaken == 2 && !checkSecondOctet())
        return false;
    const int lengthEnd = headerSize() - (isMasked() ? 4 : 0);
    if (m_headerTaken == lengthEnd && !checkLength())
        return false;
    return m_headerTaken == headerSize();
}

int WebSocketConnection::headerSize() const noexcept
{
    const int length = m_header[1] & 0x7F;
    return 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + (isMasked() ? 4 : 0);
}

bool WebSocketConnection::checkFirstOctet()
{
    if (m_header[0] & 0x70)
        return failWith(1002, "RFC 6455 §5.2", "a reserved bit is set though no extension was agreed");
    switch (opcode()) {
    case WsOpcode::Continuation:
        if (m_messageOpcode == WsOpcode::Continuation)
            return failWith(1002, "RFC 6455 §5.4", "a continuation frame continues nothing");
        return true;
    case WsOpcode::Text:
    case WsOpcode::Binary:
        if (m_messageOpcode != WsOpcode::Continuation)
            return failWith(1002, "RFC 6455 §5.4", "a new message began within a fragmented one");
        return true;
    case WsOpcode::Close:
    case WsOpcode::Ping:
    case WsOpcode::Pong:
        return isFinal() || failWith(1002, "RFC 6455 §5.5", "a control frame is fragmented");
    }
    return failWith(1002, "RFC 6455 §5.2", "a reserved opcode");
}

bool WebSocketConnection::checkSecondOctet()
{
    if (m_role == Role::Server && !isMasked())
        return failWith(1002, "RFC 6455 §5.1", "a frame of a client is not masked");
    if (m_role == Role::Client && isMasked())
        return failWith(1002, "RFC 6455 §5.1", "a frame of a server is masked");
    if (isControl() && (m_header[1] & 0x7F) > MaxControlPayload)
        return failWith(1002, "RFC 6455 §5.5", "a control frame is longer than 125 octets");
    return true;
}

bool WebSocketConnection::checkLength()
{
    quint64 length = m_header[1] & 0x7F;
    const quint64 shortest = length == 127 ? 0x10000 : length == 126 ? 126 : 0;
    if (length == 126)
        length = qFromBigEndian<quint16>(m_header.data() + 2);
    else if (length == 127)
        length = qFromBigEndian<quint64>(m_header.data() + 2);
    if (length < shortest)
        return failWith(1002, "RFC 6455 §5.2", "a length is not in its shortest form");
    if (length >> 63)
        return failWith(1002, "RFC 6455 §5.2", "the highest bit of a length is set");
    if (!isControl() && length > quint64(std::max(m_limits.messageBytes - m_message.size(), qsizetype(0))))
        return failWith(1009, "RFC 6455 §7.4.1",
                        "a message is longer than " + QByteArray::number(m_limits.messageBytes) + " octets");
    m_payloadLeft = qsizetype(length);
    return true;
}

void WebSocketConnection::beginPayload()
{
    m_inPayload = true;
    m_maskAt = 0;
    if (!isControl() && opcode() != WsOpcode::Continuation)
        m_messageOpcode = opcode();
}

void WebSocketConnection::unmask(char *octets, qsizetype count) noexcept
{
    if (!isMasked())
        return;
    const quint8 *mask = m_header.data() + headerSize() - 4;
    m_maskAt = applyMask(octets, count, mask, m_maskAt);
}

// A first frame that is whole in `in` costs one allocation of the right size; nothing is reserved for octets that
// were only announced.
qsizetype WebSocketConnection::takePayload(QByteArrayView in)
{
    const qsizetype count = std::min(m_payloadLeft, in.size());
    QByteArray &payload = isControl() ? m_control : m_message;
    const qsizetype before = payload.size();
    payload += in.first(count);
    unmask(payload.data() + before, count);
    m_payloadLeft -= count;
    if (!isControl() && m_messageOpcode == WsOpcode::Text) {
        const qsizetype valid = m_utf8.feed(QByteArrayView(payload).sliced(before));
        if (valid < count) {
            failWith(1007, "RFC 6455 §8.1", "a text message is not UTF-8");
            return valid + 1;
        }
    }
    return count;
}

void WebSocketConnection::endFrame()
{
    if (!isControl()) {
        if (isFinal())
            endMessage();
        return;
    }
    if (opcode() == WsOpcode::Close) {
        endClose();
        return;
    }
    QByteArray payload = std::exchange(m_control, {});
    if (opcode() == WsOpcode::Pong) {
        m_events.push(WsPong{std::move(payload)});
        return;
    }
    if (!m_closeSent && m_limits.answersPings)
        queueFrame(WsOpcode::Pong, payload); // §5.5.2, with the same payload
    m_events.push(WsPing{std::move(payload)});
}

void WebSocketConnection::endMessage()
{
    if (m_messageOpcode == WsOpcode::Text && !m_utf8.isComplete()) {
        failWith(1007, "RFC 6455 §8.1", "a text message ends within a character");
        return;
    }
    m_events.push(WsMessage{std::exchange(m_messageOpcode, WsOpcode::Continuation), std::exchange(m_message, {})});
    m_utf8.reset();
}

void WebSocketConnection::endClose()
{
    const QByteArray payload = std::exchange(m_control, {});
    const int code = payload.size() < 2 ? 1005 : qFromBigEndian<quint16>(payload.constData());
    const QByteArray reason = payload.mid(2);
    if (payload.size() == 1) {
        failWith(1002, "RFC 6455 §5.5.1", "a Close has half a code");
    } else if (!payload.isEmpty() && !isCloseCodeOnWire(code)) {
        failWith(1002, "RFC 6455 §7.4", "the close code " + QByteArray::number(code) + " is not for the wire");
    } else if (!isUtf8(reason)) {
        failWith(1007, "RFC 6455 §8.1", "a close reason is not UTF-8");
    } else {
        m_reading = false;
        if (!m_closeSent)
            queueClose(payload.isEmpty() ? 0 : code, {}); // §5.5.1: the echo
        m_message = {};
        m_events.push(WsClose{code, reason});
    }
}

void WebSocketConnection::queueFrame(WsOpcode opcode, QByteArrayView payload)
{
    if (m_role == Role::Client)
        appendMaskedFrame(m_out, opcode, payload, QRandomGenerator::system()->generate()); // §10.3: not to be guessed
    else if (m_out.isEmpty())
        m_out = serverFrame(opcode, payload);
    else
        m_out += serverFrame(opcode, payload);
}

void WebSocketConnection::queueClose(int code, QByteArrayView reason)
{
    m_closeSent = true;
    queueFrame(WsOpcode::Close, closePayload(code, reason));
}

Result<void> WebSocketConnection::send(Outbound message)
{
    if (m_closeSent)
        return fail(Errc::InvalidArgument, "nothing follows a Close");
    if (const auto *data = std::get_if<WsMessage>(&message))
        return sendMessage(*data);
    if (const auto *ping = std::get_if<WsPing>(&message))
        return sendControl(WsOpcode::Ping, ping->payload);
    if (const auto *pong = std::get_if<WsPong>(&message))
        return sendControl(WsOpcode::Pong, pong->payload);
    return sendClose(std::get<WsClose>(message));
}

Result<void> WebSocketConnection::sendMessage(const WsMessage &message)
{
    if (message.opcode != WsOpcode::Text && message.opcode != WsOpcode::Binary)
        return fail(Errc::InvalidArgument, "a message is text or binary");
    if (message.opcode == WsOpcode::Text && !isUtf8(message.payload))
        return fail(Errc::InvalidArgument, "a text message is UTF-8");
    queueFrame(message.opcode, message.payload);
    return {};
}

Result<void> WebSocketConnection::sendControl(WsOpcode opcode, QByteArrayView payload)
{
    if (payload.size() > MaxControlPayload)
        return fail(Errc::InvalidArgument, "a control frame carries at most 125 octets");
    queueFrame(opcode, payload);
    return {};
}

Result<void> WebSocketConnection::sendClose(const WsClose &close)
{
    if (!isCloseCodeOnWire(close.code))
        return fail(Errc::InvalidArgument, "the close code " + QByteArray::number(close.code) + " is not for the wire");
    if (close.reason.size() > MaxControlPayload - 2 || !isUtf8(close.reason))
        return fail(Errc::InvalidArgument, "a close reason is at most 123 octets of UTF-8");
    queueClose(close.code, close.reason);
    return {};
}

SharedBytes WebSocketConnection::serverFrame(WsOpcode opcode, QByteArrayView payload)
{
    SharedBytes frame;
    frame.reserve(payload.size() + 10);
    appendFrameHead(frame, opcode, payload.size(), false);
    frame += payload;
    return frame;
}

} // namespace pushscope
