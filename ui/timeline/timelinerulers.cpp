// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinerulers.h"

#include "ui/models/celltext.h"
#include "ui/models/reconnecttext.h"
#include "ui/timeline/timelinetext.h"

#include <QCoreApplication>
#include <QPainter>
#include <cmath>

namespace pushscope {

namespace {

constexpr int StripHeight = 5; // of the fault rules, px

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::TimelineView)
};

double tickDistance(const TimelineLook &look)
{
    return look.charWidth * 13;
}

void paintRules(QPainter &painter, const LaneScene &scene, const QRect &rect)
{
    const auto &rules = scene.store.rules();
    const QRect strip(rect.x(), rect.bottom() - StripHeight, rect.width(), StripHeight);
    int last = std::numeric_limits<int>::min();
    for (auto rule = rules.begin(); rule != firstAfter(rules, scene.axis.end()); ++rule) {
        const Moment end = std::min(rule->end, scene.store.now());
        if (end < scene.axis.begin())
            continue;
        const int left = std::max(0, int(scene.axis.xOf(rule->begin)));
        const int right = std::max(left + 3, std::min(rect.width(), int(scene.axis.xOf(end))));
        if (right <= last) // another one covers it
            continue;
        last = right;
        const QRect bar(strip.x() + left, strip.y(), right - left, strip.height());
        painter.fillRect(bar, scene.look.base);
        painter.fillRect(bar, scene.look.hatch);
        painter.setPen(scene.look.fault);
        painter.drawLine(bar.topLeft(), bar.topRight());
    }
}

} // namespace

void paintRuler(QPainter &painter, const LaneScene &scene, const QRect &rect)
{
    const TimelineLook &look = scene.look;
    painter.setFont(look.font);
    for (const AxisTick &tick : axisTicks(scene.axis, scene.store.localOffset(), tickDistance(look))) {
        const int x = rect.x() + int(scene.axis.xOf(tick.at));
        painter.setPen(look.muted);
        painter.drawLine(x, rect.bottom() - StripHeight - 4, x, rect.bottom() - StripHeight);
        painter.setPen(look.text);
        painter.drawText(QRect(x + 3, rect.y(), int(tickDistance(look)), rect.height() - StripHeight - 2),
                         Qt::AlignLeft | Qt::AlignVCenter, tick.label);
    }
    paintRules(painter, scene, rect);
}

void paintGrid(QPainter &painter, const LaneScene &scene, const QRect &rect)
{
    painter.setPen(scene.look.grid);
    for (const AxisTick &tick : axisTicks(scene.axis, scene.store.localOffset(), tickDistance(scene.look))) {
        const int x = rect.x() + int(scene.axis.xOf(tick.at));
        painter.drawLine(x, rect.top(), x, rect.bottom());
    }
    const int now = rect.x() + int(std::min(scene.axis.xOf(scene.store.now()), 1e6));
    if (now < rect.right()) // what is not yet
        painter.fillRect(QRect(QPoint(std::max(now, rect.x()), rect.top()), rect.bottomRight()), scene.look.window);
}

void paintMarks(QPainter &painter, const LaneScene &scene, const QRect &rect)
{
    const auto &marks = scene.store.marks();
    const TimelineLook &look = scene.look;
    int labelsFrom = std::numeric_limits<int>::min();
    int last = labelsFrom;
    for (auto mark = firstAfter(marks, scene.axis.begin() - Moment(1)); mark != marks.end() && mark->at <= scene.axis.end();
         ++mark) {
        const int x = rect.x() + int(scene.axis.xOf(mark->at));
        if (x == last)
            continue;
        last = x;
        painter.setPen(QPen(look.accent, 1, Qt::DashLine));
        painter.drawLine(x, rect.top(), x, rect.bottom());
        if (x < labelsFrom)
            continue;
        const QString text = QStringLiteral("⚑ ") + lineText(mark->text);
        const int width = std::min(painter.fontMetrics().horizontalAdvance(text), look.charWidth * 24) + 6;
        const QRect label(x, rect.top(), width, look.row - 4);
        painter.fillRect(label, look.accent);
        painter.setPen(Qt::white);
        painter.drawText(label.adjusted(3, 0, -3, 0), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, label.width() - 6));
        labelsFrom = x + width;
    }
}

