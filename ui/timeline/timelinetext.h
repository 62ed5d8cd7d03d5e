// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands in the timeline, in words: for its tool tips, its read-out and its table. Pure; GUI thread.

#include "ui/models/tablecolumn.h"
#include "ui/timeline/timelinehit.h"

#include <QString>

namespace pushscope {

[[nodiscard]] QString momentText(const TimelineStore &store, Moment at); // local, to the microsecond
[[nodiscard]] QString lengthText(Moment length); // "1.250 s"; "still" where it goes on
[[nodiscard]] QString pointText(const TimelineStore &store, const Lane &lane,
                                const TimelineHit &hit); // "replayed k3f9-1042 price"
[[nodiscard]] QString noteText(const TimelineStore &store, const LaneNote &note); // "✖ k3f9-1042 lost: evicted from the store"
[[nodiscard]] QString clipText(const TimelineStore &store, const FaultClip &clip); // "⚡ fault 3: latency"
[[nodiscard]] QString spanText(const ConnectionSpan &span); // "● SSE connection 12; it closed the connection itself"
[[nodiscard]] QString reconnectShortText(const ReconnectRow &row); // "✔ 4/4", "✖ 2", "…", "○"
// All that is known of it, the client first; one fact a line.
[[nodiscard]] QString hitText(const TimelineStore &store, const Lane &lane, const TimelineHit &hit);

} // namespace pushscope
