// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bus: the port that joins the hubs of several processes into one. With a bus, ids come from it and what is stored reaches even
// this hub's own clients through it, in one order. Implemented by bus/; a hub without a bus is alone. Hub thread.

#include "base/result.h"
#include "hub/busfacts.h"
#include "hub/event.h"

#include <span>

namespace pushscope {

class Bus
{
public:
    struct Receipt {
        Seq seq;
        bool duplicate = false; // its key was used before
    };
    // Who is told; never from within a call to the bus.
    class Listener
    {
    public:
        virtual ~Listener() = default;
        // An event for channels of this hub: stored ones once and with growing seq. `ticket`: as publish() gave it, 0: another's.
        virtual void busDelivers(const EventPtr &event, quint64 ticket) = 0;
        // Stored, and already delivered here where it is for this hub's clients; or Errc::Unavailable.
        virtual void busPublished(quint64 ticket, const Result<Receipt> &receipt) = 0;
        // From now on every event to those channels that is later than the store's head is delivered.
        virtual void busPrepared(quint64 ticket) = 0;
        // After an outage: what came after `seq` is in the store and was not delivered.
        virtual void busResumed(Seq seq) = 0;
        // The store is another one: ids of before say nothing any more.
        virtual void busEpochChanged(const Epoch &epoch) = 0;
    };

    virtual ~Bus() = default;
    Bus() = default;
    Bus(const Bus &) = delete;
    Bus &operator=(const Bus &) = delete;

    virtual void setListener(Listener *listener) = 0; // null: none
    // A ticket; busPublished() follows. Errc::Unavailable at once when too much waits, or there is no connection.
    [[nodiscard]] virtual Result<quint64> publish(EventPtr event) = 0;
    // To the other hubs, as far as there is a connection; without an id.
    virtual void broadcast(const Event &event) = 0;
    // The channels whose events this hub is to get, counted.
    virtual void retain(const QByteArray &channel) = 0;
    virtual void release(const QByteArray &channel) = 0;
    // Whether all that was stored for these channels after `seq` is at hand, and what comes is delivered.
    [[nodiscard]] virtual bool covers(std::span<const QByteArray> channels, Seq seq) const = 0;
    // Of channels that are retained: a ticket; busPrepared() follows, after an outage if there is one.
    [[nodiscard]] virtual quint64 prepare(std::span<const QByteArray> channels) = 0;
    [[nodiscard]] virtual bool isConnected() const = 0;
    [[nodiscard]] virtual BusStatus status() const = 0;
    // Lists for people. Of the channels at most so many, those with the most subscribers first.
    [[nodiscard]] virtual BusDetail detail(std::size_t mostChannels) const = 0;
};

} // namespace pushscope
