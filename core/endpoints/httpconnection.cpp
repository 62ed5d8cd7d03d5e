// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/httpconnection.h"

#include "base/logging.h"
#include "endpoints/context.h"
#include "endpoints/http2session.h"
#include "endpoints/problem.h"
#include "endpoints/router.h"
#include "endpoints/wiretold.h"

#include <QScopedValueRollback>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto LingerTime = 2s; // for the peer's FIN after ours
constexpr qsizetype MaxUnfed = 256 * 1024; // pipelined octets before reading stops

} // namespace

class HttpConnection::Http1Exchange final : public Exchange
{
public:
    Http1Exchange(HttpConnection &connection, RequestHead head, QByteArray body)
        : m_connection(connection)
        , m_head(std::move(head))
        , m_body(std::move(body))
        , m_begun(connection.context().clock.now())
    {
    }
    [[nodiscard]] const RequestHead &head() const noexcept override { return m_head; }
    [[nodiscard]] const QByteArray &body() const noexcept override { return m_body; }
    [[nodiscard]] SocketAddress peer() const override { return m_connection.link().peer(); }
    [[nodiscard]] TlsFacts tls() const override { return m_connection.link().tls(); }
    [[nodiscard]] bool hasClientLeft() const override { return m_connection.context().faults.hasPeerLeft(m_connection.link()); }
    void applyFaults(const ConnectionFacts &facts, bool isRequest) override
    {
        m_connection.passFaults(facts, isRequest ? FaultPort::Occasion::Request : FaultPort::Occasion::RulesChanged);
    }
    void dropField(const QByteArray &name) override
    {
        m_head.fields.removeIf([&](const HttpField &field) { return field.name == name; });
    }
    void respond(ResponseHead head, QByteArray body) override
    {
        head = faultedHead(std::move(head));
        tellAnswer(m_connection.context(), *this, m_begun, head, body);
        m_connection.respond(std::move(head), std::move(body));
    }
    [[nodiscard]] Stream startStream(ResponseHead head) override
    {
        head = faultedHead(std::move(head));
        tellStream(m_connection.context(), *this, m_begun, head);
        return m_connection.startStream(std::move(head));
    }
    void abort(bool reset) override { m_connection.abort(reset); }

private:
    HttpConnection &m_connection;
    RequestHead m_head;
    QByteArray m_body;
    TimePoint m_begun;
};

