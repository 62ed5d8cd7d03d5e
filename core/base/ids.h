// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ids of the wire: an event id (also called a cursor) is "<epoch>-<seq>". Source: wire.md, "Words".

#include "base/result.h"

#include <QByteArray>
#include <compare>

namespace pushscope {

// Position of a stored event: grows by one per stored event over the whole hub. 0 is "before the first".
struct Seq {
    quint64 value = 0;

    auto operator<=>(const Seq &) const = default;
    [[nodiscard]] constexpr Seq next() const noexcept { return Seq{value + 1}; }
    [[nodiscard]] constexpr Seq previous() const noexcept { return Seq{value - 1}; } // value > 0
    [[nodiscard]] constexpr bool isNull() const noexcept { return value == 0; }
};

// Names one life of a store: 1 to 16 of a–z, 0–9. It changes when a store is new, emptied or damaged.
using Epoch = QByteArray;

struct EventId {
    Epoch epoch;
    Seq seq;

    bool operator==(const EventId &) const = default;
};

[[nodiscard]] QByteArray formatEventId(const Epoch &epoch, Seq seq);
// Errc::Syntax for anything but `[a-z0-9]{1,16}-[0-9]{1,19}` without leading zeros.
[[nodiscard]] Result<EventId> parseEventId(QByteArrayView text);
[[nodiscard]] Epoch makeEpoch(); // random, 8 characters

// Names one connection (one SSE response, one WebSocket, one poll) within one run of a hub; from 1.
struct ConnectionId {
    quint64 value = 0;
    auto operator<=>(const ConnectionId &) const = default;
};

} // namespace pushscope

template<> struct std::hash<pushscope::Seq> {
    std::size_t operator()(pushscope::Seq s) const noexcept { return std::hash<quint64>()(s.value); }
};
