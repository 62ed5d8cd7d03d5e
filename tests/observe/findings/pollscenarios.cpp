// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How clients poll: poll-delay, poll-timeout.

#include "observe/findings/scenarios.h"

namespace pushscope::scenarios {

namespace {

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

const Scenario Scenarios[] = {
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
};

} // namespace

std::span<const Scenario> pollScenarios()
{
    return Scenarios;
}

} // namespace pushscope::scenarios
