// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is seen of a bus: plain values, made on the hub thread, read on any other.

#include "base/clock.h"

#include <QByteArray>
#include <QtGlobal>
#include <vector>

namespace pushscope {

// Counters are totals since the start.
struct BusStatus {
    QByteArray kind = "local";
    QByteArray server; // without its password
    QByteArray trouble; // while it is not connected: why
    bool connected = false;
    WallTime since{}; // connected, or not, from here on
    quint64 channels = 0, hubs = 0;
    quint64 messagesIn = 0, messagesOut = 0;
    quint64 foreign = 0, foreignRefused = 0, malformed = 0;
    quint64 outages = 0, waiting = 0; // publishes without an answer
    std::chrono::microseconds pingTime{0}, scriptTime{0}; // the latest; a ping is there and back by a channel
};

// A channel that this hub hears.
struct BusChannel {
    QByteArray name;
    quint32 subscribers = 0; // connections of this hub, and those that are being made
    bool confirmed = false; // by the server
    quint64 heard = 0; // messages since this hub subscribed
    bool operator==(const BusChannel &) const = default;
};

// A hub as it announces itself once a second.
struct BusHub {
    QByteArray name; // of this run of it
    QByteArray host, listen; // its machine, its addresses
    qint64 pid = 0;
    quint64 clients = 0;
    bool isSelf = false;
    bool operator==(const BusHub &) const = default;
};

// A message that was no event, or one that nobody may publish there.
struct BusDrop {
    quint64 number = 0; // from 1
    WallTime at{};
    QByteArray channel, reason;
    QByteArray sample; // the first octets of it
    bool operator==(const BusDrop &) const = default;
};

struct BusOutage {
    quint64 number = 0; // from 1
    WallTime from{}, until{}; // until: the epoch while it goes on
    QByteArray why;
    bool operator==(const BusOutage &) const = default;
};

struct BusDetail {
    std::vector<BusChannel> channels;
    std::vector<BusHub> hubs; // by name
    std::vector<BusDrop> drops; // the latest, oldest first
    std::vector<BusOutage> outages; // likewise
};

} // namespace pushscope
