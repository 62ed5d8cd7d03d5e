// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/misbehaviour.h"

#include <array>

namespace pushscope {

const char *misbehaviourName(Misbehaviour misbehaviour) noexcept
{
    static constexpr std::array<const char *, MisbehaviourCount> Names{
        "",          "no-cursor",        "stale-cursor",      "duplicate",        "no-backoff", "herd",
        "no-pong",   "slow-consumer",    "leaked-connection", "connection-limit", "poll-delay", "poll-timeout",
        "auth-loop", "stopped-for-good", "buffered-path",     "upgrade-blocked"};
    return Names[std::size_t(misbehaviour)];
}

bool canMisbehave(LabProtocol protocol, Misbehaviour misbehaviour) noexcept
{
    switch (misbehaviour) {
    case Misbehaviour::PollDelay:
    case Misbehaviour::PollTimeout:
        return protocol == LabProtocol::Poll;
    case Misbehaviour::NoPong:
    case Misbehaviour::BufferedPath:
    case Misbehaviour::UpgradeBlocked:
        return protocol == LabProtocol::WebSocket;
    case Misbehaviour::ConnectionLimit:
    case Misbehaviour::StoppedForGood:
        return protocol == LabProtocol::Sse;
    case Misbehaviour::SlowConsumer:
    case Misbehaviour::LeakedConnection:
        return protocol != LabProtocol::Poll;
    default:
        return true;
    }
}

} // namespace pushscope
