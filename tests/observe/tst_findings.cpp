// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is found to be wrong with clients, and with which evidence: each finding by clients that are built differently, and beside
// each the well-behaved neighbour that looks like it. On a fake clock.

#include "observe/observerrig.h"
#include "observe/rowjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace pushscope;

namespace {

using Rig = ObserverRig;

// Time goes by, and the observer looks once a second.
void pass(Rig &rig, Milliseconds time)
{
    for (; time >= 1s; time -= 1s) {
        rig.clock.advance(1s);
        rig.observer.expire();
    }
    rig.clock.advance(time);
}

QByteArray found(Rig &rig)
{
    QByteArray list;
    for (const auto &[key, row] : rig.observer.findings())
        list += (list.isEmpty() ? "" : ", ") + row.code + (row.client.isEmpty() ? QByteArray() : " of " + row.client);
    return list;
}

FindingRow only(Rig &rig)
{
    return rig.observer.findings().size() == 1 ? rig.observer.findings().begin()->second : FindingRow();
}

ConnectionFacts anonymous(ClientProtocol protocol = ClientProtocol::Sse)
{
    return Visit::facts({}, protocol);
}

// One is refused again and again, with these waits between.
void refusedAfter(Rig &rig, ConnectionFacts facts, const std::vector<int> &waits, int status = 503)
{
    rig.observer.requestRefused(facts, status, "no");
    for (const int wait : waits) {
        pass(rig, Milliseconds(wait));
        rig.observer.requestRefused(facts, status, "no");
    }
}

ConnectionFacts eventSource(const QByteArray &id = "tab-1")
{
    ConnectionFacts facts = Visit::facts(id);
    facts.eventSource = true;
    return facts;
}

ConnectionFacts browser(const QByteArray &id, const QByteArray &user = "alice")
{
    ConnectionFacts facts = eventSource(id);
    facts.userAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/131";
    facts.user = user;
    return facts;
}

ConnectionFacts webSocket()
{
    return Visit::facts("tab-1", ClientProtocol::WebSocket);
}

using Visits = std::vector<std::unique_ptr<Visit>>;

Visits crowd(Rig &rig, int count)
{
    Visits visits;
    for (int i = 0; i < count; ++i)
        visits.push_back(std::make_unique<Visit>(rig, QByteArray(), Visit::facts("c" + QByteArray::number(i))));
    return visits;
}

void comeBack(Rig &rig, Visits &visits, int count, Milliseconds apart)
{
    for (int i = 0; i < count; ++i) {
        visits.push_back(std::make_unique<Visit>(rig, rig.cursor(0), Visit::facts("c" + QByteArray::number(i))));
        rig.clock.advance(apart);
    }
}

// Polls: each waits so long, then is answered, then comes the next.
void polls(Rig &rig, Visit &visit, const std::vector<std::pair<Milliseconds, Milliseconds>> &waitsAndGaps)
{
    for (const auto &[wait, gap] : waitsAndGaps) {
        pass(rig, wait);
        rig.observer.pollAnswered(visit);
        pass(rig, gap);
        rig.observer.polled(visit, rig.cursor(0), "127.0.0.1:51234", 0);
    }
}

// Events come one by one and are acknowledged in bursts of so many.
void acknowledgedInBursts(Rig &rig, Visit &visit, int bursts, int ofEach)
{
    rig.publish(1);
    rig.observer.acknowledged(visit, rig.hub->head());
    for (int burst = 0; burst < bursts; ++burst) {
        const quint64 before = rig.hub->head().value;
        for (int i = 0; i < ofEach; ++i) {
            rig.publish(1);
            rig.clock.advance(2000ms / ofEach);
        }
        for (int i = 1; i <= ofEach; ++i)
            rig.observer.acknowledged(visit, Seq{before + quint64(i)});
    }
}

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

struct Scenario {
    const char *name;
    const char *expected; // "code of client, …" in the order in which they were found
    void (*play)(Rig &);
};

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

