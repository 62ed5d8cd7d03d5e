// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/comparisonchart.h"

#include "ui/shell/theme.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace pushscope {

namespace {

// 1, 2 or 5 times a power of ten, not less than the value.
double niceTop(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (value <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

QString shortText(double value)
{
    return QLocale().toString(value, 'g', 4);
}

} // namespace

ComparisonChart::ComparisonChart(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
{
    setLayoutDirection(Qt::LeftToRight); // time, in any language
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ComparisonChart::setNames(const QString &a, const QString &b)
{
    m_names[0] = a;
    m_names[1] = b;
    update();
}

void ComparisonChart::setCourses(std::vector<double> a, std::vector<double> b, double stepSeconds)
{
    m_a = std::move(a);
    m_b = std::move(b);
    m_step = stepSeconds;
    m_steps = std::max<std::size_t>(1, std::max(m_a.size(), m_b.size()));
    double most = 0;
    for (const auto *course : {&m_a, &m_b}) {
        for (const double value : *course)
            most = std::max(most, value);
    }
    m_top = niceTop(most);
    update();
}

QSize ComparisonChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 10};
}

QSize ComparisonChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 6};
}

QPen ComparisonChart::penOf(bool second)
{
    return second ? QPen(Theme::color(Theme::Role::WebSocket), 1.6, Qt::DashLine) : QPen(Theme::color(Theme::Role::Sse), 1.6);
}

QRectF ComparisonChart::plot() const
{
    const QFontMetricsF metrics(font());
    qreal left = 0; // half of it may be longer: 1, 0.5
    for (const double value : {m_top, m_top / 2})
        left = std::max(left, metrics.horizontalAdvance(shortText(value)));
    left += metrics.averageCharWidth() * 2;
    return QRectF(rect()).adjusted(left, metrics.height() * 1.6, -metrics.averageCharWidth() * 2, -metrics.height() * 1.5);
}

void ComparisonChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection()); // a painter has the application's
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    paintLine(painter, m_a, penOf(false));
    paintLine(painter, m_b, penOf(true));
    paintLegend(painter);
}

void ComparisonChart::paintAxes(QPainter &painter) const
{
    const QRectF area = plot();
    const QFontMetricsF metrics(font());
    painter.fillRect(area, palette().base());
    for (int line = 0; line <= 4; ++line) {
        const qreal y = area.bottom() - area.height() * line / 4;
        painter.setPen(Theme::gridLine());
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        if (line % 2 == 1)
            continue;
        painter.setPen(Theme::color(Theme::Role::Muted));
        painter.drawText(QRectF(0, y - metrics.height() / 2, area.left() - metrics.averageCharWidth(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shortText(m_top * line / 4));
    }
    for (int part = 0; part <= 4; ++part) {
        const qreal x = area.left() + area.width() * part / 4;
        const QRectF box(x - area.width() / 8, area.bottom(), area.width() / 4, metrics.height() * 1.4);
        painter.setPen(Theme::gridLine());
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(Theme::color(Theme::Role::Muted));
        const Qt::Alignment side = part == 4 ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(part == 4 ? box.translated(-box.width() / 2, 0) : box, int(side | Qt::AlignVCenter),
                         tr("%1 s").arg(shortText(double(m_steps) * m_step * part / 4)));
    }
}

void ComparisonChart::paintLine(QPainter &painter, const std::vector<double> &course, const QPen &pen) const
{
    const QRectF area = plot();
    QPolygonF line;
    for (std::size_t i = 0; i < course.size(); ++i)
        line.append(
            {area.left() + area.width() * qreal(i + 1) / qreal(m_steps), area.bottom() - area.height() * course[i] / m_top});
    painter.setPen(pen);
    painter.drawPolyline(line);
}

void ComparisonChart::paintLegend(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const qreal middle = metrics.height() * 0.8, dash = metrics.averageCharWidth() * 4;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(plot().left(), 0, width(), metrics.height() * 1.6), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    qreal x = plot().right();
    for (const bool second : {true, false}) {
        const QString name = metrics.elidedText(m_names[second ? 1 : 0], Qt::ElideMiddle, plot().width() / 4);
        x -= metrics.horizontalAdvance(name) + metrics.averageCharWidth();
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x, middle + metrics.ascent() / 2), name);
        x -= dash + metrics.averageCharWidth();
        painter.setPen(penOf(second));
        painter.drawLine(QPointF(x, middle), QPointF(x + dash, middle));
        x -= metrics.averageCharWidth() * 2;
    }
}

} // namespace pushscope
