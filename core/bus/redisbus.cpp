// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of the bus: both connections, the phases until it is up, what an outage does, the heartbeat.

#include "bus/redisbus.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSysInfo>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto TimerStep = 100ms;
constexpr auto BeatEvery = 1s;

QByteArray number(quint64 value)
{
    return QByteArray::number(value);
}

} // namespace

RedisBus::RedisBus(BusSettings settings, RedisLog &log, const Clock &clock)
    : m_settings(std::move(settings))
    , m_log(log)
    , m_clock(clock)
    , m_origin(makeEpoch() + makeEpoch())
    , m_ownChannel("pushscope:tick:" + m_origin)
    , m_database(number(quint64(m_settings.address.database)))
    , m_commands(clock, "pushscope-commands")
    , m_messages(clock, "pushscope-messages")
{
    m_status.kind = "redis";
    m_status.server = m_settings.address.withoutPassword();
    m_messages.setMessageHandler([this](const RedisReply &reply) { onMessage(reply); });
    for (RedisConnection *connection : {&m_commands, &m_messages}) {
        connect(connection, &RedisConnection::ready, this, &RedisBus::onReady);
        connect(connection, &RedisConnection::failed, this, &RedisBus::lose);
    }
    m_log.setReader([this](quint64 id, const RedisLog::Reading &reading) { readLogs(id, reading); });
    m_log.setEvictor([this](Seq upTo) { evictLogs(upTo, "0"); });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RedisBus::connectBoth);
    connect(&m_timer, &QTimer::timeout, this, &RedisBus::onTimer);
}

RedisBus::~RedisBus()
{
    m_log.setReader({});
    m_log.setEvictor({});
}

void RedisBus::start()
{
    m_lostAt = m_clock.now();
    m_status.since = m_clock.wall();
    m_timer.start(TimerStep);
    connectBoth();
}

void RedisBus::stop()
{
    m_timer.stop();
    if (m_phase == Phase::Up) {
        m_commands.send({"ZREM", "pushscope:hubs", m_origin}, {});
        m_commands.send({"DEL", "pushscope:hub:" + m_origin}, {});
        m_commands.flush();
    }
    m_messages.close();
    m_commands.close();
    m_retry.stop();
    setPhase(Phase::Down);
    m_trouble = "the hub has stopped";
}

void RedisBus::setPhase(Phase phase)
{
    if ((phase == Phase::Up) != (m_phase == Phase::Up))
        m_status.since = m_clock.wall();
    m_phase = phase;
    m_phaseSince = m_clock.now();
}

void RedisBus::connectBoth()
{
    setPhase(Phase::Connecting);
    m_commands.open(m_settings.address);
    m_messages.open(m_settings.address);
}

void RedisBus::onReady()
{
    using State = RedisConnection::State;
    if (m_phase != Phase::Connecting || m_commands.state() != State::Ready || m_messages.state() != State::Ready)
        return;
    const RedisScripts &scripts = RedisScripts::all();
    for (const RedisScript *script :
         {&scripts.attach, &scripts.publish, &scripts.look, &scripts.read, &scripts.beat, &scripts.evict})
        m_commands.send({"SCRIPT", "LOAD", script->text()}, {});
    m_ownConfirmed = false;
    m_messages.sendSubscription({"SUBSCRIBE", m_ownChannel});
    attach();
}

void RedisBus::attach()
{
    setPhase(Phase::Attaching);
    const Seq known = std::max(m_log.head(), m_proof.seq);
    run(RedisScripts::all().attach,
        {makeEpoch(), m_log.epoch(), number(known.value), m_proof.channel, number(m_proof.seq.value), m_proof.token},
        [this](const Result<RedisReply> &reply) {
            if (reply && reply->size() == 2)
                onAttached(*reply);
            else if (!reply && reply.error().code != Errc::Unavailable)
                lose(reply.error().detail);
        });
}

void RedisBus::onAttached(const RedisReply &reply)
{
    m_attachedEpoch = reply[0].text().toByteArray();
    setPhase(Phase::Subscribing);
    subscribeWanted();
    proceed();
}

void RedisBus::proceed()
{
    if (m_phase == Phase::Subscribing && m_ownConfirmed && m_log.subscriptions().isAllConfirmed()) {
        setPhase(Phase::Looking);
        startLook();
    } else if (m_phase == Phase::Up) {
        askLater();
    }
}

// The looks are answered and their tick is heard: what is heard from here on is later than the tick.
void RedisBus::resume(const TickMessage &tick)
{
    if (tick.epoch != m_attachedEpoch) {
        attach(); // emptied again, just now
        return;
    }
    const Epoch before = m_log.epoch();
    const Seq head = m_log.head();
    const bool isOther = before != tick.epoch;
    if (isOther || tick.seq > head) {
        m_log.restart(tick.epoch, tick.seq);
        m_proof = isOther ? Proof{} : m_proof;
    }
    const bool wasUp = std::exchange(m_everUp, true);
    m_backoff.reset();
    m_trouble.clear();
    m_troubleTold = false;
    m_nextBeat = m_clock.now();
    m_beat = {};
    const auto away = std::chrono::duration_cast<Milliseconds>(m_clock.now() - m_lostAt);
    notice("info", wasUp ? "Redis is back after " + number(quint64(away.count())) + " ms" : "joined by " + m_status.server,
           wasUp);
    setPhase(Phase::Up);
    m_chronicle.outageEnded(m_status.since);
    if (isOther && wasUp && !before.isEmpty())
        notice("warning", "Redis has another store now (epoch " + tick.epoch + ", was " + before + "): clients are told a gap",
               true);
    if (!m_listener)
        return;
    if (isOther)
        m_listener->busEpochChanged(tick.epoch);
    else if (tick.seq > head)
        m_listener->busResumed(head);
}

