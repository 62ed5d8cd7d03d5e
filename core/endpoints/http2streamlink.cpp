// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/http2streamlink.h"

#include "endpoints/context.h"

namespace pushscope {

Http2StreamLink::Http2StreamLink(Http2Session &session, Http2Session::StreamId stream, ResponseHead head)
    : m_session(&session)
    , m_stream(stream)
{
    setHead(std::move(head));
    m_session->adopt(stream, this);
}

Http2StreamLink::~Http2StreamLink()
{
    reset();
}

Http2StreamLink::Pending &Http2StreamLink::pending()
{
    if (!m_pending)
        m_pending = std::make_unique<Pending>();
    return *m_pending;
}

template<typename What> std::unique_ptr<What> Http2StreamLink::take(std::unique_ptr<What> Pending::*what)
{
    if (!m_pending)
        return nullptr;
    auto taken = std::move((*m_pending).*what);
    if (!m_pending->head && !m_pending->unread)
        m_pending.reset();
    return taken;
}

void Http2StreamLink::setHandler(LinkHandler *handler)
{
    m_handler = handler;
    readUnread();
}

bool Http2StreamLink::send(Http2Connection::Outbound message)
{
    if (!m_session)
        return false;
    if (const auto head = take(&Pending::head)) {
        if (!m_session->engine().send(m_stream, std::move(*head)))
            return false;
    }
    const bool sent = m_session->engine().send(m_stream, std::move(message)).has_value();
    m_session->wrote();
    return sent;
}

void Http2StreamLink::write(SharedBytes octets)
{
    if (!octets.isEmpty() && !m_finishing)
        (void)send(BodyChunk{std::move(octets)}); // after an end it is ignored, as with any link
}

qsizetype Http2StreamLink::queuedBytes() const noexcept
{
    return m_session ? m_session->engine().queuedBytes(m_stream) : 0;
}

void Http2StreamLink::setReading(bool on)
{
    m_reading = on;
    readUnread();
}

// What comes now is taken in full; its sender may send more when it is read.
void Http2StreamLink::streamReceived(QByteArray octets)
{
    if (m_reading && m_handler && !unread()) {
        m_session->engine().consume(m_stream, octets.size());
        m_session->wrote();
        m_handler->linkReceived(octets);
        return;
    }
    auto &kept = pending().unread;
    if (!kept)
        kept = std::make_unique<Unread>();
    kept->octets += octets;
}

void Http2StreamLink::streamPeerFinished()
{
    if (Unread *kept = unread())
        kept->finished = true;
    else if (m_handler)
        m_handler->linkPeerFinished();
}

// In a turn of its own: this may run in a constructor of who reads.
void Http2StreamLink::readUnread()
{
    if (!unread() || !m_reading || !m_handler || !m_session)
        return;
    m_session->context().connections.later(m_session->id(), [this, stream = m_stream, &session = *m_session] {
        if (!session.isOwnedBy(stream, this) || !unread() || !m_reading || !m_handler)
            return;
        const auto kept = take(&Pending::unread);
        session.engine().consume(stream, kept->octets.size());
        session.wrote();
        if (!kept->octets.isEmpty())
            m_handler->linkReceived(kept->octets);
        if (kept->finished && session.isOwnedBy(stream, this) && m_handler)
            m_handler->linkPeerFinished();
    });
}

void Http2StreamLink::streamDrained()
{
    if (m_handler)
        m_handler->linkDrained();
}

void Http2StreamLink::streamEnded(LinkEnd how)
{
    m_session = nullptr;
    if (m_handler)
        std::exchange(m_handler, nullptr)->linkEnded(how);
}

void Http2StreamLink::finish()
{
    if (m_finishing)
        return;
    (void)send(Http2Connection::StreamEnd{});
    m_finishing = true;
}

void Http2StreamLink::letGo() noexcept
{
    if (m_session)
        std::exchange(m_session, nullptr)->adopt(m_stream, nullptr);
}

void Http2StreamLink::reset()
{
    m_handler = nullptr;
    if (!m_session)
        return;
    Http2Session &session = *m_session;
    letGo();
    (void)session.engine().send(m_stream, Http2Connection::StreamReset{});
    session.wrote();
}

SocketAddress Http2StreamLink::peer() const
{
    return m_session ? m_session->peer() : SocketAddress{};
}

} // namespace pushscope
