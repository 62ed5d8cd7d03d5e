// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/hub.h"

#include "hub/livetap.h"

#include <QPointer>
#include <QScopedValueRollback>
#include <QUtf8StringView>

namespace pushscope {

namespace {

constexpr std::size_t SliceEvents = 64; // of one subscriber's replay in a row
constexpr std::size_t TurnSlices = 64; // slices a turn of the event loop, so that live events and pings go on
constexpr std::size_t CacheSize = 2048;
constexpr qsizetype MaxNameOctets = 256;

bool hasControl(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

Hub::CommitWait::CommitWait(Hub &hub, Seq seq, Done done)
    : m_hub(hub)
    , m_done(std::move(done))
{
    Q_ASSERT(m_done);
    // Nearly always at the end; only the repetition of a key waits for an event that is not the newest.
    const auto at = std::upper_bound(hub.m_waiting.begin(), hub.m_waiting.end(), seq,
                                     [](Seq value, const Waiting &waiting) { return value < waiting.seq; });
    hub.m_waiting.insert(at, {seq, this});
}

Hub::CommitWait::~CommitWait()
{
    if (!m_done)
        return; // told already, and out of the list
    for (Waiting &waiting : m_hub.m_waiting) {
        if (waiting.wait == this)
            waiting.wait = nullptr;
    }
}

Hub::Hub(EventStore &store, const EventEncoder &encoder, HubObserver &observer, const Clock &clock, Bus *bus)
    : m_store(store)
    , m_encoder(encoder)
    , m_observer(observer)
    , m_clock(clock)
    , m_bus(bus)
    , m_epoch(store.state().epoch)
    , m_cache(CacheSize)
{
    m_store.setCommitted([this](Result<Seq> seq) { onCommitted(std::move(seq)); });
    if (m_bus)
        m_bus->setListener(this);
    m_pump.setSingleShot(true);
    connect(&m_pump, &QTimer::timeout, this, &Hub::pumpReplays);
}

Hub::~Hub()
{
    m_store.setCommitted({});
    if (m_bus)
        m_bus->setListener(nullptr);
}

Result<void> Hub::checkChannel(QByteArrayView channel)
{
    if (channel == QByteArrayView("*"))
        return {};
    const bool named = (channel.startsWith("user:") || channel.startsWith("room:")) && channel.size() > 5;
    if (!named || channel.size() > MaxNameOctets || hasControl(channel))
        return fail(Errc::InvalidArgument, "a target is \"user:<id>\", \"room:<id>\" or \"*\"");
    return {};
}

Result<void> Hub::checkType(QByteArrayView type)
{
    if (type.isEmpty() || type.size() > MaxNameOctets)
        return fail(Errc::InvalidArgument, "a type has 1 to 256 octets");
    if (hasControl(type))
        return fail(Errc::InvalidArgument, "a type must not contain CR, LF or NUL");
    if (type.startsWith("hub."))
        return fail(Errc::InvalidArgument, "types that begin with \"hub.\" are the hub's own");
    if (!QUtf8StringView(type.data(), type.size()).isValidUtf8())
        return fail(Errc::InvalidArgument, "a type is UTF-8");
    return {};
}

Result<void> Hub::check(const Draft &draft)
{
    if (draft.to.isEmpty())
        return fail(Errc::InvalidArgument, "no target");
    for (const QByteArray &channel : draft.to) {
        if (auto checked = checkChannel(channel); !checked)
            return checked;
    }
    return checkType(draft.type);
}

Result<Published> Hub::publish(Draft draft)
{
    if (auto checked = check(draft); !checked)
        return tl::unexpected(checked.error());
    const WallTime wall = m_clock.wall();
    if (!m_bus && !draft.ephemeral && !draft.key.isEmpty()) {
        if (const auto seq = m_store.findKey(draft.publisher, draft.key, wall))
            return Published{*seq, {}, true};
    }
    auto event = std::make_shared<Event>();
    event->to = std::move(draft.to);
    event->type = std::move(draft.type);
    event->data = std::move(draft.data);
    event->published = wall;
    event->publisher = std::move(draft.publisher);
    event->accepted = m_clock.now();
    if (draft.ephemeral) {
        event->conflate = std::move(draft.conflate);
    } else if (m_bus) {
        event->key = std::move(draft.key);
        return publishOnBus(std::move(event));
    } else {
        event->key = std::move(draft.key);
        event->seq = m_store.nextSeq();
        if (auto stored = m_store.append(event); !stored)
            return tl::unexpected(stored.error());
    }
    const Seq seq = event->seq;
    const EncodedEvent encodedEvent(event, m_encoder, m_epoch);
    const Receivers receivers = fanOut(encodedEvent, draft.except);
    m_observer.eventPublished(event, receivers);
    if (m_bus)
        m_bus->broadcast(*event);
    dropOverflowed();
    return Published{seq, receivers};
}

bool Hub::wants(const Subscriber &subscriber, const Event &event)
{
    if (!subscriber.m_special)
        return true;
    const auto &types = subscriber.m_special->types;
    return types.empty() || std::find(types.begin(), types.end(), event.type) != types.end();
}

Receivers Hub::fanOut(const EncodedEvent &event, const Subscriber *except)
{
    Receivers receivers{};
    const QList<QByteArray> &targets = event.event().to;
    const bool several = targets.size() > 1;
    for (const QByteArray &name : targets) {
        const Channel *channel = m_index.find(name);
        if (!channel)
            continue;
        for (Subscriber *subscriber : channel->members) {
            if ((several && std::exchange(subscriber->m_visited, true)) || subscriber == except
                || !wants(*subscriber, event.event()))
                continue;
            if (!subscriber->isWatcher())
                ++receivers[std::size_t(subscriber->protocol())];
            deliverLive(*subscriber, event);
        }
    }
    if (several)
        forgetVisits(targets);
    return receivers;
}

void Hub::forgetVisits(const QList<QByteArray> &targets)
{
    for (const QByteArray &name : targets) {
        if (const Channel *channel = m_index.find(name))
            std::for_each(channel->members.begin(), channel->members.end(), [](auto *member) { member->m_visited = false; });
    }
}

void Hub::deliverLive(Subscriber &subscriber, const EncodedEvent &event)
{
    // One that replays reads stored events up to the head itself; only what is never stored reaches it here.
    const bool stored = !event.event().isEphemeral();
    const bool live = subscriber.m_state == Subscriber::State::Live;
    if ((stored && !live) || subscriber.m_state == Subscriber::State::Overflowed)
        return;
    if (stored && event.event().seq <= subscriber.m_position)
        return; // its replay read farther than the bus has come
    if (live) // all before it was delivered or not for this one
        subscriber.m_position = stored ? event.event().seq.previous() : std::max(subscriber.m_position, head());
    const bool tapped = subscriber.tap() && live && subscriber.takesLive();
    if (tapped ? !deliverTapped(subscriber, subscriber.tap()->live(event.pointer())) : !subscriber.deliver(event, false))
        markOverflowed(subscriber);
    else if (stored)
        subscriber.m_position = event.event().seq;
}

bool Hub::deliverTapped(Subscriber &subscriber, std::span<const EventPtr> events)
{
    if (events.empty())
        return true;
    subscriber.beginGroup();
    const auto refused = std::find_if(events.begin(), events.end(),
                                      [&](const EventPtr &event) { return !subscriber.deliver(encoded(event), false); });
    subscriber.endGroup();
    for (auto it = refused; it != events.end(); ++it) {
        if (!(*it)->isEphemeral()) // still due, with all that was held behind it
            subscriber.m_position = std::min(subscriber.m_position, (*it)->seq.previous());
    }
    return refused == events.end();
}

void Hub::deliverHeld(Subscriber &subscriber, std::span<const EventPtr> events)
{
    if (subscriber.m_state != Subscriber::State::Live || !subscriber.takesLive())
        return;
    if (!deliverTapped(subscriber, events))
        markOverflowed(subscriber);
    dropOverflowed();
}

Seq Hub::deliveredUpTo(const Subscriber &subscriber) const
{
    const Seq held = subscriber.tap() ? subscriber.tap()->holdsFrom() : Seq{};
    return held.isNull() ? std::max(head(), subscriber.m_position) : held.previous();
}

// From here on it gets nothing: a smaller event that still fits would hide from its client that the refused one is missing.
void Hub::markOverflowed(Subscriber &subscriber)
{
    subscriber.m_state = Subscriber::State::Overflowed;
    m_overflowed.push_back(&subscriber);
}

void Hub::dropOverflowed()
{
    // Letting one go may publish (presence) and so overflow others: the outermost call takes them all, one after the other.
    if (m_dropping)
        return;
    const QScopedValueRollback dropping(m_dropping, true);
    while (!m_overflowed.empty()) {
        Subscriber *subscriber = m_overflowed.back();
        unsubscribe(*subscriber);
        m_observer.overflowed(*subscriber);
        subscriber->overflowed();
    }
}

void Hub::onCommitted(Result<Seq> seq)
{
    // A failure concerns everything that still waits: nothing after the last commit is safe.
    while (!m_waiting.empty() && (!seq || m_waiting.front().seq <= *seq)) {
        CommitWait *wait = m_waiting.front().wait;
        m_waiting.pop_front();
        if (!wait)
            continue;
        const auto done = std::exchange(wait->m_done, {});
        done(seq ? Result<void>() : Result<void>(tl::unexpected(seq.error())));
    }
}

Start Hub::startFor(const QByteArray &cursor, std::span<const QByteArray> channels) const
{
    const EventStore::State state = m_store.state();
    if (cursor.isEmpty())
        return {state.head, {}};
    const Seq oldest = m_store.oldest(channels);
    const Seq beforeOldest = oldest.isNull() ? state.head : oldest.previous();
    if (cursor == "earliest")
        return {beforeOldest, {}};
    const auto gapped = [&](Gap::Reason reason) {
        return Start{beforeOldest, Gap{cursor, oldest, oldest.isNull() ? Seq{} : state.head, beforeOldest, reason}};
    };
    const auto id = parseEventId(cursor);
    if (!id)
        return gapped(Gap::Reason::Malformed);
    if (id->epoch != m_epoch)
        return gapped(Gap::Reason::Epoch);
    if (id->seq > state.head)
        return gapped(Gap::Reason::BeyondHead);
    if (isEvictedAfter(id->seq, channels))
        return gapped(Gap::Reason::Evicted);
    return {id->seq, {}};
}

bool Hub::isEvictedAfter(Seq seq, std::span<const QByteArray> channels) const
{
    return std::any_of(channels.begin(), channels.end(),
                       [&](const QByteArray &channel) { return m_store.evictedUpTo(channel) > seq; });
}

void Hub::subscribe(Subscriber &subscriber, std::span<const QByteArray> channels, std::vector<QByteArray> types,
                    const Start &start)
{
    Q_ASSERT(!subscriber.isSubscribed());
    subscriber.setTypes(std::move(types));
    for (const QByteArray &channel : channels)
        m_index.join(subscriber, channel);
    retainAll(subscriber);
    subscriber.m_position = start.after;
    subscriber.m_state = Subscriber::State::Replaying;
    if (start.gap) {
        subscriber.gap(*start.gap);
        m_observer.gapTold(subscriber, *start.gap);
    }
    if (m_replaying.empty() || start.after >= head())
        replaySlice(subscriber);
    else
        enqueueReplay(subscriber); // behind those who wait already
    dropOverflowed();
}

void Hub::detach(Subscriber &subscriber)
{
    switch (subscriber.m_state) {
    case Subscriber::State::Replaying:
        std::replace(m_replaying.begin(), m_replaying.end(), &subscriber, static_cast<Subscriber *>(nullptr));
        break;
    case Subscriber::State::Fetching:
        std::erase_if(m_fetching, [&](const auto &entry) { return entry.second == &subscriber; });
        break;
    case Subscriber::State::Overflowed:
        std::erase(m_overflowed, &subscriber);
        break;
    case Subscriber::State::Live:
    case Subscriber::State::Parked:
    case Subscriber::State::Apart:
        break;
    }
}

void Hub::unsubscribe(Subscriber &subscriber)
{
    if (!subscriber.isSubscribed())
        return;
    releaseAll(subscriber);
    m_index.leaveAll(subscriber);
    if (subscriber.m_state == Subscriber::State::Live) {
        // All that was due was delivered, whoever the rest was for.
        subscriber.m_position = std::max(subscriber.m_position, head());
    }
    detach(subscriber);
    subscriber.m_state = Subscriber::State::Apart;
    if (!subscriber.tap())
        return;
    if (const Seq held = subscriber.tap()->holdsFrom(); !held.isNull())
        subscriber.m_position = std::min(subscriber.m_position, held.previous());
    subscriber.tap()->left();
}

void Hub::join(Subscriber &subscriber, const QByteArray &channel)
{
    releaseAll(subscriber); // it may be in already
    m_index.join(subscriber, channel);
    retainAll(subscriber);
}

bool Hub::leave(Subscriber &subscriber, const QByteArray &channel)
{
    const bool wasIn = m_index.leave(subscriber, channel);
    if (m_bus && wasIn && !subscriber.isWatcher())
        m_bus->release(channel);
    return wasIn;
}

void Hub::resumeReplay(Subscriber &subscriber)
{
    if (subscriber.m_state == Subscriber::State::Parked && subscriber.hasRoom())
        enqueueReplay(subscriber);
}

void Hub::enqueueReplay(Subscriber &subscriber)
{
    subscriber.m_state = Subscriber::State::Replaying;
    m_replaying.push_back(&subscriber);
    if (!m_pump.isActive())
        m_pump.start(0);
}

void Hub::pumpReplays()
{
    for (std::size_t i = 0; i < TurnSlices && !m_replaying.empty(); ++i) {
        Subscriber *subscriber = m_replaying.front();
        m_replaying.pop_front();
        if (subscriber)
            replaySlice(*subscriber);
    }
    dropOverflowed();
    if (!m_replaying.empty())
        m_pump.start(0);
}

void Hub::tellEviction(Subscriber &subscriber, std::span<const QByteArray> channels)
{
    // The retention may overtake a slow replay: then the rest of the history has a hole, and the client is told.
    if (!isEvictedAfter(subscriber.m_position, channels))
        return;
    const Start start = startFor(formatEventId(m_epoch, subscriber.m_position), channels);
    if (!start.gap)
        return;
    subscriber.gap(*start.gap);
    m_observer.gapTold(subscriber, *start.gap);
    subscriber.m_position = start.after;
}

void Hub::park(Subscriber &subscriber)
{
    subscriber.m_state = Subscriber::State::Parked;
    subscriber.parked();
}

void Hub::replaySlice(Subscriber &subscriber)
{
    if (!subscriber.hasRoom()) {
        park(subscriber);
        return;
    }
    const Seq head = m_store.state().head;
    if (subscriber.m_position < head) {
        const std::vector<QByteArray> channels = subscriber.channels();
        tellEviction(subscriber, channels);
        const auto slice = m_store.readRecent(channels, subscriber.m_position, SliceEvents);
        if (!slice) {
            subscriber.m_state = Subscriber::State::Fetching;
            const quint64 ticket = ++m_lastTicket;
            m_fetching.emplace(ticket, &subscriber);
            fetchOlder(ticket);
            return;
        }
        if (!deliverSlice(subscriber, *slice))
            return;
    }
    if (subscriber.m_position < head) {
        enqueueReplay(subscriber);
        return;
    }
    subscriber.m_state = Subscriber::State::Live;
    m_observer.caughtUp(subscriber);
    subscriber.caughtUp(); // last: it may answer, publish, leave
}

bool Hub::deliverSlice(Subscriber &subscriber, const ReplaySlice &slice)
{
    for (const EventPtr &event : slice.events) {
        if (wants(subscriber, *event)) {
            // Asked for each event: a slice of large ones is more than a queue may hold.
            if (!subscriber.hasRoom()) {
                park(subscriber);
                return false;
            }
            if (subscriber.tap() && !subscriber.tap()->replayed(*event)) {
                park(subscriber);
                return false;
            }
            if (!subscriber.deliver(encoded(event), true)) {
                markOverflowed(subscriber);
                return false;
            }
        }
        subscriber.m_position = event->seq;
    }
    subscriber.m_position = std::max(subscriber.m_position, slice.scannedTo);
    return true;
}

QCoro::Task<> Hub::fetchOlder(quint64 ticket)
{
    const QPointer<Hub> self(this);
    const auto names = m_fetching.at(ticket)->channels();
    const Seq after = m_fetching.at(ticket)->m_position;
    const auto slice = co_await m_store.read(QList<QByteArray>(names.begin(), names.end()), after, SliceEvents * 4);
    if (!self)
        co_return;
    const auto it = m_fetching.find(ticket);
    if (it == m_fetching.end())
        co_return; // it left meanwhile
    Subscriber &subscriber = *it->second;
    m_fetching.erase(it);
    if (!slice) {
        // History that can't be read must not look like no history: end the connection, the client comes back for it.
        markOverflowed(subscriber);
        dropOverflowed();
        co_return;
    }
    // What the retention took while the store read may be missing from the slice: the next look tells the gap.
    if (isEvictedAfter(after, names) || deliverSlice(subscriber, *slice))
        enqueueReplay(subscriber);
    dropOverflowed();
}

const EncodedEvent &Hub::encoded(const EventPtr &event)
{
    if (event->isEphemeral()) {
        m_single.emplace(event, m_encoder, m_epoch);
        return *m_single;
    }
    CacheSlot &slot = m_cache[event->seq.value % m_cache.size()];
    if (slot.seq != event->seq || !slot.event) {
        slot.seq = event->seq;
        slot.event.emplace(event, m_encoder, m_epoch);
    }
    return *slot.event;
}

} // namespace pushscope
