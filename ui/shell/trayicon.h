// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TrayIcon: the hub in the desktop's tray, where the user wants it and there is one: shows and hides the window, starts and stops
// the hub. A tray that comes later is waited for. GUI thread.

#include <QBasicTimer>
#include <QObject>
#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace pushscope {

class MainWindow;
class ServerController;

class TrayIcon : public QObject
{
    Q_OBJECT
public:
    TrayIcon(MainWindow &window, ServerController &controller, QObject *parent = nullptr); // borrowed
    ~TrayIcon() override;

    [[nodiscard]] static bool isAvailable();
    void setWanted(bool wanted);
    [[nodiscard]] bool isShown() const noexcept { return m_icon != nullptr; }

    void showOrHideWindow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void appear();
    void showState();

    MainWindow &m_window;
    ServerController &m_controller;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QBasicTimer m_waiting;
};

} // namespace pushscope
