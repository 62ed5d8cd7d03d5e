// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws what stands above and below the lanes: the time axis with marks and fault rules, the lanes' names, and the overview of
// all that is recorded. GUI thread.

#include "ui/timeline/lanepainter.h"

namespace pushscope {

struct TimeRange {
    Moment begin{0}, end{0};

    [[nodiscard]] bool isEmpty() const noexcept { return begin == end; }
    [[nodiscard]] Moment length() const noexcept { return end - begin; }
};

// Each within `rect`, whose left edge is the axis' pixel 0 (but for the name).
void paintRuler(QPainter &painter, const LaneScene &scene, const QRect &rect);
void paintGrid(QPainter &painter, const LaneScene &scene, const QRect &rect); // lines of ticks and marks behind and over lanes
void paintMarks(QPainter &painter, const LaneScene &scene, const QRect &rect);
void paintOverview(QPainter &painter, const LaneScene &scene, const QRect &rect);
void paintLaneName(QPainter &painter, const LaneScene &scene, const Lane &lane, const QRect &rect, bool chosen);

// The span that the overview shows: all that is recorded, or what is in view where that is more.
[[nodiscard]] TimeRange overviewRange(const TimelineStore &store, const TimeAxis &axis);

} // namespace pushscope
