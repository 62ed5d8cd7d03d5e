// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanepainter.h"

#include "ui/models/celltext.h"

#include <QPainter>
#include <cmath>

namespace pushscope {

namespace {

constexpr std::size_t ApartAtMost = 3; // events in the width of a glyph that are still drawn one by one
constexpr double FullDensity = 8; // 2^8 events on a pixel fill the height of the lane
constexpr double OneEvent = 0.3; // of that height
constexpr std::ptrdiff_t Overlapping = 8; // so many connections of a client may overlap and be drawn all

class LanePainting
{
public:
    LanePainting(QPainter &painter, const LaneScene &scene, const Lane &lane, const QRect &rect)
        : m_painter(painter)
        , m_scene(scene)
        , m_axis(scene.axis)
        , m_look(scene.look)
        , m_lane(lane)
        , m_rect(rect)
        , m_band(rect.adjusted(0, rect.height() / 5, 0, -rect.height() / 5))
    {
    }

    void spans();
    void clips();
    void clipLabels();
    void points();
    void notes();
    void reconnects();
    void chosen();

private:
    [[nodiscard]] double xOf(Moment at) const
    {
        return at == Moment::max() ? m_axis.width() : std::clamp(m_axis.xOf(at), -20.0, m_axis.width() + 20.0);
    }
    [[nodiscard]] QRect between(Moment begin, Moment end) const
    {
        const int left = int(xOf(begin)), right = int(xOf(std::min(end, m_scene.store.now())));
        return {left, m_band.y(), std::max(1, right - left), m_band.height()};
    }
    [[nodiscard]] bool roomForGlyphs() const { return m_rect.height() >= m_look.glyphExtent + 4; }
    [[nodiscard]] ClientProtocol protocolAt(Moment at) const;
    void gap(Moment begin, Moment end);
    void cap(Moment at);
    void track(PointKind kind);
    void density(const PointTrack &track, PointKind kind, Moment begin, Moment end);
    void fill(const QColor &color); // the columns
    void stamp(const QPixmap &pixmap, double x)
    {
        const double half = (m_look.glyphExtent + 2) / 2.0;
        m_painter.drawPixmap(QPointF(std::round(x - half), std::round(m_rect.center().y() + 0.5 - half)), pixmap);
    }
    template<typename Sorted> [[nodiscard]] auto visibleFrom(const Sorted &sorted, Moment reach) const
    {
        return firstAfter(sorted, m_axis.begin() - reach);
    }

