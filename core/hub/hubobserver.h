// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HubObserver: the port through which the hub and the endpoints tell facts: who came and went, what was published, delivered,
// replayed, refused. Implemented by observe/. Hub thread; called on the hot path, so nothing may be formatted or allocated per
// delivery.

#include "hub/compression.h"
#include "hub/subscriber.h"
#include "hub/wirefact.h"

#include <array>

namespace pushscope {

using Receivers = std::array<quint32, ProtocolCount>;

// What is known of a connection when it asks to be a client.
struct ConnectionFacts {
    ConnectionId id;
    ClientProtocol protocol{};
    QByteArray clientId; // as given in the query, may be empty
    QByteArray user;
    QByteArray address; // "127.0.0.1:51234"
    QByteArray host; // "127.0.0.1"
    QByteArray userAgent;
    QByteArray http = "1.1";
    bool tls = false;
    const char *tlsVersion = nullptr; // static, as in TlsFacts; null: in clear
    const char *tlsCipher = nullptr;
    QByteArray serverName; // that was asked for by SNI
    Compression compression{};
    QList<QByteArray> rooms;
    QByteArray cursor; // as presented, may be empty
    quint32 client = 0; // the key of its client, where it is one already
    QByteArray authority; // the origin that it was asked at, as its Host field says: "127.0.0.1:8090"
    QByteArray claimedUser; // of a token that is refused: whose it says it is
    quint64 tokenPrint = 0; // tells tokens apart and nothing of them; 0: none was given
    bool eventSource = false; // asked for text/event-stream, as an EventSource does
    bool proxied = false; // came through a proxy that says so
};

class HubObserver
{
public:
    virtual ~HubObserver() = default;

    // The record lives until connectionClosed() at least; the caller sets it on the subscriber before it subscribes.
    virtual ClientRecord *connectionOpened(const ConnectionFacts &facts, Subscriber &subscriber) = 0;
    // What the client is called: its clientId, or a name made for it.
    [[nodiscard]] virtual QByteArray clientName(const ClientRecord &record) const = 0;
    // A further poll of a poller that is known: its cursor acknowledges what came before. `due`: stored events that came since
    // the answer before.
    virtual void polled(Subscriber &subscriber, const QByteArray &cursor, const QByteArray &address, quint64 due) = 0;
    virtual void pollAnswered(Subscriber &subscriber) = 0;
    // `cause` in a few words: "client", "rst", "slow", "fin by admin", "token expired", …
    virtual void connectionClosed(Subscriber &subscriber, const QByteArray &cause) = 0;
    // `status`: of HTTP, or the close code of a WebSocket; 0: there was no answer.
    virtual void requestRefused(const ConnectionFacts &facts, int status, const QByteArray &reason) = 0;
    // A WebSocket upgrade is refused because something on the way broke it (RFC 6455 section 4.2.1): `how`.
    virtual void upgradeBroken(const ConnectionFacts &facts, const QByteArray &how, int status) = 0;
    virtual void roomsChanged(Subscriber &subscriber, const QByteArray &room, bool entered) = 0;

    virtual void eventPublished(const EventPtr &event, const Receivers &receivers) = 0;
    virtual void eventDelivered(Subscriber &subscriber, const Event &event, qsizetype octets, bool replayed) = 0;
    // Of what was just delivered: how many octets it is smaller by compression; negative where that cost some.
    virtual void octetsSaved(Subscriber &, qsizetype) { }
    virtual void gapTold(Subscriber &subscriber, const Gap &gap) = 0;
    virtual void caughtUp(Subscriber &subscriber) = 0;
    virtual void acknowledged(Subscriber &subscriber, Seq seq) = 0;
    // A WebSocket answered the ping that was sent then.
    virtual void pongReceived(Subscriber &subscriber, TimePoint pinged) = 0;
    // A WebSocket that was closed for want of a pong has answered the close within the time for it. Its subscriber has left.
    virtual void closeAnswered(ConnectionId connection) = 0;
    virtual void messageReceived(Subscriber &subscriber, const QByteArray &type, qsizetype octets) = 0;
    virtual void overflowed(Subscriber &subscriber) = 0;
    // The store is another one: every seq that was told before is void.
    virtual void epochChanged() { }

    // Whether what passes on the wire is to be told too: nothing has to be made into a WireFact otherwise.
    [[nodiscard]] virtual bool wantsWire() const noexcept { return false; }
    virtual void wirePassed(WireFact) { }
};

} // namespace pushscope
