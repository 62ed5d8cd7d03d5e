// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What clients do with a connection that they have: no-pong, slow-consumer, leaked-connection, connection-limit.

#include "observe/findings/scenarios.h"

#include <QTest>

namespace pushscope::scenarios {

namespace {

void queueOf(Rig &rig, const std::vector<int> &kibibytes)
{
    Visit visit(rig, {});
    for (const int size : kibibytes) {
        rig.publish(1);
        visit.queued = size * 1024;
        pass(rig, 1s);
    }
    visit.leave("client");
}

const Scenario Scenarios[] = {
    {"no-pong: answers the close", "no-pong of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         pass(rig, 40s);
         visit.leave("no pong");
         rig.observer.closeAnswered(visit.id);
     }},
    {"no-pong: again and again", "no-pong of tab-1",
     [](Rig &rig) {
         for (int i = 0; i < 2; ++i) {
             Visit visit(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::WebSocket));
             pass(rig, 40s);
             visit.leave("no pong");
             rig.clock.advance(20ms);
             rig.observer.closeAnswered(visit.id);
         }
     }},
    {"no-pong: acknowledges meanwhile, and does not answer the close", "no-pong of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         for (int i = 0; i < 40; ++i) {
             rig.publish(1);
             pass(rig, 1s);
             rig.observer.acknowledged(visit, rig.hub->head());
         }
         visit.leave("no pong");
     }},
    {"no-pong, not: asleep", "",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         pass(rig, 40s);
         visit.leave("no pong");
         pass(rig, 10s);
         const Visit back(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::WebSocket));
     }},
    {"no-pong, not: it did before", "",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         pass(rig, 30s);
         rig.observer.pongReceived(visit, rig.clock.now() - 5ms);
         pass(rig, 40s);
         visit.leave("no pong");
         rig.observer.closeAnswered(visit.id);
     }},

    {"slow-consumer: its queue is full", "slow-consumer of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {});
         visit.queued = 1024 * 1024;
         rig.observer.overflowed(visit);
         visit.leave("slow");
     }},
    {"slow-consumer: its queue keeps growing", "slow-consumer of tab-1",
     [](Rig &rig) {
         queueOf(rig, {10, 60, 40, 90, 80, 130, 120, 170, 160, 210, 200, 250, 240, 290});
     }},
    {"slow-consumer, not: slow and steady", "",
     [](Rig &rig) {
         queueOf(rig, {100, 60, 140, 90, 80, 130, 20, 170, 60, 110, 100, 50, 140, 90, 100, 60, 140, 90, 80, 130, 20});
     }},
    {"slow-consumer, not: asleep for 10 s", "",
     [](Rig &rig) {
         queueOf(rig, {0, 40, 80, 120, 160, 200, 240, 280, 320, 360, 400, 0, 0, 10, 0, 0});
     }},
    {"slow-consumer, not: a burst that it takes in", "",
     [](Rig &rig) {
         queueOf(rig, {900, 850, 800, 740, 680, 600, 500, 420, 300, 220, 140, 90, 40, 0});
     }},
    {"slow-consumer, not: its history could not be read", "",
     [](Rig &rig) {
         Visit visit(rig, {});
         rig.observer.overflowed(visit);
     }},

    {"leaked-connection: two of one clientId", "leaked-connection of tab-1",
     [](Rig &rig) {
         const Visit first(rig, {}), second(rig, rig.cursor(0));
         pass(rig, 3s);
     }},
    {"leaked-connection: presents what the first was given", "leaked-connection of c1",
     [](Rig &rig) {
         ConnectionFacts facts = anonymous();
         facts.id.value = 1;
         const Visit first(rig, {}, facts);
         rig.publish(2);
         const Visit second(rig, rig.cursor(2), anonymous());
         pass(rig, 3s);
     }},
    {"leaked-connection: two WebSockets that both answer", "leaked-connection of tab-1",
     [](Rig &rig) {
         Visit first(rig, {}, webSocket()), second(rig, rig.cursor(0), webSocket());
         pass(rig, 1s);
         QCOMPARE(first.pings, 1);
         rig.observer.pongReceived(second, rig.clock.now() - 5ms);
         rig.observer.pongReceived(first, rig.clock.now() - 5ms);
         pass(rig, 2s);
     }},
    {"leaked-connection: a WebSocket that lives, and a stream", "leaked-connection of tab-1",
     [](Rig &rig) {
         Visit first(rig, {}, webSocket());
         const Visit second(rig, rig.cursor(0));
         pass(rig, 1s);
         rig.observer.pongReceived(first, rig.clock.now() - 5ms);
         pass(rig, 2s);
     }},
    {"leaked-connection: a stream that takes what is written late", "leaked-connection of tab-1",
     [](Rig &rig) {
         Visit first(rig, {});
         const Visit second(rig, rig.cursor(0));
         first.queued = 100;
         pass(rig, 4s);
         first.queued = 0;
         pass(rig, 1s);
     }},
    {"leaked-connection, not: the first stream takes nothing any more", "",
     [](Rig &rig) {
         Visit first(rig, {});
         rig.clock.advance(31s);
         const Visit second(rig, rig.cursor(0));
         first.queued = 14; // a keep-alive, for want of which its client came back
         pass(rig, 20s);
         first.leave("client");
     }},
    // As long as nothing answers, all may be in one black hole: a leak is told once there is a sign of it. Those that never
    // answer are closed for that.
    {"leaked-connection, not: neither of two WebSockets answers", "",
     [](Rig &rig) {
         const Visit first(rig, {}, webSocket()), second(rig, rig.cursor(0), webSocket());
         pass(rig, 9s);
     }},
    {"leaked-connection, not: the first WebSocket's network is gone, and the machine so busy that the second answers late", "",
     [](Rig &rig) {
         Visit first(rig, {}, webSocket()), second(rig, rig.cursor(0), webSocket());
         pass(rig, 4s);
         rig.observer.pongReceived(second, rig.clock.now() - 3s);
         pass(rig, 4s);
         first.leave("no pong");
     }},
    {"leaked-connection, not: a WebSocket whose network is gone, and a stream in its place", "",
     [](Rig &rig) {
         Visit first(rig, {}, webSocket());
         rig.observer.acknowledged(first, Seq{0});
         const Visit second(rig, rig.cursor(0));
         pass(rig, 9s);
         first.leave("no pong");
     }},
    {"leaked-connection: the first one speaks late", "leaked-connection of tab-1",
     [](Rig &rig) {
         Visit first(rig, {}, webSocket()), second(rig, rig.cursor(0), webSocket());
         pass(rig, 1s);
         rig.observer.pongReceived(second, rig.clock.now() - 5ms);
         pass(rig, 4s);
         rig.observer.messageReceived(first, "ping", 20);
         pass(rig, 1s);
     }},
    {"leaked-connection, not: the first one's network is gone without a word", "",
     [](Rig &rig) {
         Visit first(rig, {}, webSocket()), second(rig, rig.cursor(0), webSocket());
         for (int i = 0; i < 12; ++i) {
             rig.publish(1);
             pass(rig, 1s);
             rig.observer.acknowledged(second, rig.hub->head());
         }
         first.leave("no pong");
     }},
    {"leaked-connection, not: the first one goes a second later", "",
     [](Rig &rig) {
         Visit first(rig, {});
         const Visit second(rig, rig.cursor(0));
         pass(rig, 1s);
         first.leave("client");
         pass(rig, 3s);
     }},
    {"leaked-connection, not: each token is followed by the next before the old connection is closed", "",
     [](Rig &rig) {
         auto visit = std::make_unique<Visit>(rig, QByteArray());
         for (int i = 0; i < 6; ++i) {
             pass(rig, 900ms);
             auto next = std::make_unique<Visit>(rig, rig.cursor(0));
             rig.clock.advance(100ms);
             visit = std::move(next);
         }
     }},
    {"leaked-connection, not: two tabs of one user", "",
     [](Rig &rig) {
         const Visit first(rig, {}, anonymous()), second(rig, {}, anonymous());
         const Visit third(rig, {}, Visit::facts("a")), fourth(rig, {}, Visit::facts("b"));
         rig.publish(2);
         pass(rig, 5s);
     }},
    {"leaked-connection, not: two tabs, and one is cut", "",
     [](Rig &rig) {
         const Visit first(rig, {}, anonymous());
         auto second = std::make_unique<Visit>(rig, QByteArray(), anonymous());
         rig.publish(2);
         second.reset();
         const Visit back(rig, rig.cursor(2), anonymous());
         pass(rig, 5s);
     }},
    {"leaked-connection, not: two tabs after a restart", "",
     [](Rig &rig) {
         rig.publish(5);
         const Visit first(rig, rig.cursor(5), anonymous()), second(rig, rig.cursor(5), anonymous());
         pass(rig, 5s);
     }},
    {"leaked-connection, not: from another network", "",
     [](Rig &rig) {
         const Visit first(rig, {});
         ConnectionFacts facts = Visit::facts();
         facts.host = "10.1.2.3";
         const Visit second(rig, rig.cursor(0), facts);
         pass(rig, 5s);
     }},
    {"leaked-connection, not: the polls before it turned to a stream", "",
     [](Rig &rig) {
         const Visit polls(rig, {}, Visit::facts("tab-1", ClientProtocol::Poll));
         const Visit stream(rig, rig.cursor(0));
         pass(rig, 5s);
     }},

    {"connection-limit: six tabs", "connection-limit of t6",
     [](Rig &rig) {
         Visits visits;
         for (const char *tab : {"t1", "t2", "t3", "t4", "t5", "t6"})
             visits.push_back(std::make_unique<Visit>(rig, QByteArray(), browser(tab)));
     }},
    {"connection-limit: six streams of a page, one opened again", "connection-limit of t6",
     [](Rig &rig) {
         Visits visits;
         for (const char *tab : {"t1", "t2", "t3", "t4", "t5"})
             visits.push_back(std::make_unique<Visit>(rig, QByteArray(), browser(tab)));
         visits.pop_back();
         for (const char *tab : {"t5", "t6"})
             visits.push_back(std::make_unique<Visit>(rig, rig.cursor(0), browser(tab)));
     }},
    {"connection-limit, not: five tabs", "",
     [](Rig &rig) {
         Visits visits;
         for (const char *tab : {"t1", "t2", "t3", "t4", "t5"})
             visits.push_back(std::make_unique<Visit>(rig, QByteArray(), browser(tab)));
     }},
    {"connection-limit, not: six users behind one address", "",
     [](Rig &rig) {
         Visits visits;
         for (const char *user : {"u1", "u2", "u3", "u4", "u5", "u6", "u7"})
             visits.push_back(std::make_unique<Visit>(rig, QByteArray(), browser(user, user)));
     }},
    {"connection-limit, not: a proxy that speaks HTTP/2 to the browser", "",
     [](Rig &rig) {
         Visits visits;
         for (const char *tab : {"t1", "t2", "t3", "t4", "t5", "t6", "t7"}) {
             ConnectionFacts facts = browser(tab);
             facts.proxied = true;
             visits.push_back(std::make_unique<Visit>(rig, QByteArray(), facts));
         }
     }},
    {"connection-limit, not: no browser", "",
     [](Rig &rig) {
         Visits visits;
         for (const char *tab : {"t1", "t2", "t3", "t4", "t5", "t6", "t7"})
             visits.push_back(std::make_unique<Visit>(rig, QByteArray(), eventSource(tab)));
     }},
};

} // namespace

std::span<const Scenario> connectionScenarios()
{
    return Scenarios;
}

} // namespace pushscope::scenarios
