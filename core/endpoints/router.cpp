// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/router.h"

#include "endpoints/admin.h"
#include "endpoints/polltable.h"
#include "endpoints/publish.h"
#include "endpoints/ssestream.h"
#include "endpoints/webpage.h"
#include "endpoints/websocketsession.h"
#include "protocol/jwt.h"

namespace pushscope {

Router::Router()
    : m_routes{
        {"/api/events", {"GET", "HEAD"}, &SseStream::handle, true},
        {"/ws", {"GET", "CONNECT"}, &WebSocketSession::handle, true}, // CONNECT over HTTP/2
        {"/api/poll", {"GET"}, &PollTable::handle, true},
        {"/api/publish", {"POST"}, &handlePublish},
        {"/api/hub", {"GET"}, &handleAdmin},
        {"/api/clients", {"GET"}, &handleAdmin},
        {"/api/clients/", {"DELETE"}, &handleAdmin},
        {"/api/reconnects", {"GET"}, &handleAdmin},
        {"/api/findings", {"GET"}, &handleAdmin},
        {"/api/faults", {"GET", "POST"}, &handleAdmin},
        {"/api/faults/", {"DELETE"}, &handleAdmin},
        {"/api/journal", {"GET"}, &handleAdmin},
        {"/healthz", {"GET", "HEAD"}, &handleHealth},
        {"/readyz", {"GET", "HEAD"}, &handleHealth},
        {"/metrics", {"GET", "HEAD"}, &handleMetrics},
        {"/", {"GET", "HEAD"}, &handleWebPage},
    }
{
}

const Router::Route *Router::find(QByteArrayView path) const
{
    const auto it = std::find_if(m_routes.begin(), m_routes.end(), [&](const Route &route) {
        const bool prefix = route.path.endsWith('/') && path.size() > route.path.size() && route.path.size() > 1;
        return path == route.path || (prefix && path.startsWith(route.path));
    });
    if (it != m_routes.end())
        return &*it;
    return isWebFile(path) ? &m_routes.back() : nullptr;
}

void Router::handle(Exchange &exchange) const
{
    const Route *route = find(exchange.head().path());
    const QByteArray &method = exchange.head().method;
    if (method == "OPTIONS") {
        ResponseHead head = corsHead(*m_context, exchange, 204);
        QList<QByteArray> methods = route ? route->methods : QList<QByteArray>{"GET", "POST", "DELETE"};
        methods.append("OPTIONS");
        head.fields.append(HttpField{"access-control-allow-methods", methods.join(", ")});
        head.fields.append(HttpField{"access-control-allow-headers", "authorization, last-event-id, content-type"});
        head.fields.append(HttpField{"access-control-max-age", "600"});
        head.fields.append(HttpField{"allow", methods.join(", ")});
        exchange.respond(std::move(head), {});
    } else if (!route) {
        respond(*m_context, exchange, problem(404, "there is nothing at this path"));
    } else if (!route->methods.contains(method)) {
        Answer answer = problem(405, "this path answers " + route->methods.join(", "));
        answer.first.fields.append(HttpField{"allow", route->methods.join(", ")});
        respond(*m_context, exchange, std::move(answer));
    } else if (route->subscribes && exchange.hasClientLeft()) {
        exchange.abort(false); // what it missed would be told as given again, and nobody gets it
    } else {
        route->handler(*m_context, exchange);
    }
}

ResponseHead corsHead(const EndpointContext &context, const Exchange &exchange, int status)
{
    ResponseHead head{status, {}, {}};
    head.fields.reserve(8); // with those of the answer
    const QByteArray origin = exchange.head().field("origin");
    head.fields.append(HttpField{"vary", "origin"});
    if (!origin.isEmpty() && isAllowedOrigin(exchange.head(), context.settings)) {
        head.fields.append(HttpField{"access-control-allow-origin", origin});
        head.fields.append(HttpField{"access-control-allow-credentials", "true"});
    }
    return head;
}

void respond(const EndpointContext &context, Exchange &exchange, Answer answer)
{
    ResponseHead head = corsHead(context, exchange, answer.first.status);
    head.fields += answer.first.fields;
    exchange.respond(std::move(head), std::move(answer.second));
}

void passProxy(EndpointContext &context, Exchange &exchange, ClientProtocol protocol)
{
    if (!context.faults.hasRules())
        return;
    const QueryParameters query(exchange.head().query());
    ConnectionFacts facts = factsOf(exchange, query, protocol);
    if (const auto principal = authorizeRequest(exchange, query, context.authorizer, context.settings, context.clock.wall()))
        facts.user = principal->user;
    Exchange::HeadFaults faults = context.faults.headFaults(facts);
    for (const QByteArray &name : faults.dropped)
        exchange.dropField(name);
    exchange.setHeadFaults(std::move(faults));
}

tl::expected<Opening, Refusal> openSubscription(EndpointContext &context, Exchange &exchange, ClientProtocol protocol,
                                                QByteArrayView cursorName)
{
    const QueryParameters query(exchange.head().query());
    Opening opening;
    opening.subscription.facts = factsOf(exchange, query, protocol);
    const auto refused = [&](Error error, std::optional<FaultPort::RequestFault> fault = {}) {
        return tl::unexpected(Refusal{std::move(error), std::move(fault), opening.subscription.facts, {}});
    };
    auto principal = authorizeRequest(exchange, query, context.authorizer, context.settings, context.clock.wall());
    if (principal)
        opening.subscription.facts.user = principal->user;
    else
        opening.subscription.facts.claimedUser = claimedJwtSubject(credentialsOf(exchange.head(), query).token);
    if (auto fault = context.faults.requestFault(opening.subscription.facts)) {
        if (fault->kind == FaultPort::RequestFault::Kind::Expired)
            return refused({Errc::Unauthorized, "the token has expired (" + fault->cause + ')'});
        Error error{Errc::Unavailable, fault->cause};
        return refused(std::move(error), std::move(fault));
    }
    if (!principal)
        return refused(principal.error());
    if (context.draining)
        return refused({Errc::Unavailable, "the hub is stopping"});
    if (auto read = readSubscription(exchange, query, *principal, cursorName, opening.subscription); !read)
        return refused(read.error());
    Admission::Answer admitted = context.admission.admit(opening.subscription.facts);
    if (admitted.denial) {
        Error error{Errc::Unavailable, admitted.denial->detail};
        return tl::unexpected(Refusal{std::move(error), {}, opening.subscription.facts, std::move(admitted.denial)});
    }
    opening.subscription.ticket = std::move(admitted.ticket);
    opening.principal = std::move(*principal);
    exchange.applyFaults(opening.subscription.facts, true);
    return opening;
}

static void tellRefused(EndpointContext &context, const Refusal &refusal, int status)
{
    // The fault stands for a proxy on the way, which the hub would know only by what does not come.
    if (refusal.fault && refusal.fault->cause.endsWith("block-upgrade"))
        context.observer.upgradeBroken(refusal.facts, refusal.error.detail, status);
    else
        context.observer.requestRefused(refusal.facts, status, refusal.error.detail);
}

void answerRefusal(EndpointContext &context, Exchange &exchange, const Refusal &refusal)
{
    using Kind = FaultPort::RequestFault::Kind;
    if (refusal.fault && refusal.fault->kind != Kind::Status) {
        tellRefused(context, refusal, 0);
        if (refusal.fault->kind == Kind::Hang)
            exchange.hold(context.faults.hang(exchange, refusal.fault->rule));
        else
            exchange.abort(refusal.fault->kind == Kind::Rst);
        return;
    }
    Answer answer = refusal.fault ? problem(refusal.fault->code, refusal.error.detail)
        : refusal.denial          ? problem(*refusal.denial)
                                  : problem(refusal.error);
    tellRefused(context, refusal, answer.first.status);
    respond(context, exchange, std::move(answer));
}

} // namespace pushscope
