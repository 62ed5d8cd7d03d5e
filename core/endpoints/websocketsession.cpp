// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/websocketsession.h"

#include "base/logging.h"
#include "endpoints/context.h"
#include "endpoints/framewatch.h"
#include "endpoints/router.h"
#include "endpoints/websocketcommands.h"
#include "endpoints/wireencoder.h"
#include "endpoints/wiretold.h"
#include "protocol/jsonslice.h"
#include "protocol/websockethandshake.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

// Writes its last words and waits, for a bounded time, until the peer has read them.
class Farewell final : public Connection
{
public:
    Farewell(EndpointContext &context, std::unique_ptr<Link> link, const SharedBytes &words)
        : Connection(context, std::move(link))
    {
        this->link().write(words);
        this->link().finish();
        context.timers.arm(*this, context.clock.now() + 2s);
    }
    void drain() override { retire(); }

private:
    void linkReceived(QByteArrayView) override { }
    void linkPeerFinished() override { retire(); }
    void linkDrained() override { }
    void linkEnded(LinkEnd) override { retire(); }
    void onTimer(TimePoint) override { retire(); }
};

// A browser can't read the status of a refused upgrade: the WebSocket is accepted and closed with a code it can read.
void acceptAndClose(EndpointContext &context, Exchange &exchange, ResponseHead head, int code, const QByteArray &reason)
{
    auto stream = exchange.startStream(std::move(head));
    WebSocketConnection engine(WebSocketConnection::Role::Server);
    (void)engine.send(WsClose{code, reason.left(120)});
    context.connections.add(std::make_unique<Farewell>(context, std::move(stream.link), engine.takeOutput()));
}

void refuse(EndpointContext &context, Exchange &exchange, const ResponseHead &accepted, const Refusal &refusal)
{
    if (refusal.denial) {
        context.observer.requestRefused(refusal.facts, 1013, refusal.error.detail);
        acceptAndClose(context, exchange, accepted, 1013, refusal.error.detail);
        return;
    }
    const bool closeFault = refusal.fault && refusal.fault->kind == FaultPort::RequestFault::Kind::CloseCode;
    const Errc code = refusal.error.code;
    if (!closeFault && (refusal.fault || (code != Errc::Unauthorized && code != Errc::Forbidden))) {
        answerRefusal(context, exchange, refusal);
        return;
    }
    const int closeCode = closeFault ? refusal.fault->code : code == Errc::Unauthorized ? 4001 : 4003;
    context.observer.requestRefused(refusal.facts, closeCode, refusal.error.detail);
    acceptAndClose(context, exchange, accepted, closeCode, closeFault ? refusal.fault->reason : refusal.error.detail);
}

// How a proxy has broken an upgrade that a client asked for; empty if it was not, or nobody asked. Fields that are for one hop
// only (RFC 9110 section 7.6.1) are what proxies remove.
QByteArray brokenOnTheWay(const RequestHead &head)
{
    if (head.field("sec-websocket-key").isEmpty()) {
        // Only a client of the hub names itself so; a health check or a curious browser asks for the bare path.
        const QueryParameters query(head.query());
        return query.has("clientId") && query.has("token") ? QByteArray("all its WebSocket fields were removed") : QByteArray();
    }
    if (head.version == "1.0")
        return "it came as HTTP/1.0";
    if (!isWebSocketUpgrade(head))
        return "its Upgrade field was removed";
    return head.hasToken("connection", "upgrade") ? QByteArray() : QByteArray("its Connection field has no \"upgrade\" any more");
}

void tellBrokenUpgrade(EndpointContext &context, const Exchange &exchange, int status)
{
    const QByteArray how = brokenOnTheWay(exchange.head());
    if (how.isEmpty())
        return;
    const QueryParameters query(exchange.head().query());
    ConnectionFacts facts = factsOf(exchange, query, ClientProtocol::WebSocket);
    if (const auto principal = authorizeRequest(exchange, query, context.authorizer, context.settings, context.clock.wall()))
        facts.user = principal->user;
    context.observer.upgradeBroken(facts, how, status);
}

} // namespace