HttpConnection::HttpConnection(EndpointContext &context, std::unique_ptr<Link> link)
    : Connection(context, std::move(link))
    , m_engine(std::make_unique<Http1Connection>(context.settings.http, context.clock.now()))
{
    settle();
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::linkReceived(QByteArrayView octets)
{
    if (m_closing || (m_maybeHttp2 && isPreface(octets)))
        return;
    if (m_unfed.isEmpty()) {
        const qsizetype taken = m_engine->feed(octets, context().clock.now());
        m_unfed = octets.sliced(taken).toByteArray();
    } else {
        m_unfed += octets;
    }
    proceed();
}

// RFC 9113 §3.4. HTTP/1.1 has no request that begins like that.
bool HttpConnection::isPreface(QByteArrayView octets)
{
    const QByteArray begun = m_unfed + octets.toByteArray();
    const qsizetype count = std::min(begun.size(), Http2Connection::Preface.size());
    m_maybeHttp2 = QByteArrayView(begun).first(count) == Http2Connection::Preface.first(count);
    if (!m_maybeHttp2)
        return false;
    m_unfed = begun;
    if (count < Http2Connection::Preface.size())
        return true;
    auto session = std::make_unique<Http2Session>(context(), takeLink());
    Http2Session &borrowed = *session;
    context().connections.add(std::move(session));
    retire();
    borrowed.begin(begun);
    return true;
}

void HttpConnection::linkPeerFinished()
{
    m_peerFinished = true;
    if (m_closing || (m_exchange && m_exchange->endsWithClient())) {
        m_exchange.reset(); // at once: what it waits for may come before this turn is over
        retire();
        return;
    }
    if (m_exchange)
        return; // a client that half-closes may wait for its answer
    m_engine->feedEnd();
    proceed();
}

void HttpConnection::linkDrained() { }

void HttpConnection::linkEnded(LinkEnd how)
{
    if (m_exchange && how == LinkEnd::Cut)
        m_exchange->setEnding(context().faults.causeOfCut(link()));
    m_exchange.reset();
    retire();
}

void HttpConnection::onTimer(TimePoint now)
{
    if (m_closing) {
        retire();
        return;
    }
    m_engine->onDeadline(now);
    proceed();
}

void HttpConnection::proceed()
{
    while (hasLink() && !m_exchange && !m_closing) {
        const bool fresh = m_unfed.isEmpty();
        if (auto event = m_engine->nextEvent()) {
            onEvent(std::move(*event));
            continue;
        }
        if (fresh)
            break;
        const qsizetype taken = m_engine->feed(m_unfed, context().clock.now());
        if (taken == 0)
            break;
        m_unfed.remove(0, taken);
    }
    settle();
}

void HttpConnection::onEvent(Http1Connection::Event event)
{
    if (auto *head = std::get_if<RequestHead>(&event)) {
        m_head = std::move(*head);
        m_body.clear();
    } else if (auto *chunk = std::get_if<BodyChunk>(&event)) {
        m_body += chunk->octets;
    } else if (std::holds_alternative<MessageEnd>(event)) {
        dispatch();
    } else if (std::holds_alternative<PeerClosed>(event)) {
        closeSoon();
    } else {
        onProtocolError(std::get<ProtocolError>(event));
    }
}

void HttpConnection::onProtocolError(const ProtocolError &error)
{
    qCInfo(lcEndpoints).noquote() << "connection" << id().value << "refused:" << error.detail << error.section;
    if (error.code > 0) {
        m_engine->closeAfterResponse();
        auto [head, body] = problem(error.code, error.detail + " (" + error.section + ')');
        head.fields.append(HttpField{"connection", "close"});
        // The engine gives up its state after an error: the answer is written as plain octets.
        link().write(plainResponse(head, body));
    }
    closeSoon();
}

void HttpConnection::dispatch()
{
    m_exchange = std::make_unique<Http1Exchange>(*this, std::move(*m_head), std::exchange(m_body, {}));
    m_head.reset();
    if (context().draining)
        m_engine->closeAfterResponse();
    const QScopedValueRollback dispatching(m_dispatching, true);
    context().router.handle(*m_exchange);
}

void HttpConnection::respond(ResponseHead head, QByteArray body)
{
    head.contentLength = body.size();
    // The exchange is still on the stack of whoever answers: it goes at the end of this function, its task with it.
    const auto exchange = std::move(m_exchange);
    if (!m_engine->send(std::move(head)) || (!body.isEmpty() && !m_engine->send(BodyChunk{std::move(body)}))
        || !m_engine->send(Http1Connection::ResponseEnd{}, context().clock.now())) {
        retireWithReset();
        return;
    }
    flushEngine();
    // proceed() is under way, and goes on with what else it has: nothing.
    if (m_dispatching && m_unfed.isEmpty())
        return;
    if (m_unfed.isEmpty() && !m_peerFinished) {
        settle(); // at rest
        return;
    }
    // What was pipelined is looked at in a turn of its own: this may run in the middle of a fan-out.
    context().connections.later(id(), [this] { proceed(); });
}

Exchange::Stream HttpConnection::startStream(ResponseHead head)
{
    TimerWheel::disarm(*this);
    const bool upgrade = head.status == 101;
    (void)m_engine->send(std::move(head));
    Exchange::Stream stream{nullptr, !upgrade && m_engine->isChunked(), std::exchange(m_unfed, {})};
    flushEngine();
    stream.link = takeLink();
    // Who called still holds the exchange; it goes with this connection, after the turn.
    retire();
    return stream;
}

void HttpConnection::abort(bool reset)
{
    if (reset)
        retireWithReset();
    else
        closeSoon();
}

void HttpConnection::flushEngine()
{
    link().write(m_engine->takeOutput());
}

void HttpConnection::settle()
{
    if (!hasLink() || m_closing)
        return;
    flushEngine();
    if (!m_engine->wantsRead() && !m_engine->wantsWrite()) {
        closeSoon();
        return;
    }
    link().setReading(m_unfed.size() < MaxUnfed);
    if (const auto deadline = m_engine->deadline())
        context().timers.arm(*this, *deadline);
    else
        TimerWheel::disarm(*this);
}

void HttpConnection::closeSoon()
{
    if (m_closing || !hasLink())
        return;
    m_closing = true;
    link().setReading(true); // to see its FIN
    link().finish();
    if (m_peerFinished && link().queuedBytes() == 0)
        context().timers.arm(*this, context().clock.now()); // nothing to wait for, but let the turn's writes go
    else
        context().timers.arm(*this, context().clock.now() + LingerTime);
}

void HttpConnection::drain()
{
    if (m_exchange)
        m_engine->closeAfterResponse();
    else
        closeSoon();
}

} // namespace pushscope
