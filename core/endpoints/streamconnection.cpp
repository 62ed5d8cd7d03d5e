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
    , FaultTarget(subscription.facts.protocol)
    , m_terms(std::make_unique<Terms>())
    , m_lastWrite(context.clock.now())
{
    m_terms->subscription = std::make_unique<Subscription>(std::move(subscription));
    m_terms->subscription->facts.id = id();
    m_terms->ticket = std::move(m_terms->subscription->ticket);
    if (principal.endsAt)
        m_terms->tokenEnds = m_lastWrite + (*principal.endsAt - context.clock.wall());
}

StreamConnection::~StreamConnection()
{
    leave("hub stopped");
}

void StreamConnection::prepare(std::function<void()> greet)
{
    const auto begin = [this, greet = std::move(greet)] {
        const auto preparation = std::move(m_terms->preparation); // let go when the subscriber holds its channels itself
        m_greeted = true;
        greet();
    };
    const Subscription &wanted = *m_terms->subscription;
    m_terms->preparation = context().hub.prepare(wanted.channels, wanted.cursor, begin);
    if (m_terms->preparation)
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
    return context().hub.startFor(m_terms->subscription->cursor, m_terms->subscription->channels);
}

QByteArray StreamConnection::announce()
{
    ClientRecord *record = context().observer.connectionOpened(m_terms->subscription->facts, *this);
    setRecord(record);
    m_announced = true;
    context().faults.opened(*this);
    return context().observer.clientName(*record);
}

void StreamConnection::subscribe(const Start &start)
{
    const auto subscription = std::move(m_terms->subscription);
    if (!m_terms->ticket && m_terms->tokenEnds == TimePoint::max())
        m_terms.reset();
    m_told = std::max(m_told, start.after);
    context().hub.subscribe(*this, subscription->channels, std::move(subscription->types), start);
    rearm();
}

void StreamConnection::leave(const QByteArray &cause)
{
    if (m_left)
        return;
    m_left = true;
    if (m_terms)
        m_terms->preparation.reset();
    context().hub.unsubscribe(*this);
    if (m_announced) {
        context().faults.closed(*this);
        context().observer.connectionClosed(*this, cause);
    }
    setRecord(nullptr);
    if (m_terms)
        m_terms->ticket.reset();
}

void StreamConnection::finish(const QByteArray &cause)
{
    leave(cause);
    if (m_finishing || !hasLink())
        return;
    m_finishing = true;
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
    TimePoint next = std::min(m_lastWrite + context().settings.keepalive, tokenEnds());
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
    if (now >= tokenEnds()) {
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
