// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionNoting: marks and comments in the window of a recorded session: the commands, their dialogs, the slider's ticks, and the
// panes, which see a comment as a mark. A child of the window; the rest is borrowed. GUI thread.

#include "session/sessionnotes.h"

#include <QObject>
#include <QPointer>

namespace pushscope {

class MainWindow;
class MarksDialog;
class SessionMarks;
class TimeSlider;

class SessionNoting : public QObject
{
    Q_OBJECT
public:
    // `path`: the session file; `isOwn`: it is the user's session, and no import.
    SessionNoting(MainWindow &window, TimeSlider &slider, const QString &path, bool isOwn);

    [[nodiscard]] SessionMarks &marks() noexcept { return *m_marks; }
    [[nodiscard]] MarksDialog *dialog() const noexcept; // null: not open
    void ask(); // for a comment
    void showAll(); // in a table
    void step(int by); // the mark before or after the time shown

private:
    void setupActions();
    void showMarks();
    void offerBack(const SessionNote &gone);

    MainWindow &m_window;
    TimeSlider &m_slider;
    SessionMarks *m_marks;
    QPointer<MarksDialog> m_dialog;
};

} // namespace pushscope