void RedisBus::suspectEpoch()
{
    if (m_phase != Phase::Up)
        return;
    m_lostAt = m_clock.now();
    m_preparing.insert(m_preparing.end(), m_look.tickets.begin(), m_look.tickets.end());
    m_look = {};
    attach();
}

void RedisBus::lose(const QByteArray &why)
{
    if (m_phase == Phase::Down)
        return;
    const bool wasUp = m_phase == Phase::Up;
    setPhase(Phase::Down);
    m_commands.close();
    m_messages.close();
    m_trouble = why;
    m_chronicle.outageBegan(m_status.since, why);
    if (wasUp) {
        m_lostAt = m_clock.now();
        ++m_status.outages;
    }
    m_preparing.insert(m_preparing.end(), m_look.tickets.begin(), m_look.tickets.end());
    m_look = {};
    m_log.subscriptions().lost();
    m_retry.start(m_backoff.next(QRandomGenerator::global()->generateDouble()));
    if (!std::exchange(m_troubleTold, true))
        notice("warning", "no connection to Redis at " + m_status.server + ": " + why, true);
    completeStored();
    m_queue.unsent();
    if (m_settings.waitInOutage)
        return;
    for (const quint64 ticket : m_queue.waiting())
        complete(ticket, fail(Errc::Unavailable, "the connection to Redis was lost; whether the event is stored is not known"));
}

void RedisBus::onTimer()
{
    const TimePoint now = m_clock.now();
    const Milliseconds waited = std::max(m_commands.waitedFor(), m_messages.waitedFor());
    const bool isDeaf = m_beat.number != 0 && now - m_beat.sent > m_settings.timeout;
    const bool isStuck = m_phase != Phase::Down && m_phase != Phase::Up && now - m_phaseSince > 4 * m_settings.timeout;
    if (m_phase != Phase::Down && (waited > m_settings.timeout || isDeaf || isStuck)) {
        lose("no answer within " + number(quint64(m_settings.timeout.count())) + " ms");
        return;
    }
    for (const quint64 ticket : m_queue.overdue(now))
        complete(ticket, fail(Errc::Unavailable, "Redis was away for too long"));
    if (m_phase != Phase::Up)
        return;
    unsubscribeIdle();
    if (now >= m_nextBeat && m_beat.number == 0)
        beat();
}

void RedisBus::beat()
{
    const TimePoint now = m_clock.now();
    m_nextBeat = now + BeatEvery;
    m_beat = {++m_lastTick, now};
    const QByteArray who = QSysInfo::machineHostName().toUtf8() + '\n' + number(quint64(QCoreApplication::applicationPid()))
        + '\n' + number(m_clientCount ? m_clientCount() : 0) + '\n' + m_settings.listen;
    run(RedisScripts::all().beat,
        {m_database, m_ownChannel, number(m_beat.number), m_origin, who, number(quint64(m_settings.retention.age.count()))},
        [this](const Result<RedisReply> &reply) {
            if (reply && reply->size() >= 2)
                onBeat(*reply);
            else if (!reply && reply.error().code != Errc::Unavailable)
                lose(reply.error().detail);
        });
}

void RedisBus::onBeat(const RedisReply &reply)
{
    m_status.hubs = reply.size() - 2; // one each, behind epoch and seq
    m_chronicle.clearHubs();
    for (std::size_t i = 2; i < reply.size(); ++i)
        m_chronicle.addHub(reply[i].text(), m_origin);
    if (reply[0].text() != m_log.epoch())
        suspectEpoch();
}

BusStatus RedisBus::status() const
{
    BusStatus status = m_status;
    status.connected = isConnected();
    status.trouble = m_trouble;
    status.waiting = m_queue.size();
    status.channels = m_log.subscriptions().subscribedCount();
    return status;
}

BusDetail RedisBus::detail(std::size_t mostChannels) const
{
    BusDetail detail = m_chronicle.detail();
    detail.channels = m_log.subscriptions().mostWanted(mostChannels);
    return detail;
}

void RedisBus::run(const RedisScript &script, QList<QByteArray> arguments, RedisConnection::Handler handler)
{
    m_commands.send(QList<QByteArray>{"EVALSHA", script.sha(), "0"} + std::move(arguments),
                    [this, handler = std::move(handler)](const Result<RedisReply> &reply) {
                        if (reply || !reply.error().detail.startsWith("NOSCRIPT")) {
                            handler(reply);
                            return;
                        }
                        // Somebody has emptied its table of scripts: nothing was done, and the next connection brings them.
                        lose("it has forgotten the hub's scripts");
                        handler(fail(Errc::Unavailable, "Redis has forgotten the hub's scripts"));
                    });
}

void RedisBus::notice(const char *level, const QByteArray &text, bool outage)
{
    if (m_notice)
        m_notice(level, text, outage);
}

void RedisBus::drop(const QByteArray &channel, QByteArrayView message, const Error &why)
{
    ++(why.code == Errc::Forbidden ? m_status.foreignRefused : m_status.malformed);
    m_chronicle.dropped(m_clock.wall(), channel, why.detail, message);
    complain("a message on " + channel + " is dropped: " + why.detail);
}

void RedisBus::complain(const QByteArray &text)
{
    if (m_complained != TimePoint() && m_clock.now() - m_complained < 1s) {
        ++m_uncomplained;
        return;
    }
    m_complained = m_clock.now();
    const quint64 more = std::exchange(m_uncomplained, 0);
    notice("warning", more > 0 ? text + " (and " + number(more) + " before it)" : text);
}

} // namespace pushscope
