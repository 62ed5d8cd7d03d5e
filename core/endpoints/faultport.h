// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultPort: the port through which the endpoints meet the faults that are injected on purpose; implemented beside PushServer.
// FaultTarget: a subscriber with a connection, and what such a fault may do to that.

#include "endpoints/exchange.h"
#include "hub/hubobserver.h"
#include "transport/transport.h"

#include <optional>

namespace pushscope {

class FaultTarget : public Subscriber
{
public:
    using Subscriber::Subscriber;
    // Passes its link through the faults that concern this client, as they are now; fills in the connection's id and address.
    virtual void applyFaults(ConnectionFacts facts) = 0;
    virtual bool breakProtocol() = 0; // writes octets that break it; true: it takes no events after them
    // A WebSocket with a Close frame; others end as they do.
    virtual void closeWith(int code, const QByteArray &reason, const QByteArray &cause) = 0;
    virtual void expireToken(const QByteArray &cause) = 0; // as if its time had come
    // The hub restarts: tells the client to come back, an event stream after `retry`, and ends.
    virtual void endForRestart(Milliseconds retry, const QByteArray &cause) = 0;
};

class FaultPort
{
public:
    virtual ~FaultPort() = default;
    // What a rule does to this request instead of an answer. Counts as a hit.
    struct RequestFault {
        enum class Kind : quint8 { Status, Fin, Rst, CloseCode, Expired, Hang } kind{};
        quint64 rule = 0;
        int code = 0; // HTTP status, or WebSocket close code
        QByteArray reason; // of a Close frame
        QByteArray cause; // "fault 3 status"
    };
    [[nodiscard]] virtual std::optional<RequestFault> requestFault(const ConnectionFacts &facts) = 0;
    // What a proxy in the way makes of the heads of a request and its answer.
    [[nodiscard]] virtual Exchange::HeadFaults headFaults(const ConnectionFacts &facts) = 0;
    [[nodiscard]] virtual bool hasRules() const noexcept = 0;
    // Held by the exchange of a request that is never answered; ends the exchange when the rule is gone.
    [[nodiscard]] virtual std::unique_ptr<Exchange::Task> hang(Exchange &exchange, quint64 rule) = 0;

    // The link as it is to be used by such a client: through the rules that hold it, or as it was. With a request the rules of
    // the next n may take it.
    enum class Occasion : quint8 { Request, RulesChanged };
    [[nodiscard]] virtual std::unique_ptr<Link> faulted(std::unique_ptr<Link> link, const ConnectionFacts &facts,
                                                        Occasion occasion)
        = 0;
    // Of a link that ended with LinkEnd::Cut: "fault 3 cut-after".
    [[nodiscard]] virtual QByteArray causeOfCut(const Link &link) const = 0;
    // Of a link that a rule held: what is being handed over comes out together with the end of its peer, which may have given up
    // long before.
    [[nodiscard]] virtual bool hasPeerLeft(const Link &link) const = 0;

    // The subscriber has its record, and has not subscribed yet; it has left the hub.
    virtual void opened(Subscriber &subscriber) = 0;
    virtual void closed(Subscriber &subscriber) = 0;
    enum class Signal : quint8 { Keepalive, Pong };
    // Whether this one is not sent. Asked of subscribers with a tap only.
    [[nodiscard]] virtual bool silences(Signal signal, Subscriber &subscriber) = 0;
};

} // namespace pushscope