TimeRange overviewRange(const TimelineStore &store, const TimeAxis &axis)
{
    const Moment begin = std::min(store.begin(), axis.begin());
    return {begin, std::max({store.now(), axis.end(), begin + Moment(1)})};
}

void paintOverview(QPainter &painter, const LaneScene &scene, const QRect &rect)
{
    const TimelineLook &look = scene.look;
    TimeAxis all;
    all.setWidth(rect.width());
    const TimeRange range = overviewRange(scene.store, scene.axis);
    all.show(range.begin, range.end);
    const Moment pixel(qint64(all.nsPerPixel()));
    quint64 most = 1;
    std::vector<DensityPyramid::Counts> columns;
    columns.reserve(std::size_t(rect.width()));
    for (int x = 0; x < rect.width(); ++x) {
        columns.push_back(scene.store.density().count(std::max(Moment(0), all.timeAt(x)), all.timeAt(x + 1), pixel));
        most = std::max(most, columns.back()[0] + columns.back()[1]);
    }
    const double scale = (rect.height() - 2) / std::log2(1.0 + double(most));
    QColor replayed = look.text;
    replayed.setAlpha(110);
    for (int x = 0; x < rect.width(); ++x) {
        const auto &[live, again] = columns[std::size_t(x)];
        const int both = int(scale * std::log2(1.0 + double(live + again))), solid = int(scale * std::log2(1.0 + double(live)));
        painter.fillRect(QRect(rect.x() + x, rect.bottom() - both, 1, both - solid), replayed);
        painter.fillRect(QRect(rect.x() + x, rect.bottom() - solid, 1, solid), look.muted);
    }
    for (const TimelineMark &mark : scene.store.marks())
        painter.fillRect(QRect(rect.x() + int(all.xOf(mark.at)), rect.y(), 1, rect.height()), look.accent);
    QColor view = look.accent;
    view.setAlpha(60);
    const int left = int(all.xOf(scene.axis.begin())), right = std::max(left + 3, int(all.xOf(scene.axis.end())));
    const QRect box(rect.x() + left, rect.y(), right - left, rect.height());
    painter.fillRect(box, view);
    painter.setPen(look.accent);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
}

void paintLaneName(QPainter &painter, const LaneScene &scene, const Lane &lane, const QRect &rect, bool chosen)
{
    const TimelineLook &look = scene.look;
    const QColor text = chosen ? Qt::white : lane.away ? look.muted : look.text;
    if (chosen)
        painter.fillRect(rect, look.accent);
    if (rect.height() < look.row - 6)
        return;
    QRect room = rect.adjusted(look.charWidth / 2, 0, -look.charWidth / 2, 0);
    painter.setPen(chosen ? QColor(Qt::white) : look.protocols[std::size_t(lane.protocol)]);
    const QString protocol = protocolText(lane.protocol);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, protocol);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(protocolText(ClientProtocol::Sse)) + look.charWidth);
    if (!lane.reconnects.empty()) {
        const ReconnectRow &row = lane.reconnects.back().row;
        const QString verdict = reconnectShortText(row);
        const int width = painter.fontMetrics().horizontalAdvance(verdict);
        if (room.width() > width + look.charWidth * 6) {
            const QColor tone = row.verdict == Verdict::Lost ? look.lost
                : row.verdict == Verdict::Recovered          ? look.good
                                                             : look.muted;
            painter.setPen(chosen ? QColor(Qt::white) : tone);
            painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, verdict);
            room.setRight(room.right() - width - look.charWidth);
        }
    }
    painter.setPen(text);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(lineText(lane.client), Qt::ElideMiddle, room.width()));
}

} // namespace pushscope
