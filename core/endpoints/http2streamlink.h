// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2StreamLink: one stream of an Http2Session as a Link. FIN is END_STREAM, RST is RST_STREAM, backpressure is the stream's
// flow control window. Owned by whom it was given to; hub thread. Source: RFC 9113 §5, RFC 8441 §5.

#include "endpoints/http2session.h"
#include "protocol/httpmessage.h"

namespace pushscope {

class Http2StreamLink final : public Link
{
public:
    // The head of the answer leaves with the first octets, or the end: what holds those on purpose holds it too.
    Http2StreamLink(Http2Session &session, Http2Session::StreamId stream, ResponseHead head);
    ~Http2StreamLink() override;

    void setHandler(LinkHandler *handler) override;
    void write(SharedBytes octets) override;
    [[nodiscard]] qsizetype queuedBytes() const noexcept override;
    void setReading(bool on) override;
    void finish() override;
    void reset() override;
    [[nodiscard]] SocketAddress peer() const override;
    [[nodiscard]] TlsFacts tls() const override { return m_session ? m_session->tls() : TlsFacts{}; }

    // What happens on its stream, as the session tells it; each may destroy the link.
    void streamReceived(QByteArray octets);
    void streamPeerFinished();
    void streamDrained();
    void streamEnded(LinkEnd how); // the last call: the stream is gone
    void sessionGone() noexcept { m_session = nullptr; } // instead of it, where the session is destroyed with all

    void setHead(ResponseHead head) { pending().head = std::make_unique<ResponseHead>(std::move(head)); } // before it is sent
    void letGo() noexcept; // the stream goes on without this link

private:
    struct Unread { // while nobody reads
        QByteArray octets;
        bool finished = false;
    };
    struct Pending {
        std::unique_ptr<ResponseHead> head; // until it is sent
        std::unique_ptr<Unread> unread;
    };
    [[nodiscard]] Pending &pending();
    [[nodiscard]] Unread *unread() const noexcept { return m_pending ? m_pending->unread.get() : nullptr; }
    template<typename What> [[nodiscard]] std::unique_ptr<What> take(std::unique_ptr<What> Pending::*what); // null: there is none
    [[nodiscard]] bool send(Http2Connection::Outbound message);
    void readUnread();

    Http2Session *m_session; // null: the stream is over
    LinkHandler *m_handler = nullptr;
    std::unique_ptr<Pending> m_pending; // null at rest
    Http2Session::StreamId m_stream;
    bool m_reading : 1 = true;
    bool m_finishing : 1 = false;
};

} // namespace pushscope
