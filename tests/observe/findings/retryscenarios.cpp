// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How clients try again: no-backoff, herd, auth-loop, stopped-for-good.

#include "observe/findings/scenarios.h"

namespace pushscope::scenarios {

namespace {

const Scenario Scenarios[] = {
    {"no-backoff: at once", "no-backoff of tab-1",
     [](Rig &rig) {
         refusedAfter(rig, Visit::facts(), {1, 0, 2, 1});
     }},
    {"no-backoff: fixed", "no-backoff of tab-1",
     [](Rig &rig) {
         refusedAfter(rig, Visit::facts("tab-1", ClientProtocol::Poll), {51, 52, 50, 54, 51});
     }},
    {"no-backoff: growth without jitter", "no-backoff of tab-1",
     [](Rig &rig) {
         refusedAfter(rig, Visit::facts(), {1001, 2003, 4002, 8001}, 0);
     }},
    {"no-backoff: one that nobody knows, at once", "no-backoff of 127.0.0.1:51234",
     [](Rig &rig) { refusedAfter(rig, anonymous(), std::vector<int>(13, 3)); }},
    {"no-backoff: one that nobody knows, a fixed pace", "no-backoff of 127.0.0.1:51234",
     [](Rig &rig) {
         refusedAfter(rig, anonymous(), {301, 302, 300, 304, 301});
     }},
    {"no-backoff, not: eight that nobody knows begin together", "",
     [](Rig &rig) {
         refusedAfter(rig, anonymous(), {0, 1, 0, 0, 2, 0, 1, 310, 20, 40, 12, 220, 15, 25, 8, 3, 60, 510});
     }},
    {"no-backoff, not: goes from protocol to protocol in rounds", "",
     [](Rig &rig) {
         for (const auto wait : {310ms, 920ms, 350ms, 3800ms, 1200ms, 4100ms, 2200ms}) {
             for (const auto protocol : {ClientProtocol::WebSocket, ClientProtocol::Sse, ClientProtocol::Poll}) {
                 rig.observer.requestRefused(Visit::facts("tab-1", protocol), 503, "no");
                 rig.clock.advance(4ms);
             }
             pass(rig, wait);
         }
     }},
    {"no-backoff, not: 3 s", "",
     [](Rig &rig) {
         refusedAfter(rig, Visit::facts(), {3001, 3004, 3002, 3003, 3001});
     }},
    {"no-backoff, not: once a second", "",
     [](Rig &rig) {
         refusedAfter(rig, Visit::facts(), {1001, 1004, 1002, 1003, 1001});
     }},
    {"no-backoff, not: jitter", "",
     [](Rig &rig) {
         refusedAfter(rig, Visit::facts(), {310, 920, 350, 3800, 1200});
     }},
    {"no-backoff, not: four tries", "",
     [](Rig &rig) {
         refusedAfter(rig, Visit::facts(), {50, 50, 50});
     }},
    {"no-backoff, not: three tabs in turn", "",
     [](Rig &rig) {
         Visits tabs;
         for (int i = 0; i < 3; ++i)
             tabs.push_back(std::make_unique<Visit>(rig, QByteArray(), anonymous()));
         tabs.clear();
         refusedAfter(rig, anonymous(), {500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500});
     }},

    {"herd: forty of forty", "herd",
     [](Rig &rig) {
         Visits visits = crowd(rig, 40);
         visits.clear();
         pass(rig, 3s);
         comeBack(rig, visits, 40, 2ms);
     }},
    {"herd: twenty-five of fifty", "herd",
     [](Rig &rig) {
         Visits visits = crowd(rig, 50);
         visits.clear();
         pass(rig, 30s);
         comeBack(rig, visits, 25, 3ms);
     }},
    {"herd, not: spread", "",
     [](Rig &rig) {
         Visits visits = crowd(rig, 60);
         visits.clear();
         pass(rig, 1s);
         comeBack(rig, visits, 60, 20ms);
     }},
    {"herd, not: few of many", "",
     [](Rig &rig) {
         Visits visits = crowd(rig, 100);
         visits.clear();
         pass(rig, 1s);
         comeBack(rig, visits, 30, 1ms);
     }},
    {"herd, not: three clients after a restart", "",
     [](Rig &rig) {
         Visits visits = crowd(rig, 3);
         visits.clear();
         pass(rig, 3s);
         comeBack(rig, visits, 3, 1ms);
     }},
    {"herd, not: those come for the first time", "", [](Rig &rig) { Visits visits = crowd(rig, 100); }},

    {"auth-loop: never let in", "auth-loop of tab-1",
     [](Rig &rig) {
         ConnectionFacts facts = Visit::facts();
         facts.tokenPrint = 7;
         refusedAfter(rig, facts, {3000, 3000, 3000, 3000}, 401);
     }},
    {"auth-loop: expired, at once", "auth-loop of tab-1",
     [](Rig &rig) {
         Visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket)).leave("token expired");
         ConnectionFacts facts = Visit::facts("tab-1", ClientProtocol::WebSocket);
         facts.tokenPrint = 7;
         refusedAfter(rig, facts, {1, 1, 1, 1}, 4001);
     }},
    {"auth-loop: without a token, as an EventSource", "auth-loop of 127.0.0.1:51234",
     [](Rig &rig) {
         refusedAfter(rig, eventSource({}), {3000, 3000, 3000, 3000}, 401);
     }},
    {"auth-loop, not: a health check", "", [](Rig &rig) { refusedAfter(rig, anonymous(), std::vector<int>(20, 5000), 401); }},
    {"auth-loop, not: seven tabs with one old token", "",
     [](Rig &rig) {
         ConnectionFacts facts = anonymous();
         facts.tokenPrint = 7;
         refusedAfter(rig, facts, {3, 12, 0, 20, 1, 8}, 401);
     }},
    {"auth-loop, not: another token each time", "",
     [](Rig &rig) {
         for (quint64 print = 1; print < 8; ++print) {
             ConnectionFacts facts = Visit::facts();
             facts.tokenPrint = print;
             rig.observer.requestRefused(facts, 401, "expired");
             pass(rig, 1s);
         }
     }},
    {"auth-loop, not: a new one after four tries", "",
     [](Rig &rig) {
         ConnectionFacts facts = Visit::facts();
         facts.tokenPrint = 7;
         refusedAfter(rig, facts, {1000, 1000, 1000}, 401);
         const Visit visit(rig, {});
     }},

