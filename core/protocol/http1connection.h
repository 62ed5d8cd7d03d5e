// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http1Connection: the server's side of one HTTP/1.1 (or 1.0) connection without I/O: octets in, events out; answers in,
// octets out. Keep-alive, pipelining, chunked bodies, Expect: 100-continue. Owned by a connection of endpoints/,
// hub thread. Sources: RFC 9110, RFC 9112. Parsing is Boost.Beast's; what Beast is too lenient about is refused here.

#include "base/clock.h"
#include "base/result.h"
#include "base/sharedbytes.h"
#include "protocol/httpmessage.h"
#include "protocol/protocolerror.h"

#include <memory>
#include <optional>
#include <variant>

namespace pushscope {

class Http1Connection
{
public:
    struct Limits {
        qsizetype headBytes = 16 * 1024; // request line and fields; beyond it 431 (414 for the target alone)
        qsizetype targetBytes = 8 * 1024;
        int fieldCount = 100;
        qsizetype bodyBytes = 8 * 1024 * 1024; // 413
        Milliseconds headTimeout{10'000}; // from the connection's first moment, and from the first octet of later requests; 408
        Milliseconds bodyTimeout{30'000}; // without progress; 408
        Milliseconds idleTimeout{75'000}; // between two requests: closes without an answer
    };
    // What ends the body of an answer; not an octet on the wire by itself.
    struct ResponseEnd {
    };
    using Event = std::variant<RequestHead, BodyChunk, MessageEnd, PeerClosed, ProtocolError>;
    using Outbound = std::variant<ResponseHead, BodyChunk, ResponseEnd>;

    Http1Connection(Limits limits, TimePoint now);
    ~Http1Connection();

    // Takes octets; those not taken (a further pipelined request while an answer is due) are to be offered again after
    // the answer's ResponseEnd. After an error nothing is taken; the octets that show it are.
    qsizetype feed(QByteArrayView in, TimePoint now);
    void feedEnd(); // the peer's FIN, once all octets before it were taken
    // Events in order until none is left. After ProtocolError or PeerClosed none follows. A ProtocolError carries the status
    // to answer (the owner sends that answer, then closes).
    [[nodiscard]] std::optional<Event> nextEvent();

    // One answer per request: ResponseHead, BodyChunk…, ResponseEnd. Sets Content-Length or Transfer-Encoding, and
    // "Connection: close" where the connection ends with this answer. The bodies of answers to HEAD, 204 and 304 are dropped.
    // A status of 101 switches protocols: from then on the engine only passes BodyChunks through unframed.
    // Errc::InvalidArgument if no answer is due, or a field has CR, LF or NUL in it.
    // With a ResponseEnd, `now` begins the idle timeout; without it that counts from the request's last octet.
    [[nodiscard]] Result<void> send(Outbound message, std::optional<TimePoint> now = std::nullopt);
    void closeAfterResponse(); // the answer under way is the last one
    [[nodiscard]] SharedBytes takeOutput();
    // Octets of a chunk around `payload` for the answer under way, for encoding once and sending to many:
    // true when the answer is chunked, so that the caller frames with chunkOf().
    [[nodiscard]] bool isChunked() const noexcept;
    [[nodiscard]] static SharedBytes chunkOf(QByteArrayView payload);

    [[nodiscard]] std::optional<TimePoint> deadline() const; // none while an answer is due
    void onDeadline(TimePoint now); // gives a ProtocolError 408, or PeerClosed when idle
    [[nodiscard]] bool wantsRead() const noexcept; // false while an answer is due, and at the end
    [[nodiscard]] bool wantsWrite() const noexcept; // an answer is due or output waits; both false: close

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace pushscope
