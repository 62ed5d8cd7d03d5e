// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EndpointContext: what every endpoint works with; all borrowed from PushServer, which outlives the connections.

#include "base/clock.h"
#include "base/timerwheel.h"
#include "endpoints/adminport.h"
#include "endpoints/answerport.h"
#include "endpoints/connectiontable.h"
#include "endpoints/faultport.h"
#include "endpoints/settings.h"
#include "hub/authorizer.h"
#include "hub/hub.h"

namespace pushscope {

class FrameTap;
class PollTable;
class Router;

struct EndpointContext {
    const EndpointSettings &settings;
    const Clock &clock;
    TimerWheel &timers;
    Hub &hub;
    HubObserver &observer;
    const Authorizer &authorizer;
    AdminPort &admin;
    FaultPort &faults;
    AnswerPort &answers;
    ConnectionTable &connections;
    PollTable &polls;
    const Router &router;
    Admission &admission;
    bool draining = false; // the server ends: readiness is over
    FrameTap *frames = nullptr; // null: nobody can look at frames
};

} // namespace pushscope
