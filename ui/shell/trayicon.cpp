// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trayicon.h"
#include "ui/feed/servercontroller.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimerEvent>

namespace pushscope {

namespace {

constexpr int LookEveryMs = 5'000; // for a tray

} // namespace

TrayIcon::TrayIcon(MainWindow &window, ServerController &controller, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_controller(controller)
{
    connect(&controller, &ServerController::stateChanged, this, &TrayIcon::showState);
    window.installEventFilter(this);
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setWanted(bool wanted)
{
    m_waiting.stop();
    if (!wanted) {
        m_icon.reset();
        m_menu.reset();
        m_window.show(); // or it could not be had back
    } else if (!m_icon && isAvailable()) {
        appear();
    } else if (!m_icon) {
        m_waiting.start(LookEveryMs, Qt::VeryCoarseTimer, this);
    }
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        QApplication::setQuitOnLastWindowClosed(true);
    return QObject::eventFilter(watched, event);
}

void TrayIcon::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_waiting.timerId())
        QObject::timerEvent(event);
    else if (isAvailable())
        setWanted(true);
}

void TrayIcon::appear()
{
    m_menu = std::make_unique<QMenu>();
    m_menu->addAction(tr("Show or hide the window"), this, &TrayIcon::showOrHideWindow);
    m_menu->addAction(m_window.actions().startStop);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, [this] {
        m_window.close();
        QApplication::quit(); // also where the window was hidden
    });
    m_icon = std::make_unique<QSystemTrayIcon>(programIcon());
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            showOrHideWindow();
    });
    showState();
    m_icon->show();
}

void TrayIcon::showState()
{
    if (!m_icon)
        return;
    m_icon->setToolTip(m_controller.isRunning() ? tr("Pushscope: %1").arg(QString::fromUtf8(m_controller.url()))
                                                : tr("Pushscope: the hub is stopped"));
}

void TrayIcon::showOrHideWindow()
{
    const bool hide = m_icon && m_window.isVisible() && !m_window.isMinimized();
    if (hide) {
        // Closing a recorded session is not the end of the program while the hub's window is out of sight.
        QApplication::setQuitOnLastWindowClosed(false);
        m_window.hide();
        return;
    }
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized); // one that was maximised is so again
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace pushscope
