// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/sseclient.h"

#include <QUrlQuery>

namespace pushscope {

static constexpr int BrowserConnections = 6; // to one origin over HTTP/1.1

SseClient::SseClient(ClientPlan plan, QNetworkAccessManager &manager, QObject *parent)
    : SimulatedClient(std::move(plan), parent)
    , m_requests(manager)
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

void SseClient::openMore(const QNetworkRequest &request)
{
    const int more = does(Misbehaviour::LeakedConnection) ? 1 : does(Misbehaviour::ConnectionLimit) ? BrowserConnections - 1 : 0;
    if (more == 0 || m_ownManager)
        return;
    m_ownManager = std::make_unique<QNetworkAccessManager>();
    for (int i = 0; i < more; ++i) {
        QNetworkRequest another = request;
        if (does(Misbehaviour::ConnectionLimit) && !plan().clientId.isEmpty()) {
            QUrl url = request.url();
            QUrlQuery query(url);
            query.removeQueryItem(QStringLiteral("clientId"));
            query.addQueryItem(QStringLiteral("clientId"),
                               QString::fromUtf8(plan().clientId + "-tab" + QByteArray::number(i + 2)));
            url.setQuery(query);
            another.setUrl(url);
        }
        m_ownManager->get(another);
    }
}

QCoro::Task<SimulatedClient::Ending> SseClient::converse()
{
    QNetworkRequest get = request(endpoint(QLatin1StringView("/api/events"), {}));
    get.setRawHeader("Accept", "text/event-stream");
    get.setRawHeader("Accept-Encoding", "identity"); // what is measured is the stream as it is
    if (does(Misbehaviour::ConnectionLimit))
        get.setRawHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Pushscope-Lab/" PUSHSCOPE_VERSION);
    if (const QByteArray cursor = resumeCursor(); !cursor.isEmpty())
        get.setRawHeader("Last-Event-ID", cursor);
    else
        arrivals().forgetCursor();

    QNetworkReply *reply = m_requests.get(get, plan().patience);
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
            openMore(get);
        }
        if (streaming && reply->isOpen()) // closed by cutNow()
            read(*reply, reader);
        if (reply->isFinished() || reader.overflowed() || (!streaming && isAnswered(*reply)))
            break;
        co_await wakeup().wait();
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
    co_return endingFor(status);
}

// With something that may never end, and is no event stream.
bool SseClient::isAnswered(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
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
