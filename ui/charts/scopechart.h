// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScopeChart: one figure of all protocols over the last minutes, in the protocols' colours, with marks and a cursor. GUI thread.

#include "ui/charts/ratehistory.h"

#include <QChartView>

class QLineSeries;
class QValueAxis;

namespace pushscope {

class ScopeChart final : public QChartView
{
    Q_OBJECT
public:
    // One line per protocol and figure: the first is drawn solid, the second dashed, the third dotted.
    ScopeChart(const QString &title, const QString &unit, std::vector<Figure> figures, QWidget *parent = nullptr);

    void setWindow(std::chrono::seconds window);
    void showHistory(const RateHistory &history); // one replace() per line
    void setCursorAt(std::optional<double> secondsBefore);

Q_SIGNALS:
    void zoomed(int step); // by the wheel, plus or minus: -1 to a shorter span, +1 to a longer one
    void cursorMoved(std::optional<double> secondsBefore); // by mouse or keyboard; nothing: it has left

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line {
        QLineSeries *series;
        ClientProtocol protocol;
        Figure figure;
        Qt::PenStyle style;
    };
    void addLines(const std::vector<Figure> &figures);
    void applyTheme();
    void setTicks();
    void scaleTo(double greatest);
    [[nodiscard]] double xOf(double seconds) const; // in the scene

    std::vector<Line> m_lines;
    QValueAxis *m_time;
    QValueAxis *m_value;
    QString m_title;
    std::chrono::seconds m_window{60};
    std::vector<std::pair<double, bool>> m_marks; // seconds before now, whether a fault
    std::optional<double> m_cursor;
    double m_top = 0;
    double m_scale = 1; // what one of the value axis stands for
};

} // namespace pushscope
