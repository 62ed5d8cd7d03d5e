// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"
#include "ui/shell/icons.h"

#include <QCoreApplication>
#include <QWidget>

namespace pushscope {

static QString tr(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

Actions::Actions(QWidget *window)
    : m_window(window)
    , m_themes(new QActionGroup(window))
{
    startStop = add("start", tr("Start hub"), Qt::CTRL | Qt::Key_E,
                    tr("Starts the hub, or stops it and tells its clients to come back"));
    restart = add("restart", tr("Restart hub"), {}, tr("Stops the hub and starts it with the present settings"));
    settings = add("settings", tr("Hub settings…"), Qt::CTRL | Qt::ALT | Qt::Key_S, tr("Address, store, limits and access"));
    openTestPage = add("open", tr("Open test page"), {}, tr("A page in the browser that listens over all three protocols"));
    copyAddress = add("copy", tr("Copy hub address"), {}, {});
    freeze = add("freeze", tr("Freeze"), Qt::Key_F8, tr("Stops the view; the capture goes on"));
    freeze->setCheckable(true);
    mark = add("mark", tr("Mark"), Qt::CTRL | Qt::Key_M, tr("Puts a mark into the journal at this moment"));
    spawn
        = add("spawn", tr("Simulated clients…"), {}, tr("Adds clients that live in this program and connect over real sockets"));
    exportLog = add("export", tr("Export…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, tr("Writes the journal as JSON lines or CSV"));
    removeFaults = add("close", tr("Remove all faults"), {}, tr("Takes back every fault that is at work"));
    undoFault
        = add("undo", tr("Undo fault change"), {}, tr("Removes the rule that was set last, or brings back what was removed"));
    back = add("previous", tr("Back"), Qt::ALT | Qt::Key_Left, tr("To what was selected before"));
    forward = add("next", tr("Forward"), Qt::ALT | Qt::Key_Right, tr("To what was selected after it"));
    for (QAction *action : {removeFaults, undoFault, back, forward})
        action->setEnabled(false);
    quit = add(nullptr, tr("Quit"), QKeySequence::Quit, {});
    quit->setMenuRole(QAction::QuitRole);
    light = add(nullptr, tr("Light"), {}, {});
    dark = add(nullptr, tr("Dark"), {}, {});
    for (QAction *theme : {light, dark}) {
        theme->setCheckable(true);
        m_themes->addAction(theme);
    }
    resetLayout = add("layout", tr("Reset layout"), {}, tr("Brings the shipped arrangement of panes back"));
    nextPane = add("next", tr("Next pane"), Qt::Key_F6, {});
    previousPane = add("previous", tr("Previous pane"), Qt::SHIFT | Qt::Key_F6, {});
    keys = add(nullptr, tr("Keys"), QKeySequence::HelpContents, {});
    about = add(nullptr, tr("About Pushscope"), {}, {});
    about->setMenuRole(QAction::AboutRole);
    showRunning(false, false);
}

QAction *Actions::add(const char *icon, const QString &text, const QKeySequence &key, const QString &tip)
{
    auto *action = new QAction(text, m_window);
    if (icon)
        action->setIcon(themedIcon(QLatin1String(icon)));
    if (!key.isEmpty())
        action->setShortcut(key);
    if (!tip.isEmpty()) {
        action->setStatusTip(tip);
        const QString shown = key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText));
        action->setToolTip(shown);
    }
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

void Actions::showRunning(bool running, bool busy)
{
    startStop->setText(running ? tr("Stop hub") : tr("Start hub"));
    startStop->setIcon(themedIcon(running ? QStringLiteral("stop") : QStringLiteral("start")));
    startStop->setEnabled(!busy);
    restart->setEnabled(running && !busy);
    for (QAction *action : {openTestPage, copyAddress, mark})
        action->setEnabled(running && !busy);
}

QList<QAction *> Actions::all() const
{
    return m_all;
}

} // namespace pushscope
