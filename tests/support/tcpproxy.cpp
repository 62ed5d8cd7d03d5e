// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tcpproxy.h"

#include <QTcpSocket>
#include <QTimer>
#include <sys/socket.h>

namespace pushscope {

// One connection and its way on; child of the proxy, which it leaves when either side ends.
class TcpProxy::Pair final : public QObject
{
public:
    Pair(TcpProxy &proxy, QTcpSocket *client)
        : QObject(&proxy)
        , m_proxy(proxy)
        , m_client(client)
        , m_target(new QTcpSocket(this))
    {
        client->setParent(this);
        join(*m_client, *m_target);
        join(*m_target, *m_client);
        m_target->connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.m_targetPort);
    }

    void forwardBoth()
    {
        forward(*m_client, *m_target);
        forward(*m_target, *m_client);
    }

    void cut(bool reset)
    {
        for (QTcpSocket *socket : {m_client, m_target}) {
            socket->disconnect(this);
            if (reset) {
                const linger atOnce{1, 0};
                ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            }
            socket->abort();
        }
        delete this;
    }

private:
    static constexpr qint64 Window = 65536;

    void join(QTcpSocket &from, QTcpSocket &to)
    {
        from.setReadBufferSize(Window);
        const auto pass = [this, &from, &to] { forward(from, to); };
        connect(&from, &QTcpSocket::readyRead, this, pass);
        connect(&to, &QTcpSocket::bytesWritten, this, pass);
        connect(&to, &QTcpSocket::connected, this, pass);
        connect(&from, &QTcpSocket::disconnected, this, [this, &from, &to] { ended(from, to); });
        connect(&from, &QTcpSocket::errorOccurred, this, [this, &from, &to] {
            if (from.state() == QAbstractSocket::UnconnectedState)
                ended(from, to);
        });
    }

    void forward(QTcpSocket &from, QTcpSocket &to)
    {
        if (m_proxy.m_blackhole || to.state() != QAbstractSocket::ConnectedState)
            return;
        while (from.bytesAvailable() > 0 && to.bytesToWrite() < Window)
            to.write(from.read(Window));
    }

    // What had arrived still goes on; then the other side ends too.
    void ended(QTcpSocket &from, QTcpSocket &to)
    {
        if (m_proxy.m_blackhole)
            return; // nobody is told
        if (to.state() == QAbstractSocket::ConnectedState) {
            to.write(from.readAll());
            to.disconnectFromHost();
        }
        if (to.state() == QAbstractSocket::UnconnectedState || to.state() == QAbstractSocket::ConnectingState)
            deleteLater();
    }

    TcpProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_target;
};

TcpProxy::TcpProxy(quint16 targetPort, QObject *parent)
    : QObject(parent)
    , m_targetPort(targetPort)
{
    m_server.setMaxPendingConnections(10000);
    connect(&m_server, &QTcpServer::newConnection, this, &TcpProxy::acceptWaiting);
    listen();
    m_port = m_server.serverPort();
}

int TcpProxy::open() const noexcept
{
    int count = 0;
    for (const QObject *child : children())
        count += dynamic_cast<const Pair *>(child) ? 1 : 0;
    return count;
}

void TcpProxy::listen()
{
    if (m_refusing || m_server.listen(QHostAddress(QHostAddress::LocalHost), m_port))
        return;
    // Somebody's outgoing connection has the port just now.
    QTimer::singleShot(20, this, &TcpProxy::listen);
}

void TcpProxy::acceptWaiting()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        ++m_accepted;
        new Pair(*this, client);
        Q_EMIT connectionAccepted();
    }
}

void TcpProxy::cutAll(bool reset)
{
    const QObjectList all = children();
    for (QObject *child : all) {
        if (auto *pair = dynamic_cast<Pair *>(child))
            pair->cut(reset);
    }
}

void TcpProxy::setRefusing(bool on)
{
    if (on == m_refusing)
        return;
    m_refusing = on;
    if (on)
        m_server.close();
    else
        listen();
}

void TcpProxy::setBlackhole(bool on)
{
    m_blackhole = on;
    const QObjectList all = children();
    for (QObject *child : all) {
        if (auto *pair = dynamic_cast<Pair *>(child); pair && !on)
            pair->forwardBoth();
    }
}

} // namespace pushscope
