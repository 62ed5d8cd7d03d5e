// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Session: an HTTP/2 connection on a Link: feeds the engine, gives each request to the Router as an Exchange, and each
// stream that goes on to its subscriber as a Link of its own. Owned by the ConnectionTable, hub thread.

#include "endpoints/connection.h"
#include "protocol/http2connection.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace pushscope {

class Http2Exchange;
class Http2StreamLink;

class Http2Session final : public Connection, private Http2Connection::FrameListener
{
public:
    Http2Session(EndpointContext &context, std::unique_ptr<Link> link);
    ~Http2Session() override;
    // Once it is in the table. `early`: what has come already, the preface among it.
    void begin(QByteArrayView early) { linkReceived(early); }

    void drain() override;

    // For its exchanges and links, which are told when the session goes.
    using StreamId = Http2Connection::StreamId;
    using Connection::context;
    [[nodiscard]] Http2Connection &engine() noexcept { return *m_engine; }
    [[nodiscard]] const SocketAddress &peer() const noexcept { return m_peer; }
    [[nodiscard]] TlsFacts tls() const { return hasLink() ? link().tls() : TlsFacts{}; }
    void adopt(StreamId stream, Http2StreamLink *link) { m_engine->setOwner(stream, link); } // null: none hears it any more
    [[nodiscard]] bool isOwnedBy(StreamId stream, const Http2StreamLink *link) const { return owner(stream) == link; }
    void wrote(); // something waits in the engine: it leaves at the end of the turn
    void finished(std::unique_ptr<Http2Exchange> exchange); // lives to the end of the turn
    [[nodiscard]] std::unique_ptr<Http2Exchange> takeExchange(StreamId stream);

private:
    struct Reading { // a request whose body comes in
        RequestHead head;
        QByteArray body;
    };

    void linkReceived(QByteArrayView octets) override;
    void linkPeerFinished() override;
    void linkDrained() override { flush(); }
    void linkEnded(LinkEnd how) override;
    void onTimer(TimePoint now) override;

    void proceed(); // all events of the engine, then its output
    void takeEvents();
    void onEvent(Http2Connection::Event event);
    void onHead(StreamId stream, RequestHead head);
    void onBody(StreamId stream, QByteArray octets);
    void onRequestEnd(StreamId stream);
    void onDrained(StreamId stream);
    void onClosed(StreamId stream, Http2Error code);
    void onError(StreamId stream, const ProtocolError &error);
    void dispatch(StreamId stream, RequestHead head, QByteArray body);
    [[nodiscard]] Http2StreamLink *owner(StreamId stream) const; // null: its exchange has none yet, or nobody waits
    void flush();
    void settle(); // after a change: reads or not, deadline, or closes
    void closeSoon();
    void lookAtFrames(); // or no more
    void framePassed(bool out, const Http2FrameHeader &frame) override;
    void endStreams(LinkEnd how);

    std::unique_ptr<Http2Connection> m_engine;
    std::unordered_map<StreamId, Reading> m_reading;
    std::unordered_map<StreamId, std::unique_ptr<Http2Exchange>> m_exchanges; // whose answer is due
    std::vector<std::unique_ptr<Http2Exchange>> m_finished;
    SocketAddress m_peer;
    quint32 m_framesFor = 0; // the tap's serial that the engine's listener is right for
    bool m_flushDue = false;
    bool m_full = false; // the link has enough to send
    bool m_closing = false;
};

} // namespace pushscope
