// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinehit.h"

#include <cmath>

namespace pushscope {

namespace {

class Nearest
{
public:
    Nearest(const TimeAxis &axis, double x, double reach)
        : m_axis(axis)
        , m_x(x)
        , m_distance(reach)
    {
    }
    bool offer(Moment at)
    {
        const double distance = std::abs(m_axis.xOf(at) - m_x);
        if (distance > m_distance)
            return false;
        m_distance = std::nextafter(distance, -1.0); // the first of equals stays
        return true;
    }

private:
    const TimeAxis &m_axis;
    const double m_x;
    double m_distance;
};

template<typename Sorted, typename Function> void around(const Sorted &sorted, Moment at, Function function)
{
    const auto next = firstAfter(sorted, at);
    if (next != sorted.begin())
        function(std::size_t(std::prev(next) - sorted.begin()));
    if (next != sorted.end())
        function(std::size_t(next - sorted.begin()));
}

TimelineHit nearMoment(const Lane &lane, const TimeAxis &axis, double x, double reach)
{
    using What = TimelineHit::What;
    const Moment at = axis.timeAt(x);
    Nearest nearest(axis, x, reach);
    TimelineHit hit;
    around(lane.notes, at, [&](std::size_t i) {
        if (nearest.offer(lane.notes[i].at))
            hit = {What::Note, lane.notes[i].at, lane.notes[i].at, {}, 0, i};
    });
    around(lane.reconnects, at, [&](std::size_t i) {
        if (nearest.offer(lane.reconnects[i].at))
            hit = {What::Reconnect, lane.reconnects[i].at, lane.reconnects[i].at, {}, 0, i};
    });
    for (std::size_t k = 0; k < PointKinds; ++k) {
        const PointTrack &track = lane.points[k];
        const std::size_t next = track.firstFrom(at);
        for (std::size_t i = next == 0 ? 0 : next - 1; i < std::min(next + 1, track.size()); ++i) {
            if (nearest.offer(track.timeOf(i)))
                hit = {What::Event, track.timeOf(i), track.timeOf(i), PointKind(k), track.seqLowOf(i), i};
        }
    }
    return hit;
}

} // namespace

TimelineHit hitTest(const Lane &lane, const TimeAxis &axis, double x, double reach)
{
    using What = TimelineHit::What;
    if (const TimelineHit hit = nearMoment(lane, axis, x, reach); hit.what != What::Nothing)
        return hit;
    const Moment at = axis.timeAt(x);
    const Moment slack(qint64(reach * axis.nsPerPixel()));
    for (std::size_t i = lane.clips.size(); i-- > 0;) {
        const FaultClip &clip = lane.clips[i];
        if (clip.begin - slack <= at && (clip.isOpen() || at <= clip.end + slack))
            return {What::Fault, clip.begin, clip.end, {}, 0, i};
    }
    for (std::size_t i = lane.spans.size(); i-- > 0;) {
        const ConnectionSpan &span = lane.spans[i];
        if (span.begin <= at && (span.isOpen() || at <= span.end))
            return {What::Connection, span.begin, span.end, {}, 0, i};
    }
    const auto next = firstAfter(lane.spans, at);
    if (next == lane.spans.begin())
        return {};
    const auto before = std::prev(next);
    return {What::Away, before->end, next == lane.spans.end() ? Moment::max() : next->begin,
            {},         0,           std::size_t(before - lane.spans.begin())};
}

} // namespace pushscope
