// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Subscribers: event streams of one server, many over each HTTP/2 connection, on one epoll; frames by hand, as cheap as can
// be. Single-threaded.

#include "bench/contract.h"

#include <chrono>
#include <vector>

namespace pushscope::bench {

class Http2Subscribers
{
public:
    Http2Subscribers(const Contract &contract, quint16 port);
    ~Http2Subscribers();
    Http2Subscribers(const Http2Subscribers &) = delete;
    Http2Subscribers &operator=(const Http2Subscribers &) = delete;

    // Opens so many connections with so many streams each, and waits until all are subscribed. Gives how many are.
    qint64 open(int connections, int streams);
    // Publishes so many events of `size` octets, one after the other, each once the one before has come to everyone.
    // False if one did not come in time.
    bool broadcast(int events, int size);
    void idle(std::chrono::milliseconds time); // reads what comes, for as long

    [[nodiscard]] qint64 deliveries() const noexcept { return m_events; }
    [[nodiscard]] qint64 octets() const noexcept { return m_octets; } // read
    [[nodiscard]] qint64 ended() const noexcept { return m_ended; } // streams and connections

private:
    struct Connection {
        int descriptor = -1;
        QByteArray partial; // of a frame
    };

    bool connectOne();
    void request(Connection &connection, int streams);
    void step(int timeoutMs);
    void readFrom(Connection &connection);
    void takeFrames(Connection &connection, QByteArrayView octets);
    bool waitFor(const qint64 &counter, qint64 value);
    void publishOne(int size);

    const Contract &m_contract;
    quint16 m_port;
    int m_epoll;
    int m_publisher = -1;
    std::vector<Connection> m_connections;
    qint64 m_ready = 0;
    qint64 m_events = 0;
    qint64 m_octets = 0;
    qint64 m_ended = 0;
    int m_requested = 0;
};

} // namespace pushscope::bench
