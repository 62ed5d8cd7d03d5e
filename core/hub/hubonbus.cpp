// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The hub as one of several: what it asks of the bus and what the bus tells it; and the waits of those who publish and subscribe.

#include "hub/hub.h"
#include "hub/livetap.h"

namespace pushscope {

Hub::PublishWait::PublishWait(Hub &hub, const Published &published, Done done)
    : m_hub(hub)
    , m_ticket(published.ticket)
    , m_done(std::move(done))
{
    Q_ASSERT(m_done && !hub.isSafe(published));
    if (m_ticket)
        hub.m_onBus[m_ticket].wait = this;
    else
        m_commit.emplace(hub, published.seq, [this, published](const Result<void> &safe) {
            const auto told = std::exchange(m_done, {}); // it may destroy this
            told(safe ? Result<Published>(published) : tl::unexpected(safe.error()));
        });
}

Hub::PublishWait::~PublishWait()
{
    if (const auto it = m_hub.m_onBus.find(m_ticket); m_ticket && it != m_hub.m_onBus.end())
        it->second.wait = nullptr;
}

Hub::Preparation::Preparation(Hub &hub, std::vector<QByteArray> channels, std::function<void()> done)
    : m_hub(hub)
    , m_channels(std::move(channels))
    , m_done(std::move(done))
{
    for (const QByteArray &channel : m_channels)
        hub.m_bus->retain(channel);
    m_ticket = hub.m_bus->prepare(m_channels);
    hub.m_preparing.emplace(m_ticket, this);
}

Hub::Preparation::~Preparation()
{
    m_hub.m_preparing.erase(m_ticket);
    for (const QByteArray &channel : m_channels)
        m_hub.m_bus->release(channel);
}

bool Hub::isSafe(const Published &published) const
{
    return published.ticket == 0 && published.seq <= m_store.committed();
}

std::unique_ptr<Hub::Preparation> Hub::prepare(std::vector<QByteArray> channels, const QByteArray &cursor,
                                               std::function<void()> done)
{
    if (!m_bus)
        return nullptr;
    const auto id = parseEventId(cursor);
    if (id && id->epoch == m_epoch && m_bus->covers(channels, id->seq))
        return nullptr;
    return std::make_unique<Preparation>(*this, std::move(channels), std::move(done));
}

Result<Published> Hub::publishOnBus(EventPtr event)
{
    return m_bus->publish(std::move(event)).map([this](quint64 ticket) {
        m_onBus.emplace(ticket, OnBus{});
        return Published{{}, {}, false, ticket};
    });
}

void Hub::busDelivers(const EventPtr &event, quint64 ticket)
{
    const EncodedEvent encodedEvent(event, m_encoder, m_epoch);
    const Receivers receivers = fanOut(encodedEvent, nullptr);
    if (const auto it = m_onBus.find(ticket); ticket && it != m_onBus.end())
        it->second.receivers = receivers;
    m_observer.eventPublished(event, receivers);
    dropOverflowed();
}

void Hub::busPublished(quint64 ticket, const Result<Bus::Receipt> &receipt)
{
    const auto node = m_onBus.extract(ticket);
    if (node.empty() || !node.mapped().wait)
        return; // the publisher has left
    const auto done = std::exchange(node.mapped().wait->m_done, {});
    const Receivers receivers = node.mapped().receivers;
    done(receipt.map([&](const Bus::Receipt &stored) { return Published{stored.seq, receivers, stored.duplicate}; }));
}

void Hub::busPrepared(quint64 ticket)
{
    const auto node = m_preparing.extract(ticket);
    if (node.empty())
        return; // given up
    const auto done = std::exchange(node.mapped()->m_done, {});
    done(); // last: it destroys the preparation
}

std::vector<Subscriber *> Hub::everyone() const
{
    std::vector<Subscriber *> subscribers;
    m_index.forEach(
        [&](const Channel &channel) { subscribers.insert(subscribers.end(), channel.members.begin(), channel.members.end()); });
    std::sort(subscribers.begin(), subscribers.end());
    subscribers.erase(std::unique(subscribers.begin(), subscribers.end()), subscribers.end());
    return subscribers;
}

void Hub::replayAgain(Subscriber &subscriber, Seq after)
{
    detach(subscriber);
    if (subscriber.tap())
        subscriber.tap()->left(); // what it holds is read again
    subscriber.m_position = after;
    enqueueReplay(subscriber);
}

void Hub::busResumed(Seq seq)
{
    for (Subscriber *subscriber : everyone()) {
        if (subscriber->m_state != Subscriber::State::Live)
            continue; // reads its history anyway
        const Seq held = subscriber->tap() ? subscriber->tap()->holdsFrom() : Seq{};
        replayAgain(*subscriber, held.isNull() ? std::max(subscriber->m_position, seq) : held.previous());
    }
}

void Hub::busEpochChanged(const Epoch &epoch)
{
    const Epoch before = std::exchange(m_epoch, epoch);
    for (CacheSlot &slot : m_cache)
        slot.event.reset();
    if (before.isEmpty())
        return; // the first: nobody was told anything yet
    m_observer.epochChanged();
    for (Subscriber *subscriber : everyone()) {
        if (subscriber->m_state == Subscriber::State::Overflowed)
            continue;
        const std::vector<QByteArray> channels = subscriber->channels();
        const Start start = startFor(formatEventId(before, subscriber->m_position), channels);
        replayAgain(*subscriber, start.after);
        if (start.gap) {
            subscriber->gap(*start.gap);
            m_observer.gapTold(*subscriber, *start.gap);
        }
    }
}

void Hub::retainAll(const Subscriber &subscriber)
{
    if (!m_bus || subscriber.isWatcher())
        return;
    for (const QByteArray &channel : subscriber.channels())
        m_bus->retain(channel);
}

void Hub::releaseAll(const Subscriber &subscriber)
{
    if (!m_bus || subscriber.isWatcher())
        return;
    for (const QByteArray &channel : subscriber.channels())
        m_bus->release(channel);
}

} // namespace pushscope
