// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How hubs write events for one another. An event's body, which is what a log keeps under the event's seq, is a line
//   <origin> <ticket> <octets of type> <of publisher> <of conflate> <of each channel…>\n
// and those octets in that order, then the data to the end. A message is one of
//   \x01<database> <epoch> <seq> <milliseconds since 1970>\n<body>     a stored event
//   \x02<database> <epoch> <seq> <number>\n                            a tick: the seq has come so far
//   \x03<database>\n<body>                                             an event without an id
// and anything else is from somebody who is no hub. Pure.

#include "base/result.h"
#include "hub/event.h"

#include <variant>

namespace pushscope {

// Names one publish over all hubs and their runs.
struct BusToken {
    QByteArray origin; // the hub: 1 to 32 of a–z, 0–9
    quint64 ticket = 0;
    bool operator==(const BusToken &) const = default;
};

struct BusBody {
    BusToken token;
    std::shared_ptr<Event> event; // without seq and time
};

struct StoredMessage {
    int database = 0;
    Epoch epoch;
    Seq seq;
    WallTime published{};
    QByteArrayView body;
};
struct TickMessage {
    int database = 0;
    Epoch epoch;
    Seq seq;
    quint64 number = 0;
};
struct EphemeralMessage {
    int database = 0;
    QByteArrayView body;
};
struct OtherMessage {
}; // no hub wrote it
using BusMessage = std::variant<OtherMessage, StoredMessage, TickMessage, EphemeralMessage>;

[[nodiscard]] QByteArray encodeBody(const Event &event, const BusToken &token);
[[nodiscard]] Result<BusBody> decodeBody(QByteArrayView body); // Errc::Corrupt
// Views into `message`. Errc::Corrupt for what begins like a hub's and is none.
[[nodiscard]] Result<BusMessage> decodeMessage(QByteArrayView message);
[[nodiscard]] QByteArray ephemeralMessage(int database, const QByteArray &body);

} // namespace pushscope
