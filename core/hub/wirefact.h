// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WireFact: what passed on the wire besides events: a request with its answer, a text of the hub's own, a frame. Told by the
// endpoints only while somebody records it (HubObserver::wantsWire).

#include "base/clock.h"
#include "base/ids.h"

#include <QByteArray>

namespace pushscope {

struct WireFact {
    enum class What : quint8 {
        Answer, // a request and the whole answer to it
        Stream, // a request whose answer goes on as a stream: the connection that opens next from that address
        Text, // octets of an event stream that are no event: a comment, "retry:", an event of the hub's own
        Frame, // of a WebSocket; out: only those that carry no event
    };
    What what{};
    ConnectionId connection; // of a text or frame
    bool out = false; // of a frame: towards the client
    quint8 opcode = 0; // of a frame (RFC 6455 section 5.2)
    int status = 0; // of an answer
    QByteArray peer; // "127.0.0.1:51234"
    TimePoint begun{}; // when the request was complete; the epoch: not known
    QByteArray requestHead, requestBody; // HTTP/1.1 text, whatever version carried it; the head with its blank line
    QByteArray answerHead;
    QByteArray payload; // the body of an answer, a text's octets, a frame's payload

    [[nodiscard]] qsizetype octets() const noexcept
    {
        return requestHead.size() + requestBody.size() + answerHead.size() + payload.size();
    }
};

} // namespace pushscope
