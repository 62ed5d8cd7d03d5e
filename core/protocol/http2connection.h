// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Connection: the server's side of one HTTP/2 connection without I/O: octets in, events out; answers in, octets out. Owned
// by a connection of endpoints/, hub thread. Sources: RFC 9113, RFC 8441 (extended CONNECT), RFC 7541. Frames, HPACK and flow
// control are nghttp2's; what it is too lenient about is refused here (Http2Guard, Http2Request).

#include "base/clock.h"
#include "base/result.h"
#include "base/sharedbytes.h"
#include "protocol/http2frame.h"
#include "protocol/http2limits.h"
#include "protocol/httpmessage.h"
#include "protocol/protocolerror.h"

#include <memory>
#include <optional>
#include <variant>

namespace pushscope {

class Http2Connection
{
public:
    using Limits = Http2Limits;
    using StreamId = qint32; // 0: the connection
    static constexpr QByteArrayView Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    // Much had been queued on the stream, and all of it is in frames now.
    struct StreamDrained {
    };
    // The stream is over, and its id with it: both sides ended (NoError), or one of them reset it.
    struct StreamClosed {
        Http2Error code{};
    };
    // Ends the answer with END_STREAM, after all that is queued.
    struct StreamEnd {
    };
    // RST_STREAM; what is queued is dropped, and no event follows.
    struct StreamReset {
        Http2Error code = Http2Error::Cancel;
    };
    // A request: RequestHead, BodyChunk…, MessageEnd. One of an extended CONNECT has a field ":protocol", and the chunks of its
    // stream are given back with consume(). A ProtocolError with a code of 400 and more is a request to be answered with it (its
    // head may come before, its body does not go on); with a lower code, which is an Http2Error, it is for the log: the stream or
    // the connection (stream 0) ends by it. PeerClosed: the peer says that it goes away, or the connection was idle.
    struct Event {
        StreamId stream = 0;
        std::variant<RequestHead, BodyChunk, MessageEnd, StreamDrained, StreamClosed, PeerClosed, ProtocolError> what;
    };
    using Outbound = std::variant<ResponseHead, BodyChunk, StreamEnd, StreamReset>;

    Http2Connection(Limits limits, TimePoint now);
    ~Http2Connection();

    // Takes all octets; after an error of the connection they are dropped.
    qsizetype feed(QByteArrayView in, TimePoint now);
    [[nodiscard]] std::optional<Event> nextEvent();

    // One answer per stream: ResponseHead, BodyChunk…, StreamEnd. Fields that HTTP/2 does not have (Connection and its like)
    // are left out; bodies of answers to HEAD, of 204 and 304 are dropped. An answer that is complete before its request ends the
    // stream. Errc::NotFound if the stream is over; Errc::InvalidArgument for what cannot be sent.
    [[nodiscard]] Result<void> send(StreamId stream, Outbound message);
    void consume(StreamId stream, qsizetype octets); // of a tunnel: its peer may send as many again
    void goAway(); // no further stream is accepted; those that are open go on
    // Octets for the link, in pieces of up to about 64 KiB; empty when there is nothing more for now.
    [[nodiscard]] SharedBytes takeOutput();

    [[nodiscard]] qsizetype queuedBytes(StreamId stream) const; // of the answer, not in frames yet
    [[nodiscard]] bool isOpen(StreamId stream) const;
    [[nodiscard]] quint32 openStreams() const noexcept;
    // What the user keeps with a stream, until the event after its StreamClosed. Null for none.
    [[nodiscard]] void *owner(StreamId stream) const;
    void setOwner(StreamId stream, void *owner);
    [[nodiscard]] StreamId anyOwned() const; // a stream with an owner; 0: none has

    // Who is told of each frame that passes; borrowed, null: nobody.
    class FrameListener
    {
    public:
        virtual ~FrameListener() = default;
        virtual void framePassed(bool out, const Http2FrameHeader &frame) = 0;
    };
    void setFrameListener(FrameListener *listener) noexcept;

    [[nodiscard]] std::optional<TimePoint> deadline() const;
    void onDeadline(TimePoint now); // ends requests and connections that don't go on
    [[nodiscard]] bool wantsRead() const noexcept; // false while too much waits to be taken, and at the end
    [[nodiscard]] bool wantsWrite() const noexcept; // both false: close

private:
    friend struct Http2Callbacks;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace pushscope
