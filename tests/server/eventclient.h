// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventClient: a subscriber over a raw socket for one protocol, in a thread of its own, that counts what it gets: each event of a
// room once and in order. It cuts its connection when told to and comes back with its cursor.

#include "protocol/ssereader.h"
#include "protocol/websocketconnection.h"
#include "support/rawsocket.h"

#include <atomic>
#include <memory>
#include <random>

namespace pushscope {

class EventClient
{
public:
    enum class Protocol { Sse, WebSocket, Poll };

    EventClient(Protocol protocol, quint16 port, QByteArray query); // "token=…&room=…"

    // Connects, reads about `events` events (or until `stop` and all up to `head` are in), cuts. Call it again and again.
    void session(int events, const std::atomic<bool> &stop, const std::atomic<quint64> &head);
    [[nodiscard]] bool isComplete(quint64 head) const noexcept { return m_last >= head; }

    quint64 received = 0, missing = 0, repeated = 0, sessions = 0, refused = 0;
    QByteArray firstTrouble;

private:
    [[nodiscard]] bool open();
    [[nodiscard]] bool poll();
    void take(const QByteArray &id, const QByteArray &type);
    void takeObject(QByteArrayView object);
    void takeStream(const QByteArray &octets);

    Protocol m_protocol;
    quint16 m_port;
    QByteArray m_query;
    RawSocket m_socket;
    QByteArray m_cursor;
    quint64 m_last = 0; // seq
    std::unique_ptr<SseReader> m_sse;
    std::unique_ptr<WebSocketConnection> m_ws;
    QByteArray m_chunked; // octets of an unfinished chunk
};

} // namespace pushscope
