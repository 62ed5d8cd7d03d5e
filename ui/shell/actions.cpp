// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"
#include "ui/shell/icons.h"

#include <QCoreApplication>
#include <QWidget>

namespace pushscope {

static QString tr(const char *text)
{
    return QCoreApplication::translate("pushscope::Actions", text);
}

Actions::Actions(QWidget *window)
    : m_window(window)
    , m_themes(new QActionGroup(window))
{
    startStop = add("hub-start", "start", tr("Start hub"), Qt::CTRL | Qt::Key_E,
                    tr("Starts the hub, or stops it and tells its clients to come back"));
    startStop->setWhatsThis(tr("Start or stop the hub")); // in the list of keys, whichever it does now
    restart = add("hub-restart", "restart", tr("Restart hub"), {}, tr("Stops the hub and starts it with the present settings"));
    settings = add("settings", "settings", tr("Settings…"), Qt::CTRL | Qt::ALT | Qt::Key_S,
                   tr("The hub, how the window looks, keys and notifications"));
    profiles = add("profiles", "settings", tr("Profiles…"), {},
                   tr("Named sets of what a hub is started with: new ones, other names, copies"));
    profiles->setEnabled(false); // until they are kept
    openTestPage
        = add("test-page", "open", tr("Open test page"), {}, tr("A page in the browser that listens over all three protocols"));
    copyAddress = add("copy-address", "copy", tr("Copy hub address"), {}, {});
    freeze = add("freeze", "freeze", tr("Freeze"), Qt::Key_F8, tr("Stops the view; the capture goes on"));
    freeze->setCheckable(true);
    mark = add("mark", "mark", tr("Mark"), Qt::CTRL | Qt::Key_M, tr("Puts a mark into the journal at this moment"));
    spawn = add("simulated", "spawn", tr("Simulated clients…"), {},
                tr("Adds clients that live in this program and connect over real sockets"));
    openSession = add("open-session", "open", tr("Open session…"), QKeySequence::Open,
                      tr("Shows a recorded session, or a log of JSON lines or a HAR, in a window of its own"));
    saveSession = add("save-session", "save", tr("Save session as…"), QKeySequence::Save,
                      tr("Copies what was recorded so far into a file of your own, which is kept"));
    saveSession->setEnabled(false); // until something is recorded
    exportLog = add("export", "export", tr("Export…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                    tr("Writes what was recorded as JSON lines, CSV, HAR, pcapng or a program that does it again"));
    removeFaults = add("remove-faults", "close", tr("Remove all faults"), {}, tr("Takes back every fault that is at work"));
    undoFault = add("undo-fault", "undo", tr("Undo fault change"), {},
                    tr("Removes the rule that was set last, or brings back what was removed"));
    back = add("back", "previous", tr("Back"), Qt::ALT | Qt::Key_Left, tr("To what was selected before"));
    forward = add("forward", "next", tr("Forward"), Qt::ALT | Qt::Key_Right, tr("To what was selected after it"));
    for (QAction *action : {removeFaults, undoFault, back, forward})
        action->setEnabled(false);
    quit = add("quit", nullptr, tr("Quit"), QKeySequence::Quit, {});
    quit->setMenuRole(QAction::QuitRole);
    light = add("theme-light", nullptr, tr("Light"), {}, {});
    dark = add("theme-dark", nullptr, tr("Dark"), {}, {});
    for (QAction *theme : {light, dark}) {
        theme->setCheckable(true);
        m_themes->addAction(theme);
    }
    resetLayout
        = add("reset-layout", "layout", tr("Reset layout"), {}, tr("Brings the shipped arrangement of panes and columns back"));
    nextPane = add("next-pane", "next", tr("Next pane"), Qt::Key_F6, {});
    previousPane = add("previous-pane", "previous", tr("Previous pane"), Qt::SHIFT | Qt::Key_F6, {});
    palette = add("palette", "search", tr("Find a command…"), Qt::CTRL | Qt::Key_K,
                  tr("Commands, clients, events and settings by a few letters of their names"));
    undo = add("undo", "undo", tr("Undo"), QKeySequence::Undo,
               tr("Takes back what was typed, or the last change of a fault, a mark or a rule that answers"));
    redo = add("redo", nullptr, tr("Redo"), QKeySequence::Redo, tr("Does again what was taken back"));
    toFilter = add("to-filter", "search", tr("Filter"), {}, tr("Goes to the filter of the pane with the focus"));
    nextEvent = add("next-event", nullptr, tr("Next event of the client"), Qt::CTRL | Qt::Key_Period, {});
    previousEvent = add("previous-event", nullptr, tr("Previous event of the client"), Qt::CTRL | Qt::Key_Comma, {});
    send = add("inject-send", "send", tr("Send event"), {}, tr("Sends what is written in Inject"));
    stopSending = add("inject-stop", "stop", tr("Stop sending"), {}, tr("Ends a repetition in Inject"));
    followSystem = add("theme-system", nullptr, tr("Like the system"), {}, tr("Light or dark as the desktop is"));
    followSystem->setCheckable(true);
    m_themes->addAction(followSystem);
    notify = add("notify", nullptr, tr("Notifications"), {},
                 tr("Tells the desktop when clients lost events or an export ended while the window is not active"));
    notify->setCheckable(true);
    fullScreen
        = add("full-screen", nullptr, tr("Full screen"), Qt::Key_F11, tr("The window without its frame, as large as the screen"));
    fullScreen->setCheckable(true);
    saveLayout = add("save-layout", "save", tr("Save layout…"), {}, tr("Keeps the arrangement of panes under a name"));
    tour = add("tour", nullptr, tr("Tour"), {}, tr("Shows in a few steps what the window can do"));
    manual = add("manual", nullptr, tr("Manual"), {}, tr("Opens the manual"));
    keys = add("keys", nullptr, tr("Keys"), QKeySequence::HelpContents, {});
    about = add("about", nullptr, tr("About Pushscope"), {}, {});
    about->setMenuRole(QAction::AboutRole);
    showRunning(false, false);
}

QAction *Actions::add(const char *id, const char *icon, const QString &text, const QKeySequence &key, const QString &tip)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(QLatin1String(id));
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