    QPainter &m_painter;
    const LaneScene &m_scene;
    const TimeAxis &m_axis;
    const TimelineLook &m_look;
    const Lane &m_lane;
    const QRect m_rect, m_band;
    std::vector<QRect> m_columns; // gathered to be painted at once
    std::vector<std::pair<QRect, const FaultClip *>> m_labels;
};

ClientProtocol LanePainting::protocolAt(Moment at) const
{
    const auto next = firstAfter(m_lane.spans, at);
    return next == m_lane.spans.begin() ? m_lane.protocol : std::prev(next)->protocol;
}

void LanePainting::spans()
{
    const auto &all = m_lane.spans;
    auto span = firstAfter(all, m_axis.begin());
    span -= std::min(Overlapping, span - all.begin());
    int last = std::numeric_limits<int>::min();
    for (; span != all.end() && span->begin <= m_axis.end(); ++span) {
        const QRect bar = between(span->begin, span->end);
        const auto next = std::next(span);
        const bool alone = bar.width() > 1 || bar.x() != last; // many short ones on one pixel are drawn once
        last = bar.x();
        if (!alone)
            continue;
        if (bar.right() >= 0) {
            m_painter.fillRect(bar, m_look.bands[std::size_t(span->protocol)]);
            m_painter.fillRect(QRect(bar.x(), m_rect.center().y(), bar.width(), 1),
                               m_look.protocols[std::size_t(span->protocol)]);
        }
        if (span->isOpen())
            continue;
        const Moment until = next != all.end() ? next->begin : m_lane.gone ? span->end : m_scene.store.now();
        if (until > span->end)
            gap(span->end, until);
        cap(span->end);
    }
}

void LanePainting::gap(Moment begin, Moment end)
{
    const int left = std::max(0, int(xOf(begin))), right = std::min(m_axis.width(), int(xOf(end)));
    if (right - left < 2)
        return;
    m_painter.setPen(QPen(m_look.muted, 1, Qt::DotLine));
    m_painter.drawLine(left, m_rect.center().y(), right, m_rect.center().y());
}

// Where a connection ended: a cross as tall as the band.
void LanePainting::cap(Moment at)
{
    if (!m_axis.shows(at) || !roomForGlyphs())
        return;
    const int x = int(xOf(at)), half = m_look.glyphExtent / 3, y = m_rect.center().y();
    m_painter.setPen(QPen(m_look.text, 1));
    m_painter.drawLine(x - half, y - half, x + half, y + half);
    m_painter.drawLine(x - half, y + half, x + half, y - half);
}

void LanePainting::clips()
{
    const auto &all = m_lane.clips;
    auto clip = firstAfter(all, m_axis.end());
    int last = std::numeric_limits<int>::max();
    // From the newest back: those long past the left edge may still reach in, up to a bound that keeps the cost by pixels.
    for (int seen = 0; clip != all.begin() && seen < m_axis.width(); ++seen) {
        --clip;
        const bool once = clip->begin == clip->end;
        QRect area = between(clip->begin, clip->end);
        if (once)
            area = QRect(area.x() - m_look.glyphExtent / 2, area.y(), m_look.glyphExtent, area.height());
        if (area.right() < 0 || (area.x() == last && area.width() <= m_look.glyphExtent))
            continue;
        last = area.x();
        area.setTop(m_rect.top() + 1);
        area.setBottom(m_rect.bottom() - 1);
        m_painter.fillRect(area, m_look.hatch);
        m_painter.setPen(m_look.fault);
        m_painter.drawRect(area.adjusted(0, 0, -1, -1));
        m_labels.emplace_back(area, &*clip);
    }
}

// Over the events, so that it can be read.
void LanePainting::clipLabels()
{
    QColor ground = m_look.base;
    ground.setAlpha(225);
    for (const auto &[area, clip] : m_labels) {
        const QString kind = lineText(clip->kind);
        const int width = m_painter.fontMetrics().horizontalAdvance(kind) + m_look.charWidth;
        if (area.width() < width + 6 || !roomForGlyphs())
            continue;
        const QRect label(std::max(area.x(), 0) + 3, area.y() + 1, width, area.height() - 3);
        m_painter.fillRect(label, ground);
        m_painter.setPen(m_look.fault);
        m_painter.drawText(label, Qt::AlignCenter, kind);
    }
}

void LanePainting::points()
{
    track(PointKind::Ephemeral);
    track(PointKind::Live);
    track(PointKind::Replayed);
}

// Cell by cell: where events can be told apart each has its shape, where not their density.
void LanePainting::track(PointKind kind)
{
    const PointTrack &track = m_lane.track(kind);
    if (track.isEmpty())
        return;
    const Moment reach(qint64(m_look.glyphExtent * m_axis.nsPerPixel()));
    const Moment begin = m_axis.begin() - reach, end = m_axis.end() + reach;
    if (!roomForGlyphs()) {
        density(track, kind, begin, end);
        return;
    }
    int last = std::numeric_limits<int>::min();
    forEachCell(track, m_axis, m_look.glyphExtent, begin, end, [&](std::size_t first, std::size_t count, double) {
        if (count > ApartAtMost) {
            density(track, kind, track.timeOf(first), track.timeOf(first + count - 1) + Moment(1));
            return;
        }
        for (std::size_t i = first; i < first + count; ++i) {
            const double x = m_axis.xOf(track.timeOf(i));
            if (int(x) == last)
                continue;
            last = int(x);
            stamp(m_look.glyph(protocolAt(track.timeOf(i)), kind), x);
        }
    });
}

void LanePainting::density(const PointTrack &track, PointKind kind, Moment begin, Moment end)
{
    const int full = m_rect.height() - 2, middle = m_rect.center().y();
    const QColor solid = m_look.protocols[std::size_t(protocolAt(begin))];
    QColor inside = solid;
    if (kind != PointKind::Live)
        inside.setAlpha(80);
    m_columns.clear();
    forEachCell(track, m_axis, 1, begin, end, [&](std::size_t, std::size_t count, double x) {
        const double share = std::min(1.0, OneEvent + (1 - OneEvent) * std::log2(double(count)) / FullDensity);
        const int height = std::max(2, int(share * full));
        m_columns.emplace_back(int(std::floor(x)), middle - height / 2, 1, height);
    });
    fill(inside);
    if (kind != PointKind::Replayed)
        return;
    const std::size_t count = m_columns.size(); // hollow: only its ends are solid
    for (std::size_t i = 0; i < count; ++i) {
        m_columns.emplace_back(m_columns[i].x(), m_columns[i].bottom(), 1, 1);
        m_columns[i].setHeight(1);
    }
    fill(solid);
}

// Many at once: one by one costs three times as much.
void LanePainting::fill(const QColor &color)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawRects(m_columns.data(), int(m_columns.size()));
    m_painter.setBrush(Qt::NoBrush);
}

void LanePainting::notes()
{
    const Moment reach(qint64(m_look.glyphExtent * m_axis.nsPerPixel()));
    int last = -1000;
    for (auto note = visibleFrom(m_lane.notes, reach); note != m_lane.notes.end() && note->at <= m_axis.end() + reach; ++note) {
        const int x = int(m_axis.xOf(note->at));
        if (x - last < 2)
            continue;
        last = x;
        if (note->what == LaneNote::What::Lost && roomForGlyphs()) {
            stamp(m_look.lostGlyph, x);
            continue;
        }
        const QColor color = note->what == LaneNote::What::Lost ? m_look.lost
            : note->what == LaneNote::What::Gap                 ? m_look.warning
                                                                : m_look.error;
        m_painter.fillRect(QRect(x, m_band.y(), 2, m_band.height()), color);
    }
}

// How it came back: the sign, the time until it had caught up, and what became of it in words where there is room.
void LanePainting::reconnects()
{
    const Moment reach(qint64(m_look.charWidth * 24 * m_axis.nsPerPixel()));
    const auto &all = m_lane.reconnects;
    for (auto entry = visibleFrom(all, reach); entry != all.end() && entry->at <= m_axis.end() + reach; ++entry) {
        const double x = m_axis.xOf(entry->at);
        if (entry->row.caughtUpAfter > Milliseconds(0)) {
            m_painter.setPen(m_look.protocols[std::size_t(entry->row.protocol)]);
            m_painter.drawRect(between(entry->at, entry->at + entry->row.caughtUpAfter).adjusted(0, 0, -1, -1));
        }
        if (!roomForGlyphs()) {
            m_painter.fillRect(QRect(int(x), m_band.y(), 1, m_band.height()), m_look.text);
            continue;
        }
        stamp(m_look.returnGlyph, x);
        if (entry->row.key == m_scene.chosenReconnect) {
            m_painter.setPen(QPen(m_look.accent, 2));
            m_painter.drawRect(QRect(int(x) - m_look.glyphExtent, m_rect.y() + 2, 2 * m_look.glyphExtent, m_rect.height() - 5));
        }
    }
}

// Every delivery of the chosen event, which may have come live here and by replay there.
void LanePainting::chosen()
{
    if (m_scene.chosenSeq.isNull())
        return;
    const auto ring = [&](Moment at) {
        if (!m_axis.shows(at))
            return;
        m_painter.setPen(QPen(m_look.text, 2));
        const int extent = m_look.glyphExtent + 6;
        m_painter.drawEllipse(QPointF(m_axis.xOf(at), m_rect.center().y() + 0.5), extent / 2.0, extent / 2.0);
    };
    const auto wanted = quint32(m_scene.chosenSeq.value);
    const PointTrack &live = m_lane.track(PointKind::Live);
    if (const auto found = live.find(wanted))
        ring(live.timeOf(*found));
    const PointTrack &replayed = m_lane.track(PointKind::Replayed);
    const std::size_t first = replayed.firstFrom(m_axis.begin());
    const std::size_t last = std::min(replayed.firstFrom(m_axis.end(), first), first + Lane::MostOfAKind);
    for (std::size_t i = first; i < last; ++i) {
        if (replayed.seqLowOf(i) == wanted)
            ring(replayed.timeOf(i));
    }
}

} // namespace

void paintLane(QPainter &painter, const LaneScene &scene, const Lane &lane, const QRect &rect)
{
    LanePainting painting(painter, scene, lane, rect);
    painting.spans();
    painting.clips();
    painting.points();
    painting.clipLabels();
    painting.notes();
    painting.reconnects();
    painting.chosen();
}

} // namespace pushscope
