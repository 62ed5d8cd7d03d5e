// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stormchart.h"

#include "ui/models/celltext.h"
#include "ui/shell/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace pushscope {

namespace {

constexpr std::size_t LeastSteps = 10; // so that the first second doesn't jump

// 1, 2 or 5 times a power of ten, so that there are at most six of them.
qint64 niceStep(qint64 whole)
{
    qint64 step = 1;
    for (int i = 0; whole / step > 6; ++i)
        step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    return step;
}

QColor attemptsColor()
{
    return Theme::color(Theme::Role::Accent);
}

} // namespace

StormChart::StormChart(QWidget *parent)
    : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // time, in any language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void StormChart::setSteps(std::vector<StormStepRow> steps)
{
    if (steps == m_steps)
        return;
    m_steps = std::move(steps);
    m_mostAttempts = m_mostClients = 1;
    for (const StormStepRow &step : m_steps) {
        m_mostAttempts = std::max(m_mostAttempts, step.attempts);
        m_mostClients = std::max({m_mostClients, step.connected, step.caughtUp});
    }
    update();
}

QSize StormChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 10};
}

QSize StormChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 5};
}

QRectF StormChart::plot() const
{
    const QFontMetricsF metrics(font());
    const qreal left = metrics.horizontalAdvance(numberText(m_mostAttempts)) + 10;
    const qreal right = metrics.horizontalAdvance(numberText(m_mostClients)) + 10;
    return QRectF(rect()).adjusted(left, metrics.height() * 1.5, -right, -metrics.height() * 1.4);
}

qreal StormChart::xOf(std::size_t step) const
{
    const QRectF area = plot();
    return area.left() + area.width() * qreal(step) / qreal(std::max(LeastSteps, m_steps.size()));
}

void StormChart::paintAxes(QPainter &painter) const
{
    const QRectF area = plot();
    const QFontMetricsF metrics(font());
    const auto seconds = qint64(std::max(LeastSteps, m_steps.size())) / 10;
    painter.setPen(Theme::gridLine());
    painter.drawRect(area);
    for (qint64 s = 0; s <= seconds; s += niceStep(seconds)) {
        const qreal x = xOf(std::size_t(s) * 10);
        painter.setPen(Theme::gridLine());
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(Theme::color(Theme::Role::Muted));
        const QString text = tr("%1 s").arg(s);
        painter.drawText(QPointF(x - metrics.horizontalAdvance(text) / 2, area.bottom() + metrics.height()), text);
    }
    painter.setPen(attemptsColor());
    painter.drawText(QRectF(0, area.top(), area.left() - 4, metrics.height()), Qt::AlignRight, numberText(m_mostAttempts));
    painter.setPen(Theme::color(Theme::Role::Good));
    painter.drawText(QRectF(area.right() + 4, area.top(), width() - area.right() - 4, metrics.height()), Qt::AlignLeft,
                     numberText(m_mostClients));
    painter.setPen(Theme::color(Theme::Role::Muted));
    for (const QRectF &zero :
         {QRectF(0, area.bottom() - metrics.height(), area.left() - 4, metrics.height()),
          QRectF(area.right() + 4, area.bottom() - metrics.height(), metrics.averageCharWidth() * 2, metrics.height())})
        painter.drawText(zero, zero.left() == 0 ? Qt::AlignRight : Qt::AlignLeft, QStringLiteral("0"));
}

void StormChart::paintBars(QPainter &painter) const
{
    const QRectF area = plot();
    QColor color = attemptsColor();
    color.setAlphaF(0.55F);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const qreal height = area.height() * qreal(m_steps[i].attempts) / qreal(m_mostAttempts);
        const qreal x = xOf(i);
        painter.fillRect(QRectF(x, area.bottom() - height, std::max(1.0, xOf(i + 1) - x - 1), height), color);
    }
}

void StormChart::paintLine(QPainter &painter, quint32 StormStepRow::*figure, const QColor &color, Qt::PenStyle style) const
{
    const QRectF area = plot();
    const auto yOf = [&](quint32 value) { return area.bottom() - area.height() * qreal(value) / qreal(m_mostClients); };
    QPainterPath path(QPointF(xOf(0), yOf(m_steps.front().*figure)));
    for (std::size_t i = 0; i < m_steps.size(); ++i) { // it holds over the whole step
        path.lineTo(xOf(i), yOf(m_steps[i].*figure));
        path.lineTo(xOf(i + 1), yOf(m_steps[i].*figure));
    }
    painter.setPen(QPen(color, 2, style));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void StormChart::paintLegend(QPainter &painter) const
{
    const std::pair<QString, QColor> entries[] = {
        {tr("▮ attempts per 100 ms"), attemptsColor()},
        {tr("─ connected"), Theme::color(Theme::Role::Good)},
        {tr("┄ caught up"), Theme::color(Theme::Role::Warning)},
    };
    const QFontMetricsF metrics(font());
    qreal x = plot().left();
    for (const auto &[text, color] : entries) {
        painter.setPen(color);
        painter.drawText(QPointF(x, metrics.ascent() + 2), text);
        x += metrics.horizontalAdvance(text) + metrics.averageCharWidth() * 3;
    }
}

void StormChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection()); // a painter has the application's
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_steps.empty() || plot().height() < fontMetrics().height())
        return;
    paintAxes(painter);
    paintBars(painter);
    paintLine(painter, &StormStepRow::connected, Theme::color(Theme::Role::Good), Qt::SolidLine);
    paintLine(painter, &StormStepRow::caughtUp, Theme::color(Theme::Role::Warning), Qt::DashLine);
    paintLegend(painter);
}

} // namespace pushscope
