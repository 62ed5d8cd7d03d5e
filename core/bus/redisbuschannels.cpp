// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the bus asks about channels: to hear them, how things stand with them, and their history.

#include "bus/redisbus.h"

#include <QPointer>

namespace pushscope {

namespace {

constexpr qsizetype ChannelsPerCommand = 500;

QByteArray number(quint64 value)
{
    return QByteArray::number(value);
}

// The entries of one log, as XRANGE gives them.
void appendEntries(const RedisReply &entries, std::map<Seq, EventPtr> &events)
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const RedisReply entry = entries[i];
        if (entry.size() != 2 || entry[1].size() < 4)
            continue;
        const QByteArrayView id = entry[0].text();
        const Seq seq{id.first(std::max<qsizetype>(id.indexOf('-'), 0)).toULongLong()};
        if (events.contains(seq))
            continue; // of another of its channels
        auto body = decodeBody(entry[1][3].text());
        if (!body)
            continue;
        body->event->seq = seq;
        body->event->published = WallTime(Milliseconds(qint64(entry[1][1].number())));
        events.emplace(seq, std::move(body->event));
    }
}

} // namespace

void RedisBus::retain(const QByteArray &channel)
{
    m_log.subscriptions().retain(channel);
    if (m_phase == Phase::Up && m_log.subscriptions().hasWanted())
        askLater();
}

void RedisBus::release(const QByteArray &channel)
{
    m_log.subscriptions().release(channel, m_clock.now());
}

quint64 RedisBus::prepare(std::span<const QByteArray> channels)
{
    const quint64 ticket = ++m_lastTicket;
    m_wishes.emplace(ticket, QList<QByteArray>(channels.begin(), channels.end()));
    m_preparing.push_back(ticket);
    if (m_phase == Phase::Up)
        askLater();
    return ticket;
}

// So that what a whole turn wants goes out as one.
void RedisBus::askLater()
{
    if (std::exchange(m_asking, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_asking = false;
            if (m_phase != Phase::Up)
                return;
            subscribeWanted();
            if (m_look.number == 0)
                startLook();
        },
        Qt::QueuedConnection);
}

void RedisBus::subscribeWanted()
{
    while (m_log.subscriptions().hasWanted()) {
        const QList<QByteArray> channels = m_log.subscriptions().takeWanted(ChannelsPerCommand);
        if (!channels.isEmpty())
            m_messages.sendSubscription(QList<QByteArray>{"SUBSCRIBE"} + channels);
    }
}

void RedisBus::unsubscribeIdle()
{
    const QList<QByteArray> channels = m_log.subscriptions().takeIdle(m_clock.now(), ChannelsPerCommand);
    if (!channels.isEmpty())
        m_messages.sendSubscription(QList<QByteArray>{"UNSUBSCRIBE"} + channels);
}

// Of all channels while the bus comes up; then of those that somebody waits for and the server has confirmed.
void RedisBus::startLook()
{
    if (m_phase == Phase::Looking) {
        m_look.channels = m_log.subscriptions().subscribed();
    } else {
        QSet<QByteArray> channels;
        std::erase_if(m_preparing, [&](quint64 ticket) {
            const QList<QByteArray> &wish = m_wishes[ticket];
            const bool isConfirmed = std::all_of(wish.begin(), wish.end(), [&](const QByteArray &channel) {
                const Subscriptions::Entry *entry = m_log.subscriptions().find(channel);
                return !entry || entry->state == Subscriptions::State::Subscribed; // none: it was given up
            });
            if (!isConfirmed)
                return false;
            m_look.tickets.push_back(ticket);
            channels.unite(QSet<QByteArray>(wish.begin(), wish.end()));
            return true;
        });
        if (m_look.tickets.empty())
            return;
        m_look.channels = channels.values();
    }
    m_look.number = ++m_lastTick;
    qsizetype from = 0;
    do {
        const QList<QByteArray> part = m_look.channels.mid(from, ChannelsPerCommand);
        from += part.size();
        const bool isLast = from >= m_look.channels.size();
        ++m_look.answersDue;
        run(RedisScripts::all().look,
            QList<QByteArray>{m_database, m_ownChannel, isLast ? number(m_look.number) : QByteArray("0")} + part,
            [this, asked = m_look.number, part](const Result<RedisReply> &reply) {
                if (reply)
                    onLook(asked, part, *reply);
                else if (reply.error().code != Errc::Unavailable)
                    lose(reply.error().detail);
            });
    } while (from < m_look.channels.size());
}

