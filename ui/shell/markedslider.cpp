// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/markedslider.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace pushscope {

MarkedSlider::MarkedSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
}

void MarkedSlider::setMarks(std::vector<int> values)
{
    m_marks = std::move(values);
    update();
}

void MarkedSlider::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    QStyleOptionSlider option;
    initStyleOption(&option);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    const int thickness = std::max(2, fontMetrics().height() / 8);
    const QColor colour = Theme::color(Theme::Role::Accent);
    int before = -1;
    for (const int value : m_marks) {
        const int x
            = handle / 2 + QStyle::sliderPositionFromValue(minimum(), maximum(), value, width() - handle, option.upsideDown);
        if (std::exchange(before, x) != x) // thousands may share a place
            painter.fillRect(x - thickness / 2, 0, thickness, height(), colour);
    }
    painter.end();
    QSlider::paintEvent(event); // its handle is above them
}

} // namespace pushscope
