// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The events of the bus: what this hub publishes, and what it hears.

#include "bus/foreignevent.h"
#include "bus/redisbus.h"

namespace pushscope {

namespace {

QByteArray number(quint64 value)
{
    return QByteArray::number(value);
}

} // namespace

Result<quint64> RedisBus::publish(EventPtr event)
{
    if (m_phase != Phase::Up && (!m_settings.waitInOutage || m_log.epoch().isEmpty()))
        return fail(Errc::Unavailable, "no connection to Redis at " + m_status.server + ": " + m_trouble);
    const quint64 ticket = ++m_lastPublish;
    const QByteArray body = encodeBody(*event, {m_origin, ticket});
    return m_queue.add(ticket, std::move(event), body, m_clock.now()).map([&](const PublishQueue::Item *item) {
        if (m_phase == Phase::Up)
            send(*item);
        return ticket;
    });
}

void RedisBus::send(const PublishQueue::Item &item)
{
    PublishQueue::Item &sent = *m_queue.find(item.ticket);
    sent.sent = true;
    const Event &event = *item.event;
    // A publisher's key is its own: the length keeps two publishers apart.
    const QByteArray key
        = event.key.isEmpty() ? QByteArray() : number(quint64(event.publisher.size())) + ':' + event.publisher + event.key;
    run(RedisScripts::all().publish,
        QList<QByteArray>{m_database, makeEpoch(), item.body, key, number(m_settings.retention.events),
                          number(quint64(m_settings.retention.age.count())), m_settings.waitInOutage ? m_origin : QByteArray(),
                          number(item.ticket), number(m_settings.retention.bytes)}
            + event.to,
        [this, ticket = item.ticket](const Result<RedisReply> &reply) { onPublished(ticket, reply); });
    m_status.messagesOut += quint64(event.to.size());
}

void RedisBus::onPublished(quint64 ticket, const Result<RedisReply> &reply)
{
    PublishQueue::Item *item = m_queue.find(ticket);
    if (!item)
        return;
    if (!reply) {
        if (reply.error().code != Errc::Unavailable) // a lost connection is told by lose()
            complete(ticket, fail(Errc::Unavailable, "Redis: " + reply.error().detail));
        return;
    }
    if (reply->size() != 3) {
        complete(ticket, fail(Errc::Unavailable, "Redis gave an answer that does not fit"));
        return;
    }
    m_status.scriptTime = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now() - item->since);
    const Seq seq{(*reply)[1].number()};
    if ((*reply)[0].text() != m_log.epoch()) {
        complete(ticket, fail(Errc::Unavailable, "Redis has another store now; the event is in it, but its id is not known yet"));
        suspectEpoch();
        return;
    }
    if ((*reply)[2].integer() == 1) {
        complete(ticket, Receipt{seq, true});
        return;
    }
    if (seq > m_proof.seq)
        m_proof = {item->event->to.first(), m_origin + ' ' + number(ticket) + ' ', seq};
    const bool isHeardHere = std::any_of(item->event->to.begin(), item->event->to.end(), [&](const QByteArray &channel) {
        const Subscriptions::Entry *entry = m_log.subscriptions().find(channel);
        return entry && entry->covered;
    });
    if (isHeardHere && seq > m_log.head())
        item->stored = seq; // its receivers are counted when it is heard
    else
        complete(ticket, Receipt{seq});
}

void RedisBus::complete(quint64 ticket, const Result<Receipt> &receipt)
{
    if (m_queue.take(ticket) && m_listener)
        m_listener->busPublished(ticket, receipt);
}

void RedisBus::completeStored()
{
    // In an outage nothing more will be heard.
    const Seq upTo = m_phase == Phase::Up ? m_log.head() : Seq{~quint64(0)};
    for (const quint64 ticket : m_queue.stored(upTo))
        complete(ticket, Receipt{m_queue.find(ticket)->stored});
}

void RedisBus::broadcast(const Event &event)
{
    if (m_phase != Phase::Up)
        return;
    const QByteArray message = ephemeralMessage(m_settings.address.database, encodeBody(event, {m_origin, ++m_lastTicket}));
    // They may be lost, so a Redis that doesn't keep up gets none of them.
    constexpr qint64 MostUnsent = 8 * 1024 * 1024;
    if (m_commands.unsent() > MostUnsent) {
        complain("Redis does not keep up: an event without an id has not gone to the other hubs");
        return;
    }
    for (const QByteArray &channel : event.to)
        m_commands.send({"PUBLISH", channel, message}, {});
    m_status.messagesOut += quint64(event.to.size());
}

