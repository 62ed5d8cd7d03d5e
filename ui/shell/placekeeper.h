// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaceKeeper: writes the window's place, the arrangement of its panes and what is within them into the settings when they have
// changed and then rested for a moment, so that a program that is killed comes back as it was. GUI thread.

#include <QObject>
#include <QTimer>

class QWidget;

namespace pushscope {

class DockArea;
class PaneStates;
class Settings;

class PlaceKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr int RestMs = 500;

    PlaceKeeper(QWidget &window, DockArea &docks, PaneStates &panes, Settings &settings); // all borrowed; the window's child

    void begin(); // the window is as it was saved: what changes from now on is the user's
    void save(); // now, once begun; the file is replaced as a whole
    void setRemembers(bool remembers) noexcept { m_remembers = remembers; } // false: nothing is written

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    DockArea &m_docks;
    PaneStates &m_panes;
    Settings &m_settings;
    QTimer m_rest;
    bool m_remembers = true;
    bool m_begun = false;
};

} // namespace pushscope
