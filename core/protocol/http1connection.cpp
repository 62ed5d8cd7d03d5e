// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http1connection.h"

#include "protocol/eventqueue.h"
#include "protocol/http1answer.h"
#include "protocol/http1head.h"
#include "protocol/http1lines.h"
#include "protocol/http1parser.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr qsizetype MaxMethodBytes = 64;
constexpr qsizetype MaxVersionBytes = 16; // with the CRLF
constexpr qsizetype MaxChunkLineBytes = 4096; // size and extensions

// Where in the input the next octet belongs.
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
    Answer, // the request is complete and its answer due
    Switched,
    Closed,
};

bool isReading(Phase phase)
{
    return phase < Phase::Answer;
}

bool isHead(Phase phase)
{
    return phase <= Phase::Fields;
}

} // namespace

struct Http1Connection::State {
    Limits limits;
    TimePoint since; // when what the deadline is counted from happened
    EventQueue<Event> events;
    QByteArray out;
    Http1Lines lines;
    std::unique_ptr<Http1Parser> parser; // while a body is being read
    quint64 chunkLeft = 0;
    qsizetype tokenBegin = 0; // of the method, target or version within the line
    int fieldCount = 0;
    Phase phase = Phase::Method;
    Http1Answer answer;
    Http1Answer::Request request;
    bool isFirst = true;
    bool answerDue = false;
    bool answerBegun = false;
    bool continueDue = false; // a 100 is to be sent before the body comes
    bool peerEnded = false;
    bool lastAnswer = false;

    [[nodiscard]] bool isIdle() const { return phase == Phase::Method && lines.text().isEmpty(); }
    [[nodiscard]] qsizetype headLimit() const;
    void refuse(ProtocolError error);
    void refuseLongHead();
    void takeHead(QByteArrayView in, qsizetype &at, TimePoint now);
    void endHeadLine(TimePoint now);
    void endRequestLine();
    void endFieldLine(TimePoint now);
    void endHead(TimePoint now);
    void takeBody(QByteArrayView in, qsizetype &at);
    void takeChunkLine(QByteArrayView in, qsizetype &at);
    void endChunkLine();
    void offerChunkLines();
    void endRequest();
    [[nodiscard]] Result<void> sendHead(const ResponseHead &head);
    [[nodiscard]] Result<void> sendEnd(std::optional<TimePoint> now);
};

void Http1Connection::State::refuse(ProtocolError error)
{
    events.push(std::move(error));
    parser.reset();
    lines.clear();
    answerDue = !answerBegun;
    lastAnswer = true;
    continueDue = false;
    phase = answerDue ? Phase::Answer : Phase::Closed;
}

qsizetype Http1Connection::State::headLimit() const
{
    switch (phase) {
    case Phase::Method:
        return std::min(limits.headBytes, MaxMethodBytes + 1);
    case Phase::Target:
        return std::min(limits.headBytes, tokenBegin + limits.targetBytes + 1);
    case Phase::Version:
        return std::min(limits.headBytes, tokenBegin + MaxVersionBytes);
    default:
        return limits.headBytes;
    }
}

void Http1Connection::State::refuseLongHead()
{
    if (lines.text().size() >= limits.headBytes)
        refuse(http1Error(431, "RFC 6585 §5", "the head is larger than " + QByteArray::number(limits.headBytes) + " octets"));
    else if (phase == Phase::Method)
        refuse(http1Error(501, "RFC 9112 §3", "no method has so long a name"));
    else if (phase == Phase::Target)
        refuse(http1Error(414, "RFC 9112 §3", "the target is longer than " + QByteArray::number(limits.targetBytes) + " octets"));
    else
        refuse(http1Error(400, "RFC 9112 §3", "not a request line: method, target, version"));
}

void Http1Connection::State::takeHead(QByteArrayView in, qsizetype &at, TimePoint now)
{
    if (isIdle() && !isFirst)
        since = now;
    const bool stopAtSpace = phase == Phase::Method || phase == Phase::Target;
    switch (const LineStep step = lines.take(in, at, headLimit(), stopAtSpace)) {
    case LineStep::More:
        return;
    case LineStep::Space:
        phase = phase == Phase::Method ? Phase::Target : Phase::Version;
        tokenBegin = lines.text().size();
        return;
    case LineStep::Line:
        endHeadLine(now);
        return;
    case LineStep::TooLong:
        refuseLongHead();
        return;
    default:
        refuse(lineFault(step));
    }
}

void Http1Connection::State::endHeadLine(TimePoint now)
{
    if (phase == Phase::Fields)
        endFieldLine(now);
    else
        endRequestLine();
}

