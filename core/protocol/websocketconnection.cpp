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
    m_inflater.reset();
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
    if (m_header[0] & (m_deflate ? 0x30 : 0x70))
        return failWith(1002, "RFC 6455 §5.2", "a reserved bit is set though no extension was agreed");
    const bool mayBeCompressed = opcode() == WsOpcode::Text || opcode() == WsOpcode::Binary;
    if (isMarkedCompressed() && !mayBeCompressed)
        return failWith(1002, "RFC 7692 §6", "the bit of compression is set beyond a message's first frame");
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
    // What is compressed badly is a little longer than what it stands for.
    const bool compressed = isMarkedCompressed() || (opcode() == WsOpcode::Continuation && m_compressed);
    const qsizetype room = compressed ? m_limits.messageBytes + m_limits.messageBytes / 256 + 64 - m_wireBytes
                                      : m_limits.messageBytes - m_message.size();
    if (!isControl() && length > quint64(std::max(room, qsizetype(0))))
        return failWith(1009, "RFC 6455 §7.4.1",
                        "a message is longer than " + QByteArray::number(m_limits.messageBytes) + " octets");
    m_payloadLeft = qsizetype(length);
    return true;
}

void WebSocketConnection::beginPayload()
{
    m_inPayload = true;
    m_maskAt = 0;
    if (m_onFrame)
        m_onFrame(m_onFrameContext, m_header[0], isMasked(), quint64(m_payloadLeft));
    if (isControl() || opcode() == WsOpcode::Continuation)
        return;
    m_messageOpcode = opcode();
    m_compressed = isMarkedCompressed();
    m_wireBytes = 0;
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
    if (!isControl() && m_compressed) {
        m_payloadLeft -= count;
        m_wireBytes += count;
        (void)takeCompressed(in.first(count));
        return count;
    }
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

// Inflated piece by piece, so that a message that grows too large ends at once, and bad UTF-8 too.
bool WebSocketConnection::takeCompressed(QByteArrayView in)
{
    QByteArray octets = in.toByteArray();
    unmask(octets.data(), octets.size());
    return inflate(octets);
}

bool WebSocketConnection::inflate(QByteArrayView octets)
{
    if (!m_inflater)
        m_inflater = std::make_unique<Inflater>(std::max<int>(m_deflate->clientWindowBits, 9));
    const qsizetype before = m_message.size();
    if (const auto inflated = m_inflater->inflate(octets, m_message, m_limits.messageBytes); !inflated) {
        if (!checkText(before))
            return false; // wherever the octets are split, the first error is told
        const bool tooLarge = inflated.error().code == Errc::TooLarge;
        return failWith(tooLarge ? 1009 : 1007, tooLarge ? "RFC 6455 §7.4.1" : "RFC 7692 §7.2.2",
                        "a compressed message " + inflated.error().detail);
    }
    return checkText(before);
}

bool WebSocketConnection::checkText(qsizetype from)
{
    if (m_messageOpcode != WsOpcode::Text)
        return true;
    const QByteArrayView fresh = QByteArrayView(m_message).sliced(from);
    return m_utf8.feed(fresh) == fresh.size() || failWith(1007, "RFC 6455 §8.1", "a text message is not UTF-8");
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
    if (m_compressed) {
        // RFC 7692 §7.2.2: what the sender cut off.
        if (!inflate(QByteArrayView("\x00\x00\xff\xff", 4)))
            return;
        m_compressed = false;
        const bool keepsContext = m_role == Role::Server ? !m_deflate->clientNoContext : !m_deflate->serverNoContext;
        if (!keepsContext)
            m_inflater.reset();
    }
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

SharedBytes WebSocketConnection::deflatedFrame(WsOpcode opcode, QByteArrayView piece)
{
    constexpr qsizetype Tail = 4; // RFC 7692 §7.2.1: 00 00 FF FF is left out
    SharedBytes frame = serverFrame(opcode, piece.chopped(Tail));
    frame[0] = char(frame[0] | 0x40);
    return frame;
}

QByteArrayView WebSocketConnection::payloadOf(const SharedBytes &frame)
{
    const int length = frame[1] & 0x7F;
    return QByteArrayView(frame).sliced(length == 126 ? 4 : length == 127 ? 10 : 2);
}

} // namespace pushscope
