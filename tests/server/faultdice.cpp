// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/faultdice.h"

#include <algorithm>

namespace pushscope {

namespace {

bool isHarmless(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Lose: // live events are not sent
    case FaultKind::Duplicate: // or twice
    case FaultKind::Reorder: // a client that is cut between the two comes back with the later one's id
    case FaultKind::StripLastEventId: // the hub gets no cursor
    case FaultKind::Evict: // the store has not got them any more
        return false;
    default:
        return true;
    }
}

} // namespace

std::vector<FaultKind> FaultDice::harmless()
{
    std::vector<FaultKind> kinds;
    for (const FaultKindInfo &info : faultKinds()) {
        if (isHarmless(info.kind))
            kinds.push_back(info.kind);
    }
    std::shuffle(kinds.begin(), kinds.end(), m_random);
    return kinds;
}

QByteArray FaultDice::roll(FaultKind kind, const QByteArray &client)
{
    QByteArray rule = "{\"what\":{\"kind\":\"" + QByteArray(faultKindName(kind)) + '"' + what(kind) + '}';
    if (faultKindInfo(kind).hold == FaultHold::Hub)
        return rule + (kind == FaultKind::Restart ? "}" : ",\"for\":\"100ms\"}");
    rule += ",\"whom\":" + whom(kind, client);
    if (m_random.bounded(4) == 0)
        rule += ",\"at\":{\"event\":" + number(1, 10) + '}';
    if (m_random.bounded(3) == 0)
        rule += ",\"probability\":0." + number(3, 9);
    return rule + ",\"for\":\"" + number(20, 400) + "ms\"}";
}

QByteArray FaultDice::whom(FaultKind kind, const QByteArray &client)
{
    const QByteArray protocol = faultKindInfo(kind).webSocketOnly ? ",\"protocol\":\"ws\"" : "";
    switch (m_random.bounded(4)) {
    case 0:
        return "{\"next\":" + number(1, 4) + protocol + '}';
    case 1:
        return "{\"filter\":\"eventsOut >= " + number(0, 5) + '"' + protocol + '}';
    default:
        return "{\"client\":\"" + client + '"' + protocol + '}';
    }
}

QByteArray FaultDice::what(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Latency:
        return ",\"ms\":" + number(0, 60) + ",\"jitterMs\":" + number(0, 60);
    case FaultKind::Bandwidth:
        return ",\"bytesPerSecond\":" + number(500, 100'000);
    case FaultKind::Slice:
        return ",\"bytes\":" + number(1, 200);
    case FaultKind::SlowClose:
    case FaultKind::Delay:
        return ",\"ms\":" + number(0, 150);
    case FaultKind::CutAfter:
        return ",\"bytes\":" + number(0, 2000);
    case FaultKind::Status:
        return ",\"code\":" + oneOf("404 429 500 502 503");
    case FaultKind::DropHeader:
        return ",\"name\":\"" + oneOf("content-type cache-control sec-websocket-accept upgrade connection authorization") + '"';
    case FaultKind::Buffer:
        return ",\"bytes\":" + number(100, 10'000) + ",\"ms\":" + number(0, 100);
    case FaultKind::IdleTimeout:
        return ",\"ms\":" + number(10, 200);
    case FaultKind::BlockUpgrade:
        return ",\"how\":\"hang\"";
    case FaultKind::CloseCode:
        return ",\"code\":" + oneOf("1000 1001 1011 1012 1013 3000 4000 4008") + ",\"reason\":\"by chance\"";
    case FaultKind::Restart:
        return QByteArray(",\"drain\":") + (m_random.bounded(2) ? "true" : "false") + ",\"retryMs\":20,\"jitterMs\":50";
    default:
        return {};
    }
}

} // namespace pushscope