void Http1Connection::State::endRequestLine()
{
    if (lines.isEmptyLine()) { // RFC 9112 §2.2: empty lines before a request are skipped
        lines.clear();
        return;
    }
    if (auto error = checkRequestLine(lines.line())) {
        refuse(std::move(*error));
        return;
    }
    request.isHead = lines.line().startsWith("HEAD ");
    request.isHttp10 = lines.line().endsWith("HTTP/1.0\r\n");
    fieldCount = 0;
    phase = Phase::Fields;
    lines.beginLine();
}

void Http1Connection::State::endFieldLine(TimePoint now)
{
    if (lines.isEmptyLine())
        endHead(now);
    else if (auto error = checkFieldLine(lines.line()))
        refuse(std::move(*error));
    else if (++fieldCount > limits.fieldCount)
        refuse(http1Error(431, "RFC 6585 §5", "more than " + QByteArray::number(limits.fieldCount) + " fields"));
    else
        lines.beginLine();
}

void Http1Connection::State::endHead(TimePoint now)
{
    parser = std::make_unique<Http1Parser>(limits.bodyBytes);
    auto head = parser->head(lines.text());
    lines.clear();
    if (!head) {
        refuse(std::move(head.error()));
        return;
    }
    answerDue = true;
    since = now;
    request.keepAlive = wantsKeepAlive(*head);
    continueDue = !parser->isDone() && !request.isHttp10 && head->hasToken("expect", "100-continue");
    phase = parser->isChunked() ? Phase::ChunkSize : Phase::Length;
    events.push(std::move(*head));
    if (parser->isDone())
        endRequest();
}

void Http1Connection::State::takeBody(QByteArrayView in, qsizetype &at)
{
    QByteArray octets;
    auto *last = events.isEmpty() ? nullptr : std::get_if<BodyChunk>(&events.last());
    const auto taken = parser->body(in.sliced(at), last ? last->octets : octets);
    if (!taken) {
        refuse(taken.error());
        return;
    }
    if (!last)
        events.push(BodyChunk{std::move(octets)});
    at += *taken;
    chunkLeft -= quint64(*taken); // of no meaning without chunks
    if (parser->isDone())
        endRequest();
    else if (phase == Phase::ChunkData && chunkLeft == 0)
        phase = Phase::ChunkEnd;
}

void Http1Connection::State::takeChunkLine(QByteArrayView in, qsizetype &at)
{
    const qsizetype limit = phase == Phase::ChunkEnd ? 2 : phase == Phase::ChunkSize ? 2 + MaxChunkLineBytes : limits.headBytes;
    switch (const LineStep step = lines.take(in, at, limit)) {
    case LineStep::More:
        return;
    case LineStep::Line:
        endChunkLine();
        return;
    case LineStep::TooLong:
        if (phase == Phase::Trailer)
            refuse(http1Error(431, "RFC 6585 §5", "the trailer is too large"));
        else
            refuse(http1Error(400, "RFC 9112 §7.1", "a chunk does not end where its size says, or its extensions are too long"));
        return;
    default:
        refuse(lineFault(step));
    }
}

void Http1Connection::State::endChunkLine()
{
    if (phase == Phase::ChunkEnd) {
        if (!lines.isEmptyLine()) {
            refuse(http1Error(400, "RFC 9112 §7.1", "a chunk does not end where its size says"));
            return;
        }
        phase = Phase::ChunkSize;
        lines.beginLine();
        return;
    }
    auto error = phase == Phase::ChunkSize ? checkChunkLine(lines.line())
        : lines.isEmptyLine()              ? std::nullopt
                                           : checkFieldLine(lines.line());
    if (error)
        refuse(std::move(*error));
    else if (phase == Phase::ChunkSize || lines.isEmptyLine())
        offerChunkLines();
    else if (++fieldCount > limits.fieldCount)
        refuse(http1Error(431, "RFC 6585 §5", "more than " + QByteArray::number(limits.fieldCount) + " fields"));
    else
        lines.beginLine();
}

void Http1Connection::State::offerChunkLines()
{
    const auto size = parser->chunkLines(lines.text());
    if (!size) {
        refuse(size.error());
    } else if (parser->isDone()) {
        endRequest();
    } else if (!*size) {
        phase = Phase::Trailer;
        lines.beginLine();
    } else {
        lines.clear();
        chunkLeft = **size;
        phase = Phase::ChunkData;
    }
}

void Http1Connection::State::endRequest()
{
    parser.reset();
    lines.clear();
    continueDue = false;
    events.push(MessageEnd{});
    phase = Phase::Answer;
}

Result<void> Http1Connection::State::sendHead(const ResponseHead &head)
{
    if (!answerDue || answerBegun)
        return fail(Errc::InvalidArgument, "no answer is due");
    if (head.status == 101 && (phase != Phase::Answer || lastAnswer))
        return fail(Errc::InvalidArgument, "protocols are switched after a whole request");
    Http1Answer::Request framing = request;
    // An answer that comes before the end of its request leaves octets behind that nobody wants.
    framing.keepAlive = framing.keepAlive && phase == Phase::Answer && !peerEnded && !lastAnswer;
    const auto begun = answer.begin(head, framing, out);
    answerBegun = begun.has_value();
    continueDue = continueDue && !answerBegun;
    if (answerBegun && head.status == 101)
        phase = Phase::Switched;
    return begun;
}