    {"stopped-for-good: 503 and silence", "stopped-for-good of tab-1",
     [](Rig &rig) {
         Visit(rig, {}).leave("fin by admin");
         rig.observer.requestRefused(eventSource(), 503, "no");
         pass(rig, 10s);
     }},
    {"stopped-for-good: never let in, without a clientId", "stopped-for-good of 127.0.0.1:51234",
     [](Rig &rig) {
         rig.observer.requestRefused(eventSource({}), 204, "no");
         pass(rig, 10s);
     }},
    {"stopped-for-good, not: it comes back", "",
     [](Rig &rig) {
         Visit(rig, {}).leave("fin by admin");
         rig.observer.requestRefused(eventSource(), 503, "no");
         pass(rig, 3s);
         const Visit back(rig, rig.cursor(0), eventSource());
         pass(rig, 20s);
     }},
    {"stopped-for-good, not: withdrawn when it comes after all", "",
     [](Rig &rig) {
         Visit(rig, {}).leave("fin by admin");
         rig.observer.requestRefused(eventSource(), 503, "no");
         pass(rig, 15s);
         const Visit back(rig, rig.cursor(0), eventSource());
     }},
    {"stopped-for-good, not: withdrawn when one that was never let in comes", "",
     [](Rig &rig) {
         rig.observer.requestRefused(eventSource({}), 503, "no");
         pass(rig, 15s);
         const Visit back(rig, {}, eventSource({}));
     }},
    {"stopped-for-good, not: its page polls now", "",
     [](Rig &rig) {
         rig.observer.requestRefused(eventSource({}), 503, "no");
         pass(rig, 3s);
         const Visit polls(rig, {}, anonymous(ClientProtocol::Poll));
         pass(rig, 20s);
     }},
    {"stopped-for-good, not: its page has another token now", "",
     [](Rig &rig) {
         ConnectionFacts facts = eventSource({});
         facts.tokenPrint = 7;
         rig.observer.requestRefused(facts, 401, "expired");
         pass(rig, 1s);
         facts.tokenPrint = 8;
         const Visit back(rig, {}, facts);
         pass(rig, 20s);
     }},
    {"stopped-for-good, not: curl", "",
     [](Rig &rig) {
         ConnectionFacts facts = eventSource({});
         facts.userAgent = "curl/8.5.0";
         rig.observer.requestRefused(facts, 401, "no");
         pass(rig, 20s);
     }},
    {"stopped-for-good, not: it has tried again before, and waits longer now", "",
     [](Rig &rig) {
         refusedAfter(rig, eventSource(), {700, 3100, 6400, 19000});
         pass(rig, 25s);
     }},
    {"stopped-for-good, not: no EventSource", "",
     [](Rig &rig) {
         rig.observer.requestRefused(Visit::facts(), 401, "no");
         pass(rig, 20s);
     }},
    {"one that leaves for good", "",
     [](Rig &rig) {
         Visit(rig, {}, eventSource()).leave("client");
         rig.publish(10);
         pass(rig, 700s);
     }},
};

} // namespace

std::span<const Scenario> retryScenarios()
{
    return Scenarios;
}

} // namespace pushscope::scenarios
