// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StormChart: how clients come back: attempts per 100 ms as bars, connected and caught-up clients as lines over the same time.
// The same figures stand in a table beside it. GUI thread.

#include "ui/models/stormsmodel.h"

#include <QWidget>

namespace pushscope {

class StormChart final : public QWidget
{
    Q_OBJECT
public:
    explicit StormChart(QWidget *parent = nullptr);

    void setSteps(std::vector<StormStepRow> steps);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] qreal xOf(std::size_t step) const; // its left side
    void paintAxes(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintLine(QPainter &painter, quint32 StormStepRow::*figure, const QColor &color, Qt::PenStyle style) const;
    void paintLegend(QPainter &painter) const;

    std::vector<StormStepRow> m_steps;
    quint32 m_mostAttempts = 1, m_mostClients = 1;
};

} // namespace pushscope
