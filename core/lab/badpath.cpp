// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/badpath.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>
#include <QtEndian>
#include <memory>

namespace pushscope {

namespace {

using namespace std::chrono_literals;

constexpr auto HeldBack = 2s;
constexpr qint64 ReadAtMost = 16 * 1024; // octets that are waiting when reading has stopped

// Octets of the client's frame at the front (RFC 6455 section 5.2); 0: it is not all there.
qsizetype frameSize(const QByteArray &octets)
{
    if (octets.size() < 2)
        return 0;
    const int length = octets[1] & 0x7f;
    const qsizetype extended = length == 127 ? 8 : length == 126 ? 2 : 0;
    if (octets.size() < 2 + extended)
        return 0;
    const auto *at = octets.constData() + 2;
    const auto payload = extended == 8 ? qFromBigEndian<quint64>(at)
        : extended == 2                ? qFromBigEndian<quint16>(at)
                                       : quint64(length);
    const qsizetype size = 2 + extended + 4 + qsizetype(payload);
    return octets.size() < size ? 0 : size;
}

} // namespace

BadPath::BadPath(const QUrl &hub, How how, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_how(how)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *near = m_server.nextPendingConnection())
            relay(near);
    });
}

QUrl BadPath::url() const
{
    QUrl url = m_hub;
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

void BadPath::relay(QTcpSocket *near)
{
    auto *far = new QTcpSocket(near); // goes with it
    connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
    connect(far, &QTcpSocket::errorOccurred, near, &QTcpSocket::abort);
    connect(far, &QTcpSocket::connected, near, [this, near, far] { fromClient(*near, *far); });
    connect(near, &QTcpSocket::readyRead, far, [this, near, far] { fromClient(*near, *far); });
    if (m_how == How::HoldBack) {
        auto *timer = new QTimer(near);
        connect(timer, &QTimer::timeout, near, [this, near, far] { fromHub(*near, *far); });
        timer->start(HeldBack);
    } else {
        connect(far, &QTcpSocket::readyRead, near, [this, near, far] { fromHub(*near, *far); });
    }
    far->connectToHost(m_hub.host(), quint16(m_hub.port(80)));
}

void BadPath::fromClient(QTcpSocket &near, QTcpSocket &far)
{
    if (far.state() != QAbstractSocket::ConnectedState)
        return;
    QByteArray octets = near.property("unread").toByteArray() + near.readAll();
    QByteArray unread;
    if (!near.property("open").toBool()) {
        const qsizetype end = octets.indexOf("\r\n\r\n");
        if (end < 0) {
            near.setProperty("unread", octets);
            return;
        }
        near.setProperty("open", true);
        const QByteArray head = octets.first(end + 4);
        far.write(m_how == How::BreakUpgrades ? withoutUpgrade(head) : head);
        octets.remove(0, end + 4);
    }
    if (m_how == How::DropPongs) {
        unread = octets;
        octets = withoutPongs(unread);
    }
    far.write(octets);
    near.setProperty("unread", unread);
}

void BadPath::fromHub(QTcpSocket &near, QTcpSocket &far)
{
    if (m_how == How::StopReading) {
        if (far.readBufferSize() > 0)
            return; // what comes stays in the kernel, and then in the hub
        far.setReadBufferSize(ReadAtMost);
    }
    near.write(far.readAll());
}

QByteArray BadPath::withoutPongs(QByteArray &unread)
{
    QByteArray kept;
    for (qsizetype size = frameSize(unread); size > 0; size = frameSize(unread)) {
        if ((unread[0] & 0x0f) != 0xa)
            kept += unread.first(size);
        unread.remove(0, size);
    }
    return kept;
}

QByteArray BadPath::withoutUpgrade(const QByteArray &head)
{
    QByteArray kept;
    for (const QByteArray &line : head.split('\n')) {
        const QByteArray name = line.first(std::max<qsizetype>(line.indexOf(':'), 0)).toLower();
        if (name != "upgrade" && name != "connection")
            kept += line + '\n';
    }
    return kept.chopped(1);
}

} // namespace pushscope
