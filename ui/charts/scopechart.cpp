// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/scopechart.h"

#include "ui/shell/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>
#include <QWheelEvent>
#include <cmath>

namespace pushscope {

namespace {

constexpr int MostPoints = 480; // per line: more than there are pixels to tell apart

// 1, 2 or 5 times a power of ten, not below the value.
double niceAbove(double value)
{
    if (value <= 0)
        return 1;
    const double decade = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (value <= factor * decade)
            return factor * decade;
    }
    return 10 * decade;
}

} // namespace

ScopeChart::ScopeChart(const QString &title, const QString &unit, std::vector<Figure> figures, QWidget *parent)
    : QChartView(parent)
    , m_time(new QValueAxis)
    , m_value(new QValueAxis)
    , m_title(title)
{
    setAccessibleName(title);
    setAccessibleDescription(tr("The table beside the charts says the same figures"));
    viewport()->setAccessibleName(title); // a screen reader stops at it
    setLayoutDirection(Qt::LeftToRight); // time, in any language
    setFrameShape(NoFrame);
    setMinimumSize(110, 70);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(FullViewportUpdate); // marks stand in front of the scene, which only knows of its lines
    QChart *const plot = chart();
    plot->setAnimationOptions(QChart::NoAnimation);
    plot->legend()->hide();
    plot->setMargins({2, 2, 6, 2});
    plot->setBackgroundRoundness(0);
    plot->layout()->setContentsMargins(0, 0, 0, 0);
    plot->setLocalizeNumbers(true);
    plot->setTitle(unit.isEmpty() ? title : tr("%1, %2").arg(title, unit));
    plot->addAxis(m_time, Qt::AlignBottom);
    plot->addAxis(m_value, Qt::AlignLeft);
    m_value->setMin(0);
    m_value->setTickCount(3);
    addLines(figures);
    setWindow(m_window);
    scaleTo(1);
    applyTheme();
}

void ScopeChart::addLines(const std::vector<Figure> &figures)
{
    static constexpr Qt::PenStyle Styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    for (std::size_t f = 0; f < figures.size(); ++f) {
        for (std::size_t p = 0; p < ProtocolCount; ++p) {
            auto *series = new QLineSeries;
            chart()->addSeries(series);
            series->attachAxis(m_time);
            series->attachAxis(m_value);
            m_lines.push_back({series, ClientProtocol(p), figures[f], Styles[f % std::size(Styles)]});
        }
    }
}

void ScopeChart::applyTheme()
{
    QChart *const plot = chart();
    const QColor text = palette().color(QPalette::Text);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.85);
    plot->setBackgroundBrush(palette().base());
    plot->setTitleBrush(text);
    plot->setTitleFont(font());
    for (QValueAxis *axis : {m_time, m_value}) {
        axis->setLabelsFont(small);
        axis->setLabelsColor(Theme::color(Theme::Role::Muted));
        axis->setGridLineColor(Theme::gridLine());
        axis->setLinePenColor(Theme::gridLine());
    }
    for (const Line &line : m_lines)
        line.series->setPen(QPen(Theme::color(line.protocol), line.style == Qt::SolidLine ? 1.6 : 1.2, line.style));
}

void ScopeChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

void ScopeChart::setWindow(std::chrono::seconds window)
{
    m_window = window;
    const bool minutes = window > std::chrono::minutes(2);
    m_time->setRange(-double(window.count()) / (minutes ? 60 : 1), 0);
    setTicks();
    m_time->setLabelFormat(minutes ? tr("%.0f min") : tr("%.0f s"));
}

// Labels that would not fit are left out rather than cut.
void ScopeChart::setTicks()
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * 36;
    m_time->setTickCount(narrow ? 2 : m_window == std::chrono::minutes(5) ? 6 : 4);
}

void ScopeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    setTicks();
}

