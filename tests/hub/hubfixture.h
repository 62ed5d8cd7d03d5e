// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands around a hub in its tests: a store in a vector whose reads and commits come when the test says so, an encoder and
// an observer that count, and a subscriber that writes down what it is told.

#include "hub/hub.h"
#include "support/fakeclock.h"

#include <coroutine>
#include <map>

namespace pushscope {

class FakeStore final : public EventStore
{
public:
    bool onlyDisk = false; // readRecent() gives nothing, read() waits for answerReads()
    bool full = false; // append() refuses
    bool damaged = false; // read() fails

    [[nodiscard]] Result<QList<QByteArray>> open(WallTime) override { return QList<QByteArray>(); }
    void setCommitted(Committed handler) override { m_handler = std::move(handler); }
    [[nodiscard]] State state() const override
    {
        return {"fake", "k3f9", m_head, m_events.empty() ? Seq() : m_events.front()->seq, m_events.size(), 0};
    }
    [[nodiscard]] Result<void> append(EventPtr event) override
    {
        if (full)
            return fail(Errc::Unavailable, "full");
        Q_ASSERT(event->seq == nextSeq());
        m_head = event->seq;
        m_events.push_back(std::move(event));
        return {};
    }
    [[nodiscard]] Seq nextSeq() const override { return m_head.next(); }
    [[nodiscard]] Seq committed() const override { return m_committed; }
    [[nodiscard]] std::optional<Seq> findKey(const QByteArray &publisher, const QByteArray &key, WallTime) const override
    {
        for (const EventPtr &event : m_events) {
            if (event->publisher == publisher && event->key == key)
                return event->seq;
        }
        return {};
    }
    [[nodiscard]] std::optional<ReplaySlice> readRecent(std::span<const QByteArray> channels, Seq after,
                                                        std::size_t limit) const override
    {
        if (onlyDisk)
            return {};
        return slice(channels, after, limit);
    }
    [[nodiscard]] QCoro::Task<Result<ReplaySlice>> read(QList<QByteArray> channels, Seq after, std::size_t limit) override
    {
        struct Landing {
            std::vector<std::coroutine_handle<>> *waiting;
            [[nodiscard]] bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<> handle) const { waiting->push_back(handle); }
            void await_resume() const noexcept { }
        };
        ++reads;
        co_await Landing{&m_reads};
        if (damaged)
            co_return fail(Errc::Corrupt, "unreadable");
        co_return slice(channels, after, std::min<std::size_t>(limit, diskLimit));
    }
    [[nodiscard]] Seq evictedUpTo(const QByteArray &channel) const override
    {
        const auto it = m_evicted.find(channel);
        return it == m_evicted.end() ? Seq() : it->second;
    }
    void expire(WallTime) override { }
    void evict(Seq upTo) override
    {
        while (!m_events.empty() && m_events.front()->seq <= upTo) {
            for (const QByteArray &channel : m_events.front()->to)
                m_evicted[channel] = m_events.front()->seq;
            m_events.erase(m_events.begin());
        }
    }
    void close() override { }

    // The reads that wait are made now. True if there were any.
    bool answerReads()
    {
        const auto waiting = std::exchange(m_reads, {});
        for (const auto handle : waiting)
            handle.resume();
        return !waiting.empty();
    }
    void commit(quint64 seq)
    {
        m_committed = Seq{seq};
        m_handler(m_committed);
    }
    void failCommit() { m_handler(fail(Errc::Io, "disk full")); }
    [[nodiscard]] const std::vector<EventPtr> &events() const { return m_events; }

    int reads = 0;
    std::size_t diskLimit = 1000;

private:
    [[nodiscard]] ReplaySlice slice(std::span<const QByteArray> channels, Seq after, std::size_t limit) const
    {
        ReplaySlice slice;
        slice.scannedTo = after;
        for (const EventPtr &event : m_events) {
            if (event->seq <= after)
                continue;
            if (slice.events.size() == limit)
                return slice;
            slice.scannedTo = event->seq;
            const bool matches = std::any_of(channels.begin(), channels.end(),
                                             [&](const QByteArray &channel) { return event->to.contains(channel); });
            if (matches)
                slice.events.push_back(event);
        }
        slice.scannedTo = m_head;
        return slice;
    }

    Committed m_handler;
    Seq m_head, m_committed;
    std::vector<EventPtr> m_events;
    std::map<QByteArray, Seq> m_evicted;
    std::vector<std::coroutine_handle<>> m_reads;
};

class CountingEncoder final : public EventEncoder
{
public:
    [[nodiscard]] SharedBytes encode(const Event &event, const Epoch &epoch, WireForm) const override
    {
        ++encoded;
        return formatEventId(epoch, event.seq) + ' ' + event.data;
    }
    mutable int encoded = 0;
};

