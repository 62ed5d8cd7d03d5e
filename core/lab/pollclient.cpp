// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/pollclient.h"

#include "lab/eventjson.h"

#include <QUrlQuery>

namespace pushscope {

namespace {

using namespace std::chrono_literals;

constexpr auto HubsOwnTimeout = 30s; // unless it was started with another

// Of those that misbehave.
constexpr auto GivesUpAfter = 1200ms;
constexpr auto Delay = 1000ms;
constexpr auto StalePace = 200ms;

} // namespace

PollClient::PollClient(ClientPlan plan, QNetworkAccessManager &manager, QObject *parent)
    : SimulatedClient(std::move(plan), parent)
    , m_requests(manager)
{
}

PollClient::~PollClient()
{
    leave();
}

void PollClient::cutNow()
{
    if (m_reply)
        m_reply->abort();
}

QCoro::Task<SimulatedClient::Ending> PollClient::converse()
{
    if (resumeCursor().isEmpty())
        arrivals().forgetCursor();
    Ending ending = Ending::ComeBack;
    bool goesOn = true;
    while (goesOn && !isLeaving()) {
        QNetworkReply *reply = ask();
        if (does(Misbehaviour::PollTimeout))
            QTimer::singleShot(GivesUpAfter, reply, &QNetworkReply::abort);
        while (!reply->isFinished() && !isLeaving())
            co_await wakeup().wait();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        goesOn = reply->error() == QNetworkReply::NoError && status == 200 && !isLeaving() && read(reply->readAll());
        ending = endingFor(status);
        bool isNumber = false;
        if (const int seconds = reply->rawHeader("Retry-After").toInt(&isNumber); isNumber && seconds >= 0)
            retryAfter(std::chrono::seconds(seconds));
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
        if (goesOn && does(Misbehaviour::PollDelay))
            co_await rest(Delay);
        if (goesOn && does(Misbehaviour::StaleCursor))
            co_await rest(StalePace); // it is answered at once each time
        if (goesOn)
            chooseCursor(true);
    }
    co_return ending;
}

QNetworkReply *PollClient::ask()
{
    QUrlQuery query;
    if (const QByteArray &cursor = resumeCursor(); !cursor.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), QString::fromUtf8(cursor));
    if (plan().pollTimeout.count() > 0)
        query.addQueryItem(QStringLiteral("timeout"), QString::number(plan().pollTimeout.count()));
    const Milliseconds held = plan().pollTimeout.count() > 0 ? plan().pollTimeout : HubsOwnTimeout;
    QNetworkReply *reply = m_requests.get(request(endpoint(QLatin1StringView("/api/poll"), query)), held + plan().patience);
    m_reply = reply;
    // A waiting poll has no answer yet: it counts as connected once its request is out.
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        if (state() != State::Connected)
            connectionMade();
    });
    connect(reply, &QNetworkReply::finished, this, &PollClient::wake);
    return reply;
}

bool PollClient::read(const QByteArray &answer)
{
    // QNetworkAccessManager may take half of a body for all of it, when it sends a request again whose connection was cut within
    // the answer.
    const auto members = jsonObject(answer);
    if (!members)
        return false;
    QByteArrayView events("[]");
    QByteArray cursor;
    for (const JsonMember &member : *members) {
        const JsonType type = jsonTypeOf(member.value);
        if (member.key == "events" && type == JsonType::Array)
            events = member.value;
        else if (member.key == "cursor" && type == JsonType::String)
            cursor = jsonString(member.value).value_or(QByteArray());
        else if (member.key == "gap" && type == JsonType::Object)
            take({}, "hub.gap", member.value.toByteArray());
    }
    if (cursor.isEmpty() || !readEvents(events))
        return false;
    arrivals().setCursor(cursor);
    return true;
}

bool PollClient::readEvents(QByteArrayView list)
{
    for (const QByteArrayView element : jsonElements(list)) {
        auto event = parseEventJson(element);
        if (!event)
            return false;
        take(std::move(event->id), std::move(event->type), std::move(event->data));
    }
    return true;
}

} // namespace pushscope
