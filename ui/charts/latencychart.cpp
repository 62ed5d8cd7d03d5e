// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencychart.h"

#include "ui/models/celltext.h"
#include "ui/models/latencymodel.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace pushscope {

namespace {

constexpr double Tops[] = {0.1, 0.2, 0.5, 1}; // of the axis

} // namespace

LatencyChart::LatencyChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Latency histogram"));
    setAccessibleDescription(tr("The Latency tab beside the charts says the same figures"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LatencyChart::setBins(std::vector<LatencyBin> bins, const QString &span)
{
    if (bins == m_bins && span == m_span)
        return;
    m_bins = std::move(bins);
    m_span = span;
    m_sums = deliveriesOf(m_bins);
    double greatest = 0;
    for (const LatencyBin &bin : m_bins) {
        for (std::size_t p = 0; p < ProtocolCount; ++p)
            greatest = std::max(greatest, double(bin.deliveries[p]) / double(std::max<quint64>(1, m_sums[p])));
    }
    m_top = *std::find_if(std::begin(Tops), std::end(Tops) - 1, [greatest](double top) { return greatest <= top; });
    update();
}

void LatencyChart::setCursor(std::optional<std::chrono::microseconds> upTo)
{
    if (upTo == m_cursor)
        return;
    m_cursor = upTo;
    update();
}

void LatencyChart::moveTo(std::optional<std::chrono::microseconds> upTo)
{
    if (upTo == m_cursor)
        return;
    setCursor(upTo);
    Q_EMIT cursorMoved(upTo);
}

std::optional<std::size_t> LatencyChart::binAtCursor() const
{
    const auto found = std::find_if(m_bins.cbegin(), m_bins.cend(), [this](const LatencyBin &b) { return b.upTo == m_cursor; });
    return found == m_bins.cend() ? std::nullopt : std::optional(std::size_t(found - m_bins.cbegin()));
}

QString LatencyChart::reading() const
{
    const auto at = binAtCursor();
    if (!at)
        return {};
    QString text = latencyBorderText(m_bins[*at].upTo);
    for (std::size_t p = 0; p < ProtocolCount; ++p)
        text += QStringLiteral("  ") + protocolShape(ClientProtocol(p)) + u' '
            + latencyShareText(m_bins[*at].deliveries[p], m_sums[p]);
    return text;
}

QFont LatencyChart::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.85);
    return small;
}

QRectF LatencyChart::plot() const
{
    const QFontMetricsF small(smallFont());
    const qreal left = small.horizontalAdvance(tr("%1 %").arg(100)) + 8;
    return QRectF(rect()).adjusted(left, QFontMetricsF(font()).height() + 6, -8, -small.height() - 4);
}

QRectF LatencyChart::slotOf(std::size_t bin) const
{
    const QRectF area = plot();
    const qreal width = area.width() / qreal(std::max<std::size_t>(1, m_bins.size()));
    return {area.left() + width * qreal(bin), area.top(), width, area.height()};
}

// Borders are written under the right end of their bin, as many as fit.
void LatencyChart::paintAxes(QPainter &painter) const
{
    const QRectF area = plot();
    const QFont small = smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    for (const double share : {0.0, 0.5, 1.0}) {
        const qreal y = area.bottom() - area.height() * share;
        painter.setPen(Theme::gridLine());
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(Theme::color(Theme::Role::Muted));
        const qreal line = std::clamp(y - metrics.height() / 2, 0.0, area.bottom() - metrics.height() / 2);
        painter.drawText(QRectF(0, line, area.left() - 4, metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(qRound(share * m_top * 100)));
    }
    qreal free = area.left() - metrics.averageCharWidth();
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
        const QString text = durationText(m_bins[bin].upTo);
        const qreal width = metrics.horizontalAdvance(text), right = slotOf(bin).right();
        const qreal left = std::min(right - width / 2, qreal(this->width()) - width);
        painter.setPen(Theme::gridLine());
        painter.drawLine(QPointF(right, area.bottom()), QPointF(right, area.bottom() + 3));
        if (left < free)
            continue;
        free = left + width + metrics.averageCharWidth();
        painter.setPen(Theme::color(Theme::Role::Muted));
        painter.drawText(QPointF(left, area.bottom() + 3 + metrics.ascent()), text);
    }
}

void LatencyChart::paintBars(QPainter &painter) const
{
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
        const QRectF slot = slotOf(bin);
        const qreal width = slot.width() * 0.8 / qreal(ProtocolCount);
        for (std::size_t p = 0; p < ProtocolCount; ++p) {
            if (m_bins[bin].deliveries[p] == 0)
                continue;
            const double share = double(m_bins[bin].deliveries[p]) / double(m_sums[p]);
            const qreal height = std::max(1.0, slot.height() * share / m_top); // one of a million shows, too
            painter.fillRect(QRectF(slot.left() + slot.width() * 0.1 + width * qreal(p), slot.bottom() - height,
                                    std::max(1.0, width - 1), height),
                             Theme::color(ClientProtocol(p)));
        }
    }
    if (const auto at = binAtCursor()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(slotOf(*at));
    }
}

// What it is, or what is read at the cursor.
void LatencyChart::paintHeading(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const QString read = reading();
    QString text = read;
    if (read.isEmpty()) {
        text = tr("Latency histogram, %1").arg(m_span);
        if (metrics.horizontalAdvance(text) > width() - 8)
            text = tr("Latency histogram");
    }
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(4, 2, width() - 8, metrics.height()), Qt::AlignHCenter,
                     metrics.elidedText(text, Qt::ElideRight, width() - 8));
    if (!m_bins.empty())
        return;
    painter.setPen(Theme::color(Theme::Role::Muted));
    painter.drawText(plot(), Qt::AlignCenter | Qt::TextWordWrap, tr("Nothing delivered"));
}

void LatencyChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // a scale, in any language
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (plot().height() > fontMetrics().height() && plot().width() > 0) {
        paintAxes(painter);
        paintBars(painter);
    }
    paintHeading(painter);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LatencyChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    const qreal x = event->position().x();
    if (m_bins.empty() || x < area.left() || x >= area.right())
        return moveTo({});
    const auto bin = std::size_t((x - area.left()) / area.width() * qreal(m_bins.size()));
    moveTo(m_bins[std::min(bin, m_bins.size() - 1)].upTo);
}

void LatencyChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    moveTo({});
}

void LatencyChart::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left, right = event->key() == Qt::Key_Right;
    if (event->key() == Qt::Key_Escape) {
        moveTo({});
    } else if ((left || right) && !m_bins.empty()) {
        const std::size_t last = m_bins.size() - 1;
        const auto at = binAtCursor();
        const std::size_t to = !at ? (left ? last : 0) : left ? *at - std::min<std::size_t>(*at, 1) : std::min(*at + 1, last);
        moveTo(m_bins[to].upTo);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LatencyChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void LatencyChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace pushscope
