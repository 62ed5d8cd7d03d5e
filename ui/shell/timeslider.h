// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimeSlider: the bar below a recorded session by which the whole window shows another time of it. GUI thread.

#include "base/clock.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QToolBar>

class QComboBox;
class QLabel;

namespace pushscope {

class MarkedSlider;

class TimeSlider : public QToolBar
{
    Q_OBJECT
public:
    explicit TimeSlider(QWidget *parent = nullptr);

    // Of the session, in ns since the hub's start; `wallStart`: what the clock said then.
    void setSpan(qint64 beginNs, qint64 endNs, WallTime wallStart);
    [[nodiscard]] qint64 time() const noexcept { return m_time; }
    void setTime(qint64 ns); // shown, and told
    void setMarks(std::vector<qint64> ns); // shown on it
    // Lets the time go on by itself, at the speed that is chosen, to the end.
    void setRunning(bool running);
    [[nodiscard]] QAction *runAction() const noexcept { return m_run; }
    [[nodiscard]] bool isRunning() const noexcept { return m_timer.isActive(); }

Q_SIGNALS:
    void timeChanged(qint64 ns);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] double speed() const;
    [[nodiscard]] int valueAt(qint64 ns) const; // of the slider
    void onMoved(int value);
    void showTime();
    void showMarks();

    MarkedSlider *m_slider;
    QLabel *m_label;
    QAction *m_run;
    QComboBox *m_speed;
    QBasicTimer m_timer;
    QElapsedTimer m_elapsed; // since the last step
    qint64 m_begin = 0, m_end = 0, m_time = 0;
    WallTime m_wallStart{};
    std::vector<qint64> m_marks;
};

} // namespace pushscope
