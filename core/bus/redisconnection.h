// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisConnection: one connection to Redis (RESP 2): commands go out together at the end of a turn, replies come in order, and
// what a subscription brings comes apart from them. Octets are read by hiredis, the socket is Qt's. Owned by the bus; hub thread.

#include "base/clock.h"
#include "bus/redisaddress.h"
#include "bus/redisreply.h"

#include <QObject>
#include <deque>
#include <functional>
#include <memory>

class QTcpSocket;

namespace pushscope {

class RedisConnection final : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 { Closed, Connecting, Ready };
    // The reply, which is no error; or why there is none: Errc::Unavailable if the connection ended, else what Redis said.
    using Handler = std::function<void(const Result<RedisReply> &)>;

    RedisConnection(const Clock &clock, QByteArray name); // as CLIENT LIST shows it
    ~RedisConnection() override;

    // Connects, proves who it is, chooses the database; ready() or failed() follows.
    void open(const RedisAddress &address);
    void close(); // without failed(); handlers that wait are told Errc::Unavailable
    // Only while Ready. The handler may be null.
    void send(const QList<QByteArray> &command, Handler handler);
    // Sends a command that has no reply of its own: what comes for it goes to messageHandler.
    void sendSubscription(const QList<QByteArray> &command);
    void setMessageHandler(std::function<void(const RedisReply &)> handler) { m_onMessage = std::move(handler); }

    void flush(); // what was sent leaves now, not at the end of the turn
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] qint64 unsent() const; // octets that the system has not taken
    // How long the oldest command, or the connect, has waited for an answer.
    [[nodiscard]] Milliseconds waitedFor() const;

Q_SIGNALS:
    void ready();
    void failed(const QByteArray &why); // it is closed

private:
    struct Sent {
        TimePoint at;
        Handler handler;
    };
    void greet();
    void append(const QList<QByteArray> &command);
    void read();
    void take(const RedisReply &reply);
    void fail(const QByteArray &why);

    const Clock &m_clock;
    const QByteArray m_name;
    RedisAddress m_address;
    std::unique_ptr<QTcpSocket> m_socket;
    RedisReader m_reader;
    QByteArray m_out;
    std::deque<Sent> m_sent;
    std::function<void(const RedisReply &)> m_onMessage;
    TimePoint m_opened{};
    quint64 m_opening = 0; // counts open(): what belongs to one that is over is passed over
    State m_state = State::Closed;
};

} // namespace pushscope