class CountingObserver final : public HubObserver
{
public:
    ClientRecord *connectionOpened(const ConnectionFacts &, Subscriber &) override { return nullptr; }
    [[nodiscard]] QByteArray clientName(const ClientRecord &) const override { return {}; }
    void polled(Subscriber &, const QByteArray &, const QByteArray &, quint64) override { }
    void pollAnswered(Subscriber &) override { }
    void connectionClosed(Subscriber &, const QByteArray &) override { }
    void requestRefused(const ConnectionFacts &, int, const QByteArray &) override { }
    void upgradeBroken(const ConnectionFacts &, const QByteArray &, int) override { }
    void pongReceived(Subscriber &, TimePoint) override { }
    void closeAnswered(ConnectionId) override { }
    void roomsChanged(Subscriber &, const QByteArray &, bool) override { }
    void eventPublished(const EventPtr &event, const Receivers &receivers) override { published.push_back({event, receivers}); }
    void eventDelivered(Subscriber &, const Event &, qsizetype, bool) override { }
    void gapTold(Subscriber &, const Gap &) override { ++gaps; }
    void caughtUp(Subscriber &subscriber) override
    {
        ++caughtUps;
        stillThere = stillThere && subscriber.isSubscribed();
    }
    void acknowledged(Subscriber &, Seq) override { }
    void messageReceived(Subscriber &, const QByteArray &, qsizetype) override { }
    void overflowed(Subscriber &) override { ++overflows; }

    struct Fact {
        EventPtr event;
        Receivers receivers;
    };
    std::vector<Fact> published;
    int gaps = 0, caughtUps = 0, overflows = 0;
    bool stillThere = true; // nobody who had left was told about
};

class Listener : public Subscriber
{
public:
    explicit Listener(ClientProtocol protocol = ClientProtocol::Sse)
        : Subscriber(protocol)
    {
    }

    QList<QByteArray> log; // "replay 3", "live 4", "ephemeral data", "gap evicted 1", "caught up", "parked", "overflowed"
    std::vector<quint64> got; // the stored ones
    int room = -1; // history that may still come; -1: any
    qsizetype largest = 1 << 30; // data of more octets is refused
    int capacity = -1; // events taken until all are refused; -1: no end
    bool watcher = false;
    std::optional<Gap> toldGap;
    std::function<void()> onCaughtUp, onParked, onOverflowed, onGap;

    // What is only for the hub otherwise.
    using Subscriber::rewindTo;
    void drop(DropHow, int, const QByteArray &) override { }

protected:
    [[nodiscard]] bool deliver(const EncodedEvent &encoded, bool replayed) override
    {
        const Event &event = encoded.event();
        if (capacity == 0 || event.data.size() > largest)
            return false;
        capacity -= capacity > 0 ? 1 : 0;
        (void)encoded.form(WireForm::Sse);
        if (event.isEphemeral()) {
            log += "ephemeral " + event.data;
            return true;
        }
        room -= replayed && room > 0 ? 1 : 0;
        got.push_back(event.seq.value);
        log += (replayed ? "replay " : "live ") + QByteArray::number(event.seq.value);
        return true;
    }
    [[nodiscard]] bool hasRoom() const override { return room != 0; }
    void gap(const Gap &gap) override
    {
        toldGap = gap;
        log += QByteArray("gap ") + gapReasonName(gap.reason) + ' ' + QByteArray::number(gap.resume.value);
    }
    void caughtUp() override
    {
        log += "caught up";
        if (onCaughtUp)
            onCaughtUp();
    }
    void parked() override
    {
        log += "parked";
        if (onParked)
            onParked();
    }
    void overflowed() override
    {
        log += isSubscribed() ? "overflowed while subscribed" : "overflowed";
        if (onOverflowed)
            onOverflowed();
    }
    [[nodiscard]] bool isWatcher() const noexcept override { return watcher; }
};

// One per test function: a hub and all it needs. Listeners that are still there leave at the end.
struct HubFixture {
    FakeClock clock;
    FakeStore store;
    CountingEncoder encoder;
    CountingObserver observer;
    Hub hub{store, encoder, observer, clock};

    Result<Published> publish(QList<QByteArray> to, QByteArray data = "1", QByteArray type = "t")
    {
        Draft draft;
        draft.to = std::move(to);
        draft.data = std::move(data);
        draft.type = std::move(type);
        return hub.publish(std::move(draft));
    }
    Result<Published> publishEphemeral(QList<QByteArray> to, QByteArray data, Subscriber *except = nullptr)
    {
        Draft draft;
        draft.to = std::move(to);
        draft.data = std::move(data);
        draft.ephemeral = true;
        draft.except = except;
        return hub.publish(std::move(draft));
    }
    void publishMany(int count, const QByteArray &channel = "*")
    {
        for (int i = 0; i < count; ++i)
            (void)publish({channel});
    }
    void subscribe(Subscriber &subscriber, std::vector<QByteArray> channels, std::vector<QByteArray> types = {})
    {
        hub.subscribe(subscriber, channels, std::move(types), hub.startFor({}, channels));
    }
    void subscribeAfter(Subscriber &subscriber, quint64 after, std::vector<QByteArray> channels = {"*"},
                        std::vector<QByteArray> types = {})
    {
        hub.subscribe(subscriber, channels, std::move(types), Start{Seq{after}, {}});
    }
};

// first, first + 1, … last
inline std::vector<quint64> sequence(quint64 first, quint64 last)
{
    std::vector<quint64> numbers;
    for (quint64 number = first; number <= last; ++number)
        numbers.push_back(number);
    return numbers;
}

} // namespace pushscope
