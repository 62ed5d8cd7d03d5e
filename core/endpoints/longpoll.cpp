// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/longpoll.h"

#include "endpoints/contentcoding.h"
#include "endpoints/context.h"
#include "endpoints/polltable.h"
#include "endpoints/router.h"
#include "endpoints/wireencoder.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t MaxEphemeral = 100; // kept between two polls
constexpr qsizetype MaxAnswerOctets = 1024 * 1024;

} // namespace

// What the exchange holds while its poll waits: says when the connection is gone.
class PollSession::Waiting final : public Exchange::Task
{
public:
    explicit Waiting(PollSession &session)
        : m_session(&session)
    {
        session.m_waiting = this;
    }
    ~Waiting() override
    {
        if (m_session) {
            m_session->m_waiting = nullptr;
            m_session->exchangeGone();
        }
    }
    void release() { m_session = nullptr; }
    [[nodiscard]] bool endsWithClient() const noexcept override { return true; }

private:
    PollSession *m_session;
};

PollSession::PollSession(EndpointContext &context, PollTable &table, QByteArray key)
    : FaultTarget(ClientProtocol::Poll)
    , m_context(context)
    , m_table(table)
    , m_key(std::move(key))
{
}

PollSession::~PollSession()
{
    leave(m_broken ? "malformed-frame" : "hub stopped");
}

void PollSession::poll(Exchange &exchange, Opening &opening, Wish wish)
{
    if (m_exchange)
        answer(); // the same client asks twice at once: the first gets what there is
    const Subscription &subscription = opening.subscription;
    m_exchange = &exchange;
    m_ticket = std::move(opening.subscription.ticket);
    exchange.hold(std::make_unique<Waiting>(*this));
    m_limit = wish.limit;
    m_timeout = wish.timeout;
    m_live = false;
    const Start start = m_context.hub.startFor(wish.cursor, subscription.channels);
    if (!m_announced) {
        m_givenSeq = start.after; // no earlier event is due to it
        ConnectionFacts facts = subscription.facts;
        facts.id = m_context.connections.nextId();
        facts.compression = acceptedCoding(exchange.head());
        setRecord(m_context.observer.connectionOpened(facts, *this));
        m_announced = true;
        const auto first = parseEventId(wish.cursor);
        m_firstSeq = first ? first->seq : m_context.hub.head();
    } else {
        m_context.observer.polled(*this, wish.cursor, subscription.facts.address, m_due);
    }
    m_address = subscription.facts.address;
    m_due = 0;
    m_context.faults.opened(*this);
    m_waitEnds = m_context.clock.now() + wish.timeout;
    m_context.hub.unsubscribe(*this);
    for (const Ephemeral &kept : std::exchange(m_ephemeral, {}))
        add(m_context.hub.encoded(kept.event), false);
    // The waiter is registered and the store read in one turn: nothing falls between.
    m_context.hub.subscribe(*this, subscription.channels, std::move(wish.types), start);
    if (m_exchange)
        m_context.timers.arm(*this, m_waitEnds);
}

bool PollSession::deliver(const EncodedEvent &event, bool replayed)
{
    if (!m_exchange) {
        if (event.event().isEphemeral())
            keepForLater(event);
        else
            ++m_due;
        return true; // stored events are read by the next poll
    }
    add(event, replayed);
    if (m_live && !replayed && !m_inGroup)
        answer(); // one live event is worth an answer
    return true;
}

void PollSession::endGroup()
{
    m_inGroup = false;
    if (m_exchange && m_live && m_count > 0)
        answer();
}

void PollSession::add(const EncodedEvent &event, bool replayed)
{
    const SharedBytes &object = event.form(WireForm::PollObject);
    if (m_count++ > 0)
        m_objects += ',';
    m_objects += object;
    m_context.observer.eventDelivered(*this, event.event(), object.size(), replayed);
}

void PollSession::keepForLater(const EncodedEvent &event)
{
    const QByteArray &name = event.event().conflate;
    if (!name.isEmpty())
        std::erase_if(m_ephemeral, [&](const Ephemeral &kept) { return kept.conflate == name; });
    m_ephemeral.push_back({event.pointer(), name});
    if (m_ephemeral.size() > MaxEphemeral)
        m_ephemeral.pop_front();
}

bool PollSession::hasRoom() const
{
    return m_exchange && m_count < m_limit && m_objects.size() < MaxAnswerOctets;
}

