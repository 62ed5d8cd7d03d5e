// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LatencyChart: the histogram of latencies: what part of each protocol's deliveries took how long, as bars beside each other on a
// logarithmic axis, with a cursor that reads a bin. LatencyModel says the same as a table. GUI thread.

#include "ui/charts/latencyhistory.h"

#include <QWidget>

namespace pushscope {

class LatencyChart final : public QWidget
{
    Q_OBJECT
public:
    explicit LatencyChart(QWidget *parent = nullptr);

    void setBins(std::vector<LatencyBin> bins, const QString &span); // `span` stands in the title: "last 5 min"
    [[nodiscard]] std::optional<std::chrono::microseconds> cursor() const noexcept { return m_cursor; }
    void setCursor(std::optional<std::chrono::microseconds> upTo); // the bin's border
    [[nodiscard]] QString reading() const; // of the bin at the cursor; empty: none

    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 70}; }

Q_SIGNALS:
    void cursorMoved(std::optional<std::chrono::microseconds> upTo); // by mouse or keyboard

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF slotOf(std::size_t bin) const; // from the axis to the top
    [[nodiscard]] std::optional<std::size_t> binAtCursor() const;
    void moveTo(std::optional<std::chrono::microseconds> upTo);
    void paintAxes(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintHeading(QPainter &painter) const;

    std::vector<LatencyBin> m_bins;
    std::array<quint64, ProtocolCount> m_sums{};
    double m_top = 1; // the greatest share, rounded up
    QString m_span;
    std::optional<std::chrono::microseconds> m_cursor;
};

} // namespace pushscope
