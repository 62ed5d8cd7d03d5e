// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MainWindow: the panes, the actions, the message bar and the status line around them. Borrows the controller and the settings
// from main, owns the rest of the window. GUI thread.

#include "ui/feed/servercontroller.h"
#include "ui/shell/actions.h"
#include "ui/shell/theme.h"

#include <QMainWindow>
#include <QPointer>
#include <memory>

namespace pushscope {

class DockArea;
class ExportFlow;
class FaultDesk;
class FrameFeed;
class MessageBar;
class Population;
class Selection;
class SelectionHistory;
class Settings;
class StatusLine;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(ServerController &controller, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Population &population() noexcept { return *m_population; }
    [[nodiscard]] DockArea &docks() noexcept { return *m_docks; }
    [[nodiscard]] MessageBar &messages() noexcept { return *m_messages; }
    [[nodiscard]] FrameFeed &feed() noexcept { return *m_feed; }
    [[nodiscard]] Selection &selection() noexcept { return *m_selection; }
    [[nodiscard]] const Actions &actions() const noexcept { return *m_actions; }

    // Where the window was when it was closed, clamped to the screen; or the shipped size.
    void restorePlace();
    // Scripts that take pictures leave no trace in the settings.
    void setRemembers(bool remembers) noexcept { m_remembers = remembers; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void setupActions();
    void setupMenus();
    void setupToolBar();
    void setupDocks();
    void setupConnections();
    void setupFaults();
    void setupHistory();
    void connectFirstRun();

    void onStateChanged();
    void onStartFailed(const QString &reason);
    void onConfigChanged();
    void updateViewed();
    void startOn(const QByteArray &address);
    void setTheme(Theme::Scheme scheme);
    void openSettings();
    void openSimulatedClients();
    void openTestPage();
    void showKeys();
    void showAbout();
    QCoro::Task<void> addMark();
    QCoro::Task<void> setFault(QByteArray rule);

    ServerController &m_controller;
    Settings &m_settings;
    std::unique_ptr<Actions> m_actions; // the QActions are the window's children
    FrameFeed *m_feed;
    Selection *m_selection;
    SelectionHistory *m_history;
    FaultDesk *m_faults;
    Population *m_population;
    DockArea *m_docks;
    MessageBar *m_messages;
    StatusLine *m_status;
    ExportFlow *m_export;
    QPointer<QDialog> m_simulated;
    QCoro::Task<void> m_marking; // the last one; finishes by itself
    int m_marks = 0;
    bool m_restored = false; // the layout, after the first show
    bool m_remembers = true;
};

} // namespace pushscope
