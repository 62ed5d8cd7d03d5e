// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a client and the hub: buffered-path, upgrade-blocked.

#include "observe/findings/scenarios.h"

#include <QTest>

namespace pushscope::scenarios {

namespace {

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

const Scenario Scenarios[] = {
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
    {"upgrade-blocked, not: the ends of three tries come together, out of a black hole", "",
     [](Rig &rig) {
         Visits tries;
         for (int i = 0; i < 3; ++i) {
             tries.push_back(std::make_unique<Visit>(rig, QByteArray(), Visit::facts("tab-1", ClientProtocol::WebSocket)));
             rig.publish(1);
             pass(rig, 3300ms);
         }
         tries.clear();
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

std::span<const Scenario> pathScenarios()
{
    return Scenarios;
}

} // namespace pushscope::scenarios
