// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Router: which endpoint answers which path, and what is the same for all of them: methods, CORS, refusals.

#include "endpoints/context.h"
#include "endpoints/exchange.h"
#include "endpoints/problem.h"
#include "endpoints/requestparameters.h"

namespace pushscope {

class Router
{
public:
    Router();
    void setContext(EndpointContext *context) noexcept { m_context = context; } // borrowed
    void handle(Exchange &exchange) const;

private:
    using Handler = void (*)(EndpointContext &, Exchange &);
    struct Route {
        QByteArray path; // ends in '/': everything below it
        QList<QByteArray> methods;
        Handler handler;
        bool subscribes = false;
    };
    [[nodiscard]] const Route *find(QByteArrayView path) const;

    std::vector<Route> m_routes;
    EndpointContext *m_context = nullptr;
};

// A client that may come in, or why not.
struct Opening {
    Subscription subscription;
    Principal principal;
};
struct Refusal {
    Error error;
    std::optional<FaultPort::RequestFault> fault; // one of ours, not the client's
    ConnectionFacts facts;
    std::optional<Admission::Denial> denial; // by a limit of the hub: it may come back
};
// First of all: what a proxy in the way, if a fault rule says so, makes of the heads of this client's request and its answer.
void passProxy(EndpointContext &context, Exchange &exchange, ClientProtocol protocol);
[[nodiscard]] tl::expected<Opening, Refusal> openSubscription(EndpointContext &context, Exchange &exchange,
                                                              ClientProtocol protocol, QByteArrayView cursorName);
// Tells the observer and answers with problem+json, or does what the fault says.
void answerRefusal(EndpointContext &context, Exchange &exchange, const Refusal &refusal);
// A head with the CORS fields that the request's origin gets.
[[nodiscard]] ResponseHead corsHead(const EndpointContext &context, const Exchange &exchange, int status);
// An answer with them.
void respond(const EndpointContext &context, Exchange &exchange, Answer answer);

} // namespace pushscope
