// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/simulatedclient.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

namespace pushscope {

namespace {

using namespace std::chrono_literals;

constexpr auto SlipEvery = 3s;
constexpr auto HerdEvery = 8s; // by the clock, so that all of a herd do
constexpr int RefusedTries = 12; // of one that does not back off

// How a misbehaviour waits; none: as the plan says.
std::optional<ReconnectPolicy> policyOf(Misbehaviour misbehaviour)
{
    const auto fixed = [](Milliseconds pace) {
        return ReconnectPolicy{.kind = ReconnectPolicy::Kind::Fixed, .base = pace, .jitter = false, .honourRetry = false};
    };
    switch (misbehaviour) {
    case Misbehaviour::NoBackoff:
        return fixed(60ms);
    case Misbehaviour::Herd:
        return fixed(1s);
    case Misbehaviour::AuthLoop:
        return fixed(400ms);
    case Misbehaviour::NoCursor:
    case Misbehaviour::StaleCursor:
    case Misbehaviour::Duplicate:
    case Misbehaviour::PollTimeout:
        return ReconnectPolicy{.kind = ReconnectPolicy::Kind::Fixed, .base = 1s, .honourRetry = false};
    default:
        return {};
    }
}

} // namespace

SimulatedClient::SimulatedClient(ClientPlan plan, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_random(QRandomGenerator::global()->generate())
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &SimulatedClient::wake);
    if (const auto policy = policyOf(m_plan.misbehaviour))
        m_plan.policy = *policy;
    takeBadPath();
}

SimulatedClient::~SimulatedClient()
{
    Q_ASSERT(m_state == State::Idle || m_state == State::Stopped);
}

void SimulatedClient::start()
{
    if (m_state != State::Idle || m_leaving)
        return;
    startSlipping();
    m_story.emplace(live());
}

void SimulatedClient::takeBadPath()
{
    const auto by = [this](BadPath::How how) {
        m_path = std::make_unique<BadPath>(m_plan.hub, how);
        m_plan.hub = m_path->url();
    };
    if (does(Misbehaviour::NoPong))
        by(BadPath::How::DropPongs);
    else if (does(Misbehaviour::BufferedPath))
        by(BadPath::How::HoldBack);
    else if (does(Misbehaviour::SlowConsumer))
        by(BadPath::How::StopReading);
    else if (does(Misbehaviour::UpgradeBlocked))
        by(BadPath::How::BreakUpgrades);
}

void SimulatedClient::startSlipping()
{
    connect(&m_slip, &QTimer::timeout, this, &SimulatedClient::slip);
    m_slip.setTimerType(Qt::PreciseTimer);
    switch (m_plan.misbehaviour) {
    case Misbehaviour::NoCursor:
    case Misbehaviour::StaleCursor:
    case Misbehaviour::Duplicate:
    case Misbehaviour::NoBackoff:
    case Misbehaviour::AuthLoop:
    case Misbehaviour::StoppedForGood:
        m_slip.start(SlipEvery);
        break;
    case Misbehaviour::Herd: {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        m_slip.setSingleShot(true);
        m_slip.start(std::chrono::duration_cast<Milliseconds>(HerdEvery - now % HerdEvery));
        break;
    }
    default:
        break;
    }
}

void SimulatedClient::slip()
{
    if (does(Misbehaviour::Herd))
        startSlipping();
    if (m_state != State::Connected)
        return;
    m_slips = 0;
    cutNow();
}

bool SimulatedClient::isToBeRefused() const noexcept
{
    const bool again = m_connections > 0;
    return again && ((does(Misbehaviour::NoBackoff) && m_slips <= RefusedTries) || does(Misbehaviour::StoppedForGood));
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
        ++m_slips;
        chooseCursor();
        spoilToken();
        setState(State::Connecting);
        const Ending ending = co_await converse();
        if (m_leaving || ending == Ending::ForGood || m_plan.policy.kind == ReconnectPolicy::Kind::Never)
            break;
        if (m_reached)
            attempt = 1;
        m_delay = nextDelay(attempt);
        setState(State::Waiting);
        co_await rest(m_delay);
    }
    m_slip.stop();
    setState(State::Stopped);
}

QCoro::Task<> SimulatedClient::rest(Milliseconds time)
{
    m_pause.start(time);
    while (m_pause.isActive() && !m_leaving)
        co_await m_wakeup.wait();
    m_pause.stop();
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
    if (isToBeRefused())
        query.addQueryItem(QStringLiteral("room"), QString()); // a name that is none
    if (!m_plan.clientId.isEmpty())
        query.addQueryItem(QStringLiteral("clientId"), QString::fromUtf8(m_plan.clientId));
    QUrl url = m_plan.hub;
    url.setPath(path);
    url.setQuery(query);
    return url;
}

QSslConfiguration SimulatedClient::trustingAll()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QNetworkRequest SimulatedClient::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("User-Agent", "Pushscope-Lab/" PUSHSCOPE_VERSION);
    if (url.scheme() == QLatin1StringView("https"))
        request.setSslConfiguration(trustingAll());
    if (const QByteArray bearer = token(); !bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer);
    return request;
}

QByteArray SimulatedClient::token() const
{
    if (!m_badToken.isEmpty())
        return m_badToken;
    return m_plan.token ? m_plan.token(m_plan.user) : QByteArray();
}

void SimulatedClient::spoilToken()
{
    if (!does(Misbehaviour::AuthLoop) || m_connections == 0 || !m_badToken.isEmpty())
        return;
    const QByteArray good = token();
    m_badToken = good.left(good.lastIndexOf('.')) + ".bad"; // of the same user, and no key confirms it
}

void SimulatedClient::chooseCursor(bool inARow)
{
    if (m_firstCursor.isEmpty())
        m_firstCursor = m_arrivals.cursor();
    if ((!m_plan.resume && !inARow) || does(Misbehaviour::NoCursor)) {
        m_presented.clear();
    } else if (does(Misbehaviour::StaleCursor)) {
        m_presented = m_firstCursor;
    } else if (does(Misbehaviour::Duplicate) && std::exchange(m_goesBack, !m_goesBack) && !m_older.isEmpty()) {
        m_presented = m_older; // what it has said to have since, it gets again
    } else {
        m_presented = m_arrivals.cursor();
        m_older = std::exchange(m_newer, m_presented);
    }
}

SimulatedClient::Ending SimulatedClient::endingFor(int httpStatus) const noexcept
{
    if (does(Misbehaviour::StoppedForGood) && httpStatus != 200)
        return Ending::ForGood;
    if (does(Misbehaviour::AuthLoop))
        return Ending::ComeBack;
    const bool forGood = httpStatus == 204 || (httpStatus == 401 && !m_plan.renewsToken) || httpStatus == 403;
    return forGood ? Ending::ForGood : Ending::ComeBack;
}

} // namespace pushscope
