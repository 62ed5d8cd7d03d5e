// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which cursor a client comes with, or without: no-cursor, stale-cursor, duplicate.

#include "observe/findings/scenarios.h"

namespace pushscope::scenarios {

namespace {

const Scenario Scenarios[] = {
    {"no-cursor: nothing presented while events came", "no-cursor of tab-1",
     [](Rig &rig) {
         auto visit = std::make_unique<Visit>(rig, QByteArray());
         pass(rig, 1s);
         visit.reset();
         rig.publish(2);
         const Visit back(rig, {});
     }},
    {"no-cursor: without a clientId, cut by the hub", "no-cursor of c1",
     [](Rig &rig) {
         ConnectionFacts facts = anonymous(ClientProtocol::WebSocket);
         facts.id.value = 1;
         Visit visit(rig, {}, facts);
         pass(rig, 1s);
         visit.leave("rst by admin");
         rig.publish(2);
         const Visit back(rig, {}, anonymous(ClientProtocol::WebSocket));
     }},
    {"no-cursor: a poller that never sends it", "no-cursor of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::Poll));
         for (int i = 0; i < 2; ++i) {
             rig.observer.pollAnswered(visit);
             rig.observer.polled(visit, {}, "127.0.0.1:51234", 3);
         }
     }},
    {"no-cursor, not: nothing came meanwhile", "",
     [](Rig &rig) {
         auto visit = std::make_unique<Visit>(rig, QByteArray());
         pass(rig, 1s);
         visit.reset();
         const Visit back(rig, {});
     }},
    {"no-cursor, not: a tab is closed and another one opened", "",
     [](Rig &rig) {
         auto visit = std::make_unique<Visit>(rig, QByteArray(), anonymous());
         pass(rig, 1s);
         visit.reset();
         rig.publish(2);
         const Visit another(rig, {}, anonymous());
     }},
    {"no-cursor: without a clientId, again and again", "no-cursor of c1",
     [](Rig &rig) {
         for (int i = 0; i < 4; ++i) {
             ConnectionFacts facts = anonymous();
             facts.id.value = 1;
             const auto visit = std::make_unique<Visit>(rig, QByteArray(), facts);
             pass(rig, 1s);
             visit->leave("client");
             rig.publish(2);
         }
     }},
    {"no-cursor, not: a page that is loaded anew", "",
     [](Rig &rig) {
         for (int i = 0; i < 5; ++i) {
             const auto visit = std::make_unique<Visit>(rig, QByteArray(), browser({}));
             pass(rig, 1s);
             visit->leave("client");
             rig.publish(2);
         }
     }},
    {"no-cursor, not: a page with a WebSocket that is loaded anew", "",
     [](Rig &rig) {
         for (int i = 0; i < 5; ++i) {
             const auto visit = std::make_unique<Visit>(rig, QByteArray(), anonymous(ClientProtocol::WebSocket));
             pass(rig, 1s);
             visit->leave("client (1001)");
             rig.publish(2);
         }
     }},
    {"no-cursor, not: curl, run again and again", "",
     [](Rig &rig) {
         for (const char *cause : {"client", "client", "fin by admin", "client", "client", "client"}) {
             ConnectionFacts facts = anonymous();
             facts.userAgent = "curl/8.5.0";
             Visit visit(rig, {}, facts);
             pass(rig, 1s);
             visit.leave(cause);
             rig.publish(2);
         }
     }},
    {"no-cursor, not: a polling page that is loaded anew", "",
     [](Rig &rig) {
         Visit visit(rig, {}, anonymous(ClientProtocol::Poll));
         for (int page = 0; page < 4; ++page) {
             rig.observer.pollAnswered(visit);
             rig.observer.polled(visit, {}, "127.0.0.1:51234", page == 0 ? 0 : 3);
             rig.observer.pollAnswered(visit);
             rig.observer.polled(visit, rig.cursor(0), "127.0.0.1:51234", 1);
         }
     }},
    {"no-cursor, not: many come and go", "",
     [](Rig &rig) {
         std::deque<Visit> visits;
         for (int i = 0; i < 40; ++i) {
             visits.emplace_back(rig, QByteArray(), anonymous());
             pass(rig, 1s);
             rig.publish(1);
             if (i % 5 == 4) {
                 for (int leaving = 0; leaving < 5; ++leaving)
                     visits.pop_front();
             }
         }
     }},
    {"no-cursor, not: a poller cut before its first answer", "",
     [](Rig &rig) {
         auto visit = std::make_unique<Visit>(rig, QByteArray(), Visit::facts("tab-1", ClientProtocol::Poll));
         pass(rig, 5s);
         visit.reset();
         rig.publish(2);
         const Visit back(rig, {}, Visit::facts("tab-1", ClientProtocol::Poll));
     }},
    {"no-cursor, not: cut before it was told one", "",
     [](Rig &rig) {
         Visit(rig, {}).leave("rst by admin");
         rig.publish(2);
         const Visit back(rig, {});
     }},

