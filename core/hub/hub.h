// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Hub: gives events their ids, has them stored, and brings each to every subscriber of its channels, once and in order; replays
// what a subscriber missed and goes over to live without a gap. Knows no socket and no wire. Hub thread; owned by PushServer.

#include "base/result.h"
#include "hub/bus.h"
#include "hub/channelindex.h"
#include "hub/eventstore.h"
#include "hub/hubobserver.h"

#include <QTimer>
#include <deque>
#include <optional>

namespace pushscope {

// What is asked to be published.
struct Draft {
    QList<QByteArray> to;
    QByteArray type = "message";
    QByteArray data = "null"; // valid JSON
    QByteArray publisher;
    QByteArray key; // idempotency key, empty: none
    QByteArray conflate;
    bool ephemeral = false;
    Subscriber *except = nullptr; // does not get it (presence: the sender)
};

struct Published {
    Seq seq; // null: ephemeral
    Receivers receivers{};
    bool duplicate = false; // the same key of the same publisher before: nothing was published
    quint64 ticket = 0; // of the bus, which has still to give the seq; 0: it is known
};

// Where a subscriber begins.
struct Start {
    Seq after; // everything later than this
    std::optional<Gap> gap; // to be told first
};

class Hub final : public QObject, private Bus::Listener
{
    Q_OBJECT
public:
    // Waits for the store: owned by who asked, told once; destroying it ends the wait. For a seq beyond store().committed(): the
    // store tells nothing twice.
    class CommitWait
    {
    public:
        using Done = std::function<void(Result<void>)>;
        CommitWait(Hub &hub, Seq seq, Done done);
        ~CommitWait();
        CommitWait(const CommitWait &) = delete;
        CommitWait &operator=(const CommitWait &) = delete;

    private:
        friend class Hub;
        Hub &m_hub;
        Done m_done;
    };

    // Waits until what was published is safe, and on a bus for its seq: owned by who asked, told once, never from within its
    // constructor; destroying it ends the wait. Only for what is not isSafe(), in the turn in which it was published.
    class PublishWait
    {
    public:
        using Done = std::function<void(Result<Published>)>;
        PublishWait(Hub &hub, const Published &published, Done done);
        ~PublishWait();
        PublishWait(const PublishWait &) = delete;
        PublishWait &operator=(const PublishWait &) = delete;

    private:
        friend class Hub;
        Hub &m_hub;
        quint64 m_ticket;
        Done m_done;
        std::optional<CommitWait> m_commit;
    };

    // Holds the channels of a subscriber to come: owned by who asked, told once; destroying it lets them go.
    class Preparation
    {
    public:
        Preparation(Hub &hub, std::vector<QByteArray> channels, std::function<void()> done);
        ~Preparation();
        Preparation(const Preparation &) = delete;
        Preparation &operator=(const Preparation &) = delete;

    private:
        friend class Hub;
        Hub &m_hub;
        std::vector<QByteArray> m_channels;
        std::function<void()> m_done;
        quint64 m_ticket;
    };

    // All are borrowed. The store must be open. `bus` may be null; else the store is the bus's.
    Hub(EventStore &store, const EventEncoder &encoder, HubObserver &observer, const Clock &clock, Bus *bus = nullptr);
    ~Hub() override;

    // Errc::InvalidArgument of what check() refuses; Errc::Unavailable from the store.
    [[nodiscard]] Result<Published> publish(Draft draft);
    [[nodiscard]] static Result<void> check(const Draft &draft); // its targets and its type
    [[nodiscard]] static Result<void> checkChannel(QByteArrayView channel);
    [[nodiscard]] static Result<void> checkType(QByteArrayView type); // 1–256 octets of UTF-8, no CR, LF, NUL, not "hub.…"

    [[nodiscard]] bool isSafe(const Published &published) const;

