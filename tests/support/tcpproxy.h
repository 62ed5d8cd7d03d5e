// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TcpProxy: a small proxy on a port of its own, so that a test can break the network between two programs.
// Lives on the thread that made it, which runs an event loop. No half-close: one side's end ends the other.

#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace pushscope {

class TcpProxy final : public QObject
{
    Q_OBJECT

public:
    // Listens on 127.0.0.1 at once; connections go on to 127.0.0.1:targetPort.
    explicit TcpProxy(quint16 targetPort, QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const noexcept { return m_port; }
    [[nodiscard]] int accepted() const noexcept { return m_accepted; } // in all
    [[nodiscard]] int open() const noexcept; // now
    void setTargetPort(quint16 port) noexcept { m_targetPort = port; } // for connections to come

    // Ends all connections on both sides: by RST, or by FIN (RST where the proxy holds unread octets).
    void cutAll(bool reset);
    // Nobody listens: new connections are refused.
    void setRefusing(bool on);
    // All stays open and silent; afterwards what was held back goes on. New connections are silent too.
    void setBlackhole(bool on);

Q_SIGNALS:
    void connectionAccepted();

private:
    class Pair;

    void listen();
    void acceptWaiting();

    QTcpServer m_server;
    quint16 m_targetPort;
    quint16 m_port = 0;
    int m_accepted = 0;
    bool m_blackhole = false;
    bool m_refusing = false;
};

} // namespace pushscope
