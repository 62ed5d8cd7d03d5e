// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/http2exchange.h"

#include "endpoints/context.h"
#include "endpoints/wiretold.h"

namespace pushscope {

Http2Exchange::Http2Exchange(Http2Session &session, Http2Session::StreamId stream, RequestHead head, QByteArray body)
    : m_session(session)
    , m_stream(stream)
    , m_head(std::move(head))
    , m_body(std::move(body))
    , m_begun(session.context().clock.now())
{
}

Http2Exchange::~Http2Exchange() = default;

void Http2Exchange::makeLink()
{
    if (m_link)
        return;
    auto link = std::make_unique<Http2StreamLink>(m_session, m_stream, ResponseHead{});
    m_streamLink = link.get();
    m_link = std::move(link);
}

void Http2Exchange::applyFaults(const ConnectionFacts &facts, bool isRequest)
{
    makeLink();
    const auto occasion = isRequest ? FaultPort::Occasion::Request : FaultPort::Occasion::RulesChanged;
    m_link = m_session.context().faults.faulted(std::move(m_link), facts, occasion);
    m_link->setHandler(this);
}

void Http2Exchange::dropField(const QByteArray &name)
{
    m_head.fields.removeIf([&](const HttpField &field) { return field.name == name; });
}

void Http2Exchange::respond(ResponseHead head, QByteArray body)
{
    // The exchange is still on the stack of whoever answers: it goes at the end of this function, its task with it.
    const auto self = m_session.takeExchange(m_stream);
    head = faultedHead(std::move(head));
    tellAnswer(m_session.context(), *this, m_begun, head, body);
    head.contentLength = body.size();
    if (isHeld()) {
        // What holds the link takes it over, to say these last words.
        m_streamLink->setHead(std::move(head));
        m_link->setHandler(nullptr);
        m_link->write(std::move(body));
        m_link->finish();
        return;
    }
    if (m_streamLink)
        m_streamLink->letGo();
    Http2Connection &engine = m_session.engine();
    const bool sent = engine.send(m_stream, std::move(head)) && engine.send(m_stream, BodyChunk{std::move(body)})
        && engine.send(m_stream, Http2Connection::StreamEnd{});
    if (!sent)
        (void)engine.send(m_stream, Http2Connection::StreamReset{Http2Error::Internal});
    m_session.wrote();
}

Exchange::Stream Http2Exchange::startStream(ResponseHead head)
{
    makeLink();
    head = faultedHead(std::move(head));
    tellStream(m_session.context(), *this, m_begun, head);
    m_streamLink->setHead(std::move(head));
    Stream stream{std::move(m_link), false, {}};
    stream.link->setHandler(nullptr);
    m_streamLink = nullptr;
    m_session.finished(m_session.takeExchange(m_stream));
    return stream;
}

void Http2Exchange::abort(bool reset)
{
    const auto self = m_session.takeExchange(m_stream);
    if (!self)
        return; // over already
    if (isHeld()) {
        m_link->reset();
        return;
    }
    if (m_streamLink)
        m_streamLink->letGo();
    (void)m_session.engine().send(m_stream, Http2Connection::StreamReset{reset ? Http2Error::Cancel : Http2Error::NoError});
    m_session.wrote();
}

void Http2Exchange::streamEnded(LinkEnd how)
{
    const auto self = m_session.takeExchange(m_stream);
    if (how == LinkEnd::Cut && m_link)
        setEnding(m_session.context().faults.causeOfCut(*m_link));
    m_task.reset(); // while the cause can still be read
}

} // namespace pushscope
