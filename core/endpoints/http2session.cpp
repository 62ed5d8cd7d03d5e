// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/http2session.h"

#include "base/frametap.h"
#include "base/logging.h"
#include "endpoints/context.h"
#include "endpoints/http2exchange.h"
#include "endpoints/problem.h"
#include "endpoints/router.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto LingerTime = 2s; // for the peer's FIN after ours
constexpr qsizetype MaxBacklog
    = 256 * 1024; // octets of frames on the link; what is beyond waits on its stream, where it is shared

Http2Limits limitsOf(const EndpointSettings &settings)
{
    Http2Limits limits;
    limits.headerListBytes = quint32(settings.http.headBytes);
    limits.targetBytes = settings.http.targetBytes;
    limits.fieldCount = settings.http.fieldCount;
    limits.bodyBytes = settings.http.bodyBytes;
    limits.headTimeout = settings.http.headTimeout;
    limits.bodyTimeout = settings.http.bodyTimeout;
    limits.idleTimeout = settings.http.idleTimeout;
    return limits;
}

} // namespace

Http2Session::Http2Session(EndpointContext &context, std::unique_ptr<Link> link)
    : Connection(context, std::move(link))
    , m_engine(std::make_unique<Http2Connection>(limitsOf(context.settings), context.clock.now()))
    , m_peer(this->link().peer())
{
}

Http2Session::~Http2Session()
{
    while (const StreamId stream = m_engine->anyOwned()) {
        owner(stream)->sessionGone();
        adopt(stream, nullptr);
    }
}

Http2StreamLink *Http2Session::owner(StreamId stream) const
{
    return static_cast<Http2StreamLink *>(m_engine->owner(stream));
}

void Http2Session::linkReceived(QByteArrayView octets)
{
    if (m_closing)
        return;
    lookAtFrames();
    m_engine->feed(octets, context().clock.now());
    proceed();
}

void Http2Session::lookAtFrames()
{
    FrameTap *tap = context().frames;
    const quint32 serial = tap ? tap->serial() : 0;
    if (serial == m_framesFor)
        return;
    m_framesFor = serial;
    m_engine->setFrameListener(tap->isWatching() && tap->target().peer == m_peer.toByteArray() ? this : nullptr);
}

void Http2Session::framePassed(bool out, const Http2FrameHeader &header)
{
    WireFrame frame;
    frame.at = context().clock.wall();
    frame.layer = WireFrame::Layer::Http2;
    frame.out = out;
    frame.type = quint8(header.type);
    frame.flags = header.flags;
    frame.stream = header.stream;
    frame.length = header.length;
    context().frames->passed(frame);
}

// Nothing can be answered that is not asked for yet, and who closes its side does not stay for the streams.
void Http2Session::linkPeerFinished()
{
    endStreams(LinkEnd::Finished);
    m_engine->goAway();
    if (m_closing)
        retire();
    else
        proceed();
}

void Http2Session::linkEnded(LinkEnd how)
{
    endStreams(how);
    retire();
}

void Http2Session::onTimer(TimePoint now)
{
    if (m_closing) {
        endStreams(LinkEnd::Finished);
        retire();
        return;
    }
    m_engine->onDeadline(now);
    proceed();
}

void Http2Session::proceed()
{
    takeEvents();
    flush();
}

void Http2Session::takeEvents()
{
    while (hasLink() && !m_closing) {
        auto event = m_engine->nextEvent();
        if (!event)
            return;
        onEvent(std::move(*event));
    }
}

void Http2Session::onEvent(Http2Connection::Event event)
{
    const StreamId stream = event.stream;
    if (auto *head = std::get_if<RequestHead>(&event.what))
        onHead(stream, std::move(*head));
    else if (auto *chunk = std::get_if<BodyChunk>(&event.what))
        onBody(stream, std::move(chunk->octets));
    else if (std::holds_alternative<MessageEnd>(event.what))
        onRequestEnd(stream);
    else if (const auto *error = std::get_if<ProtocolError>(&event.what))
        onError(stream, *error);
    else if (std::holds_alternative<Http2Connection::StreamDrained>(event.what))
        onDrained(stream);
    else if (const auto *closed = std::get_if<Http2Connection::StreamClosed>(&event.what))
        onClosed(stream, closed->code);
}

void Http2Session::onHead(StreamId stream, RequestHead head)
{
    if (head.field(":protocol").isNull())
        m_reading.emplace(stream, Reading{std::move(head), {}});
    else
        dispatch(stream, std::move(head), {});
}

