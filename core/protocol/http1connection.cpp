// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http1connection.h"

#include "protocol/http1answer.h"
#include "protocol/http1lines.h"
#include "protocol/http1reader.h"

namespace pushscope {

struct Http1Connection::State {
    State(const Limits &limits, TimePoint now)
        : reader(limits)
        , since(now)
    {
    }

    Http1Reader reader;
    QByteArray out;
    TimePoint since; // when what the deadline counts from happened
    Http1Answer answer;
    bool isFirst = true; // no request was answered yet
    bool answerDue = false;
    bool answerBegun = false;
    bool peerEnded = false;
    bool lastAnswer = false; // the connection ends with the answer under way or the next one
    bool switched = false; // to another protocol

    void refuse(ProtocolError error);
    void noteFailure();
    [[nodiscard]] Result<void> sendHead(const ResponseHead &head);
    [[nodiscard]] Result<void> sendEnd(std::optional<TimePoint> now);
};

void Http1Connection::State::refuse(ProtocolError error)
{
    reader.refuse(std::move(error));
    noteFailure();
}

// The owner answers a fault, unless it has begun to answer already.
void Http1Connection::State::noteFailure()
{
    answerDue = !answerBegun;
    lastAnswer = true;
}

Result<void> Http1Connection::State::sendHead(const ResponseHead &head)
{
    if (!answerDue || answerBegun)
        return fail(Errc::InvalidArgument, "no answer is due");
    if (head.status == 101 && !reader.isComplete())
        return fail(Errc::InvalidArgument, "protocols are switched after a whole request");
    Http1Answer::Request request = reader.request();
    // An answer that comes before the end of its request leaves octets behind that nobody wants.
    request.keepAlive = request.keepAlive && reader.isComplete() && !peerEnded && !lastAnswer;
    const auto begun = answer.begin(head, request, out);
    if (!begun)
        return begun;
    answerBegun = true;
    switched = head.status == 101;
    std::ignore = reader.takeContinueDue(); // the answer says it all
    return {};
}

Result<void> Http1Connection::State::sendEnd(std::optional<TimePoint> now)
{
    if (!answerBegun)
        return fail(Errc::InvalidArgument, "no answer is under way");
    const auto ended = answer.end(out);
    answerDue = false;
    answerBegun = false;
    isFirst = false;
    since = now.value_or(since);
    if (answer.keepsAlive() && !lastAnswer && !peerEnded)
        reader.beginRequest();
    else
        reader.stop();
    return ended;
}

Http1Connection::Http1Connection(Limits limits, TimePoint now)
    : m_state(std::make_unique<State>(limits, now))
{
}

Http1Connection::~Http1Connection() = default;

qsizetype Http1Connection::feed(QByteArrayView in, TimePoint now)
{
    State &s = *m_state;
    if (in.isEmpty() || !s.reader.isReading() || s.peerEnded)
        return 0;
    const bool wasInHead = s.reader.isInHead();
    const bool beganLater = s.reader.isIdle() && !s.isFirst; // the first head counts from the connection's first moment
    const qsizetype taken = s.reader.feed(in);
    if (beganLater || !s.reader.isInHead())
        s.since = now;
    if (s.reader.hasFailed())
        s.noteFailure();
    else if (wasInHead)
        s.answerDue = !s.reader.isInHead();
    return taken;
}

void Http1Connection::feedEnd()
{
    State &s = *m_state;
    if (std::exchange(s.peerEnded, true) || s.switched || (!s.reader.isReading() && !s.reader.isComplete()))
        return;
    if (s.reader.isReading() && !s.reader.isIdle()) {
        s.refuse(http1Error(400, "RFC 9112 §8", "the connection ended within a request"));
        return;
    }
    s.reader.events().push(PeerClosed{});
    if (s.reader.isIdle())
        s.reader.stop();
}

std::optional<Http1Connection::Event> Http1Connection::nextEvent()
{
    auto event = m_state->reader.events().take();
    if (!event && m_state->reader.takeContinueDue()) // the owner has seen the head, and wants more
        m_state->out += "HTTP/1.1 100 Continue\r\n\r\n";
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
    if (m_state->reader.isIdle())
        m_state->reader.stop();
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
    if (!s.reader.isReading() || s.peerEnded)
        return std::nullopt;
    const Limits &limits = s.reader.limits();
    if (s.reader.isIdle() && !s.isFirst)
        return s.since + limits.idleTimeout;
    return s.since + (s.reader.isInHead() ? limits.headTimeout : limits.bodyTimeout);
}

void Http1Connection::onDeadline(TimePoint now)
{
    State &s = *m_state;
    const auto due = deadline();
    if (!due || now < *due)
        return;
    if (s.reader.isIdle() && !s.isFirst) {
        s.reader.events().push(PeerClosed{});
        s.reader.stop();
        return;
    }
    const bool inHead = s.reader.isInHead();
    s.refuse(http1Error(408, "RFC 9110 §15.5.9", inHead ? "the head did not come in time" : "the body stopped coming"));
}

bool Http1Connection::wantsRead() const noexcept
{
    return m_state->reader.isReading() && !m_state->peerEnded;
}

bool Http1Connection::wantsWrite() const noexcept
{
    return m_state->answerDue || !m_state->out.isEmpty();
}

} // namespace pushscope