void WebSocketSession::handle(EndpointContext &context, Exchange &exchange)
{
    passProxy(context, exchange, ClientProtocol::WebSocket);
    const auto accepted = acceptWebSocket(exchange.head());
    if (!accepted) {
        tellBrokenUpgrade(context, exchange, accepted.error().code);
        Answer answer = problem(accepted.error().code, accepted.error().detail);
        if (answer.first.status == 426)
            answer.first.fields.append(HttpField{"sec-websocket-version", "13"});
        respond(context, exchange, std::move(answer));
        return;
    }
    if (!isAllowedOrigin(exchange.head(), context.settings)) {
        respond(context, exchange, problem(403, "this origin is not allowed"));
        return;
    }
    auto opening = openSubscription(context, exchange, ClientProtocol::WebSocket, "lastEventId");
    if (!opening) {
        refuse(context, exchange, *accepted, opening.error());
        return;
    }
    ResponseHead head = *accepted;
    const auto deflate = agreeOnDeflate(exchange.head().joinedField("sec-websocket-extensions"));
    if (deflate) {
        head.fields.append(HttpField{"sec-websocket-extensions", deflate->toField()});
        opening->subscription.facts.compression = Compression::MessageDeflate;
    }
    auto stream = exchange.startStream(std::move(head));
    const quint64 tokenPrint = opening->subscription.facts.tokenPrint;
    auto session = std::unique_ptr<WebSocketSession>(
        new WebSocketSession(context, std::move(stream.link), std::move(opening->subscription), opening->principal, tokenPrint));
    if (deflate)
        session->compress(*deflate);
    WebSocketSession &borrowed = *session;
    context.connections.add(std::move(session));
    borrowed.begin();
    if (!stream.early.isEmpty())
        borrowed.linkReceived(stream.early);
}

WebSocketSession::WebSocketSession(EndpointContext &context, std::unique_ptr<Link> link, Subscription subscription,
                                   const Principal &principal, quint64 tokenPrint)
    : StreamConnection(context, std::move(link), std::move(subscription), principal)
    , m_principal(std::make_unique<const Principal>(principal))
    , m_tokenPrint(tokenPrint)
    , m_nextPing(context.clock.now() + context.settings.keepalive)
{
}

WebSocketSession::~WebSocketSession()
{
    context().answers.closed(*this);
}

WebSocketConnection &WebSocketSession::engine()
{
    if (!m_engine)
        m_engine = std::make_unique<WebSocketConnection>(WebSocketConnection::Role::Server,
                                                         WebSocketConnection::Limits{context().settings.maxMessage, false});
    return *m_engine;
}

void WebSocketSession::compress(const MessageDeflate &deflate)
{
    engine().setDeflate(deflate);
    m_form = WireForm(int(WireForm::WsDeflate9) + std::max<int>(deflate.serverWindowBits, 9) - 9);
}

void WebSocketSession::begin()
{
    prepare([this] { greet(); });
}

void WebSocketSession::greet()
{
    const QByteArray client = announce();
    const Start start = findStart();
    const QByteArray data = "{\"client\":" + jsonQuoted(client) + ",\"cursor\":\"" + context().hub.cursorAt(start.after) + "\"}";
    sendText(WireEncoder::object({}, "hub.welcome", data));
    subscribe(start);
    if (const QByteArray early = std::exchange(m_early, {}); !early.isEmpty())
        linkReceived(early);
}

void WebSocketSession::sendText(const QByteArray &text)
{
    tellFrame(context(), id(), true, WsOpcode::Text, text);
    write(WebSocketConnection::serverFrame(WsOpcode::Text, text));
}

void WebSocketSession::linkReceived(QByteArrayView octets)
{
    if (!isGreeted()) { // it speaks before it is somebody
        if (m_early.size() + octets.size() > context().settings.maxMessage)
            close(1013, "try later", "spoke too much before its welcome");
        else
            m_early.append(octets);
        return;
    }
    engine().setOnFrame(isLookedAt() ? &WebSocketSession::frameCame : nullptr, this);
    (void)engine().feed(octets);
    // The fan-out of what one message publishes may end this session: the link tells.
    while (auto event = engine().nextEvent()) {
        if (const auto *message = std::get_if<WsMessage>(&*event)) {
            tellFrame(context(), id(), false, message->opcode, message->payload);
            if (!isFinishing())
                onMessage(*message);
        } else if (auto *ping = std::get_if<WsPing>(&*event)) {
            tellFrame(context(), id(), false, WsOpcode::Ping, ping->payload);
            if (!isSilenced(FaultPort::Signal::Pong)) {
                tellFrame(context(), id(), true, WsOpcode::Pong, ping->payload);
                if (engine().send(WsPong{std::move(ping->payload)})) // refused once a Close was sent
                    flushEngine(); // before the answers to what came after the ping
            }
        } else if (const auto *pong = std::get_if<WsPong>(&*event)) {
            tellFrame(context(), id(), false, WsOpcode::Pong, pong->payload);
            onPong(*pong);
        } else if (const auto *closed = std::get_if<WsClose>(&*event)) {
            tellClose(context(), id(), false, closed->code, closed->reason);
            if (!isFinishing())
                tellClose(context(), id(), true, closed->code, {}); // the engine's answer
            onPeerClosed();
            flushEngine();
            finish("client (" + QByteArray::number(closed->code) + ')');
        } else if (const auto *error = std::get_if<ProtocolError>(&*event)) {
            qCInfo(lcEndpoints).noquote() << "connection" << id().value << "closed with" << error->code << error->detail
                                          << error->section;
            tellClose(context(), id(), true, error->code, error->detail);
            flushEngine();
            finish("protocol error: " + error->detail);
        }
        if (!hasLink())
            return;
    }
    flushEngine();
}

