// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BadPath: a relay on this machine between one simulated client and its hub, which does to what passes what bad proxies, networks
// and runtimes do. Owned by the client; lives on its thread.

#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace pushscope {

class BadPath final : public QObject
{
    Q_OBJECT
public:
    enum class How : quint8 {
        DropPongs, // of the WebSocket client
        HoldBack, // what the hub sends: two seconds of it come together
        StopReading, // after the first octets of the hub
        BreakUpgrades, // removes the fields that are for one hop only (RFC 9110 section 7.6.1)
    };

    BadPath(const QUrl &hub, How how, QObject *parent = nullptr);
    [[nodiscard]] QUrl url() const; // to use in the hub's place

private:
    void relay(QTcpSocket *near);
    [[nodiscard]] static QByteArray withoutPongs(QByteArray &unread);
    [[nodiscard]] static QByteArray withoutUpgrade(const QByteArray &head);
    void fromClient(QTcpSocket &near, QTcpSocket &far);
    void fromHub(QTcpSocket &near, QTcpSocket &far);

    QTcpServer m_server;
    QUrl m_hub;
    How m_how;
};

} // namespace pushscope
