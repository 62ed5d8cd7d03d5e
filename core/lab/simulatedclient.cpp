// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/simulatedclient.h"

#include <QUrlQuery>

namespace pushscope {

SimulatedClient::SimulatedClient(ClientPlan plan, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_random(QRandomGenerator::global()->generate())
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &SimulatedClient::wake);
}

SimulatedClient::~SimulatedClient()
{
    Q_ASSERT(m_state == State::Idle || m_state == State::Stopped);
}

void SimulatedClient::start()
{
    if (m_state == State::Idle && !m_leaving)
        m_story.emplace(live());
}

void SimulatedClient::leave()
{
    m_leaving = true;
    m_wakeup.notify();
}

// The owner joins this story: leave() resumes whatever wait it is in, and every wait is followed by a look at m_leaving.
QCoro::Task<> SimulatedClient::live()
{
    for (int attempt = 1; !m_leaving; ++attempt) {
        m_reached = false;
        ++m_attempts;
        setState(State::Connecting);
        const Ending ending = co_await converse();
        if (m_leaving || ending == Ending::ForGood || m_plan.policy.kind == ReconnectPolicy::Kind::Never)
            break;
        if (m_reached)
            attempt = 1;
        m_delay = nextDelay(attempt);
        m_pause.start(m_delay);
        setState(State::Waiting);
        while (m_pause.isActive() && !m_leaving)
            co_await m_wakeup.wait();
    }
    m_pause.stop();
    setState(State::Stopped);
}

void SimulatedClient::connectionMade()
{
    m_reached = true;
    if (m_connections++ > 0)
        ++m_reconnects;
    setState(State::Connected);
}

void SimulatedClient::take(QByteArray id, QByteArray type, QByteArray data)
{
    const ReceivedEvent event = m_arrivals.take(std::move(id), std::move(type), std::move(data));
    if (onEvent)
        onEvent(event);
}

void SimulatedClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

// The hub's "retry:" is the least wait and the policy's delay comes on top: so all who were told the same still spread.
Milliseconds SimulatedClient::nextDelay(int attempt)
{
    const Milliseconds own = m_plan.policy.delay(attempt, m_random);
    return m_plan.policy.honourRetry ? m_retry + own : own;
}

QUrl SimulatedClient::endpoint(QLatin1StringView path, QUrlQuery query) const
{
    for (const QByteArray &room : m_plan.rooms)
        query.addQueryItem(QStringLiteral("room"), QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(room))));
    if (!m_plan.clientId.isEmpty())
        query.addQueryItem(QStringLiteral("clientId"), QString::fromUtf8(m_plan.clientId));
    QUrl url = m_plan.hub;
    url.setPath(path);
    url.setQuery(query);
    return url;
}

QNetworkRequest SimulatedClient::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("User-Agent", "Pushscope-Lab/" PUSHSCOPE_VERSION);
    if (const QByteArray bearer = token(); !bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer);
    return request;
}

QByteArray SimulatedClient::token() const
{
    return m_plan.token ? m_plan.token(m_plan.user) : QByteArray();
}

QByteArray SimulatedClient::resumeCursor() const
{
    return m_plan.resume ? m_arrivals.cursor() : QByteArray();
}

SimulatedClient::Ending SimulatedClient::endingFor(int httpStatus) noexcept
{
    const bool forGood = httpStatus == 204 || httpStatus == 401 || httpStatus == 403;
    return forGood ? Ending::ForGood : Ending::ComeBack;
}

} // namespace pushscope
