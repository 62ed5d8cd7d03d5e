// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/redisconnection.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

namespace pushscope {

RedisConnection::RedisConnection(const Clock &clock, QByteArray name)
    : m_clock(clock)
    , m_name(std::move(name))
{
}

RedisConnection::~RedisConnection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void RedisConnection::open(const RedisAddress &address)
{
    Q_ASSERT(m_state == State::Closed);
    m_address = address;
    m_opened = m_clock.now();
    m_state = State::Connecting;
    m_reader.reset();
    ++m_opening;
    const QString host = QString::fromUtf8(address.host);
    if (address.tls) {
        auto socket = std::make_unique<QSslSocket>();
        if (!address.caFile.isEmpty()) {
            QSslConfiguration tls = socket->sslConfiguration();
            if (!tls.addCaCertificates(QFile::decodeName(address.caFile))) {
                m_socket = std::move(socket);
                QMetaObject::invokeMethod(
                    this,
                    [this, opening = m_opening] {
                        if (opening == m_opening)
                            fail("no certificate can be read from " + m_address.caFile);
                    },
                    Qt::QueuedConnection);
                return;
            }
            socket->setSslConfiguration(tls);
        }
        connect(socket.get(), &QSslSocket::encrypted, this, &RedisConnection::greet);
        socket->connectToHostEncrypted(host, address.port);
        m_socket = std::move(socket);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
        connect(m_socket.get(), &QTcpSocket::connected, this, &RedisConnection::greet);
        m_socket->connectToHost(host, address.port);
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &RedisConnection::read);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this] { fail(m_socket->errorString().toUtf8()); });
}

void RedisConnection::greet()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const auto check = [this](const char *step) {
        return [this, step](const Result<RedisReply> &reply) {
            if (!reply && reply.error().code != Errc::Unavailable)
                fail(QByteArray(step) + ": " + reply.error().detail);
        };
    };
    const auto put = [this](const QList<QByteArray> &command, Handler handler) {
        m_sent.push_back({m_clock.now(), std::move(handler)});
        append(command);
    };
    if (!m_address.password.isEmpty())
        put(m_address.user.isEmpty() ? QList<QByteArray>{"AUTH", m_address.password}
                                     : QList<QByteArray>{"AUTH", m_address.user, m_address.password},
            check("it refuses the password"));
    if (m_address.database != 0)
        put({"SELECT", QByteArray::number(m_address.database)}, check("it refuses the database"));
    put({"CLIENT", "SETNAME", m_name}, {});
    put({"PING"}, [this](const Result<RedisReply> &reply) {
        if (reply) {
            m_state = State::Ready;
            Q_EMIT ready();
        } else if (reply.error().code != Errc::Unavailable) {
            fail(reply.error().detail); // -LOADING, -NOAUTH
        }
    });
}

void RedisConnection::send(const QList<QByteArray> &command, Handler handler)
{
    Q_ASSERT(m_state == State::Ready);
    m_sent.push_back({m_clock.now(), std::move(handler)});
    append(command);
}

void RedisConnection::sendSubscription(const QList<QByteArray> &command)
{
    Q_ASSERT(m_state == State::Ready);
    append(command);
}

void RedisConnection::append(const QList<QByteArray> &command)
{
    if (m_out.isEmpty())
        QMetaObject::invokeMethod(this, &RedisConnection::flush, Qt::QueuedConnection);
    m_out += '*' + QByteArray::number(command.size()) + "\r\n";
    for (const QByteArray &word : command) {
        m_out += '$' + QByteArray::number(word.size()) + "\r\n";
        m_out += word;
        m_out += "\r\n";
    }
}

void RedisConnection::flush()
{
    const QByteArray out = std::exchange(m_out, {});
    if (m_socket && !out.isEmpty()) {
        m_socket->write(out);
        m_socket->flush();
    }
}

qint64 RedisConnection::unsent() const
{
    return m_out.size() + (m_socket ? m_socket->bytesToWrite() : 0);
}

void RedisConnection::read()
{
    const quint64 opening = m_opening;
    m_reader.feed(m_socket->readAll());
    while (opening == m_opening && m_state != State::Closed) {
        const auto reply = m_reader.next();
        if (!reply) {
            fail("it does not speak RESP: " + reply.error().detail);
            return;
        }
        if (!*reply)
            return;
        take(RedisReply(reply->get()));
    }
}

static bool isPushed(const RedisReply &reply)
{
    if (reply.size() < 3)
        return false;
    const QByteArrayView kind = reply[0].text();
    return kind == QByteArrayView("message") || kind == QByteArrayView("subscribe") || kind == QByteArrayView("unsubscribe");
}

void RedisConnection::take(const RedisReply &reply)
{
    if (m_onMessage && isPushed(reply)) {
        m_onMessage(reply);
        return;
    }
    if (m_sent.empty()) {
        fail(reply.isError() ? reply.text().toByteArray() : QByteArray("it answers what was not asked"));
        return;
    }
    const Handler handler = std::move(m_sent.front().handler);
    m_sent.pop_front();
    if (!handler)
        return;
    if (reply.isError())
        handler(pushscope::fail(Errc::Io, reply.text().toByteArray()));
    else
        handler(reply);
}

Milliseconds RedisConnection::waitedFor() const
{
    if (m_state == State::Closed)
        return Milliseconds(0);
    if (m_state == State::Connecting)
        return std::chrono::duration_cast<Milliseconds>(m_clock.now() - m_opened);
    return m_sent.empty() ? Milliseconds(0) : std::chrono::duration_cast<Milliseconds>(m_clock.now() - m_sent.front().at);
}

void RedisConnection::close()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_out.clear();
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // it may be the sender
    for (const Sent &sent : std::exchange(m_sent, {})) {
        if (sent.handler)
            sent.handler(pushscope::fail(Errc::Unavailable, "the connection to Redis was lost"));
    }
}

void RedisConnection::fail(const QByteArray &why)
{
    if (m_state == State::Closed)
        return;
    close();
    Q_EMIT failed(why);
}

} // namespace pushscope
