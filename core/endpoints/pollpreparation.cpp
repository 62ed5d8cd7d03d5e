// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/pollpreparation.h"

#include "endpoints/context.h"
#include "endpoints/polltable.h"
#include "endpoints/wireencoder.h"

namespace pushscope {

using namespace std::chrono_literals;

static constexpr auto LeastWait = 5s; // also of a poll that is not to wait: nothing can be said before

PollPreparation::PollPreparation(EndpointContext &context, Exchange &exchange)
    : m_context(context)
    , m_exchange(exchange)
{
}

bool PollPreparation::begin(EndpointContext &context, Exchange &exchange, Opening &opening, PollSession::Wish &wish)
{
    std::unique_ptr<PollPreparation> task(new PollPreparation(context, exchange));
    task->m_preparation
        = context.hub.prepare(opening.subscription.channels, wish.cursor, [borrowed = task.get()] { borrowed->ready(); });
    if (!task->m_preparation)
        return false;
    task->m_opening = std::move(opening);
    task->m_wish = std::move(wish);
    context.timers.arm(*task, context.clock.now() + std::max<Milliseconds>(task->m_wish.timeout, LeastWait));
    exchange.hold(std::move(task));
    return true;
}

void PollPreparation::ready()
{
    TimerWheel::disarm(*this);
    const auto preparation = std::move(m_preparation); // let go when the session holds its channels itself
    Opening opening = std::move(m_opening);
    PollSession::Wish wish = std::move(m_wish);
    EndpointContext &context = m_context;
    Exchange &exchange = m_exchange;
    context.polls.poll(context, exchange, opening, std::move(wish)); // the exchange holds another task then
}

void PollPreparation::onTimer(TimePoint)
{
    if (const auto id = parseEventId(m_wish.cursor); id && id->epoch == m_context.hub.epoch())
        respond(m_context, m_exchange, json(WireEncoder::pollAnswer({}, m_wish.cursor, {})));
    else
        respond(m_context, m_exchange, problem(503, "the hub has no connection to its bus"));
}

} // namespace pushscope
