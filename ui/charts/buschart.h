// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BusChart: messages a second in and out, and below them the times of ping and script, on one time axis on which outages are
// hatched. The same figures stand in tables beside it. GUI thread.

#include "ui/charts/bushistory.h"

#include <QWidget>

namespace pushscope {

class BusChart final : public QWidget
{
    Q_OBJECT
public:
    explicit BusChart(QWidget *parent = nullptr);

    void setWindow(std::chrono::seconds window);
    void setOutages(std::vector<BusOutage> outages);
    void showHistory(const BusHistory &history); // borrowed, and read while it paints

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        double BusSample::*figure;
        QColor color;
        Qt::PenStyle style;
        QString name;
    };
    struct Plot {
        QRectF area;
        double top; // of the axis
        QString unit;
        std::vector<Line> lines;
    };
    [[nodiscard]] Plot rates() const;
    [[nodiscard]] Plot times() const;
    [[nodiscard]] double topOf(const std::vector<Line> &lines) const;
    [[nodiscard]] qreal xOf(const QRectF &area, double secondsBefore) const;
    void paintOutages(QPainter &painter, const QRectF &area) const;
    void paintAxes(QPainter &painter, const Plot &plot, bool withTime) const;
    void paintLines(QPainter &painter, const Plot &plot) const;
    void paintLegend(QPainter &painter, const Plot &plot) const;

    const BusHistory *m_history = nullptr;
    std::vector<BusOutage> m_outages;
    std::chrono::seconds m_window{60};
};

} // namespace pushscope