    {"stale-cursor: always the first one", "stale-cursor of tab-1",
     [](Rig &rig) {
         for (int i = 0; i < 4; ++i) {
             const Visit visit(rig, i == 0 ? QByteArray() : rig.cursor(0));
             rig.publish(2);
             pass(rig, 1s);
         }
     }},
    {"stale-cursor: acknowledges, and goes back ever further", "stale-cursor of tab-1",
     [](Rig &rig) {
         rig.publish(10);
         for (const quint64 cursor : {8, 7, 6, 5}) {
             Visit visit(rig, rig.cursor(cursor), Visit::facts("tab-1", ClientProtocol::WebSocket));
             rig.observer.acknowledged(visit, Seq{10});
             pass(rig, 1s);
             visit.leave("client (1000)");
         }
     }},
    {"stale-cursor: a poller that does not move on", "stale-cursor of tab-1",
     [](Rig &rig) {
         rig.publish(3);
         Visit visit(rig, rig.cursor(1), Visit::facts("tab-1", ClientProtocol::Poll));
         for (int i = 0; i < 3; ++i) {
             rig.observer.pollAnswered(visit);
             rig.observer.polled(visit, rig.cursor(1), "127.0.0.1:51234", 0);
         }
     }},
    {"stale-cursor: ended by the hub as soon as it was given something", "stale-cursor of tab-1",
     [](Rig &rig) {
         rig.publish(1);
         for (int i = 0; i < 5; ++i) {
             Visit visit(rig, rig.cursor(1));
             rig.publish(2);
             rig.clock.advance(20ms);
             visit.leave(i % 2 ? "fin by admin" : "fault 1 fin");
         }
     }},
    {"stale-cursor: reset each time as soon as it was given something", "stale-cursor of tab-1",
     [](Rig &rig) {
         rig.publish(1);
         for (int i = 0; i < 7; ++i) {
             Visit visit(rig, rig.cursor(1));
             rig.publish(2);
             rig.clock.advance(20ms);
             visit.leave("rst by admin");
         }
     }},
    {"stale-cursor, not: reset twice before it can have read", "",
     [](Rig &rig) {
         rig.publish(3);
         for (const quint64 cursor : {1, 1, 1, 3, 3, 3}) {
             Visit visit(rig, rig.cursor(cursor));
             rig.publish(cursor == 3 ? 1 : 0);
             rig.clock.advance(20ms);
             visit.leave("reset by client");
         }
     }},
    {"stale-cursor, not: nothing is written", "",
     [](Rig &rig) {
         rig.publish(3);
         for (int i = 0; i < 6; ++i) {
             const Visit visit(rig, rig.cursor(3));
             pass(rig, 1s);
         }
     }},
    {"stale-cursor, not: cut each time before it can have read", "",
     [](Rig &rig) {
         rig.publish(3);
         for (int i = 0; i < 6; ++i) {
             Visit visit(rig, rig.cursor(1));
             rig.clock.advance(20ms);
             visit.leave("fault 1 rst");
         }
     }},

    {"duplicate: an event stream that presents an older id", "duplicate of tab-1",
     [](Rig &rig) {
         rig.publish(5);
         for (const quint64 cursor : {4, 2}) {
             const Visit visit(rig, rig.cursor(cursor));
             pass(rig, 1s);
         }
     }},
    {"duplicate: acknowledges, and presents something older", "duplicate of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         pass(rig, 1s);
         rig.publish(5);
         rig.observer.acknowledged(visit, Seq{5});
         visit.leave("client (1000)");
         const Visit back(rig, rig.cursor(3), Visit::facts("tab-1", ClientProtocol::WebSocket));
     }},
    {"duplicate: without a clientId", "duplicate of c1",
     [](Rig &rig) {
         rig.publish(5);
         for (const quint64 cursor : {1, 4, 2}) {
             ConnectionFacts facts = anonymous();
             facts.id.value = 1;
             const Visit visit(rig, rig.cursor(cursor), facts);
             pass(rig, 1s);
         }
     }},
    {"duplicate, not: a page that begins at the beginning", "",
     [](Rig &rig) {
         rig.publish(5);
         for (const QByteArray &cursor : {QByteArray("earliest"), rig.cursor(5), QByteArray("earliest")}) {
             const Visit visit(rig, cursor, anonymous());
             pass(rig, 1s);
         }
     }},
    {"duplicate, not: what was written and never arrived", "",
     [](Rig &rig) {
         {
             const Visit visit(rig, {});
             rig.publish(5);
             pass(rig, 1s);
         }
         const Visit back(rig, rig.cursor(3));
     }},
};

} // namespace

std::span<const Scenario> cursorScenarios()
{
    return Scenarios;
}

} // namespace pushscope::scenarios
