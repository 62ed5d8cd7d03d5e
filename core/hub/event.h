// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Event: what is published, immutable once the hub has given it its id. Source: wire.md, "Words".

#include "base/clock.h"
#include "base/ids.h"

#include <QByteArray>
#include <QList>
#include <memory>

namespace pushscope {

struct Event {
    Seq seq; // null: ephemeral, never stored
    QList<QByteArray> to; // channels: "user:<id>", "room:<id>", "*"; at least one
    QByteArray type; // free of CR, LF, NUL; 1 to 256 octets
    QByteArray data; // the octets of one JSON value
    WallTime published{};
    QByteArray publisher; // the user who published; empty for the window itself
    QByteArray key; // idempotency key, empty: none
    QByteArray conflate; // ephemeral events only: the newest of this name replaces an unsent older one
    TimePoint accepted{}; // when the hub took it, for latencies; not stored

    bool foreign = false; // published past the hubs: it has no id and can't be replayed

    [[nodiscard]] bool isEphemeral() const noexcept { return seq.isNull(); }
};

// Shared by the hub thread, the store's thread and the window.
using EventPtr = std::shared_ptr<const Event>;

// The three ways a client can be connected. The order is that of all per-protocol figures.
enum class ClientProtocol : quint8 { Sse, WebSocket, Poll };
inline constexpr std::size_t ProtocolCount = 3;

[[nodiscard]] constexpr const char *protocolName(ClientProtocol protocol) noexcept
{
    constexpr const char *Names[] = {"sse", "ws", "poll"};
    return Names[std::size_t(protocol)];
}

} // namespace pushscope
