// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PollPreparation: a poll whose channels the hub has first to be told about. Begins when it has; where that takes longer than the
// poll may wait, the client is told its own cursor again, or to try later if it has none. Owned by its exchange. Hub thread.

#include "base/timerwheel.h"
#include "endpoints/exchange.h"
#include "endpoints/longpoll.h"
#include "endpoints/router.h"
#include "hub/hub.h"

namespace pushscope {

class PollPreparation final : public Exchange::Task, public TimerWheel::Timer
{
public:
    // False: there is nothing to wait for, and what was given is still the caller's.
    [[nodiscard]] static bool begin(EndpointContext &context, Exchange &exchange, Opening &opening, PollSession::Wish &wish);

private:
    PollPreparation(EndpointContext &context, Exchange &exchange);
    void ready();
    void onTimer(TimePoint now) override;
    [[nodiscard]] bool endsWithClient() const noexcept override { return true; }

    EndpointContext &m_context;
    Exchange &m_exchange;
    Opening m_opening;
    PollSession::Wish m_wish;
    std::unique_ptr<Hub::Preparation> m_preparation;
};

} // namespace pushscope
