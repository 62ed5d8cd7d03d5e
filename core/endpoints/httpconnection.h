// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HttpConnection: an HTTP/1.1 connection: feeds the engine from the link, one Exchange at a time to the Router, answers back. One
// whose first octets are the preface of HTTP/2 gives its link to an Http2Session.

#include "endpoints/connection.h"
#include "endpoints/exchange.h"
#include "protocol/http1connection.h"

#include <optional>

namespace pushscope {

class HttpConnection final : public Connection
{
public:
    HttpConnection(EndpointContext &context, std::unique_ptr<Link> link);
    ~HttpConnection() override;

    void drain() override;

private:
    class Http1Exchange;

    void linkReceived(QByteArrayView octets) override;
    void linkPeerFinished() override;
    void linkDrained() override;
    void linkEnded(LinkEnd how) override;
    void onTimer(TimePoint now) override;

    [[nodiscard]] bool isPreface(QByteArrayView octets); // holds them, or has become HTTP/2 with them
    void proceed(); // all events of the engine, until an answer is due
    void onEvent(Http1Connection::Event event);
    void onProtocolError(const ProtocolError &error);
    void dispatch();
    void respond(ResponseHead head, QByteArray body);
    [[nodiscard]] Exchange::Stream startStream(ResponseHead head);
    void abort(bool reset);
    void flushEngine();
    void settle(); // after a change: reads or not, deadline, or closes
    void closeSoon(); // FIN, and a bounded wait for the peer's

    std::unique_ptr<Http1Connection> m_engine;
    std::optional<RequestHead> m_head;
    QByteArray m_body;
    QByteArray m_unfed; // pipelined octets that the engine did not take yet
    std::unique_ptr<Http1Exchange> m_exchange;
    bool m_maybeHttp2 = true; // as far as its first octets tell
    bool m_dispatching = false; // a request is given to its handler
    bool m_closing = false;
    bool m_peerFinished = false;
};

} // namespace pushscope
