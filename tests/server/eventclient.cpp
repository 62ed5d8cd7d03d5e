// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventclient.h"

#include "base/ids.h"
#include "protocol/jsonslice.h"

namespace pushscope {

using namespace std::chrono_literals;

EventClient::EventClient(Protocol protocol, quint16 port, QByteArray query)
    : m_protocol(protocol)
    , m_port(port)
    , m_query(std::move(query))
    , m_cursor("earliest")
{
}

bool EventClient::open()
{
    if (!m_socket.connectTo(m_port))
        return false;
    if (m_protocol == Protocol::Poll)
        return true;
    const bool sse = m_protocol == Protocol::Sse;
    const QByteArray upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    if (!m_socket.send("GET " + QByteArray(sse ? "/api/events?" : "/ws?") + m_query + "&lastEventId=" + m_cursor
                       + " HTTP/1.1\r\nHost: hub\r\n" + (sse ? QByteArray() : upgrade) + "\r\n"))
        return false;
    if (m_socket.receiveUntil("\r\n\r\n", 10s).mid(9, 3) != (sse ? "200" : "101"))
        return false;
    m_sse = std::make_unique<SseReader>();
    m_ws = std::make_unique<WebSocketConnection>(WebSocketConnection::Role::Client, WebSocketConnection::Limits{});
    m_chunked.clear();
    return true;
}

void EventClient::session(int events, const std::atomic<bool> &stop, const std::atomic<quint64> &head)
{
    ++sessions;
    if (!open()) {
        ++refused;
        return;
    }
    const quint64 enough = received + quint64(events);
    while (m_socket.isOpen() && received < enough && !(stop && isComplete(head))) {
        if (m_protocol == Protocol::Poll) {
            if (!poll())
                break;
        } else {
            takeStream(m_socket.receive(200ms));
        }
    }
    m_socket.close(received % 2 == 0);
}

bool EventClient::poll()
{
    const HttpAnswer answer = exchange(m_socket, "GET", "/api/poll?timeout=0.2&limit=50&" + m_query + "&cursor=" + m_cursor);
    if (answer.status != 200)
        return false;
    for (const JsonMember &member : jsonMembers(answer.body).value_or(QList<JsonMember>())) {
        if (member.key == "events") {
            for (const QByteArrayView event : jsonElements(member.value))
                takeObject(event);
        } else if (member.key == "cursor") {
            m_cursor = jsonString(member.value).value_or("");
        }
    }
    return true;
}

void EventClient::takeStream(const QByteArray &octets)
{
    if (m_protocol == Protocol::WebSocket) {
        (void)m_ws->feed(octets);
        while (auto event = m_ws->nextEvent()) {
            if (const auto *message = std::get_if<WsMessage>(&*event))
                takeObject(message->payload);
        }
        return;
    }
    m_chunked += octets;
    for (;;) {
        const qsizetype lineEnd = m_chunked.indexOf("\r\n");
        const qsizetype size = lineEnd < 0 ? 0 : m_chunked.first(lineEnd).toLongLong(nullptr, 16);
        if (size == 0 || m_chunked.size() < lineEnd + 2 + size + 2)
            break;
        m_sse->feed(QByteArrayView(m_chunked).sliced(lineEnd + 2, size));
        m_chunked.remove(0, lineEnd + 2 + size + 2);
    }
    while (const auto event = m_sse->nextEvent())
        take(event->id, event->type);
}

void EventClient::takeObject(QByteArrayView object)
{
    QByteArray id, type;
    for (const JsonMember &member : jsonMembers(object).value_or(QList<JsonMember>())) {
        if (member.key == "id")
            id = jsonString(member.value).value_or("");
        else if (member.key == "type")
            type = jsonString(member.value).value_or("");
    }
    take(id, type);
}

// Every stored event goes to the room that all listen to, so the next seq is the only right one.
void EventClient::take(const QByteArray &id, const QByteArray &type)
{
    const auto parsed = parseEventId(id);
    if (!parsed)
        return;
    m_cursor = id;
    if (type.startsWith("hub.")) {
        if (type == "hub.gap" && parsed->seq.value != m_last)
            firstTrouble = "told a gap at " + id + " after " + QByteArray::number(m_last);
        return;
    }
    ++received;
    const quint64 seq = parsed->seq.value;
    if (seq <= m_last)
        ++repeated;
    else
        missing += seq - m_last - 1;
    if (seq != m_last + 1 && firstTrouble.isEmpty())
        firstTrouble = id + " came after " + QByteArray::number(m_last);
    m_last = std::max(m_last, seq);
}

} // namespace pushscope
