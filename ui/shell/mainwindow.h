// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MainWindow: the panes, the actions, the message bar and the status line around them. Borrows the controller and the settings
// from main, owns the rest of the window. GUI thread.

#include "ui/feed/servercontroller.h"
#include "ui/shell/actions.h"
#include "ui/shell/panefactory.h"
#include "ui/shell/theme.h"

#include <QMainWindow>
#include <QPointer>
#include <functional>
#include <memory>
#include <optional>

class QMenu;

namespace pushscope {

class AnswerDesk;
class DockArea;
class ExportFlow;
class FaultDesk;
class FrameFeed;
class Keymap;
class MarkDesk;
class MessageBar;
class Notebook;
class Notifier;
class PaneStates;
class PlaceKeeper;
class Simulation;
class Selection;
class SelectionHistory;
class Settings;
class StatusLine;
class SystemTheme;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    // The event loop ends with this where the program is to be started again.
    static constexpr int StartAnew = 88;

    enum class Shows : quint8 { Hub, Recording }; // Recording: then the controller has no hub, and another fills its observatory

    MainWindow(ServerController &controller, Settings &settings, Shows shows = Shows::Hub, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Simulation &simulation() noexcept { return *m_simulation; }
    [[nodiscard]] DockArea &docks() noexcept { return *m_docks; }
    [[nodiscard]] MessageBar &messages() noexcept { return *m_messages; }
    [[nodiscard]] FrameFeed &feed() noexcept { return *m_feed; }
    [[nodiscard]] Selection &selection() noexcept { return *m_selection; }
    [[nodiscard]] Keymap &keymap() noexcept { return *m_keymap; }
    [[nodiscard]] const Actions &actions() const noexcept { return *m_actions; }
    [[nodiscard]] StatusLine &status() noexcept { return *m_status; }
    [[nodiscard]] Notifier &notifier() noexcept { return *m_notifier; }

    // Asked before the journal is exported; true: it does it.
    void setExporter(std::function<bool()> exporter) { m_exporter = std::move(exporter); }

    // Where the window was when it was closed, clamped to the screen; or the shipped size.
    void restorePlace();
    // Once, when the program is new to the user.
    void offerTour();
    // The theme is the command line's, not the desktop's, until another is chosen.
    void setThemeGiven(bool given) noexcept { m_themeGiven = given; }
    void setProfileName(const QString &name); // in the title; empty: there is only one
    // Scripts that take pictures leave no trace in the settings.
    void setRemembers(bool remembers);

Q_SIGNALS:
    void settingsTaken(); // were saved in their dialog

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void setupActions();
    void setupMenus();
    void hideWhatNeedsAHub();
    void setupToolBar();
    void setupDocks();
    void setupConnections();
    void setupFaults();
    void setupMarks();
    void connectBus();
    void connectTheme();
    void connectEditing();
    void connectUndo();
    void connectPanes(); // what one asks of another
    void connectNotifier();
    void setupHistory();
    void connectFirstRun();

    void onStateChanged();
    void showTitle();
    void onStartFailed(const QString &reason);
    void onConfigChanged();
    void updateViewed();
    void startOn(const QByteArray &entry, const QByteArray &instead); // of the addresses to listen on
    void setTheme(std::optional<Theme::Scheme> scheme); // nothing: like the system
    void checkTheme(); // in the menu, as in the settings
    void takeAppearance(); // what the settings say now
    void offerNewStart();
    void undo();
    void redo();
    [[nodiscard]] AnswerDesk &answerDesk() const;
    void openPalette();
    void startTour();
    void fillLayouts();
    void askLayoutName();
    void keepLayout(const QString &name);
    template<typename PaneType> [[nodiscard]] PaneType *pane() const;
    void openSettings(const QString &setting = {}); // at the one of this name
    void openSimulatedClients();
    void openTestPage();
    void showKeys();
    void showAbout();
    void addMark();
    QCoro::Task<void> setFault(QByteArray rule);

    ServerController &m_controller;
    const Shows m_shows;
    Settings &m_settings;
    std::unique_ptr<Actions> m_actions; // the QActions are the window's children
    FrameFeed *m_feed;
    Selection *m_selection;
    SelectionHistory *m_history;
    FaultDesk *m_faults;
    MarkDesk *m_markDesk;
    Notebook *m_notebook;
    Keymap *m_keymap;
    Notifier *m_notifier;
    Simulation *m_simulation;
    DockArea *m_docks;
    QList<PaneEntry> m_panes;
    QMenu *m_layouts = nullptr;
    MessageBar *m_messages;
    StatusLine *m_status;
    ExportFlow *m_export;
    PaneStates *m_paneStates;
    PlaceKeeper *m_place;
    std::function<bool()> m_exporter;
    QPointer<QDialog> m_simulated;
    QPointer<QWidget> m_tour;
    SystemTheme *m_systemTheme = nullptr;
    QString m_profileName;
    int m_marks = 0;
    bool m_themeGiven = false;
    bool m_restored = false; // the layout, after the first show
    bool m_remembers = true;
};

} // namespace pushscope
