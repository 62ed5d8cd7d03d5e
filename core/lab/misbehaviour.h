// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Misbehaviour: what a simulated client does wrong on purpose, by the name of the finding that says so. Source: design.md §7.

#include <QtGlobal>

namespace pushscope {

enum class LabProtocol : quint8 { Sse, WebSocket, Poll };

enum class Misbehaviour : quint8 {
    None,
    NoCursor, // cuts itself every few seconds and starts anew
    StaleCursor, // and comes back with the first cursor that it was told
    Duplicate, // and every other time with the cursor before
    NoBackoff, // and then asks for what is refused, every 60 ms, a dozen times
    Herd, // cuts itself at the same moments as all others of its kind, and is back exactly a second later
    NoPong, // answers no ping
    SlowConsumer, // stops reading
    LeakedConnection, // opens a second connection and keeps the first
    ConnectionLimit, // opens six event streams as a browser does
    PollDelay, // waits a second between two polls
    PollTimeout, // gives up each poll after 1.2 s
    AuthLoop, // goes on with a token that is refused
    StoppedForGood, // asks once for what is refused and never again
    BufferedPath, // acknowledges over a path that holds back what passes
    UpgradeBlocked, // asks for a WebSocket over a path that breaks upgrades
};
constexpr int MisbehaviourCount = 16;

// "no-cursor"; empty for None.
[[nodiscard]] const char *misbehaviourName(Misbehaviour misbehaviour) noexcept;
// Whether a client of this protocol can: only pollers have a delay between polls.
[[nodiscard]] bool canMisbehave(LabProtocol protocol, Misbehaviour misbehaviour) noexcept;

} // namespace pushscope
