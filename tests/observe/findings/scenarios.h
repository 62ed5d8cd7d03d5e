// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the scenarios of findings have in common: clients and what they do, on a fake clock.

#include "observe/observerrig.h"

#include <span>

namespace pushscope::scenarios {

using Rig = ObserverRig;
using Visits = std::vector<std::unique_ptr<Visit>>;

// Time goes by, and the observer looks once a second.
inline void pass(Rig &rig, Milliseconds time)
{
    for (; time >= 1s; time -= 1s) {
        rig.clock.advance(1s);
        rig.observer.expire();
    }
    rig.clock.advance(time);
}

inline QByteArray found(Rig &rig)
{
    QByteArray list;
    for (const auto &[key, row] : rig.observer.findings())
        list += (list.isEmpty() ? "" : ", ") + row.code + (row.client.isEmpty() ? QByteArray() : " of " + row.client);
    return list;
}

inline ConnectionFacts anonymous(ClientProtocol protocol = ClientProtocol::Sse)
{
    return Visit::facts({}, protocol);
}

// One is refused again and again, with these waits between.
inline void refusedAfter(Rig &rig, ConnectionFacts facts, const std::vector<int> &waits, int status = 503)
{
    rig.observer.requestRefused(facts, status, "no");
    for (const int wait : waits) {
        pass(rig, Milliseconds(wait));
        rig.observer.requestRefused(facts, status, "no");
    }
}

inline ConnectionFacts eventSource(const QByteArray &id = "tab-1")
{
    ConnectionFacts facts = Visit::facts(id);
    facts.eventSource = true;
    return facts;
}

inline ConnectionFacts browser(const QByteArray &id, const QByteArray &user = "alice")
{
    ConnectionFacts facts = eventSource(id);
    facts.userAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/131";
    facts.user = user;
    return facts;
}

inline ConnectionFacts webSocket()
{
    return Visit::facts("tab-1", ClientProtocol::WebSocket);
}

inline Visits crowd(Rig &rig, int count)
{
    Visits visits;
    for (int i = 0; i < count; ++i)
        visits.push_back(std::make_unique<Visit>(rig, QByteArray(), Visit::facts("c" + QByteArray::number(i))));
    return visits;
}

inline void comeBack(Rig &rig, Visits &visits, int count, Milliseconds apart)
{
    for (int i = 0; i < count; ++i) {
        visits.push_back(std::make_unique<Visit>(rig, rig.cursor(0), Visit::facts("c" + QByteArray::number(i))));
        rig.clock.advance(apart);
    }
}

// Each finding is raised by clients that are built differently; beside them stands the well-behaved neighbour that looks like it.
struct Scenario {
    const char *name;
    const char *expected; // "code of client, …" in the order in which they were found
    void (*play)(Rig &);
};

[[nodiscard]] std::span<const Scenario> cursorScenarios();
[[nodiscard]] std::span<const Scenario> retryScenarios();
[[nodiscard]] std::span<const Scenario> connectionScenarios();
[[nodiscard]] std::span<const Scenario> pollScenarios();
[[nodiscard]] std::span<const Scenario> pathScenarios();

} // namespace pushscope::scenarios