// Each ping carries when it was sent, so that a pong tells how long it was under way.
void WebSocketSession::onPong(const WsPong &pong)
{
    m_pongDue = TimePoint::max();
    m_pongless = false;
    bool isNumber = false;
    const TimePoint sent{Milliseconds(pong.payload.toLongLong(&isNumber))};
    if (isNumber && record() && sent <= context().clock.now())
        context().observer.pongReceived(*this, sent);
}

void WebSocketSession::onPeerClosed()
{
    if (std::exchange(m_pongless, false))
        context().observer.closeAnswered(id());
}

void WebSocketSession::linkPeerFinished()
{
    onPeerClosed();
    StreamConnection::linkPeerFinished();
}

void WebSocketSession::onMessage(const WsMessage &message)
{
    if (message.opcode != WsOpcode::Text) {
        sendText(WebSocketCommands::error("bad-json", "messages are text", {}));
        return;
    }
    AnswerPort &answers = context().answers;
    if (!answers.hasRules() || !answers.take(message.payload, *this, principal().user, *this))
        WebSocketCommands(context(), *this).handle(message.payload, WebSocketCommands::Told::No);
}

void WebSocketSession::handleText(const QByteArray &text)
{
    if (!isFinishing() && hasLink())
        WebSocketCommands(context(), *this).handle(text, WebSocketCommands::Told::Yes);
}

void WebSocketSession::reply(const QByteArray &text)
{
    if (isFinishing() || !hasLink())
        return;
    if (queuedBytes() + text.size() > context().settings.queueLimit)
        overflowed();
    else
        sendText(text);
}

void WebSocketSession::enterRoom(const QByteArray &room, const QByteArray &ref)
{
    const auto it = m_entering.emplace(m_entering.end());
    const auto ready = [this, it, room, ref] {
        const auto preparation = std::move(*it); // let go when the hub holds the room for its member
        m_entering.erase(it);
        joinRoom(room, ref);
    };
    *it = context().hub.prepare({"room:" + room}, {}, ready);
    if (!*it)
        ready();
}

void WebSocketSession::joinRoom(const QByteArray &room, const QByteArray &ref)
{
    if (!isSubscribed())
        return; // it has left meanwhile
    context().hub.join(*this, "room:" + room);
    context().observer.roomsChanged(*this, room, true);
    if (!ref.isEmpty())
        sendText(WebSocketCommands::ack(ref, {}));
}

void WebSocketSession::publishFor(Draft draft, const QByteArray &ref)
{
    if (const auto denial = context().admission.publish(m_tokenPrint)) {
        sendText(WebSocketCommands::error(denial->status == 429 ? "rate-limited" : "unavailable", denial->detail, ref));
        return;
    }
    const auto published = context().hub.publish(std::move(draft));
    if (!published || context().hub.isSafe(*published)) {
        acknowledgePublish(ref, published);
        return;
    }
    PendingAck &pending = m_acks.emplace_back(PendingAck{ref, nullptr});
    pending.wait = std::make_unique<Hub::PublishWait>(context().hub, *published,
                                                      [this, it = std::prev(m_acks.end())](const Result<Published> &done) {
                                                          const QByteArray told = it->ref;
                                                          m_acks.erase(it);
                                                          acknowledgePublish(told, done);
                                                      });
}

void WebSocketSession::acknowledgePublish(const QByteArray &ref, const Result<Published> &published)
{
    if (published)
        sendText(WebSocketCommands::ack(ref, WireEncoder::idOrNull(context().hub.epoch(), published->seq)));
    else
        sendText(WebSocketCommands::error(published.error().code == Errc::Unavailable ? "unavailable" : "bad-payload",
                                          published.error().detail, ref));
}

