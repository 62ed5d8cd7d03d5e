// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/buschart.h"

#include "ui/models/celltext.h"
#include "ui/shell/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace pushscope {

namespace {

// The next of 1, 2, 5 times a power of ten.
double niceTop(double greatest, double least)
{
    const double value = std::max(greatest, least);
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

} // namespace

BusChart::BusChart(QWidget *parent)
    : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // time, in any language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BusChart::setWindow(std::chrono::seconds window)
{
    m_window = window;
    update();
}

void BusChart::setOutages(std::vector<BusOutage> outages)
{
    m_outages = std::move(outages);
    update();
}

void BusChart::showHistory(const BusHistory &history)
{
    m_history = &history;
    update();
}

QSize BusChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 14};
}

QSize BusChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 7};
}

double BusChart::topOf(const std::vector<Line> &lines) const
{
    double greatest = 0;
    for (const Line &line : lines)
        greatest = std::max(greatest, m_history->greatest(line.figure, m_window));
    return greatest;
}

BusChart::Plot BusChart::rates() const
{
    std::vector<Line> lines{
        {&BusSample::in, Theme::color(Theme::Role::Accent), Qt::SolidLine, tr("─ messages/s in")},
        {&BusSample::out, Theme::color(Theme::Role::Warning), Qt::DashLine, tr("┄ out")},
    };
    const double line = fontMetrics().height();
    const double left = fontMetrics().horizontalAdvance(QStringLiteral("100,000 ")) + 4;
    const QRectF area(left, line * 1.4, width() - left - line / 2, (height() - line * 4.4) * 0.58);
    return {area, niceTop(topOf(lines), 10), {}, lines};
}

BusChart::Plot BusChart::times() const
{
    std::vector<Line> lines{
        {&BusSample::ping, Theme::color(Theme::Role::Good), Qt::SolidLine, tr("─ ping, ms")},
        {&BusSample::script, Theme::color(Theme::Role::Lost), Qt::DashLine, tr("┄ script, ms")},
    };
    QRectF area = rates().area;
    const double line = fontMetrics().height();
    area.setTop(area.bottom() + line * 1.6);
    area.setBottom(height() - line * 1.4);
    return {area, niceTop(topOf(lines), 1), tr("ms"), lines};
}

qreal BusChart::xOf(const QRectF &area, double secondsBefore) const
{
    return area.right() - area.width() * secondsBefore / double(m_window.count());
}

void BusChart::paintOutages(QPainter &painter, const QRectF &area) const
{
    const WallTime now = m_history->last()->at;
    for (const BusOutage &outage : m_outages) {
        const auto before = [&](WallTime time) { return std::chrono::duration<double>(now - time).count(); };
        const double to = outage.until == WallTime() ? 0 : std::max(0.0, before(outage.until));
        if (to > double(m_window.count()))
            continue;
        const qreal from = std::max(area.left(), xOf(area, before(outage.from)));
        // However short, it can be seen.
        const QRectF band(from, area.top(), std::max(2.0, xOf(area, to) - from), area.height());
        QColor color = Theme::color(Theme::Role::Fault);
        painter.fillRect(band, QBrush(color, Qt::BDiagPattern));
        color.setAlphaF(0.12F);
        painter.fillRect(band, color);
    }
}

void BusChart::paintAxes(QPainter &painter, const Plot &plot, bool withTime) const
{
    const QFontMetricsF metrics(font());
    painter.setPen(Theme::gridLine());
    painter.drawRect(plot.area);
    painter.drawLine(QPointF(plot.area.left(), plot.area.center().y()), QPointF(plot.area.right(), plot.area.center().y()));
    for (int step = 0; step <= 4; ++step) {
        const double seconds = double(m_window.count()) * step / 4;
        const qreal x = xOf(plot.area, seconds);
        painter.setPen(Theme::gridLine());
        painter.drawLine(QPointF(x, plot.area.top()), QPointF(x, plot.area.bottom()));
        if (!withTime)
            continue;
        painter.setPen(Theme::color(Theme::Role::Muted));
        const QString text
            = step == 0 ? tr("now") : tr("−%1").arg(durationText(std::chrono::milliseconds(qint64(seconds * 1000))));
        const qreal wide = metrics.horizontalAdvance(text);
        painter.drawText(QPointF(std::min(x - wide / 2, width() - wide), plot.area.bottom() + metrics.height()), text);
    }
    painter.setPen(Theme::color(Theme::Role::Muted));
    const QRectF top(0, plot.area.top() - metrics.height() / 4, plot.area.left() - 4, metrics.height());
    painter.drawText(top, Qt::AlignRight, rateText(plot.top));
    painter.drawText(top.translated(0, plot.area.height() - metrics.height() / 2), Qt::AlignRight, QStringLiteral("0"));
}

void BusChart::paintLines(QPainter &painter, const Plot &plot) const
{
    const RingBuffer<BusSample> &samples = m_history->samples();
    const TimePoint now = m_history->last()->mono;
    painter.setBrush(Qt::NoBrush);
    for (const Line &line : plot.lines) {
        QPainterPath path;
        for (std::size_t i = m_history->firstWithin(m_window); i < samples.size(); ++i) {
            const BusSample &sample = samples.at(i);
            const QPointF at(xOf(plot.area, std::chrono::duration<double>(now - sample.mono).count()),
                             plot.area.bottom() - plot.area.height() * sample.*line.figure / plot.top);
            if (path.elementCount() == 0)
                path.moveTo(at);
            else
                path.lineTo(at);
        }
        painter.setPen(QPen(line.color, 1.5, line.style));
        painter.drawPath(path);
    }
}

void BusChart::paintLegend(QPainter &painter, const Plot &plot) const
{
    const QFontMetricsF metrics(font());
    qreal x = plot.area.left();
    const auto write = [&](const QString &text, const QColor &color) {
        painter.setPen(color);
        painter.drawText(QPointF(x, plot.area.top() - metrics.descent() - 1), text);
        x += metrics.horizontalAdvance(text) + metrics.averageCharWidth() * 3;
    };
    for (const Line &line : plot.lines)
        write(line.name, line.color);
    if (plot.unit.isEmpty())
        write(tr("▨ outage"), Theme::color(Theme::Role::Fault));
}

void BusChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection()); // a painter has the application's
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!m_history || !m_history->last() || height() < fontMetrics().height() * 7)
        return;
    for (const bool lower : {false, true}) {
        const Plot plot = lower ? times() : rates();
        paintOutages(painter, plot.area);
        paintAxes(painter, plot, lower);
        paintLines(painter, plot);
        paintLegend(painter, plot);
    }
}

} // namespace pushscope