void Http2Session::onBody(StreamId stream, QByteArray octets)
{
    if (const auto reading = m_reading.find(stream); reading != m_reading.end())
        reading->second.body += octets;
    else if (Http2StreamLink *to = owner(stream))
        to->streamReceived(std::move(octets));
}

void Http2Session::onRequestEnd(StreamId stream)
{
    if (auto whole = m_reading.extract(stream))
        dispatch(stream, std::move(whole.mapped().head), std::move(whole.mapped().body));
    else if (Http2StreamLink *to = owner(stream))
        to->streamPeerFinished();
}

void Http2Session::onDrained(StreamId stream)
{
    if (Http2StreamLink *to = owner(stream))
        to->streamDrained();
}

void Http2Session::onClosed(StreamId stream, Http2Error code)
{
    m_reading.erase(stream);
    const LinkEnd how = code == Http2Error::NoError ? LinkEnd::Finished : LinkEnd::PeerReset;
    if (Http2StreamLink *last = owner(stream)) {
        adopt(stream, nullptr);
        last->streamEnded(how);
    } else if (const auto it = m_exchanges.find(stream); it != m_exchanges.end() && !it->second->hasLink()) {
        it->second->streamEnded(how);
    }
}

void Http2Session::onError(StreamId stream, const ProtocolError &error)
{
    qCInfo(lcEndpoints).noquote() << "connection" << id().value << "stream" << stream << error.detail << error.section;
    if (error.code < 400)
        return; // the engine ends it
    m_reading.erase(stream);
    auto [head, body] = problem(error.code, error.detail + " (" + error.section + ')');
    head.contentLength = body.size();
    (void)m_engine->send(stream, std::move(head));
    (void)m_engine->send(stream, BodyChunk{std::move(body)});
    (void)m_engine->send(stream, Http2Connection::StreamEnd{});
}

void Http2Session::dispatch(StreamId stream, RequestHead head, QByteArray body)
{
    auto exchange = std::make_unique<Http2Exchange>(*this, stream, std::move(head), std::move(body));
    Http2Exchange &borrowed = *exchange;
    m_exchanges.emplace(stream, std::move(exchange));
    context().router.handle(borrowed);
}

std::unique_ptr<Http2Exchange> Http2Session::takeExchange(StreamId stream)
{
    const auto it = m_exchanges.find(stream);
    return it == m_exchanges.end() ? nullptr : std::move(m_exchanges.extract(it).mapped());
}

void Http2Session::finished(std::unique_ptr<Http2Exchange> exchange)
{
    m_finished.push_back(std::move(exchange));
    wrote();
}

void Http2Session::wrote()
{
    if (!std::exchange(m_flushDue, true))
        context().connections.later(id(), [this] { flush(); });
}

void Http2Session::flush()
{
    m_flushDue = false;
    m_finished.clear();
    lookAtFrames();
    while (hasLink() && link().queuedBytes() < MaxBacklog) {
        SharedBytes octets = m_engine->takeOutput();
        if (octets.isEmpty())
            break;
        link().write(std::move(octets));
    }
    takeEvents(); // some come of what was sent
    settle();
}

void Http2Session::settle()
{
    if (!hasLink() || m_closing)
        return;
    if (!m_engine->wantsRead() && !m_engine->wantsWrite()) {
        closeSoon();
        return;
    }
    link().setReading(m_engine->wantsRead());
    auto next = m_engine->deadline();
    // A link that takes all at the end of the turn doesn't say so.
    if (link().queuedBytes() >= MaxBacklog)
        next = std::min(next.value_or(TimePoint::max()), context().clock.now() + TimerWheel::Tick);
    if (next)
        context().timers.arm(*this, *next);
    else
        TimerWheel::disarm(*this);
}

void Http2Session::closeSoon()
{
    m_closing = true;
    endStreams(LinkEnd::PeerReset);
    link().setReading(true); // to see its FIN
    link().finish();
    context().timers.arm(*this, context().clock.now() + LingerTime);
}

void Http2Session::drain()
{
    m_engine->goAway();
    wrote();
}

void Http2Session::endStreams(LinkEnd how)
{
    m_reading.clear();
    while (const StreamId stream = m_engine->anyOwned()) {
        Http2StreamLink *last = owner(stream);
        adopt(stream, nullptr);
        last->streamEnded(how);
    }
    const auto hasNoLink = [](const auto &entry) { return !entry.second->hasLink(); };
    for (;;) {
        const auto it = std::find_if(m_exchanges.begin(), m_exchanges.end(), hasNoLink);
        if (it == m_exchanges.end())
            return;
        it->second->streamEnded(how); // and is gone
    }
}

} // namespace pushscope
