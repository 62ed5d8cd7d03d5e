// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/sseclient.h"

#include <QUrlQuery>

namespace pushscope {

SseClient::SseClient(ClientPlan plan, QNetworkAccessManager &manager, QObject *parent)
    : SimulatedClient(std::move(plan), parent)
    , m_manager(manager)
{
}

SseClient::~SseClient()
{
    leave();
}

void SseClient::cutNow()
{
    if (m_reply)
        m_reply->abort();
}

QCoro::Task<SimulatedClient::Ending> SseClient::converse()
{
    QNetworkRequest get = request(endpoint(QLatin1StringView("/api/events"), {}));
    get.setRawHeader("Accept", "text/event-stream");
    if (const QByteArray cursor = resumeCursor(); !cursor.isEmpty())
        get.setRawHeader("Last-Event-ID", cursor);
    else
        arrivals().forgetCursor();

    QNetworkReply *reply = m_manager.get(get);
    m_reply = reply;
    connect(reply, &QNetworkReply::metaDataChanged, this, &SseClient::wake);
    connect(reply, &QNetworkReply::readyRead, this, &SseClient::wake);
    connect(reply, &QNetworkReply::finished, this, &SseClient::wake);
    SseReader reader;
    m_introduced = {};
    bool streaming = false;
    while (!isLeaving()) {
        if (!streaming && isStream(*reply)) {
            streaming = true;
            connectionMade();
        }
        if (streaming && reply->isOpen()) // closed by cutNow()
            read(*reply, reader);
        if (reply->isFinished() || reader.overflowed())
            break;
        co_await wakeup().wait();
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
    co_return endingFor(status);
}

bool SseClient::isStream(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200
        && reply.rawHeader("Content-Type").toLower().startsWith("text/event-stream");
}

void SseClient::read(QNetworkReply &reply, SseReader &reader)
{
    reader.feed(reply.readAll());
    while (auto event = reader.nextEvent()) {
        QByteArray id = ownId(*event); // before its parts are moved
        take(std::move(id), std::move(event->type), std::move(event->data));
        if (isLeaving())
            return;
    }
    if (const auto retry = reader.retry())
        retryAfter(*retry);
}

// An event without an "id:" line is dispatched with the id of the one before. The same event once more is a duplicate.
QByteArray SseClient::ownId(const SseEvent &event)
{
    if (event.id != m_introduced.id) {
        m_introduced = event;
        return event.id;
    }
    return event == m_introduced ? event.id : QByteArray();
}

} // namespace pushscope
