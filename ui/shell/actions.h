// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Actions: everything the window can be told, with name, icon and key. Each stands in a menu under the name that it has
// everywhere else.

#include <QAction>
#include <QActionGroup>

class QWidget;

namespace pushscope {

struct Actions {
    explicit Actions(QWidget *window); // the actions' parent; they work wherever the window has the focus

    QAction *startStop; // "Start hub" or "Stop hub"
    QAction *restart;
    QAction *settings;
    QAction *profiles; // the dialog of them
    QAction *openTestPage;
    QAction *copyAddress;
    QAction *freeze; // checkable
    QAction *mark;
    QAction *spawn;
    QAction *openSession;
    QAction *saveSession;
    QAction *exportLog;
    QAction *removeFaults;
    QAction *undoFault;
    QAction *back; // through what was selected
    QAction *forward;
    QAction *quit;
    QAction *light; // checkable, one of two
    QAction *dark;
    QAction *resetLayout;
    QAction *nextPane;
    QAction *previousPane;
    QAction *palette; // "Find a command…"
    QAction *undo; // of the field with the focus, else of the faults
    QAction *redo;
    QAction *toFilter;
    QAction *nextEvent; // of the client that is selected
    QAction *previousEvent;
    QAction *send;
    QAction *stopSending;
    QAction *followSystem; // the theme; checkable, with light and dark
    QAction *notify; // checkable
    QAction *fullScreen; // checkable
    QAction *saveLayout;
    QAction *tour;
    QAction *manual;
    QAction *keys;
    QAction *about;

    void showRunning(bool running, bool busy); // of startStop and what needs a hub
    [[nodiscard]] QList<QAction *> all() const;

private:
    // `id` names it in the settings: never changed.
    QAction *add(const char *id, const char *icon, const QString &text, const QKeySequence &key, const QString &tip);

    QWidget *m_window;
    QActionGroup *m_themes;
    QList<QAction *> m_all;
};

} // namespace pushscope
