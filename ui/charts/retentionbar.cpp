// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/retentionbar.h"

#include "ui/shell/theme.h"

#include <QPainter>

namespace pushscope {

RetentionBar::RetentionBar(QWidget *parent)
    : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // ids, in any language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RetentionBar::setSpan(Span span)
{
    if (span == m_span)
        return;
    m_span = std::move(span);
    update();
}

QSize RetentionBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 3 / 2};
}

QSize RetentionBar::minimumSizeHint() const
{
    return {40, sizeHint().height()};
}

// From the earliest that stands here, but at most a third of the width for what the store has forgotten.
quint64 RetentionBar::leftmost() const
{
    quint64 first = m_span.oldest.value;
    if (!m_span.cursor.isNull())
        first = std::min(first, m_span.cursor.value);
    for (const Seq seq : m_span.away)
        first = std::min(first, seq.value);
    const quint64 kept = std::max<quint64>(2, m_span.head.value - std::min(m_span.head.value, m_span.oldest.value));
    return std::max(first, m_span.oldest.value - std::min(m_span.oldest.value, kept / 2));
}

qreal RetentionBar::xOf(Seq seq) const
{
    const quint64 from = leftmost();
    const quint64 to = std::max({m_span.head.value, m_span.cursor.value, from + 1});
    const qreal margin = width() * 0.04;
    const qreal share = qreal(seq.value - std::min(seq.value, from)) / qreal(to - from);
    return margin + share * (width() - 2 * margin);
}

// A marker that points at its place, and a line through it.
void RetentionBar::paintMarker(QPainter &painter, Seq seq, bool fallen, bool fromAbove) const
{
    const QColor color = fallen ? Theme::color(Theme::Role::Lost)
        : fromAbove             ? palette().color(QPalette::Text)
                                : Theme::color(Theme::Role::Warning);
    const qreal x = xOf(seq), wide = height() / 6.0, tip = height() / 2.0;
    const qreal base = fromAbove ? 0 : height();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{{x - wide, base}, {x + wide, base}, {x, tip}});
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
}

void RetentionBar::paintEvent(QPaintEvent *)
{
    if (m_span.head.isNull() || m_span.oldest.isNull())
        return;
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection()); // a painter has the application's
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2.0;
    const qreal thick = height() / 3.0;
    const QRectF kept(xOf(m_span.oldest), middle - thick / 2, std::max(2.0, xOf(m_span.head) - xOf(m_span.oldest)), thick);
    painter.setPen(QPen(Theme::color(Theme::Role::Muted), 1, Qt::DashLine));
    painter.drawLine(QPointF(0, middle), QPointF(kept.left(), middle));
    painter.fillRect(kept, Theme::color(Theme::Role::Good));
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    for (const Seq seq : m_span.there)
        painter.drawLine(QPointF(xOf(seq), kept.top()), QPointF(xOf(seq), kept.bottom()));
    for (const Seq seq : m_span.away)
        paintMarker(painter, seq, seq < m_span.oldest, false);
    if (!m_span.cursor.isNull())
        paintMarker(painter, m_span.cursor, m_span.cursor.next() < m_span.oldest, true);
}

} // namespace pushscope
