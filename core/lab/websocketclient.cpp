// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/websocketclient.h"

#include "base/logging.h"
#include "lab/eventjson.h"

#include <QUrlQuery>

namespace pushscope {

namespace {

constexpr int Unauthorized = 4001, Forbidden = 4003; // close codes, wire.md

} // namespace

WebSocketClient::WebSocketClient(ClientPlan plan, QObject *parent)
    : SimulatedClient(std::move(plan), parent)
{
}

WebSocketClient::~WebSocketClient()
{
    leave();
}

void WebSocketClient::cutNow()
{
    if (m_socket)
        m_socket->abort();
}

bool WebSocketClient::send(QByteArrayView json)
{
    if (state() != State::Connected || !m_socket)
        return false;
    return m_socket->sendTextMessage(QString::fromUtf8(json)) > 0;
}

QCoro::Task<SimulatedClient::Ending> WebSocketClient::converse()
{
    auto *socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket = socket;
    m_failed = false;
    connect(socket, &QWebSocket::connected, this, &WebSocketClient::connectionMade);
    connect(socket, &QWebSocket::connected, this, &WebSocketClient::openAnother);
    connect(socket, &QWebSocket::textMessageReceived, this, &WebSocketClient::onText);
    connect(socket, &QWebSocket::disconnected, this, &WebSocketClient::wake);
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this] {
        m_failed = true;
        wake();
    });
    QNetworkRequest upgrade(address());
    upgrade.setRawHeader("User-Agent", "Pushscope-Lab/" PUSHSCOPE_VERSION);
    socket->setSslConfiguration(trustingAll());
    socket->open(upgrade);
    if (resumeCursor().isEmpty())
        arrivals().forgetCursor();
    // A socket that never got anywhere is unconnected too, but then it has failed.
    while (!isLeaving() && !m_failed && socket->state() != QAbstractSocket::UnconnectedState)
        co_await wakeup().wait();
    const Ending ending = endingOf(*socket);
    socket->disconnect(this);
    if (isLeaving() && socket->state() == QAbstractSocket::ConnectedState)
        socket->close(QWebSocketProtocol::CloseCodeNormal);
    else
        socket->abort();
    socket->deleteLater();
    co_return ending;
}

void WebSocketClient::openAnother()
{
    if (!does(Misbehaviour::LeakedConnection) || m_another)
        return;
    m_another = std::make_unique<QWebSocket>();
    QNetworkRequest upgrade(address());
    upgrade.setRawHeader("User-Agent", "Pushscope-Lab/" PUSHSCOPE_VERSION);
    m_another->setSslConfiguration(trustingAll());
    m_another->open(upgrade);
}

QUrl WebSocketClient::address() const
{
    QUrlQuery query;
    if (const QByteArray bearer = token(); !bearer.isEmpty())
        query.addQueryItem(QStringLiteral("token"), QString::fromUtf8(bearer));
    if (const QByteArray cursor = resumeCursor(); !cursor.isEmpty())
        query.addQueryItem(QStringLiteral("lastEventId"), QString::fromUtf8(cursor));
    QUrl url = endpoint(QLatin1StringView("/ws"), query);
    url.setScheme(url.scheme() == QLatin1StringView("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    return url;
}

void WebSocketClient::onText(const QString &text)
{
    if (isLeaving())
        return;
    auto event = parseEventJson(text.toUtf8());
    if (!event) {
        qCWarning(lcLab, "a WebSocket message that is no event: %s", event.error().detail.constData());
        return;
    }
    const QByteArray id = event->id;
    take(std::move(event->id), std::move(event->type), std::move(event->data));
    if (does(Misbehaviour::BufferedPath) && !id.isEmpty())
        send("{\"type\":\"ack\",\"payload\":{\"cursor\":\"" + id + "\"}}");
}

SimulatedClient::Ending WebSocketClient::endingOf(const QWebSocket &socket) const
{
    const int code = socket.closeCode();
    if (does(Misbehaviour::AuthLoop))
        return Ending::ComeBack;
    if ((code == Unauthorized && !plan().renewsToken) || code == Forbidden)
        return Ending::ForGood;
    // QWebSocket tells the status of a refused upgrade in its error text alone.
    const QString reason = socket.errorString();
    const bool refused
        = (reason.contains(QLatin1StringView(": 401")) && !plan().renewsToken) || reason.contains(QLatin1StringView(": 403"));
    return m_failed && refused ? Ending::ForGood : Ending::ComeBack;
}

} // namespace pushscope
