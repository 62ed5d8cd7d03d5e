// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultlink.h"

#include <QRandomGenerator>
#include <deque>

namespace pushscope {

// What is held back, and the timer for what of it is due first.
class FaultLink::Delayed final : public TimerWheel::Timer
{
public:
    struct Item {
        TimePoint due;
        QByteArray octets; // none: a FIN
    };

    explicit Delayed(FaultLink &owner)
        : link(owner)
    {
    }

    FaultLink &link;
    std::deque<Item> out;
    std::deque<Item> in;
    qsizetype outBytes = 0;
    TimePoint lastOut{}; // nothing is due earlier than what went before it
    TimePoint lastIn{};
    std::optional<LinkEnd> end; // due at lastIn
    bool *destroyed = nullptr; // tells release() that a handler destroyed the link

private:
    void onTimer(TimePoint now) override { link.release(now); }
};

FaultLink::FaultLink(std::unique_ptr<Link> inner, TimerWheel &wheel, const Clock &clock)
    : m_inner(std::move(inner))
    , m_wheel(wheel)
    , m_clock(clock)
{
}

FaultLink::~FaultLink()
{
    if (m_delayed && m_delayed->destroyed)
        *m_delayed->destroyed = true;
}

void FaultLink::setLatency(Milliseconds delay, Milliseconds jitter)
{
    m_delay = delay;
    m_jitter = jitter;
}

void FaultLink::setHandler(LinkHandler *handler)
{
    m_handler = handler;
    if (!m_closed)
        m_inner->setHandler(handler ? this : nullptr);
    armOrDrop();
}

void FaultLink::write(SharedBytes octets)
{
    if (octets.isEmpty() || m_finishing || m_closed)
        return;
    if (passesThrough())
        m_inner->write(std::move(octets));
    else
        holdOut(std::move(octets));
}

qsizetype FaultLink::queuedBytes() const noexcept
{
    return m_inner->queuedBytes() + (m_delayed ? m_delayed->outBytes : 0);
}

void FaultLink::setReading(bool on)
{
    m_reading = on;
    if (!m_closed)
        m_inner->setReading(on);
    armOrDrop();
}

void FaultLink::finish()
{
    if (m_finishing || m_closed)
        return;
    m_finishing = true;
    if (passesThrough())
        m_inner->finish();
    else
        holdOut({});
}

void FaultLink::reset()
{
    m_closed = true;
    m_handler = nullptr;
    if (m_delayed) {
        m_delayed->out.clear();
        m_delayed->in.clear();
        m_delayed->outBytes = 0;
        m_delayed->end.reset();
    }
    m_inner->reset();
    armOrDrop();
}

void FaultLink::linkReceived(QByteArrayView octets)
{
    if (passesThrough())
        m_handler->linkReceived(octets);
    else
        holdIn(octets.toByteArray());
}

void FaultLink::linkPeerFinished()
{
    if (passesThrough())
        m_handler->linkPeerFinished();
    else
        holdIn({});
}

void FaultLink::linkDrained()
{
    if (!m_delayed || m_delayed->out.empty())
        m_handler->linkDrained();
}

void FaultLink::linkEnded(LinkEnd how)
{
    m_closed = true;
    if (passesThrough())
        return m_handler->linkEnded(how);
    Delayed &held = delayed();
    held.out.clear(); // nobody is there to get it
    held.outBytes = 0;
    held.end = how;
    held.lastIn = due(held.lastIn);
    armOrDrop();
}

FaultLink::Delayed &FaultLink::delayed()
{
    if (!m_delayed)
        m_delayed = std::make_unique<Delayed>(*this);
    return *m_delayed;
}

TimePoint FaultLink::due(TimePoint notBefore) const
{
    const auto spread = m_jitter.count();
    const Milliseconds offset(spread > 0 ? QRandomGenerator::global()->bounded(qint64(-spread), qint64(spread) + 1) : 0);
    return std::max(notBefore, m_clock.now() + std::max(m_delay + offset, Milliseconds(0)));
}

void FaultLink::holdOut(SharedBytes octets)
{
    Delayed &held = delayed();
    held.lastOut = due(held.lastOut);
    held.outBytes += octets.size();
    held.out.push_back({held.lastOut, std::move(octets)});
    armOrDrop();
}

void FaultLink::holdIn(QByteArray octets)
{
    Delayed &held = delayed();
    held.lastIn = due(held.lastIn);
    held.in.push_back({held.lastIn, std::move(octets)});
    armOrDrop();
}

void FaultLink::release(TimePoint now)
{
    bool destroyed = false;
    m_delayed->destroyed = &destroyed;
    releaseOut(now);
    if (destroyed || !releaseIn(now))
        return;
    m_delayed->destroyed = nullptr;
    armOrDrop();
}

void FaultLink::releaseOut(TimePoint now)
{
    Delayed &held = *m_delayed;
    bool any = false;
    while (!held.out.empty() && held.out.front().due <= now) {
        SharedBytes octets = std::move(held.out.front().octets);
        held.out.pop_front();
        held.outBytes -= octets.size();
        any = true;
        if (octets.isEmpty())
            m_inner->finish();
        else
            m_inner->write(std::move(octets));
    }
    // It had to wait. If some of it has to wait in the inner link too, that one will say so again.
    if (any && held.out.empty() && m_handler)
        m_handler->linkDrained();
}

bool FaultLink::releaseIn(TimePoint now)
{
    Delayed &held = *m_delayed;
    const bool &destroyed = *held.destroyed;
    while (m_reading && m_handler && !held.in.empty() && held.in.front().due <= now) {
        const QByteArray octets = std::move(held.in.front().octets);
        held.in.pop_front();
        if (octets.isEmpty())
            m_handler->linkPeerFinished();
        else
            m_handler->linkReceived(octets);
        if (destroyed)
            return false;
    }
    // As with any link, what was not read before its end is lost.
    if (held.end && held.lastIn <= now && m_handler) {
        const LinkEnd how = *held.end;
        held.end.reset();
        held.in.clear();
        m_handler->linkEnded(how);
        return !destroyed;
    }
    return true;
}

// Waits for what is due first. Not while releasing, which ends with it.
void FaultLink::armOrDrop()
{
    if (!m_delayed || m_delayed->destroyed)
        return;
    const Delayed &held = *m_delayed;
    if (held.out.empty() && held.in.empty() && !held.end) {
        m_delayed.reset();
        return;
    }
    std::optional<TimePoint> first;
    const auto consider = [&first](TimePoint due) { first = first ? std::min(*first, due) : due; };
    if (!held.out.empty())
        consider(held.out.front().due);
    if (!held.in.empty() && m_reading && m_handler)
        consider(held.in.front().due);
    if (held.end && m_handler)
        consider(held.lastIn);
    if (first)
        m_wheel.arm(*m_delayed, *first);
    else
        TimerWheel::disarm(*m_delayed);
}

} // namespace pushscope
