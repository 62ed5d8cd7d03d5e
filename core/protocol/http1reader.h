// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http1Reader: requests out of octets, one after the other; knows no answers and no time. Its faults show at the same octet
// in whatever pieces the octets come. Part of Http1Connection. Source: RFC 9112.

#include "protocol/eventqueue.h"
#include "protocol/http1answer.h"
#include "protocol/http1connection.h"
#include "protocol/http1lines.h"
#include "protocol/http1parser.h"

#include <memory>

namespace pushscope {

class Http1Reader
{
public:
    using Limits = Http1Connection::Limits;
    using Event = Http1Connection::Event;

    explicit Http1Reader(const Limits &limits)
        : m_limits(limits)
    {
    }

    [[nodiscard]] qsizetype feed(QByteArrayView in); // up to the end of the request under way
    [[nodiscard]] EventQueue<Event> &events() noexcept { return m_events; }
    [[nodiscard]] const Limits &limits() const noexcept { return m_limits; }

    [[nodiscard]] bool isReading() const noexcept { return m_phase < Phase::Complete; }
    [[nodiscard]] bool isInHead() const noexcept { return m_phase <= Phase::Fields; }
    [[nodiscard]] bool isIdle() const { return m_phase == Phase::Method && m_lines.text().isEmpty(); } // before a request
    [[nodiscard]] bool isComplete() const noexcept { return m_phase == Phase::Complete; }
    [[nodiscard]] bool hasFailed() const noexcept { return m_phase == Phase::Failed; }
    [[nodiscard]] Http1Answer::Request request() const noexcept { return m_request; }

    void refuse(ProtocolError error); // ends with this event
    void beginRequest(); // the next one; what was left of the one before is forgotten
    void stop(); // takes nothing more
    // Once true, where the client waits for a 100 before it sends its body (RFC 9110 §10.1.1).
    [[nodiscard]] bool takeContinueDue() noexcept { return std::exchange(m_continueDue, false); }

private:
    // Where the next octet belongs.
    enum class Phase : quint8 {
        Method, // or before the first octet of a request
        Target,
        Version,
        Fields,
        Length, // a body of known length
        ChunkSize,
        ChunkData,
        ChunkEnd, // the CRLF after a chunk's data
        Trailer,
        Complete,
        Failed,
        Stopped,
    };

    [[nodiscard]] qsizetype headLimit() const;
    void refuseLongHead();
    void takeHead(QByteArrayView in, qsizetype &at);
    void endRequestLine();
    void endFieldLine();
    void endHead();
    void takeBody(QByteArrayView in, qsizetype &at);
    void takeChunkLine(QByteArrayView in, qsizetype &at);
    [[nodiscard]] qsizetype chunkLineLimit() const;
    void refuseLongChunkLine();
    void endChunkLine();
    void endChunkSize();
    void endTrailerLine();
    void offerChunkLines();
    void endRequest();
    void leave(Phase phase);

    Limits m_limits;
    EventQueue<Event> m_events;
    Http1Lines m_lines;
    std::unique_ptr<Http1Parser> m_parser; // while a body is being read
    quint64 m_chunkLeft = 0;
    qsizetype m_tokenBegin = 0; // of the method, target or version within the request line
    int m_fieldCount = 0;
    Phase m_phase = Phase::Method;
    Http1Answer::Request m_request;
    bool m_continueDue = false;
};

} // namespace pushscope
