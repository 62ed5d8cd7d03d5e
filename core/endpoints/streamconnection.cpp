// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/streamconnection.h"

#include "base/frametap.h"
#include "endpoints/context.h"

namespace pushscope {

using namespace std::chrono_literals;

static constexpr auto LingerTime = 2s; // for the peer's FIN after ours

StreamConnection::StreamConnection(EndpointContext &context, std::unique_ptr<Link> link, Subscription subscription,
                                   const Principal &principal)
    : Connection(context, std::move(link))
    , Subscriber(subscription.facts.protocol)
    , m_subscription(std::make_unique<Subscription>(std::move(subscription)))
    , m_lastWrite(context.clock.now())
    , m_tokenEnds(TimePoint::max())
{
    m_subscription->facts.id = id();
    m_ticket = std::move(m_subscription->ticket);
    if (principal.endsAt)
        m_tokenEnds = m_lastWrite + (*principal.endsAt - context.clock.wall());
}

StreamConnection::~StreamConnection()
{
    leave("hub stopped");
}

void StreamConnection::prepare(std::function<void()> greet)
{
    const auto begin = [this, greet = std::move(greet)] {
        const auto preparation = std::move(m_preparation); // let go when the subscriber holds its channels itself
        m_greeted = true;
        greet();
    };
    m_preparation = context().hub.prepare(m_subscription->channels, m_subscription->cursor, begin);
    if (m_preparation)
        rearm();
    else
        begin();
}

Seq StreamConnection::cursorToTell() const
{
    const Seq head = isSubscribed() ? context().hub.deliveredUpTo(*this) : Seq{};
    return isReplaying() || head <= m_told ? Seq{} : head;
}

Start StreamConnection::findStart() const
{
    return context().hub.startFor(m_subscription->cursor, m_subscription->channels);
}

QByteArray StreamConnection::announce()
{
    ClientRecord *record = context().observer.connectionOpened(m_subscription->facts, *this);
    setRecord(record);
    m_announced = true;
    context().faults.opened(*this, *this);
    return context().observer.clientName(*record);
}

void StreamConnection::subscribe(const Start &start)
{
    const auto subscription = std::move(m_subscription);
    m_told = std::max(m_told, start.after);
    context().hub.subscribe(*this, subscription->channels, std::move(subscription->types), start);
    rearm();
}

void StreamConnection::leave(const QByteArray &cause)
{
    if (std::exchange(m_left, true))
        return;
    m_preparation.reset();
    context().hub.unsubscribe(*this);
    if (m_announced) {
        context().faults.closed(*this);
        context().observer.connectionClosed(*this, cause);
    }
    setRecord(nullptr);
    m_ticket.reset();
}

void StreamConnection::finish(const QByteArray &cause)
{
    leave(cause);
    if (std::exchange(m_finishing, true) || !hasLink())
        return;
    link().setReading(true);
    link().finish();
    context().timers.arm(*this, context().clock.now() + LingerTime);
}

void StreamConnection::drop(DropHow how, int closeCode, const QByteArray &cause)
{
    switch (how) {
    case DropHow::Fin:
        finish(cause);
        break;
    case DropHow::Rst:
        leave(cause);
        retireWithReset();
        break;
    case DropHow::CloseCode:
        endByCode(closeCode, cause);
        break;
    }
}

bool StreamConnection::writeEvent(const SharedBytes &octets, const Event &event, bool replayed, qsizetype saved)
{
    if (m_finishing || !hasLink())
        return true; // it is leaving; the cause is known already
    if (link().queuedBytes() + octets.size() > context().settings.queueLimit)
        return false;
    write(octets);
    if (!event.isEphemeral())
        m_told = event.seq;
    context().observer.eventDelivered(*this, event, octets.size(), replayed);
    if (saved != 0)
        context().observer.octetsSaved(*this, saved);
    return true;
}

void StreamConnection::write(const SharedBytes &octets)
{
    if (!hasLink())
        return;
    if (context().frames && context().frames->isWatching())
        octetsWritten(octets);
    link().write(octets);
    m_lastWrite = context().clock.now();
}

bool StreamConnection::hasRoom() const
{
    return hasLink() && link().queuedBytes() < context().settings.queueLimit / 4;
}

void StreamConnection::rearm()
{
    if (m_finishing)
        return;
    TimePoint next = std::min(m_lastWrite + context().settings.keepalive, m_tokenEnds);
    if (const auto extra = extraDeadline())
        next = std::min(next, *extra);
    context().timers.arm(*this, next);
}

void StreamConnection::onTimer(TimePoint now)
{
    if (m_finishing) {
        retire();
        return;
    }
    if (now >= m_tokenEnds) {
        expireToken("token expired");
        return;
    }
    if (const auto extra = extraDeadline(); extra && now >= *extra)
        onExtraDeadline();
    if (!m_finishing && now >= m_lastWrite + context().settings.keepalive) {
        if (isSilenced(FaultPort::Signal::Keepalive))
            m_lastWrite = now;
        else
            onKeepalive();
    }
    rearm();
}

void StreamConnection::applyFaults(ConnectionFacts facts)
{
    if (!hasLink())
        return;
    facts.id = id();
    facts.address = link().peer().toByteArray();
    passFaults(facts, FaultPort::Occasion::RulesChanged);
}

bool StreamConnection::isSilenced(FaultPort::Signal signal)
{
    return tap() && context().faults.silences(signal, *this);
}

void StreamConnection::linkPeerFinished()
{
    leave("client");
    if (!isFinishing())
        finish("client");
    else
        retire();
}

void StreamConnection::linkDrained()
{
    context().hub.resumeReplay(*this);
}

void StreamConnection::linkEnded(LinkEnd how)
{
    // A WebSocket says goodbye in its own way, or not.
    const bool truncated = how == LinkEnd::Truncated && protocol() != ClientProtocol::WebSocket;
    leave(how == LinkEnd::Cut             ? context().faults.causeOfCut(link())
              : how == LinkEnd::PeerReset ? QByteArray("reset by client")
                                          : QByteArray(truncated ? "client (no close_notify)" : "client"));
    retire();
}

} // namespace pushscope