void RedisBus::onMessage(const RedisReply &reply)
{
    const QByteArrayView kind = reply[0].text();
    const QByteArray channel = reply[1].text().toByteArray();
    if (kind == QByteArrayView("subscribe")) {
        m_ownConfirmed |= channel == m_ownChannel;
        m_log.subscriptions().confirmed(channel);
        proceed();
        return;
    }
    if (kind == QByteArrayView("unsubscribe")) {
        m_log.subscriptions().left(channel);
        proceed();
        return;
    }
    ++m_status.messagesIn;
    if (Subscriptions::Entry *entry = m_log.subscriptions().find(channel))
        ++entry->heard;
    const auto message = decodeMessage(reply[2].text());
    if (!message) {
        drop(channel, reply[2].text(), message.error());
    } else if (const auto *stored = std::get_if<StoredMessage>(&*message)) {
        if (m_phase == Phase::Looking && m_look.tick)
            keepEarly(channel, reply[2].text());
        else
            onStored(*stored, channel);
    } else if (const auto *tick = std::get_if<TickMessage>(&*message)) {
        onTick(*tick);
    } else if (const auto *ephemeral = std::get_if<EphemeralMessage>(&*message)) {
        onEphemeral(*ephemeral, channel);
    } else {
        onForeign(channel, reply[2].text());
    }
}

void RedisBus::keepEarly(const QByteArray &channel, QByteArrayView message)
{
    constexpr qsizetype MostOctets = 64 * 1024 * 1024;
    m_look.early.emplace_back(channel, message.toByteArray());
    m_look.earlyOctets += message.size();
    if (m_look.earlyOctets > MostOctets)
        lose("it answers more slowly than events come");
}

void RedisBus::hearEarly(const Look &look)
{
    for (const auto &[channel, text] : look.early) {
        const auto message = decodeMessage(text);
        if (const auto *stored = message ? std::get_if<StoredMessage>(&*message) : nullptr)
            onStored(*stored, channel);
    }
}

void RedisBus::onStored(const StoredMessage &message, const QByteArray &channel)
{
    // PUBLISH knows no databases: hubs on another one are other hubs. And until the bus is up, what is heard is read later.
    if (message.database != m_settings.address.database || m_phase != Phase::Up)
        return;
    if (message.epoch != m_log.epoch()) {
        suspectEpoch();
        return;
    }
    if (message.seq <= m_log.head())
        return; // by another of its channels
    auto body = decodeBody(message.body);
    if (!body) {
        drop(channel, message.body, body.error());
        m_log.reached(message.seq);
        return;
    }
    Event &event = *body->event;
    event.seq = message.seq;
    event.published = message.published;
    event.accepted = m_clock.now();
    const bool isOwn = body->token.origin == m_origin;
    if (const PublishQueue::Item *item = isOwn ? m_queue.find(body->token.ticket) : nullptr)
        event.accepted = item->event->accepted;
    m_proof = {channel, body->token.origin + ' ' + number(body->token.ticket) + ' ', event.seq};
    for (const QByteArray &to : event.to) {
        Subscriptions::Entry *entry = m_log.subscriptions().find(to);
        if (entry && entry->first.isNull())
            entry->first = event.seq;
    }
    const EventPtr heard = std::move(body->event);
    m_log.heard(heard);
    if (m_listener)
        m_listener->busDelivers(heard, isOwn ? body->token.ticket : 0);
    completeStored();
}

void RedisBus::onTick(const TickMessage &message)
{
    if (message.number == m_beat.number && m_beat.number != 0) {
        m_status.pingTime = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now() - m_beat.sent);
        m_beat.number = 0;
    }
    if (message.number == m_look.number)
        m_look.tick = message;
    if (m_phase == Phase::Up && message.epoch == m_log.epoch()) {
        m_log.reached(message.seq);
        completeStored();
    } else if (m_phase == Phase::Up) {
        suspectEpoch();
    }
    finishLook();
}

void RedisBus::onEphemeral(const EphemeralMessage &message, const QByteArray &channel)
{
    if (message.database != m_settings.address.database)
        return;
    auto body = decodeBody(message.body);
    if (!body) {
        drop(channel, message.body, body.error());
        return;
    }
    constexpr qsizetype MostOrigins = 1'000; // of hubs that are long gone, too
    if (m_ephemeral.size() >= MostOrigins)
        m_ephemeral.clear();
    quint64 &latest = m_ephemeral[body->token.origin];
    if (body->token.origin == m_origin || body->token.ticket <= latest)
        return; // delivered here already
    latest = body->token.ticket;
    body->event->published = m_clock.wall();
    body->event->accepted = m_clock.now();
    if (m_listener)
        m_listener->busDelivers(std::move(body->event), 0);
}

void RedisBus::onForeign(const QByteArray &channel, QByteArrayView payload)
{
    auto event = parseForeignEvent(channel, payload, m_settings.maxEvent);
    if (!event) {
        drop(channel, payload, event.error());
        return;
    }
    ++m_status.foreign;
    (*event)->published = m_clock.wall();
    (*event)->accepted = m_clock.now();
    if (m_listener)
        m_listener->busDelivers(std::move(*event), 0);
}

} // namespace pushscope