Result<void> Http1Connection::State::sendEnd(std::optional<TimePoint> now)
{
    if (!answerBegun)
        return fail(Errc::InvalidArgument, "no answer is under way");
    const auto ended = answer.end(out);
    answerDue = false;
    answerBegun = false;
    parser.reset();
    lines.clear();
    isFirst = false;
    since = now.value_or(since);
    phase = answer.keepsAlive() && !lastAnswer && !peerEnded ? Phase::Method : Phase::Closed;
    return ended;
}

Http1Connection::Http1Connection(Limits limits, TimePoint now)
    : m_state(std::make_unique<State>())
{
    m_state->limits = limits;
    m_state->since = now;
}

Http1Connection::~Http1Connection() = default;

qsizetype Http1Connection::feed(QByteArrayView in, TimePoint now)
{
    State &s = *m_state;
    qsizetype taken = 0;
    while (taken < in.size() && isReading(s.phase)) {
        if (isHead(s.phase)) {
            s.takeHead(in, taken, now);
            continue;
        }
        s.continueDue = false; // the client did not wait for it, RFC 9110 §10.1.1
        s.since = now;
        if (s.phase == Phase::Length || s.phase == Phase::ChunkData)
            s.takeBody(in, taken);
        else
            s.takeChunkLine(in, taken);
    }
    return taken;
}

void Http1Connection::feedEnd()
{
    State &s = *m_state;
    if (std::exchange(s.peerEnded, true) || s.phase == Phase::Switched || s.phase == Phase::Closed)
        return;
    if (isReading(s.phase) && !s.isIdle()) {
        s.refuse(http1Error(400, "RFC 9112 §8", "the connection ended within a request"));
        return;
    }
    s.events.push(PeerClosed{});
    if (s.isIdle())
        s.phase = Phase::Closed;
}

std::optional<Http1Connection::Event> Http1Connection::nextEvent()
{
    auto event = m_state->events.take();
    if (!event && m_state->continueDue) {
        m_state->continueDue = false;
        m_state->out += "HTTP/1.1 100 Continue\r\n\r\n";
    }
    return event;
}

Result<void> Http1Connection::send(Outbound message, std::optional<TimePoint> now)
{
    if (const auto *head = std::get_if<ResponseHead>(&message))
        return m_state->sendHead(*head);
    if (std::holds_alternative<ResponseEnd>(message))
        return m_state->sendEnd(now);
    if (!m_state->answerBegun)
        return fail(Errc::InvalidArgument, "no answer is under way");
    return m_state->answer.body(std::get<BodyChunk>(message).octets, m_state->out);
}

void Http1Connection::closeAfterResponse()
{
    m_state->lastAnswer = true;
    if (m_state->isIdle())
        m_state->phase = Phase::Closed;
}

SharedBytes Http1Connection::takeOutput()
{
    return std::exchange(m_state->out, {});
}

bool Http1Connection::isChunked() const noexcept
{
    return m_state->answerBegun && m_state->answer.isChunked();
}

SharedBytes Http1Connection::chunkOf(QByteArrayView payload)
{
    SharedBytes chunk;
    chunk.reserve(payload.size() + 20);
    chunk += QByteArray::number(qulonglong(payload.size()), 16);
    chunk += "\r\n";
    chunk += payload;
    chunk += "\r\n";
    return chunk;
}

std::optional<TimePoint> Http1Connection::deadline() const
{
    const State &s = *m_state;
    if (!isReading(s.phase) || s.peerEnded)
        return std::nullopt;
    if (s.isIdle() && !s.isFirst)
        return s.since + s.limits.idleTimeout;
    return s.since + (isHead(s.phase) ? s.limits.headTimeout : s.limits.bodyTimeout);
}

void Http1Connection::onDeadline(TimePoint now)
{
    State &s = *m_state;
    const auto due = deadline();
    if (!due || now < *due)
        return;
    if (s.isIdle() && !s.isFirst) {
        s.events.push(PeerClosed{});
        s.phase = Phase::Closed;
        return;
    }
    s.refuse(http1Error(408, "RFC 9110 §15.5.9", isHead(s.phase) ? "the head did not come in time" : "the body stopped coming"));
}

bool Http1Connection::wantsRead() const noexcept
{
    return isReading(m_state->phase) && !m_state->peerEnded;
}

bool Http1Connection::wantsWrite() const noexcept
{
    return m_state->answerDue || !m_state->out.isEmpty();
}

} // namespace pushscope
