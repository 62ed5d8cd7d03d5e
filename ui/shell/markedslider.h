// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MarkedSlider: a slider that shows where marks are. GUI thread.

#include <QSlider>
#include <vector>

namespace pushscope {

class MarkedSlider final : public QSlider
{
    Q_OBJECT
public:
    explicit MarkedSlider(QWidget *parent = nullptr);

    void setMarks(std::vector<int> values); // in its range
    [[nodiscard]] const std::vector<int> &marks() const noexcept { return m_marks; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<int> m_marks;
};

} // namespace pushscope
