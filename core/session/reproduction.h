// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reproduction: what has to be done to a hub to see again what was selected of a session: clients that come, go and come back
// with their cursors, events, fault rules. Of a client that is wanted itself, all events that it got are in it. A value; any
// thread.

#include "session/wirestory.h"

#include <optional>

namespace pushscope {

struct ReproductionStep {
    enum class What : quint8 { Open, Close, Send, Ack, Poll, Publish, AddFault, RemoveFault };
    What what{};
    qint64 ns = 0; // as the session counts
    QByteArray client; // of what a client does
    quint64 connection = 0; // of a stream
    bool isWebSocket = false;
    QByteArray query; // of Open and Poll: without token and cursor
    std::optional<QByteArray> cursor; // that the client presents, or acknowledges
    QByteArray id; // of a stored event
    QByteArray body; // JSON to send
    QByteArray fault; // names a rule: the same when it is added and when it is removed
    qint64 answeredNs = 0; // of Poll
    quint64 events = 0; // of Close: as in Client, what it had got by then
};

struct Reproduction {
    struct Client {
        QByteArray name, user; // without a user where that was not recorded
        quint64 events = 0; // of those published here, how many it got; stored ones, each once
    };
    SessionHead head;
    std::vector<ReproductionStep> steps; // by time
    std::vector<Client> clients; // as they came
    quint64 events = 0, faults = 0; // steps
    quint64 leftOut = 0; // events that can't be published again: their data is no JSON, or they are the hub's own
};

// `faults`: the rows of kind "fault" that are wanted. Nothing before `fromNs` or after `upToNs`: who was there already comes at
// its beginning. What clients send is in it but for what would publish, since all events are steps of their own.
[[nodiscard]] Reproduction reproductionOf(const WireStory &story, const std::vector<SessionRow> &faults, qint64 fromNs,
                                          qint64 upToNs);

} // namespace pushscope
