// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/retentionbar.h"

#include "ui/shell/theme.h"

#include <QPainter>

namespace pushscope {

RetentionBar::RetentionBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RetentionBar::setSpan(const Span &span)
{
    if (span == m_span)
        return;
    m_span = span;
    update();
}

QSize RetentionBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height()};
}

QSize RetentionBar::minimumSizeHint() const
{
    return {40, fontMetrics().height()};
}

// From the earlier of cursor and oldest, with a margin, to the head.
qreal RetentionBar::xOf(Seq seq) const
{
    const quint64 from = m_span.cursor.isNull() ? m_span.oldest.value : std::min(m_span.cursor.value, m_span.oldest.value);
    const quint64 to = std::max({m_span.head.value, m_span.cursor.value, from + 1});
    const qreal margin = width() * 0.04;
    const qreal share = qreal(seq.value - std::min(seq.value, from)) / qreal(to - from);
    return margin + share * (width() - 2 * margin);
}

void RetentionBar::paintEvent(QPaintEvent *)
{
    if (m_span.head.isNull() || m_span.oldest.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2.0;
    const qreal thick = height() / 3.0;
    const QRectF kept(xOf(m_span.oldest), middle - thick / 2, std::max(2.0, xOf(m_span.head) - xOf(m_span.oldest)), thick);
    painter.setPen(QPen(Theme::color(Theme::Role::Muted), 1, Qt::DashLine));
    painter.drawLine(QPointF(0, middle), QPointF(kept.left(), middle));
    painter.fillRect(kept, Theme::color(Theme::Role::Good));
    if (m_span.cursor.isNull())
        return;
    const bool fallen = m_span.cursor.next() < m_span.oldest;
    const qreal x = xOf(m_span.cursor);
    const QColor color = fallen ? Theme::color(Theme::Role::Lost) : palette().color(QPalette::Text);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{{x - 4, 0.0}, {x + 4, 0.0}, {x, middle}}); // a marker that points at its place
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
}

} // namespace pushscope