    {"poll-delay: a second between polls", "poll-delay of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::Poll));
         polls(rig, visit, {{200ms, 1000ms}, {4s, 1010ms}, {30s, 1000ms}});
     }},
    {"poll-delay: asks every five seconds and never waits", "poll-delay of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::Poll));
         polls(rig, visit, {{0ms, 5s}, {0ms, 5s}, {0ms, 5s}});
     }},
    {"poll-delay: asks so seldom that it counts as gone meanwhile", "poll-delay of tab-1",
     [](Rig &rig) {
         for (int i = 0; i < 4; ++i) {
             Visit visit(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::Poll));
             rig.observer.pollAnswered(visit);
             pass(rig, 2s);
             visit.leave("stopped polling");
             pass(rig, 3s);
         }
     }},
    {"poll-delay, not: a script that looks now and then", "",
     [](Rig &rig) {
         for (int i = 0; i < 6; ++i) {
             Visit visit(rig, {}, anonymous(ClientProtocol::Poll));
             rig.observer.pollAnswered(visit);
             pass(rig, 2s);
             visit.leave("stopped polling");
             pass(rig, 3s);
         }
     }},
    {"poll-delay, not: at once", "",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::Poll));
         polls(rig, visit, {{4s, 5ms}, {30s, 2ms}, {1s, 40ms}, {30s, 3ms}});
     }},
    {"poll-delay, not: refused now and then, and patient", "",
     [](Rig &rig) {
         ConnectionFacts facts = Visit::facts("tab-1", ClientProtocol::Poll);
         Visit visit(rig, {}, facts);
         for (int i = 0; i < 6; ++i) {
             pass(rig, 2s);
             rig.observer.pollAnswered(visit);
             rig.observer.requestRefused(facts, 503, "no");
             pass(rig, Milliseconds(900 + 211 * (i % 4)));
             rig.observer.polled(visit, rig.cursor(0), "127.0.0.1:51234", 0);
         }
     }},
    {"poll-delay, not: asleep once", "",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::Poll));
         polls(rig, visit, {{4s, 5ms}, {30s, 2ms}, {1s, 10s}, {30s, 3ms}, {30s, 3ms}});
     }},

    {"poll-timeout: gives up after 5 s", "poll-timeout of tab-1",
     [](Rig &rig) {
         for (int i = 0; i < 3; ++i) {
             const Visit visit(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::Poll));
             pass(rig, 5s);
         }
     }},
    {"poll-timeout: gives up after 400 ms", "poll-timeout of tab-1",
     [](Rig &rig) {
         for (int i = 0; i < 3; ++i) {
             const Visit visit(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::Poll));
             pass(rig, 400ms);
         }
     }},
    {"poll-timeout: gives up after 10 s, unless something comes", "poll-timeout of tab-1",
     [](Rig &rig) {
         for (int i = 0; i < 3; ++i) {
             Visit visit(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::Poll));
             polls(rig, visit, {{2s, 5ms}, {9s, 5ms}});
             pass(rig, 10100ms);
         }
     }},
    {"poll-timeout, not: cut now and then", "",
     [](Rig &rig) {
         for (const auto wait : {5s, 12s, 1s, 21s, 3s}) {
             const Visit visit(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::Poll));
             pass(rig, wait);
         }
     }},
    {"poll-timeout, not: it has waited longer before", "",
     [](Rig &rig) {
         {
             Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::Poll));
             polls(rig, visit, {{30s, 5ms}});
         }
         for (int i = 0; i < 3; ++i) {
             const Visit visit(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::Poll));
             pass(rig, 5s);
         }
     }},

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

    {"buffered-path: acknowledgements in bursts", "buffered-path of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         acknowledgedInBursts(rig, visit, 3, 5);
         QCOMPARE(visit.pings, 1);
         QCOMPARE(found(rig), QByteArray());
         rig.clock.advance(1800ms);
         rig.observer.pongReceived(visit, rig.clock.now() - 1800ms);
     }},
    {"buffered-path: acknowledgements in bursts, and no pong", "buffered-path of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         acknowledgedInBursts(rig, visit, 3, 5);
         pass(rig, 2s);
     }},
    {"buffered-path, not: gathers its acknowledgements", "",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         for (int i = 0; i < 4; ++i) {
             acknowledgedInBursts(rig, visit, 3, 5);
             rig.clock.advance(3ms);
             rig.observer.pongReceived(visit, rig.clock.now() - 3ms);
             pass(rig, 2s);
         }
         QVERIFY(visit.pings > 1);
     }},
    {"buffered-path: pongs in bursts", "buffered-path of tab-1",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         for (int burst = 0; burst < 3; ++burst) {
             pass(rig, 3s);
             for (const auto age : {3000ms, 2000ms, 1000ms})
                 rig.observer.pongReceived(visit, rig.clock.now() - age);
         }
     }},
    {"buffered-path, not: one burst after a sleep", "",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         acknowledgedInBursts(rig, visit, 1, 5);
         for (int i = 0; i < 5; ++i) {
             rig.publish(1);
             rig.clock.advance(300ms);
             rig.observer.acknowledged(visit, rig.hub->head());
         }
         acknowledgedInBursts(rig, visit, 1, 5);
     }},
    {"buffered-path, not: acknowledges once for all", "",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         for (int i = 0; i < 10; ++i) {
             rig.publish(5);
             rig.clock.advance(2s);
             rig.observer.acknowledged(visit, rig.hub->head());
         }
     }},
    {"buffered-path, not: each one late", "",
     [](Rig &rig) {
         Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
         rig.publish(4);
         rig.observer.acknowledged(visit, Seq{1});
         for (quint64 seq = 2; seq < 30; ++seq) {
             rig.publish(1);
             rig.clock.advance(600ms);
             rig.observer.acknowledged(visit, Seq{seq});
         }
     }},

    {"upgrade-blocked: broken on the way", "upgrade-blocked of tab-1",
     [](Rig &rig) {
         rig.observer.upgradeBroken(Visit::facts("tab-1", ClientProtocol::WebSocket), "its Upgrade field was removed", 400);
     }},
    {"upgrade-blocked: silent, and falls back", "upgrade-blocked of tab-1",
     [](Rig &rig) {
         auto visit = std::make_unique<Visit>(rig, QByteArray(), Visit::facts("tab-1", ClientProtocol::WebSocket));
         pass(rig, 4s);
         visit.reset();
         const Visit fallback(rig, {}, Visit::facts("tab-1", ClientProtocol::Sse));
     }},
    {"upgrade-blocked: silent, and tries again", "upgrade-blocked of tab-1",
     [](Rig &rig) {
         for (int i = 0; i < 4; ++i) {
             const Visit visit(rig, {}, Visit::facts("tab-1", ClientProtocol::WebSocket));
             pass(rig, 5s);
         }
     }},
    {"upgrade-blocked, not: a probe that is gone after a while, and hears", "",
     [](Rig &rig) {
         for (int i = 0; i < 6; ++i) {
             Visit visit(rig, {}, webSocket());
             if (visit.pings > 0)
                 rig.observer.pongReceived(visit, rig.clock.now());
             QCOMPARE(visit.pings, i % 2);
             pass(rig, 5s);
         }
     }},
    {"upgrade-blocked: silent, and falls back with the cursor that it had before", "upgrade-blocked of tab-1",
     [](Rig &rig) {
         rig.publish(3);
         auto visit = std::make_unique<Visit>(rig, rig.cursor(2), Visit::facts("tab-1", ClientProtocol::WebSocket));
         pass(rig, 4s);
         visit.reset();
         const Visit fallback(rig, rig.cursor(2), Visit::facts("tab-1", ClientProtocol::Sse));
     }},
    {"upgrade-blocked, not: falls back with a cursor that only the WebSocket can have told", "",
     [](Rig &rig) {
         auto visit = std::make_unique<Visit>(rig, QByteArray(), Visit::facts("tab-1", ClientProtocol::WebSocket));
         rig.publish(3);
         pass(rig, 4s);
         visit.reset();
         const Visit fallback(rig, rig.cursor(3), Visit::facts("tab-1", ClientProtocol::Sse));
     }},
    {"upgrade-blocked, not: cut again and again while nothing happens", "",
     [](Rig &rig) {
         for (int i = 0; i < 5; ++i) {
             const Visit visit(rig, i == 0 ? QByteArray() : rig.cursor(0), Visit::facts("tab-1", ClientProtocol::WebSocket));
             pass(rig, 4s);
         }
     }},
    {"upgrade-blocked, not: a WebSocket that is cut and comes back", "",
     [](Rig &rig) {
         for (int i = 0; i < 4; ++i) {
             const Visit visit(rig, rig.cursor(0), Visit::facts("tab-1", ClientProtocol::WebSocket));
             pass(rig, 4s);
         }
     }},
    {"upgrade-blocked, not: two tabs are cut, and the stream is back first", "",
     [](Rig &rig) {
         auto socket = std::make_unique<Visit>(rig, QByteArray(), anonymous(ClientProtocol::WebSocket));
         auto stream = std::make_unique<Visit>(rig, QByteArray(), anonymous());
         pass(rig, 4s);
         socket.reset();
         stream.reset();
         const Visit back(rig, rig.cursor(0), anonymous());
         const Visit backToo(rig, rig.cursor(0), anonymous(ClientProtocol::WebSocket));
     }},
};

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scenarios_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(Scenarios)); ++i)
            QTest::newRow(Scenarios[i].name) << i;
    }

    void scenarios()
    {
        QFETCH(int, index);
        Rig rig;
        Scenarios[index].play(rig);
        QCOMPARE(found(rig), QByteArray(Scenarios[index].expected));
        for (const auto &[key, row] : rig.observer.findings()) {
            QVERIFY(!row.evidence.empty());
            QVERIFY(row.count > 0 && row.lastSeen >= row.firstSeen);
            QVERIFY(row.text.endsWith('.'));
            for (const FindingRow::Evidence &proof : row.evidence)
                QVERIFY(proof.at != WallTime() && !proof.what.isEmpty());
        }
    }

    void theTextHasTheFigures()
    {
        Rig rig;
        refusedAfter(rig, Visit::facts(), {1001, 2002, 4003, 8001, 16004, 30001, 30003, 30002});
        QVERIFY2(only(rig).text.contains("9 times") && only(rig).text.contains("×2 from 1 s, cap 30 s, no jitter"),
                 only(rig).text.constData());
        QCOMPARE(only(rig).count, 5u); // from the fifth try on
    }

    void evidenceLeadsToTheJournal()
    {
        Rig rig;
        auto visit = std::make_unique<Visit>(rig, QByteArray());
        pass(rig, 1s);
        visit.reset();
        rig.publish(2);
        const Visit back(rig, {});
        const FindingRow row = only(rig);
        const auto journal = rig.journal.after(row.evidence.front().ref - 1, 1);
        QCOMPARE(journal.front().op, QByteArray("caught-up"));
        QCOMPARE(journal.front().cause, QByteArray("no-cursor"));
        QCOMPARE(row.evidence.at(1).seq, Seq{1});
        QCOMPARE(row.evidence.at(2).seq, Seq{2});
    }

    void evidenceIsBounded()
    {
        Rig rig;
        refusedAfter(rig, Visit::facts(), std::vector<int>(500, 50));
        QCOMPARE(only(rig).count, 497u);
        QCOMPARE(only(rig).evidence.size(), FindingBoard::MaxEvidence);
        QVERIFY(only(rig).evidence.back().at == rig.clock.wall());
    }

    void snapshotsTellChangesAndWithdrawals()
    {
        Rig rig;
        QVERIFY(rig.observer.makeSnapshot(1)->changedFindings.empty());
        rig.observer.requestRefused(eventSource(), 503, "no");
        pass(rig, 10s);
        const auto told = rig.observer.makeSnapshot(1);
        QCOMPARE(told->changedFindings.size(), 1u);
        QCOMPARE(told->changedFindings.front().code, QByteArray("stopped-for-good"));
        QVERIFY(rig.observer.makeSnapshot(1)->changedFindings.empty());
        const Visit back(rig, {}, eventSource());
        const auto withdrawn = rig.observer.makeSnapshot(1);
        QVERIFY(withdrawn->changedFindings.empty());
        QCOMPARE(withdrawn->removedFindings, std::vector<quint32>{told->changedFindings.front().key});
    }

    // A client that was refused before it was ever let in is the same one.
    void aStrangerIsRecognised()
    {
        Rig rig;
        refusedAfter(rig, Visit::facts(), {50, 50, 50, 50});
        QCOMPARE(only(rig).clientKey, 0u);
        const Visit visit(rig, {});
        QCOMPARE(only(rig).clientKey, visit.record()->key);
        refusedAfter(rig, Visit::facts("another"), {50, 50, 50, 50});
        QCOMPARE(found(rig), QByteArray("no-backoff of tab-1, no-backoff of another"));
    }

    void json()
    {
        Rig rig;
        Visits visits = crowd(rig, 20);
        visits.clear();
        comeBack(rig, visits, 20, 1ms);
        const QJsonObject herd = QJsonDocument::fromJson(findingJson(only(rig), "k3f9")).object();
        QVERIFY(herd.value(QStringLiteral("client")).isNull());
        QCOMPARE(herd.value(QStringLiteral("clients")).toInt(), 20);
        QCOMPARE(herd.value(QStringLiteral("count")).toInt(), 1);
        QVERIFY(herd.value(QStringLiteral("firstSeen")).toString().endsWith(QLatin1Char('Z')));
        const QJsonObject proof = herd.value(QStringLiteral("evidence")).toArray().at(0).toObject();
        QVERIFY(proof.value(QStringLiteral("ref")).toInt() > 0);
        QVERIFY(!proof.value(QStringLiteral("what")).toString().isEmpty());
    }

    void theBoardIsBounded()
    {
        FindingBoard board;
        for (quint32 key = 1; key <= FindingBoard::MaxRows + 5; ++key)
            board.raise({key, "c"}, "herd", {}, "Text.", {});
        QCOMPARE(board.rows().size(), FindingBoard::MaxRows);
        QVERIFY(!board.has({1, "c"}, "herd") && board.has({6, "c"}, "herd"));
        QCOMPARE(board.takeRemoved().size(), 5u);
        QCOMPARE(board.takeChanged().size(), FindingBoard::MaxRows);
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