void ScopeChart::scaleTo(double greatest)
{
    const double top = niceAbove(greatest);
    if (top == m_top)
        return;
    m_top = top;
    // Beside a small chart there is no room for seven digits.
    m_scale = top >= 1e9 ? 1e9 : top >= 1e6 ? 1e6 : 1;
    const QString prefix = m_scale >= 1e9 ? QStringLiteral(" G") : m_scale >= 1e6 ? QStringLiteral(" M") : QString();
    const double shown = top / m_scale;
    m_value->setMax(shown);
    m_value->setLabelFormat((shown >= 20 ? QStringLiteral("%.0f") : QStringLiteral("%.3g")) + prefix);
}

void ScopeChart::showHistory(const RateHistory &history)
{
    const double unit = m_window > std::chrono::minutes(2) ? 60 : 1;
    double greatest = 0;
    std::vector<QList<QPointF>> courses;
    for (const Line &line : m_lines) {
        courses.push_back(history.points(line.protocol, line.figure, m_window, MostPoints));
        for (const QPointF &point : std::as_const(courses.back()))
            greatest = std::max(greatest, point.y());
    }
    scaleTo(greatest);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        for (QPointF &point : courses[i])
            point = {point.x() / unit, point.y() / m_scale};
        m_lines[i].series->replace(courses[i]);
    }
    m_marks.clear();
    if (history.isEmpty())
        return;
    const WallTime now = history.samples().at(history.samples().size() - 1).at;
    for (const ChartMark &mark : history.marks())
        m_marks.emplace_back(std::chrono::duration<double>(now - mark.at).count(), mark.fault);
}

double ScopeChart::xOf(double seconds) const
{
    const QRectF area = chart()->plotArea();
    return area.right() - seconds / double(m_window.count()) * area.width();
}

void ScopeChart::setCursorAt(std::optional<double> secondsBefore)
{
    if (secondsBefore == m_cursor)
        return;
    m_cursor = secondsBefore;
    viewport()->update();
}

void ScopeChart::drawForeground(QPainter *painter, const QRectF &)
{
    const QRectF area = chart()->plotArea();
    for (const auto &[seconds, fault] : m_marks) {
        if (seconds > double(m_window.count()) || seconds < 0)
            continue;
        const double x = xOf(seconds);
        const QColor color = Theme::color(fault ? Theme::Role::Fault : Theme::Role::Accent);
        painter->setPen(QPen(color, 1, fault ? Qt::DashDotLine : Qt::SolidLine));
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPolygon(QPolygonF{{x, area.bottom()}, {x - 4, area.bottom() + 6}, {x + 4, area.bottom() + 6}});
    }
    if (m_cursor && *m_cursor <= double(m_window.count())) {
        painter->setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter->drawLine(QPointF(xOf(*m_cursor), area.top()), QPointF(xOf(*m_cursor), area.bottom()));
    }
}

void ScopeChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const QRectF area = chart()->plotArea();
    const QPointF at = mapToScene(event->pos());
    if (area.width() <= 0 || at.x() < area.left() || at.x() > area.right())
        Q_EMIT cursorMoved({});
    else
        Q_EMIT cursorMoved((area.right() - at.x()) / area.width() * double(m_window.count()));
}

void ScopeChart::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        Q_EMIT zoomed(event->angleDelta().y() > 0 ? -1 : +1);
    event->accept();
}

void ScopeChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT cursorMoved({});
}

void ScopeChart::keyPressEvent(QKeyEvent *event)
{
    const double step = double(m_window.count()) / 60;
    if (event->key() == Qt::Key_Left)
        Q_EMIT cursorMoved(std::min(m_cursor.value_or(0) + step, double(m_window.count())));
    else if (event->key() == Qt::Key_Right)
        Q_EMIT cursorMoved(std::max(m_cursor.value_or(0) - step, 0.0));
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT cursorMoved({});
    else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus)
        Q_EMIT zoomed(event->key() == Qt::Key_Plus ? -1 : +1);
    else
        QChartView::keyPressEvent(event);
}

} // namespace pushscope
