// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StreamConnection: what an event stream and a WebSocket have in common: a link that carries one subscriber's events for as long
// as it lives, its keepalive, its token's end, and how it goes: once, with a cause.

#include "endpoints/connection.h"
#include "endpoints/requestparameters.h"
#include "hub/hub.h"

namespace pushscope {

class StreamConnection : public Connection, public FaultTarget
{
public:
    StreamConnection(EndpointContext &context, std::unique_ptr<Link> link, Subscription subscription, const Principal &principal);
    ~StreamConnection() override;

    void drop(DropHow how, int closeCode, const QByteArray &cause) override;
    [[nodiscard]] qsizetype queuedBytes() const override { return hasLink() ? link().queuedBytes() : 0; }
    void applyFaults(ConnectionFacts facts) override;

protected:
    // Calls `greet` when the hub is ready for these channels: at once, unless it has to be told by others what they are.
    void prepare(std::function<void()> greet);
    // In this order, each once: registers with the observer and gives the client's name; subscribes.
    [[nodiscard]] QByteArray announce();
    void subscribe(const Start &start);
    [[nodiscard]] Start findStart() const;
    // Leaves the hub and tells the observer; harmless the second time.
    void leave(const QByteArray &cause);
    // FIN after what is queued, with a bounded wait; the connection is deaf from here on.
    void finish(const QByteArray &cause);
    // Writes event octets if the queue's limit allows. `saved`: by compression.
    [[nodiscard]] bool writeEvent(const SharedBytes &octets, const Event &event, bool replayed, qsizetype saved = 0);
    void write(const SharedBytes &octets);
    [[nodiscard]] const QByteArray &presentedCursor() const noexcept
    {
        return m_terms->subscription->cursor;
    } // before subscribe()
    [[nodiscard]] bool isGreeted() const noexcept { return m_greeted; }
    // The cursor that its client should be told by now; null: none is newer than what it was told.
    [[nodiscard]] Seq cursorToTell() const;
    [[nodiscard]] bool isFinishing() const noexcept { return m_finishing; }
    [[nodiscard]] bool isSilenced(FaultPort::Signal signal); // a fault keeps this keepalive, ping or pong back

    // The next time something is to be done besides keepalive and the token's end; called by onTimer().
    virtual void onKeepalive() = 0;
    virtual std::optional<TimePoint> extraDeadline() const { return {}; }
    virtual void onExtraDeadline() { }
    virtual void endByCode(int closeCode, const QByteArray &cause) = 0;
    void rearm();
    virtual void octetsWritten(QByteArrayView) { } // told while somebody looks at frames

    [[nodiscard]] bool hasRoom() const override;
    void caughtUp() override { }
    void linkPeerFinished() override;
    void linkDrained() override;
    void linkEnded(LinkEnd how) override;
    void onTimer(TimePoint now) final;

private:
    // On which it comes in, and stays where these end.
    struct Terms {
        std::unique_ptr<Subscription> subscription; // until subscribed
        std::unique_ptr<Hub::Preparation> preparation; // while it waits to greet
        std::unique_ptr<Admission::Ticket> ticket; // until it left
        TimePoint tokenEnds = TimePoint::max();
    };
    [[nodiscard]] TimePoint tokenEnds() const noexcept { return m_terms ? m_terms->tokenEnds : TimePoint::max(); }

    // A million may be at rest: what is small stands first, where the bases have left room.
    bool m_greeted : 1 = false;
    bool m_announced : 1 = false;
    bool m_left : 1 = false;
    bool m_finishing : 1 = false;
    std::unique_ptr<Terms> m_terms; // null: has subscribed, and stays for as long as it likes
    TimePoint m_lastWrite;

protected:
    Seq m_told; // the newest id that the client was told, as an event's or as the cursor
};

} // namespace pushscope
