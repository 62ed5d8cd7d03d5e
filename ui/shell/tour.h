// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tour: a few sentences about each part of the window, one after the other, beside the part they are about; ended at any time.
// A child of the window that deletes itself at its end. GUI thread.

#include <QFrame>

class QLabel;
class QPushButton;

namespace pushscope {

class DockArea;

class Tour final : public QFrame
{
    Q_OBJECT
public:
    Tour(DockArea &docks, QWidget *window);

    [[nodiscard]] int step() const noexcept { return m_step; }
    [[nodiscard]] static int stepCount();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go(int step);
    void place();

    DockArea &m_docks;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_back;
    QPushButton *m_next;
    int m_step = 0;
};

} // namespace pushscope
