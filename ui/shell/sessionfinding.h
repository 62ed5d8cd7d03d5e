// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionFinding: the search through all of a recorded session, in its window: a hit's time is shown, and the panes that have its
// row go to it. A child of the window; the rest is borrowed. GUI thread.

#include "ui/feed/sessionsearch.h"

#include <QObject>

namespace pushscope {

class FindBar;
class MainWindow;
class SessionPlayer;
class TimeSlider;

class SessionFinding : public QObject
{
    Q_OBJECT
public:
    // Adds the bar above the slider's.
    SessionFinding(MainWindow &window, SessionPlayer &player, TimeSlider &slider);

    [[nodiscard]] FindBar &bar() noexcept { return *m_bar; }
    [[nodiscard]] SessionSearch &search() noexcept { return *m_search; }

private:
    void goTo(const SearchHit &hit);
    void selectRow();

    MainWindow &m_window;
    SessionPlayer &m_player;
    TimeSlider &m_slider;
    SessionSearch *m_search;
    FindBar *m_bar;
    quint64 m_wantedRef = 0; // of the journal; selected once a pane has it
};

} // namespace pushscope