void RedisBus::onLook(quint64 asked, const QList<QByteArray> &channels, const RedisReply &reply)
{
    if (asked != m_look.number)
        return;
    for (qsizetype i = 0; i < channels.size() && std::size_t(i) + 2 < reply.size(); ++i) {
        const RedisReply facts = reply[std::size_t(i) + 2];
        if (facts.size() == 2)
            noteFacts(channels[i], facts[0], facts[1]);
    }
    --m_look.answersDue;
    finishLook();
}

void RedisBus::noteFacts(const QByteArray &channel, const RedisReply &cut, const RedisReply &first)
{
    if (Subscriptions::Entry *entry = m_log.subscriptions().find(channel)) {
        entry->cut = Seq{cut.number()};
        entry->first = Seq{first.number()};
    }
}

void RedisBus::finishLook()
{
    if (m_look.number == 0 || m_look.answersDue > 0 || !m_look.tick)
        return;
    const Look look = std::exchange(m_look, {});
    const bool comesUp = m_phase == Phase::Looking;
    if (comesUp)
        resume(*look.tick);
    if (m_phase != Phase::Up)
        return;
    for (const QByteArray &channel : look.channels) {
        Subscriptions::Entry *entry = m_log.subscriptions().find(channel);
        if (entry && !entry->covered && entry->state == Subscriptions::State::Subscribed) {
            entry->covered = true;
            entry->coveredFrom = look.tick->seq;
        }
    }
    hearEarly(look);
    if (m_phase != Phase::Up)
        return; // it is another store, or gone
    if (comesUp) {
        m_log.readAgain();
        for (const quint64 ticket : m_queue.toSend())
            send(*m_queue.find(ticket));
    }
    for (const quint64 ticket : look.tickets) {
        m_wishes.erase(ticket);
        if (m_listener)
            m_listener->busPrepared(ticket);
    }
    askLater();
}

void RedisBus::readLogs(quint64 id, const RedisLog::Reading &reading)
{
    if (m_phase != Phase::Up)
        return; // readAgain() asks for it then
    run(RedisScripts::all().read, QList<QByteArray>{number(reading.after.value), number(reading.limit)} + reading.channels,
        [this, id, reading](const Result<RedisReply> &reply) {
            if (reply)
                onRead(id, reading, *reply);
            else if (reply.error().code != Errc::Unavailable)
                m_log.landed(id, tl::unexpected(reply.error()));
        });
}

void RedisBus::onRead(quint64 id, const RedisLog::Reading &reading, const RedisReply &reply)
{
    if (reply.size() != std::size_t(reading.channels.size()) + 2) {
        m_log.landed(id, fail(Errc::Corrupt, "an answer that does not fit"));
        return;
    }
    if (reply[0].text() != m_log.epoch()) {
        suspectEpoch(); // whoever reads is told the gap, and begins anew
        return;
    }
    std::map<Seq, EventPtr> events;
    Seq scanned = std::max(Seq{reply[1].number()}, reading.after);
    for (qsizetype i = 0; i < reading.channels.size(); ++i) {
        const RedisReply log = reply[std::size_t(i) + 2];
        if (log.size() != 3)
            continue;
        noteFacts(reading.channels[i], log[0], log[1]);
        const RedisReply entries = log[2];
        appendEntries(entries, events);
        if (entries.size() >= reading.limit) { // there may be more in this log
            const QByteArrayView last = entries[entries.size() - 1][0].text();
            scanned = std::min(scanned, Seq{last.first(last.indexOf('-')).toULongLong()});
        }
    }
    ReplaySlice slice{{}, scanned};
    for (auto &[seq, event] : events) {
        if (seq <= scanned)
            slice.events.push_back(std::move(event));
    }
    m_log.landed(id, std::move(slice));
}

void RedisBus::evictLogs(Seq upTo, const QByteArray &cursor)
{
    if (m_phase != Phase::Up)
        return;
    run(RedisScripts::all().evict, {number(upTo.value), cursor}, [this, upTo](const Result<RedisReply> &reply) {
        if (reply && reply->size() == 1 && (*reply)[0].text() != QByteArrayView("0"))
            evictLogs(upTo, (*reply)[0].text().toByteArray());
    });
}

} // namespace pushscope