    // Before startFor(), subscribe() and join(), which must follow in `done`: whether these channels have to be waited for. Null:
    // they have not, and `done` is not called.
    [[nodiscard]] std::unique_ptr<Preparation> prepare(std::vector<QByteArray> channels, const QByteArray &cursor,
                                                       std::function<void()> done);
    // The cursor cases of wire.md. An empty cursor: live only.
    [[nodiscard]] Start startFor(const QByteArray &cursor, std::span<const QByteArray> channels) const;
    // Joins the channels and, in the same turn, begins the replay after `start.after`; a short one is over when
    // this returns. Gap and caught-up are told through the subscriber.
    void subscribe(Subscriber &subscriber, std::span<const QByteArray> channels, std::vector<QByteArray> types,
                   const Start &start);
    void unsubscribe(Subscriber &subscriber); // harmless if it is not subscribed
    void join(Subscriber &subscriber, const QByteArray &channel);
    bool leave(Subscriber &subscriber, const QByteArray &channel);
    void resumeReplay(Subscriber &subscriber); // it has room again
    // What its tap held back, if it is still live; not from within a fan-out.
    void deliverHeld(Subscriber &subscriber, std::span<const EventPtr> events);
    // All that is due to a live subscriber was delivered up to here: the head, or just before what its tap holds.
    [[nodiscard]] Seq deliveredUpTo(const Subscriber &subscriber) const;

    [[nodiscard]] const Epoch &epoch() const noexcept { return m_epoch; }
    [[nodiscard]] Seq head() const { return m_store.state().head; }
    [[nodiscard]] QByteArray cursorAt(Seq seq) const { return formatEventId(m_epoch, seq); }
    [[nodiscard]] EventStore &store() noexcept { return m_store; }
    [[nodiscard]] const Bus *bus() const noexcept { return m_bus; } // null: there is none
    [[nodiscard]] const ChannelIndex &channels() const noexcept { return m_index; }
    [[nodiscard]] const EncodedEvent &encoded(const EventPtr &event); // from the cache of recent ones; valid until the next call
    [[nodiscard]] static bool wants(const Subscriber &subscriber, const Event &event); // by its types

private:
    struct Waiting {
        Seq seq;
        CommitWait *wait; // null: given up
    };

    void busDelivers(const EventPtr &event, quint64 ticket) override;
    void busPublished(quint64 ticket, const Result<Bus::Receipt> &receipt) override;
    void busPrepared(quint64 ticket) override;
    void busResumed(Seq seq) override;
    void busEpochChanged(const Epoch &epoch) override;
    [[nodiscard]] Result<Published> publishOnBus(EventPtr event);
    [[nodiscard]] std::vector<Subscriber *> everyone() const;
    void replayAgain(Subscriber &subscriber, Seq after);
    void detach(Subscriber &subscriber); // from where it waits for its history
    void retainAll(const Subscriber &subscriber);
    void releaseAll(const Subscriber &subscriber);

    Receivers fanOut(const EncodedEvent &event, const Subscriber *except);
    void forgetVisits(const QList<QByteArray> &targets); // of an event to several
    void deliverLive(Subscriber &subscriber, const EncodedEvent &event);
    [[nodiscard]] bool deliverTapped(Subscriber &subscriber, std::span<const EventPtr> events); // false: refused
    void markOverflowed(Subscriber &subscriber);
    void dropOverflowed();
    void onCommitted(Result<Seq> seq);
    void pumpReplays();
    void enqueueReplay(Subscriber &subscriber);
    void park(Subscriber &subscriber);
    void replaySlice(Subscriber &subscriber);
    [[nodiscard]] bool deliverSlice(Subscriber &subscriber, const ReplaySlice &slice); // false: it did not take all
    void tellEviction(Subscriber &subscriber, std::span<const QByteArray> channels);
    [[nodiscard]] bool isEvictedAfter(Seq seq, std::span<const QByteArray> channels) const;
    QCoro::Task<> fetchOlder(quint64 ticket);

    EventStore &m_store;
    const EventEncoder &m_encoder;
    HubObserver &m_observer;
    const Clock &m_clock;
    Bus *m_bus;
    Epoch m_epoch;
    ChannelIndex m_index;
    std::deque<Waiting> m_waiting; // by seq
    std::vector<Subscriber *> m_overflowed; // refused an event, still to be let go
    bool m_dropping = false;
    std::deque<Subscriber *> m_replaying; // in turn; null: left meanwhile
    std::unordered_map<quint64, Subscriber *> m_fetching; // by ticket
    quint64 m_lastTicket = 0;
    QTimer m_pump;
    struct CacheSlot {
        Seq seq;
        std::optional<EncodedEvent> event;
    };
    std::vector<CacheSlot> m_cache; // by seq modulo its size: a replay storm encodes each event once
    std::optional<EncodedEvent> m_single;
    struct OnBus {
        PublishWait *wait = nullptr; // null: nobody waits
        Receivers receivers{};
    };
    std::unordered_map<quint64, OnBus> m_onBus; // by ticket
    std::unordered_map<quint64, Preparation *> m_preparing; // by ticket
};

} // namespace pushscope
