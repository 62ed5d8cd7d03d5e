// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include "ui/models/celltext.h"
#include "ui/timeline/timelinetext.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr Moment LeastFirst = 5s, MostFirst = 30s; // that is seen before the user says how much
constexpr int LeastLane = 4, MostLane = 80; // px

// There was a hub: before the first one, moments mean nothing.
bool hasTime(const TimelineStore &store)
{
    return !store.epoch().isEmpty();
}

} // namespace

TimelineView::TimelineView(const TimelineStore &store, const LaneOrder &order, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
    , m_order(order)
{
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline lanes"));
    setAccessibleDescription(
        tr("A lane for each client on one time axis. Left and right move in time, plus and minus zoom, up and down "
           "choose a client, Return breaks its connection. The same as a table: As text."));
    setLayoutDirection(Qt::LeftToRight); // time, in any language
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(80, 60);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    applyMetrics();
    m_axis.show(-LeastFirst, 0s);
}

QRect TimelineView::rulerRect() const
{
    const int names = std::min(m_look.charWidth * 26, viewport()->width() * 3 / 10);
    return {names, 0, std::max(1, viewport()->width() - names), m_look.row + 4};
}

QRect TimelineView::overviewRect() const
{
    const QRect ruler = rulerRect();
    if (viewport()->height() < 7 * m_look.row)
        return {};
    return {ruler.x(), viewport()->height() - m_look.row, ruler.width(), m_look.row};
}

QRect TimelineView::lanesRect() const
{
    const QRect ruler = rulerRect(), overview = overviewRect();
    const int bottom = overview.isEmpty() ? viewport()->height() : overview.top() - 2;
    return {ruler.x(), ruler.bottom() + 1, ruler.width(), std::max(0, bottom - ruler.bottom() - 1)};
}

QRect TimelineView::rowRect(int row) const
{
    const QRect lanes = lanesRect();
    return {lanes.x(), lanes.y() + row * m_laneHeight - verticalScrollBar()->value(), lanes.width(), m_laneHeight};
}

int TimelineView::rowAt(int y) const
{
    const QRect lanes = lanesRect();
    if (y < lanes.top() || y > lanes.bottom())
        return -1;
    const int row = (y - lanes.y() + verticalScrollBar()->value()) / m_laneHeight;
    return m_order.keyOf(row) == 0 ? -1 : row;
}

void TimelineView::applyMetrics()
{
    m_look.refresh(*this);
    m_laneHeight = m_wantedHeight > 0 ? m_wantedHeight : m_look.lane;
    setScrollRange();
}

void TimelineView::setLaneHeight(int pixels)
{
    m_wantedHeight = std::clamp(pixels, LeastLane, MostLane);
    applyMetrics();
    viewport()->update();
}

void TimelineView::setScrollRange()
{
    const int height = lanesRect().height();
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(m_laneHeight);
    verticalScrollBar()->setRange(0, std::max(0, int(m_order.keys().size()) * m_laneHeight - height));
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const TimeRange seen{m_axis.begin(), m_axis.end()}; // stays so
    m_axis.setWidth(rulerRect().width());
    m_axis.show(seen.begin, seen.end);
    setScrollRange();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

void TimelineView::refresh()
{
    setScrollRange();
    if (m_following && m_lengthIsOurs)
        m_axis.show(m_store.now() - std::clamp(m_store.now() - m_store.begin(), LeastFirst, MostFirst), m_store.now());
    else if (m_following)
        m_axis.endAt(m_store.now());
    else
        Q_EMIT followChanged(); // there is more that was not seen
    viewport()->update();
}

quint64 TimelineView::unseenCount() const noexcept
{
    return m_following || m_seen > m_store.deliveries() ? 0 : m_store.deliveries() - m_seen;
}

void TimelineView::follow()
{
    m_following = true;
    m_axis.endAt(m_store.now());
    viewport()->update();
    Q_EMIT followChanged();
}

void TimelineView::stopFollowing()
{
    if (!std::exchange(m_following, false))
        return;
    m_seen = m_store.deliveries();
    Q_EMIT followChanged();
}

void TimelineView::moved()
{
    viewport()->update();
    Q_EMIT readoutChanged();
}

// All there is, and a little room around it.
void TimelineView::fitAll()
{
    m_lengthIsOurs = false;
    const Moment length = std::max(Moment(1ms), m_store.now() - m_store.begin());
    m_axis.show(m_store.begin() - length / 50, m_store.now());
    if (!m_following)
        follow();
    moved();
}

void TimelineView::fitRange()
{
    if (!m_range)
        return;
    stopFollowing();
    m_lengthIsOurs = false;
    const Moment room = m_range->length() / 20;
    m_axis.show(m_range->begin - room, m_range->end + room);
    moved();
}

void TimelineView::showMoment(Moment at)
{
    const Moment edge = m_axis.length() / 20;
    if (at >= m_axis.begin() + edge && at <= m_axis.end() - edge)
        return;
    if (m_following && at > m_axis.end() - edge)
        return; // it is about to move into sight
    stopFollowing();
    m_axis.centre(at);
    moved();
}

void TimelineView::setClient(quint32 key)
{
    if (std::exchange(m_client, key) == key)
        return;
    viewport()->update();
    Q_EMIT readoutChanged();
    const int row = m_order.rowOf(key);
    if (row < 0)
        return;
    QScrollBar *bar = verticalScrollBar();
    const int top = row * m_laneHeight, height = lanesRect().height();
    if (top < bar->value())
        bar->setValue(top);
    else if (top + m_laneHeight > bar->value() + height)
        bar->setValue(top + m_laneHeight - height);
}

void TimelineView::setSeq(Seq seq, std::optional<Moment> at)
{
    if (std::exchange(m_seq, seq) == seq)
        return;
    viewport()->update();
    if (at)
        showMoment(*at);
}

void TimelineView::setReconnect(quint32 key)
{
    if (std::exchange(m_reconnect, key) == key)
        return;
    viewport()->update();
    const Lane *lane = m_store.find(m_client);
    if (const LaneReconnect *reconnect = lane ? lane->reconnect(key) : nullptr)
        showMoment(reconnect->at);
}

void TimelineView::setRange(const TimeRange &range)
{
    m_range = range.isEmpty() ? std::nullopt : std::optional(range);
    moved();
}

QString TimelineView::readout() const
{
    if (m_pointer && m_pointer->x() >= rulerRect().x())
        return momentText(m_store, m_axis.timeAt(axisX(m_pointer->x())));
    if (m_range)
        return tr("%1 chosen").arg(lengthText(m_range->length()));
    return momentText(m_store, m_axis.begin());
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection()); // a painter has the application's
    for (const PicturePart &part : parts()) {
        painter.setClipRect(part.rect);
        part.paint(painter);
    }
    painter.setClipping(false);
    if (hasFocus()) {
        painter.setPen(m_look.accent);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

QByteArray TimelineView::svg() const
{
    return svgOf(parts(), viewport()->size(), logicalDpiX(), tr("Timeline"));
}

// What is painted, on the screen as well as in a picture.
std::vector<PicturePart> TimelineView::parts() const
{
    const auto part = [this](const QRect &rect, void (TimelineView::*paint)(QPainter &) const) {
        return PicturePart{rect, [this, paint](QPainter &painter) {
                               painter.setFont(m_look.font);
                               (this->*paint)(painter);
                           }};
    };
    if (!hasTime(m_store))
        return {part(viewport()->rect(), &TimelineView::paintBlank)};
    const QRect ruler = rulerRect(), overview = overviewRect(), lanes = lanesRect();
    std::vector<PicturePart> parts{part(viewport()->rect(), &TimelineView::paintGround), part(lanes, &TimelineView::paintLanes),
                                   part(QRect(0, lanes.y(), lanes.x(), lanes.height()), &TimelineView::paintNames),
                                   part(QRect(ruler.topLeft(), lanes.bottomRight()), &TimelineView::paintTime)};
    if (!overview.isEmpty())
        parts.push_back({overview, [this, overview](QPainter &painter) {
                             painter.fillRect(overview, m_look.base);
                             paintOverview(painter, scene(), overview);
                         }});
    return parts;
}

void TimelineView::paintBlank(QPainter &painter) const
{
    painter.fillRect(viewport()->rect(), m_look.base);
    paintEmpty(painter);
}

void TimelineView::paintGround(QPainter &painter) const
{
    const QRect ruler = rulerRect(), overview = overviewRect();
    painter.fillRect(viewport()->rect(), m_look.window);
    painter.setPen(m_pointer || m_range ? m_look.text : m_look.muted);
    const auto beside = [&](int y, int height, const QString &text) { // where it is too long, its end tells more
        const QRect room(0, y, ruler.x() - m_look.charWidth, height);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideLeft, room.width()));
    };
    beside(0, m_look.row, readout());
    if (overview.isEmpty())
        return;
    painter.setPen(m_look.muted);
    beside(
        overview.y(), overview.height(),
        tr("%1 of %2").arg(lengthText(m_axis.length()), lengthText(std::max(m_axis.length(), m_store.now() - m_store.begin()))));
}

std::pair<int, int> TimelineView::rowsInSight() const
{
    const int first = verticalScrollBar()->value() / m_laneHeight;
    return {first, std::min(int(m_order.keys().size()), first + lanesRect().height() / m_laneHeight + 2)};
}

void TimelineView::paintLanes(QPainter &painter) const
{
    const QRect lanes = lanesRect();
    const LaneScene scene = this->scene();
    painter.fillRect(lanes, m_look.base);
    if (!m_order.keys().empty()) // it would go through the text that stands there otherwise
        paintGrid(painter, scene, lanes);
    QColor chosen = m_look.accent;
    chosen.setAlpha(40);
    const auto [first, end] = rowsInSight();
    for (int row = first; row < end; ++row) {
        const Lane *lane = m_store.find(m_order.keyOf(row));
        if (!lane)
            continue;
        const QRect rect = rowRect(row);
        if (lane->key == m_client)
            painter.fillRect(rect, chosen);
        painter.translate(rect.x(), 0);
        paintLane(painter, scene, *lane, QRect(0, rect.y(), rect.width(), rect.height()));
        painter.translate(-rect.x(), 0);
    }
    if (m_order.keys().empty())
        paintEmpty(painter);
}

void TimelineView::paintNames(QPainter &painter) const
{
    const auto [first, end] = rowsInSight();
    for (int row = first; row < end; ++row) {
        const QRect rect = rowRect(row);
        if (const Lane *lane = m_store.find(m_order.keyOf(row)))
            paintLaneName(painter, scene(), *lane, QRect(0, rect.y(), lanesRect().x(), rect.height()), lane->key == m_client);
    }
}

void TimelineView::paintTime(QPainter &painter) const
{
    const LaneScene scene = this->scene();
    const QRect ruler = rulerRect(), lanes = lanesRect();
    paintRuler(painter, scene, ruler);
    paintMarks(painter, scene, QRect(lanes.topLeft(), lanes.bottomRight()));
    paintRange(painter);
    if (!m_pointer || m_pointer->x() < lanes.x())
        return;
    painter.setPen(m_look.muted);
    painter.drawLine(m_pointer->x(), ruler.top(), m_pointer->x(), lanes.bottom());
}

void TimelineView::paintRange(QPainter &painter) const
{
    if (!m_range)
        return;
    const QRect lanes = lanesRect();
    const int left = int(std::max(-1.0, m_axis.xOf(m_range->begin)));
    const int right = int(std::min(m_axis.width() + 1.0, m_axis.xOf(m_range->end)));
    const QRect box(lanes.x() + left, 0, std::max(1, right - left), lanes.bottom());
    QColor inside = m_look.fault;
    inside.setAlpha(36);
    const int row = m_order.rowOf(m_client);
    painter.fillRect(QRect(box.x(), 0, box.width(), lanes.y()), inside);
    if (row >= 0)
        painter.fillRect(QRect(box.x(), rowRect(row).y(), box.width(), m_laneHeight), inside);
    painter.setPen(QPen(m_look.fault, 1));
    painter.drawLine(box.left(), 0, box.left(), box.bottom());
    painter.drawLine(box.right(), 0, box.right(), box.bottom());
    const QString length = lengthText(m_range->length());
    const QRect label(box.x(), 0, std::max(box.width(), m_look.charWidth * 12), m_look.row);
    painter.fillRect(QRect(label.topLeft(), QSize(painter.fontMetrics().horizontalAdvance(length) + 8, m_look.row)), m_look.base);
    painter.setPen(m_look.fault);
    painter.drawText(label.adjusted(4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, length);
}

void TimelineView::paintEmpty(QPainter &painter) const
{
    painter.setPen(m_look.muted);
    const QString text = !hasTime(m_store) ? tr("No hub has run yet.\nThe time axis begins when one starts.")
        : m_order.total() == 0             ? tr("No client has been here yet.\nEach one gets a lane when it connects.")
                                           : tr("The filter hides all clients.");
    painter.drawText(lanesRect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace pushscope
