// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionWindow: a recorded session in a window of its own, with the panes of a hub that runs and a slider for its time. Read
// only; any number can be open. Owns the window, and deletes itself when that is closed. GUI thread.

#include "session/sessionimport.h"
#include "ui/feed/selection.h"

#include <QObject>
#include <QPointer>
#include <memory>

class QTemporaryDir;
class QWidget;

namespace pushscope {

class MainWindow;
class PlaybackDialog;
class ServerController;
class SessionFinding;
class SessionFlow;
class SessionNoting;
class SessionPlayer;
class Settings;
class TimeSlider;

class SessionWindow : public QObject
{
    Q_OBJECT
public:
    ~SessionWindow() override;

    // Opens a session file, or imports a log of JSON lines or a HAR first, with a progress dialog over `parent`. Errc::NotFound,
    // Errc::Corrupt, Errc::Io, Errc::Syntax, Errc::Cancelled, with a detail for people.
    [[nodiscard]] static Result<SessionWindow *> open(const QString &path, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] MainWindow &window() noexcept { return *m_window; }
    [[nodiscard]] TimeSlider &slider() noexcept { return *m_slider; }
    [[nodiscard]] SessionPlayer &player() noexcept { return *m_player; }
    [[nodiscard]] SessionFlow &flow() noexcept { return *m_flow; }
    [[nodiscard]] SessionFinding &finding() noexcept { return *m_finding; }
    [[nodiscard]] const QString &name() const noexcept { return m_name; } // of the file as the user knows it
    [[nodiscard]] SessionNoting &noting() noexcept { return *m_noting; }

    // Into which it may be played back; borrowed.
    void setHub(ServerController &hub);
    [[nodiscard]] PlaybackDialog *playback() const noexcept; // null: not open

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    SessionWindow(const QString &name, std::unique_ptr<SessionPlayer> player, std::unique_ptr<ServerController> controller,
                  Settings &settings, bool isOwn);
    void setupActions();
    void setupTime();
    void showName();
    void showDamage();
    [[nodiscard]] QString damageText(); // empty: there is none
    void poll();
    void fillHistory();
    void showTimeline();
    void openPlayback(ServerController &hub);

    QString m_name;
    std::unique_ptr<QTemporaryDir> m_imported; // has the session file of an import
    ImportReport m_report; // of it
    QByteArray m_damageTold;
    std::unique_ptr<ServerController> m_controller; // no hub runs in it
    std::unique_ptr<SessionPlayer> m_player;
    std::unique_ptr<MainWindow> m_window;
    TimeSlider *m_slider; // the rest are the window's children
    SessionFlow *m_flow;
    SessionNoting *m_noting;
    SessionFinding *m_finding = nullptr;
    QPointer<PlaybackDialog> m_playback;
    bool m_jumped = false; // the next snapshot has everything anew
    Selection::State m_selected; // over a jump in time, which clears it
};

} // namespace pushscope
