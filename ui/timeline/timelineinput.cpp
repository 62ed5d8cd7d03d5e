// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineView, its other half: what mouse, wheel and keyboard do.
#include "ui/timeline/timelineview.h"

#include "ui/models/celltext.h"
#include "ui/timeline/timelinetext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <cmath>

namespace pushscope {

namespace {

constexpr double Reach = 6; // px around the pointer
constexpr double PanStep = 0.1; // of the width
constexpr double KeyZoom = 1.5;
constexpr double WheelZoom = 1.25; // a notch
constexpr int Notch = 120;

} // namespace

void TimelineView::zoomAt(double factor, double x)
{
    m_lengthIsOurs = false;
    m_axis.zoom(factor, m_following ? m_axis.width() : x); // the end stays where it is followed
    moved();
}

void TimelineView::panBy(double pixels)
{
    stopFollowing();
    m_axis.pan(pixels);
    moved();
}

double TimelineView::zoomAnchor() const
{
    if (m_range && m_axis.shows(m_range->begin + m_range->length() / 2))
        return m_axis.xOf(m_range->begin + m_range->length() / 2);
    return m_axis.width() / 2.0;
}

void TimelineView::overviewTo(int x)
{
    const TimeRange all = overviewRange(m_store, m_axis);
    const double share = double(x - overviewRect().x()) / std::max(1, overviewRect().width());
    stopFollowing();
    m_axis.centre(all.begin + Moment(qint64(share * double(all.length().count()))));
    moved();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_pressed = at;
    m_pressedAt = m_axis.timeAt(axisX(at.x()));
    if (overviewRect().contains(at)) {
        m_drag = Drag::Overview;
        overviewTo(at.x());
    } else if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && rulerRect().contains(at))) {
        m_drag = Drag::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton && rowAt(at.y()) >= 0) {
        m_drag = Drag::Pressed;
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    setPointer(at);
    const bool far = (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::Pressed && far && m_pressed.x() >= lanesRect().x()) {
        m_drag = Drag::Range;
        chooseRow(rowAt(m_pressed.y()));
    }
    if (m_drag == Drag::Range) {
        const Moment other = m_axis.timeAt(std::clamp(axisX(at.x()), 0.0, double(m_axis.width())));
        setRange({std::min(m_pressedAt, other), std::max(m_pressedAt, other)});
    } else if (m_drag == Drag::Pan) {
        panBy(m_pressed.x() - at.x());
        m_pressed = at;
    } else if (m_drag == Drag::Overview) {
        overviewTo(at.x());
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (drag == Drag::Pressed) {
        m_range.reset();
        chooseAt(event->position().toPoint());
        moved();
    } else if (drag == Drag::Range && m_range) {
        Q_EMIT menuAsked(event->globalPosition().toPoint());
    }
}

void TimelineView::chooseRow(int row)
{
    const quint32 key = m_order.keyOf(row);
    if (key == 0)
        return;
    setClient(key);
    Q_EMIT clientChosen(key);
}

void TimelineView::chooseAt(const QPoint &at)
{
    const int row = rowAt(at.y());
    const Lane *lane = m_store.find(m_order.keyOf(row));
    if (!lane)
        return;
    chooseRow(row);
    if (at.x() < lanesRect().x())
        return;
    const TimelineHit hit = hitTest(*lane, m_axis, axisX(at.x()), Reach);
    using What = TimelineHit::What;
    if (hit.what == What::Event && hit.kind != PointKind::Ephemeral) {
        m_seq = m_store.wholeSeq(hit.seqLow);
        Q_EMIT eventChosen(lane->key, m_seq);
    } else if (hit.what == What::Reconnect) {
        m_reconnect = lane->reconnects[hit.index].row.key;
        Q_EMIT reconnectChosen(lane->key, m_reconnect);
    } else if (hit.what == What::Fault && !lane->clips[hit.index].seq.isNull()) {
        m_seq = lane->clips[hit.index].seq;
        Q_EMIT eventChosen(lane->key, m_seq);
    } else if (hit.what == What::Note && lane->notes[hit.index].what == LaneNote::What::Lost) {
        const LaneNote note = lane->notes[hit.index]; // the answers to the signals may change the lane
        m_reconnect = note.reconnect;
        Q_EMIT reconnectChosen(m_client, note.reconnect);
        if (!note.seq.isNull())
            Q_EMIT eventChosen(m_client, m_seq = note.seq);
    }
    viewport()->update();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    QPointF turned = QPointF(event->angleDelta()) / Notch;
    if (event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier) && turned.x() == 0)
        turned = turned.transposed();
    const QPoint at = event->position().toPoint();
    if (event->modifiers() & Qt::ControlModifier) {
        setLaneHeight(m_laneHeight + int(std::copysign(2.0, turned.y())));
    } else if (turned.x() != 0) {
        panBy(-turned.x() * PanStep * m_axis.width());
    } else if (at.x() < lanesRect().x()) { // over the names: through them
        verticalScrollBar()->setValue(verticalScrollBar()->value() - int(turned.y() * 3 * m_laneHeight));
        viewport()->update();
    } else {
        zoomAt(std::pow(WheelZoom, turned.y()), axisX(at.x()));
    }
    event->accept();
}

