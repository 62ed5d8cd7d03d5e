// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimelineHit: what stands in a lane at one place: the thing a click selects and a tool tip tells of. Pure.

#include "ui/timeline/timelinestore.h"

namespace pushscope {

struct TimelineHit {
    enum class What : quint8 { Nothing, Event, Reconnect, Note, Fault, Connection, Away };

    What what = What::Nothing;
    Moment begin{0}, end{0}; // end: max where it goes on
    PointKind kind{}; // Event
    quint32 seqLow = 0; // Event
    std::size_t index = 0; // into the lane's reconnects, notes, clips, spans; Away: of the span that ended before it
};

// What is nearest to x within `reach` pixels, events before what only has a length.
[[nodiscard]] TimelineHit hitTest(const Lane &lane, const TimeAxis &axis, double x, double reach);

} // namespace pushscope
