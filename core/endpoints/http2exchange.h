// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Exchange: a request on a stream of an Http2Session, and its answer. Owned by the session until the answer is out.

#include "endpoints/exchange.h"
#include "endpoints/http2streamlink.h"

namespace pushscope {

class Http2Exchange final : public Exchange, public LinkHandler
{
public:
    Http2Exchange(Http2Session &session, Http2Session::StreamId stream, RequestHead head, QByteArray body);
    ~Http2Exchange() override;

    [[nodiscard]] const RequestHead &head() const noexcept override { return m_head; }
    [[nodiscard]] const QByteArray &body() const noexcept override { return m_body; }
    [[nodiscard]] SocketAddress peer() const override { return m_session.peer(); }
    [[nodiscard]] TlsFacts tls() const override { return m_session.tls(); }
    void applyFaults(const ConnectionFacts &facts, bool isRequest) override;
    void dropField(const QByteArray &name) override;
    void respond(ResponseHead head, QByteArray body) override;
    [[nodiscard]] Stream startStream(ResponseHead head) override;
    void abort(bool reset) override;

    [[nodiscard]] bool hasLink() const noexcept { return m_link != nullptr; } // which is told of the stream's end
    void streamEnded(LinkEnd how); // the last call

private:
    void linkReceived(QByteArrayView) override { }
    void linkPeerFinished() override { }
    void linkDrained() override { }
    void linkEnded(LinkEnd how) override { streamEnded(how); }

    [[nodiscard]] bool isHeld() const noexcept { return m_link.get() != m_streamLink; } // by faults
    void makeLink();

    Http2Session &m_session;
    Http2Session::StreamId m_stream;
    RequestHead m_head;
    QByteArray m_body;
    TimePoint m_begun;
    Http2StreamLink *m_streamLink = nullptr; // the link, or within it
    std::unique_ptr<Link> m_link; // from when faults had to be asked
};

} // namespace pushscope