void TimelineView::growRange(double pixels)
{
    const Moment middle = m_axis.timeAt(m_axis.width() / 2.0);
    const TimeRange now = m_range.value_or(TimeRange{middle, middle});
    const Moment end = now.end + Moment(qint64(pixels * m_axis.nsPerPixel()));
    setRange({now.begin, std::max(end, now.begin)});
}

void TimelineView::stepEvent(int direction)
{
    const Lane *lane = m_store.find(m_client);
    if (!lane)
        return;
    // From the event that is chosen, else from the middle.
    Moment from = m_axis.timeAt(m_axis.width() / 2.0);
    const PointTrack &live = lane->track(PointKind::Live);
    if (const auto found = live.find(quint32(m_seq.value)))
        from = live.timeOf(*found);
    const std::size_t next = direction > 0 ? live.firstFrom(from + Moment(1)) : live.firstFrom(from);
    if (direction > 0 ? next >= live.size() : next == 0)
        return;
    const std::size_t index = direction > 0 ? next : next - 1;
    m_seq = m_store.wholeSeq(live.seqLowOf(index));
    showMoment(live.timeOf(index));
    viewport()->update();
    Q_EMIT eventChosen(lane->key, m_seq);
}

bool TimelineView::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const int direction = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const int row = m_order.rowOf(m_client);
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (modifiers & Qt::ControlModifier)
            stepEvent(direction);
        else if (modifiers & Qt::ShiftModifier)
            growRange(direction * m_axis.width() / 50.0);
        else
            panBy(direction * PanStep * m_axis.width());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (modifiers & Qt::ControlModifier)
            setLaneHeight(m_laneHeight - 2 * direction);
        else
            chooseRow(row < 0 ? 0 : std::clamp(row + direction, 0, int(m_order.keys().size()) - 1));
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(key == Qt::Key_PageUp ? QAbstractSlider::SliderPageStepSub
                                                                 : QAbstractSlider::SliderPageStepAdd);
        viewport()->update();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAt(KeyZoom, zoomAnchor());
        return true;
    case Qt::Key_Minus:
        zoomAt(1 / KeyZoom, zoomAnchor());
        return true;
    case Qt::Key_Home:
        panBy(m_axis.xOf(m_store.begin()) - m_axis.width() * 0.02);
        return true;
    case Qt::Key_End:
        follow();
        return true;
    case Qt::Key_F:
        fitAll();
        return true;
    case Qt::Key_S:
        fitRange();
        return true;
    default:
        return false;
    }
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::AltModifier | Qt::MetaModifier));
    if (event->key() == Qt::Key_Escape) {
        m_range.reset();
        moved();
        follow();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const int row = m_order.rowOf(m_client);
        if (row >= 0)
            Q_EMIT menuAsked(viewport()->mapToGlobal(rowRect(row).center()));
    } else if (!plain || !handleKey(event->key(), event->modifiers())) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && rowAt(event->pos().y()) < 0)
        return;
    if (event->reason() == QContextMenuEvent::Mouse)
        chooseRow(rowAt(event->pos().y()));
    if (m_client != 0)
        Q_EMIT menuAsked(event->globalPos());
}

void TimelineView::setPointer(std::optional<QPoint> at)
{
    if (m_pointer == at)
        return;
    m_pointer = at;
    viewport()->update();
    Q_EMIT readoutChanged();
}

void TimelineView::showToolTip(const QPoint &at, const QPoint &globalAt)
{
    const Moment time = m_axis.timeAt(axisX(at.x()));
    const Moment slack(qint64(Reach * m_axis.nsPerPixel()));
    QStringList lines;
    if (rulerRect().contains(at)) {
        for (const FaultClip &rule : m_store.rules()) {
            if (rule.begin - slack <= time && (rule.isOpen() || time <= rule.end + slack))
                lines += clipText(m_store, rule);
        }
    }
    if (rulerRect().contains(at) || at.y() < lanesRect().y() + m_look.row) {
        for (const TimelineMark &mark : m_store.marks()) {
            if (std::abs((mark.at - time).count()) <= slack.count())
                lines += QStringLiteral("⚑ ") + lineText(mark.text) + QChar(u'\n') + momentText(m_store, mark.at);
        }
    }
    if (lines.isEmpty() && rulerRect().contains(at))
        lines += tr("Drag: move. Wheel: zoom, with Shift move, with Ctrl the height of lanes.\nDrag across a lane: choose a span "
                    "to break.");
    const Lane *lane = m_store.find(m_order.keyOf(rowAt(at.y())));
    if (lines.isEmpty() && lane)
        lines += hitText(m_store, *lane, at.x() < lanesRect().x() ? TimelineHit() : hitTest(*lane, m_axis, axisX(at.x()), Reach));
    QToolTip::showText(globalAt, lines.join(QChar(u'\n')), viewport());
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setPointer(std::nullopt);
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace pushscope
