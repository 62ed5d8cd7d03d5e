// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ComparisonChart: one figure of two sessions over the same time, the first solid, the second dashed. The same figures stand in a
// table beside it. GUI thread.

#include <QWidget>
#include <vector>

namespace pushscope {

class ComparisonChart final : public QWidget
{
    Q_OBJECT
public:
    // `title`: the figure and its unit.
    explicit ComparisonChart(const QString &title, QWidget *parent = nullptr);

    void setNames(const QString &a, const QString &b);
    // Values at the ends of steps of as many seconds.
    void setCourses(std::vector<double> a, std::vector<double> b, double stepSeconds);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    void paintAxes(QPainter &painter) const;
    void paintLine(QPainter &painter, const std::vector<double> &course, const QPen &pen) const;
    void paintLegend(QPainter &painter) const;
    [[nodiscard]] static QPen penOf(bool second);

    const QString m_title;
    QString m_names[2];
    std::vector<double> m_a, m_b;
    double m_step = 1, m_top = 1;
    std::size_t m_steps = 1;
};

} // namespace pushscope