void PollSession::gap(const Gap &gap)
{
    m_gap = WireEncoder::gapData(gap, m_context.hub.epoch());
    if (gap.reason == Gap::Reason::Epoch)
        m_givenSeq = m_firstSeq = gap.resume; // what it was given has other ids
}

void PollSession::caughtUp()
{
    m_live = true;
    if (!m_exchange)
        return;
    if (m_count > 0 || !m_gap.isEmpty() || m_context.clock.now() >= m_waitEnds)
        answer();
}

void PollSession::parked()
{
    if (m_exchange)
        answer(); // full: the rest comes with the next poll
}

void PollSession::answer()
{
    // Live and with nothing left out, the head is the cursor; else only what is in this answer has been seen.
    const Seq cursor = m_live && !isReplaying() ? m_context.hub.deliveredUpTo(*this) : position();
    m_givenSeq = std::max(m_givenSeq, cursor);
    m_given = m_context.hub.cursorAt(cursor);
    const QByteArray body = WireEncoder::pollAnswer(std::exchange(m_objects, {}), m_given, std::exchange(m_gap, {}));
    m_count = 0;
    Exchange &exchange = *takeExchange();
    m_context.timers.arm(*this, nextPollDue());
    if (m_announced && !m_left)
        m_context.observer.pollAnswered(*this);
    Answer answer = encodedAnswer(exchange.head(), json(body));
    const qsizetype saved = body.size() - answer.second.size();
    if (saved != 0)
        exchange.setPlainBody(body);
    if (saved != 0 && record())
        m_context.observer.octetsSaved(*this, saved);
    respond(m_context, exchange, std::move(answer));
}

TimePoint PollSession::nextPollDue() const
{
    return m_context.clock.now() + std::max<Milliseconds>(2 * m_timeout, 2s);
}

Exchange *PollSession::takeExchange()
{
    m_ticket.reset();
    if (m_waiting)
        std::exchange(m_waiting, nullptr)->release();
    return std::exchange(m_exchange, nullptr);
}

bool PollSession::fitsLoosely(const QByteArray &cursor, const QByteArray &address) const
{
    if (m_exchange || address != m_address)
        return false;
    const auto id = parseEventId(cursor);
    return cursor.isEmpty() || (id && id->epoch == m_context.hub.epoch() && id->seq >= m_firstSeq && id->seq <= m_givenSeq);
}

void PollSession::exchangeGone()
{
    m_ticket.reset();
    const QByteArray cause = std::exchange(m_exchange, nullptr)->ending();
    leave(cause);
    m_table.removeLater(*this);
}

void PollSession::onTimer(TimePoint)
{
    if (!m_exchange) {
        leave("stopped polling");
        m_table.removeLater(*this);
    } else if (m_live) {
        answer();
    } else {
        m_context.timers.arm(*this, m_context.clock.now() + 1s); // history is still being read
    }
}

void PollSession::drop(DropHow how, int, const QByteArray &cause)
{
    if (Exchange *exchange = takeExchange())
        exchange->abort(how == DropHow::Rst);
    leave(cause);
    m_table.removeLater(*this);
}

void PollSession::applyFaults(ConnectionFacts facts)
{
    if (!m_exchange)
        return;
    facts.address = m_exchange->peer().toByteArray();
    m_exchange->applyFaults(facts, false);
}

// An answer that breaks off, and with it this row of polls: what was to be in it is still due. It leaves after the present turn,
// for the hub may be in the middle of giving it something.
bool PollSession::breakProtocol()
{
    Exchange *exchange = takeExchange();
    if (!exchange)
        return false;
    m_broken = true;
    respond(m_context, *exchange, json("{\"events\":["));
    m_table.removeLater(*this);
    return true;
}

void PollSession::expireToken(const QByteArray &cause)
{
    if (Exchange *exchange = takeExchange())
        respond(m_context, *exchange, problem(401, "the token has expired"));
    leave(cause);
    m_table.removeLater(*this);
}

void PollSession::endForRestart(Milliseconds, const QByteArray &cause)
{
    if (m_exchange)
        answer();
    leave(cause);
    m_table.removeLater(*this);
}

void PollSession::drain()
{
    if (m_exchange)
        answer();
}

void PollSession::leave(const QByteArray &cause)
{
    if (std::exchange(m_left, true))
        return;
    TimerWheel::disarm(*this);
    m_context.hub.unsubscribe(*this);
    rewindTo(m_givenSeq); // what came since the last answer is still due
    if (m_announced) {
        m_context.faults.closed(*this);
        m_context.observer.connectionClosed(*this, cause);
    }
    setRecord(nullptr);
}

} // namespace pushscope
