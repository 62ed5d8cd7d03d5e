// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http2connection.h"

#include "protocol/http2state.h"

namespace pushscope {

using namespace std::chrono_literals;

Http2Connection::Http2Connection(Limits limits, TimePoint now)
    : m_state(std::make_unique<State>(limits, now))
{
    m_state->start();
}

Http2Connection::~Http2Connection() = default;

qsizetype Http2Connection::feed(QByteArrayView in, TimePoint now)
{
    State &s = *m_state;
    s.now = std::max(s.now, now);
    const char *at = in.data();
    qsizetype left = in.size();
    const auto pass = [&at, &left](qsizetype count) { return at += count, left -= count, at - count; };
    while (left > 0 && !s.dead) {
        if (s.prefaceTaken < Preface.size()) {
            const qsizetype count = std::min(left, Preface.size() - s.prefaceTaken);
            if (QByteArrayView(at, count) != Preface.sliced(s.prefaceTaken, count)) {
                s.fail(http2Error(Http2Error::Protocol, "RFC 9113 §3.4", "this is no client's preface"));
                break;
            }
            s.prefaceTaken += count;
            s.give(pass(count), count);
        } else if (s.payloadLeft > 0 && s.headerTaken == 0) {
            const qsizetype count = std::min(left, qsizetype(s.payloadLeft));
            s.payloadLeft -= quint32(count);
            s.give(pass(count), count);
        } else {
            s.header[s.headerTaken++] = *pass(1);
            if (s.headerTaken == Http2FrameHeader::Octets || s.headerTaken == Http2FrameHeader::Octets + qsizetype(s.payloadLeft))
                s.takeHeader();
        }
    }
    s.pump();
    return in.size();
}

std::optional<Http2Connection::Event> Http2Connection::nextEvent()
{
    State &s = *m_state;
    if (s.endTold != 0)
        std::erase_if(s.ended, [&s](const auto &stream) { return stream->id == s.endTold; });
    s.endTold = 0;
    auto event = s.events.take();
    if (event && std::holds_alternative<StreamClosed>(event->what))
        s.endTold = event->stream;
    return event;
}

Result<void> Http2Connection::send(StreamId id, Outbound message)
{
    Http2Stream *stream = m_state->find(id);
    if (!stream || stream->resetByUs || m_state->dead)
        return pushscope::fail(Errc::NotFound, "the stream is over");
    if (const auto *head = std::get_if<ResponseHead>(&message))
        return m_state->sendHead(*stream, *head);
    if (const auto *reset = std::get_if<StreamReset>(&message)) {
        m_state->reset(*stream, reset->code);
        stream->endTold = true;
        return {};
    }
    if (!stream->answered || stream->finishing)
        return pushscope::fail(Errc::InvalidArgument, "no answer is under way");
    if (auto *chunk = std::get_if<BodyChunk>(&message)) {
        if (stream->bodyless || chunk->octets.isEmpty())
            return {};
        stream->queue.push(std::move(chunk->octets));
        stream->waited = stream->waited || stream->queue.bytes() >= 4096;
    } else {
        stream->finishing = true;
        if (stream->bodyless)
            return {};
    }
    m_state->submitBody(*stream);
    return {};
}

void Http2Connection::consume(StreamId stream, qsizetype octets)
{
    if (!m_state->dead)
        nghttp2_session_consume_stream(m_state->session, stream, std::size_t(octets));
}

void Http2Connection::goAway()
{
    State &s = *m_state;
    if (s.dead || std::exchange(s.leaving, true))
        return;
    nghttp2_submit_goaway(s.session, NGHTTP2_FLAG_NONE, nghttp2_session_get_last_proc_stream_id(s.session), NGHTTP2_NO_ERROR,
                          nullptr, 0);
    s.pump();
}

SharedBytes Http2Connection::takeOutput()
{
    State &s = *m_state;
    s.pump();
    if (auto piece = s.pieces.take()) {
        s.pieceBytes -= piece->size();
        return std::move(*piece);
    }
    return std::exchange(s.out, {});
}

qsizetype Http2Connection::queuedBytes(StreamId id) const
{
    const Http2Stream *stream = m_state->find(id);
    return stream ? stream->queue.bytes() : 0;
}

bool Http2Connection::isOpen(StreamId id) const
{
    const Http2Stream *stream = m_state->find(id);
    return stream && !stream->resetByUs;
}

void Http2Connection::setFrameListener(FrameListener *listener) noexcept
{
    m_state->listener = listener;
}

quint32 Http2Connection::openStreams() const noexcept
{
    return m_state->streamCount;
}

void *Http2Connection::owner(StreamId id) const
{
    const Http2Stream *stream = m_state->findAny(id);
    return stream ? stream->owner : nullptr;
}

void Http2Connection::setOwner(StreamId id, void *owner)
{
    if (Http2Stream *stream = m_state->findAny(id))
        stream->owner = owner;
}

Http2Connection::StreamId Http2Connection::anyOwned() const
{
    for (const Http2Stream *stream = m_state->streams; stream; stream = stream->next) {
        if (stream->owner)
            return stream->id;
    }
    for (const auto &stream : m_state->ended) {
        if (stream->owner)
            return stream->id;
    }
    return 0;
}

std::optional<TimePoint> Http2Connection::deadline() const
{
    const State &s = *m_state;
    if (s.dead)
        return std::nullopt;
    std::optional<TimePoint> first;
    const auto consider = [&first](TimePoint due) { first = first ? std::min(*first, due) : due; };
    if (!s.hadRequest)
        consider(s.began + s.limits.headTimeout);
    else if (s.streamCount == 0)
        consider(s.idleSince + s.limits.idleTimeout);
    if (s.guard.isInHeaderBlock())
        consider(s.blockSince + s.limits.headTimeout);
    for (const auto &[stream, request] : s.requests) {
        if (request.headIsIn)
            consider(request.progressAt + s.limits.bodyTimeout);
    }
    return first;
}

void Http2Connection::onDeadline(TimePoint now)
{
    State &s = *m_state;
    s.now = std::max(s.now, now);
    const auto due = deadline();
    if (!due || now < *due)
        return;
    for (Http2Stream *stream = s.streams; stream; stream = stream->next) {
        const Http2Request *request = s.requestOf(*stream);
        if (request && request->headIsIn && now >= request->progressAt + s.limits.bodyTimeout)
            s.refuse(*stream, {408, "RFC 9110 §15.5.9", "the body stopped coming"});
    }
    const bool headIsLate = (!s.hadRequest && now >= s.began + s.limits.headTimeout)
        || (s.guard.isInHeaderBlock() && now >= s.blockSince + s.limits.headTimeout);
    if (headIsLate) {
        s.fail(http2Error(Http2Error::EnhanceYourCalm, "RFC 9113 §10.5", "the head of a request did not come in time"));
    } else if (s.hadRequest && s.streamCount == 0 && now >= s.idleSince + s.limits.idleTimeout) {
        s.events.push({0, PeerClosed{}});
        nghttp2_session_terminate_session(s.session, NGHTTP2_NO_ERROR);
        s.dead = true;
    }
    s.pump();
}

bool Http2Connection::wantsRead() const noexcept
{
    const State &s = *m_state;
    return !s.dead && s.outputBytes() < s.limits.outputBytes && nghttp2_session_want_read(s.session) != 0;
}

bool Http2Connection::wantsWrite() const noexcept
{
    const State &s = *m_state;
    if (s.outputBytes() > 0 || nghttp2_session_want_write(s.session) != 0)
        return true;
    return !s.dead && s.streamCount > 0;
}

} // namespace pushscope