bool WebSocketSession::deliver(const EncodedEvent &event, bool replayed)
{
    const SharedBytes &frame = event.form(m_form);
    const qsizetype saved = m_form == WireForm::WsFrame ? 0 : event.form(WireForm::WsFrame).size() - frame.size();
    return writeEvent(frame, event.event(), replayed, saved);
}

void WebSocketSession::gap(const Gap &gap)
{
    sendText(
        WireEncoder::object(context().hub.cursorAt(gap.resume), "hub.gap", WireEncoder::gapData(gap, context().hub.epoch())));
    m_told = gap.resume;
}

void WebSocketSession::overflowed()
{
    // The close code waits behind all that is queued; a client that reads again gets it, one that doesn't is cut.
    tellClose(context(), id(), true, 4008, "too slow");
    (void)engine().send(WsClose{4008, "too slow"});
    flushEngine();
    finish("slow");
}

void WebSocketSession::onKeepalive()
{
    const Seq head = cursorToTell();
    if (head.isNull())
        return; // the ping is keepalive enough
    const QByteArray cursor = context().hub.cursorAt(head);
    sendText(WireEncoder::object(cursor, "hub.cursor", "{\"cursor\":\"" + cursor + "\"}"));
    m_told = head;
}

std::optional<TimePoint> WebSocketSession::extraDeadline() const
{
    return std::min(m_pongDue, m_nextPing);
}

void WebSocketSession::onExtraDeadline()
{
    const TimePoint now = context().clock.now();
    if (now >= m_pongDue) {
        qCInfo(lcEndpoints) << "connection" << id().value << "sent no pong within" << context().settings.pongTimeout.count()
                            << "ms (RFC 6455 5.5.2)";
        close(1002, "no pong", "no pong");
        m_pongless = true;
        return;
    }
    if (now >= m_nextPing) {
        m_nextPing = now + context().settings.keepalive;
        if (isSilenced(FaultPort::Signal::Keepalive))
            return;
        ping();
        if (m_pongDue == TimePoint::max())
            m_pongDue = now + context().settings.pongTimeout;
    }
}

void WebSocketSession::ping()
{
    const auto sent = std::chrono::duration_cast<Milliseconds>(context().clock.now().time_since_epoch());
    const QByteArray stamp = QByteArray::number(qint64(sent.count()));
    tellFrame(context(), id(), true, WsOpcode::Ping, stamp);
    (void)engine().send(WsPing{stamp}); // refused once a Close was sent
    flushEngine();
}

void WebSocketSession::endForRestart(Milliseconds, const QByteArray &cause)
{
    close(1012, "hub restarts", cause);
}

// A reserved bit and a reserved opcode. RFC 6455 §5.2.
bool WebSocketSession::breakProtocol()
{
    write(QByteArray("\xf3\x00", 2));
    return false;
}

void WebSocketSession::endByCode(int closeCode, const QByteArray &cause)
{
    close(closeCode, "closed by the operator", cause);
}

void WebSocketSession::drain()
{
    if (!isFinishing())
        close(1001, "hub stops", "hub stopped");
}

void WebSocketSession::close(int code, const QByteArray &reason, const QByteArray &cause)
{
    tellClose(context(), id(), true, code, reason);
    (void)engine().send(WsClose{code, reason});
    flushEngine();
    finish(cause);
}

// Asked at each write of every WebSocket while one is looked at, so names are compared once a target.
bool WebSocketSession::isLookedAt()
{
    const FrameTap *tap = context().frames;
    if (!tap || !record())
        return false;
    if (const quint32 serial = tap->serial(); serial != m_lookedAtFor) {
        m_lookedAtFor = serial;
        m_lookedAt = tap->isWatching() && tap->target().client == context().observer.clientName(*record());
    }
    return m_lookedAt;
}

void WebSocketSession::octetsWritten(QByteArrayView octets)
{
    if (isLookedAt())
        tellWebSocketFrames(*context().frames, octets, true, context().clock.wall());
}

void WebSocketSession::frameCame(void *session, quint8 first, bool masked, quint64 length)
{
    const EndpointContext &context = static_cast<WebSocketSession *>(session)->context();
    WireFrame frame;
    frame.at = context.clock.wall();
    frame.type = first & 0x0f;
    frame.flags = quint8((first & 0xf0) | (masked ? WireFrame::Masked : 0));
    frame.length = length;
    context.frames->passed(frame);
}

void WebSocketSession::flushEngine()
{
    if (!m_engine)
        return;
    if (const SharedBytes octets = m_engine->takeOutput(); !octets.isEmpty())
        write(octets);
    if (m_engine->isAtRest())
        m_engine.reset();
}

} // namespace pushscope
