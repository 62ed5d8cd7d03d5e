// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Subscriber: one consumer of events as the hub sees it: an event stream, a WebSocket, or a poller over all its polls. Owned by
// its connection (or its poll session); must have left the hub before it is destroyed. Hub thread.

#include "base/clock.h"
#include "base/inlinelist.h"
#include "hub/drop.h"
#include "hub/eventencoder.h"

#include <memory>
#include <vector>

namespace pushscope {

struct Channel;
struct ClientRecord; // of observe/: what is known about the client behind a subscriber
class LiveTap;

// What a client is told that asked for more than is kept. Source: wire.md, "Cursor cases".
struct Gap {
    enum class Reason : quint8 { Evicted, Epoch, Malformed, BeyondHead };
    QByteArray requested; // the cursor as presented
    Seq oldest, newest; // kept; null where nothing is
    Seq resume; // just before the oldest kept, or the head
    Reason reason{};
};
[[nodiscard]] constexpr const char *gapReasonName(Gap::Reason reason) noexcept
{
    constexpr const char *Names[] = {"evicted", "epoch", "malformed", "beyond-head"};
    return Names[std::size_t(reason)];
}

class Subscriber
{
public:
    explicit Subscriber(ClientProtocol protocol) noexcept
        : m_protocol(protocol)
    {
    }
    virtual ~Subscriber();
    Subscriber(const Subscriber &) = delete;
    Subscriber &operator=(const Subscriber &) = delete;

    [[nodiscard]] ClientProtocol protocol() const noexcept { return m_protocol; }
    [[nodiscard]] bool isSubscribed() const noexcept { return m_state != State::Apart; }
    // Some of its history is still due, also while there is no room for it.
    [[nodiscard]] bool isReplaying() const noexcept { return m_state != State::Apart && m_state != State::Live; }
    // Up to here everything due was delivered; also after it has left.
    [[nodiscard]] Seq position() const noexcept { return m_position; }
    [[nodiscard]] std::vector<QByteArray> channels() const;
    [[nodiscard]] const std::vector<QByteArray> &types() const noexcept; // empty: all; kept after it has left
    [[nodiscard]] ClientRecord *record() const noexcept { return m_record; }
    void setRecord(ClientRecord *record) noexcept { m_record = record; }
    [[nodiscard]] LiveTap *tap() const noexcept { return m_special ? m_special->tap : nullptr; } // null: nobody stands between
    void setTap(LiveTap *tap);

    // Ends the connection of this subscriber, which leaves the hub. `cause` is what the journal says.
    virtual void drop(DropHow how, int closeCode, const QByteArray &cause) = 0;
    [[nodiscard]] virtual qsizetype queuedBytes() const { return 0; } // octets the kernel has not taken
    // Asks for a sign of life now, which comes as HubObserver::pongReceived(); nothing where the protocol knows none.
    virtual void ping() { }

protected:
    friend class Hub;
    friend class ChannelIndex;

    // Queues the event on the connection. False: that would exceed the queue's limit; then nothing is queued and
    // overflowed() follows, after the hub has let go of the subscriber. May not subscribe, unsubscribe or destroy anybody.
    [[nodiscard]] virtual bool deliver(const EncodedEvent &event, bool replayed) = 0;
    // Whether more history may be queued; if not, the connection calls Hub::resumeReplay() when there is room.
    [[nodiscard]] virtual bool hasRoom() const { return true; }
    // False: what comes now is read from the history later (a poller between two polls).
    [[nodiscard]] virtual bool takesLive() const { return true; }
    // Between the two, what is delivered belongs together.
    virtual void beginGroup() { }
    virtual void endGroup() { }
    virtual void gap(const Gap &) { }
    // Live from here on; there was no room for more history. Either may publish, subscribe anew and leave.
    virtual void caughtUp() { }
    virtual void parked() { }
    virtual void overflowed() { }
    // A watcher is not counted as a receiver and does not ask for what it missed.
    [[nodiscard]] virtual bool isWatcher() const noexcept { return false; }

    void rewindTo(Seq seq) noexcept { m_position = seq; } // only while apart

private:
    enum class State : quint8 {
        Apart,
        Live,
        Replaying, // waits for its next slice
        Parked, // has no room for it
        Fetching, // the store reads it
        Overflowed, // was refused an event: gets nothing more and is about to be let go
    };
    struct Membership {
        Channel *channel;
        quint32 position; // in the channel's members
    };

    struct Special { // what few have
        std::vector<QByteArray> types; // empty: all
        LiveTap *tap = nullptr;
    };
    void setTypes(std::vector<QByteArray> types);

    InlineList<Membership, 2> m_memberships; // its user's and everyone's, mostly
    std::unique_ptr<Special> m_special;
    ClientRecord *m_record = nullptr;
    Seq m_position;
    ClientProtocol m_protocol;
    State m_state = State::Apart;
    bool m_visited = false; // by the fan-out of an event to several channels, so that it arrives once
};

} // namespace pushscope
