// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LabServer: just enough of an HTTP/1.1 server to say to a simulated client whatever a test wants. On the test's thread.

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>
#include <functional>

namespace pushscope {

class LabServer
{
public:
    struct Request {
        QByteArray target;
        QByteArray head; // as it came
        QTcpSocket *socket = nullptr;

        [[nodiscard]] QByteArray query(const QString &key) const
        {
            return QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(key, QUrl::FullyDecoded).toUtf8();
        }
        // Empty when there is none.
        [[nodiscard]] QByteArray header(QByteArrayView name) const
        {
            for (const QByteArray &line : head.split('\n')) {
                if (line.toLower().startsWith(name.toByteArray().toLower() + ':'))
                    return line.mid(name.size() + 1).trimmed();
            }
            return {};
        }
    };

    LabServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    // Answers a request by writing to its socket, now or later.
    std::function<void(const Request &)> onRequest;
    QList<Request> requests; // all, in order

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    static void answer(const Request &request, QByteArrayView status, QByteArrayView type, QByteArrayView body,
                       QByteArrayView more = {})
    {
        request.socket->write("HTTP/1.1 " + status.toByteArray() + "\r\nContent-Type: " + type.toByteArray()
                              + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more.toByteArray() + "\r\n"
                              + body.toByteArray());
    }
    static void stream(const Request &request, QByteArrayView events)
    {
        request.socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + events.toByteArray());
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }
    void read(QTcpSocket *socket)
    {
        for (;;) {
            const QByteArray seen = socket->peek(65536);
            const qsizetype end = seen.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QByteArray head = socket->read(end + 4);
            requests.append({head.split(' ').value(1), head, socket});
            if (onRequest)
                onRequest(Request(requests.last()));
        }
    }

    QTcpServer m_server;
};

} // namespace pushscope
