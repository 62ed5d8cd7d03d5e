// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws one lane: its connections, what was delivered on them, and what broke. Costs by the pixels that it covers, whatever the
// number of events. Pure but for the painter; GUI thread.

#include "ui/timeline/timelinelook.h"
#include "ui/timeline/timelinestore.h"

class QPainter;

namespace pushscope {

struct LaneScene {
    const TimelineStore &store;
    const TimeAxis &axis; // its pixel 0 is the painter's
    const TimelineLook &look;
    Seq chosenSeq; // ringed
    quint32 chosenReconnect = 0; // framed
};

void paintLane(QPainter &painter, const LaneScene &scene, const Lane &lane, const QRect &rect);

// Calls function(first, count, x) for each run of points within cells of so many pixels, the empty ones left out; cells begin at
// multiples of their length since the hub started, so that they stay together while the view moves. `x`: where the cell begins.
template<typename Function>
void forEachCell(const PointTrack &track, const TimeAxis &axis, double cellPixels, Moment begin, Moment end, Function function)
{
    const double cellNs = cellPixels * axis.nsPerPixel();
    const std::size_t size = track.size();
    for (std::size_t first = track.firstFrom(begin); first < size && track.timeOf(first) < end;) {
        const auto cell = qint64(double(track.timeOf(first).count()) / cellNs);
        const Moment cellEnd(std::max(qint64(double(cell + 1) * cellNs), qint64(track.timeOf(first).count()) + 1));
        const std::size_t next = track.firstFrom(std::min(cellEnd, end), first);
        function(first, next - first, axis.xOf(Moment(qint64(double(cell) * cellNs))));
        first = next;
    }
}

} // namespace pushscope
