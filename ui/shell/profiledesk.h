// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ProfileDesk: which profile the hub's window has: the menu of them, the dialog, and the switch from one to another, after which
// the hub is offered to be started with it. Shows the window when another start of the program asks for it. GUI thread.

#include "serverconfig.h"
#include "ui/shell/profiles.h"

#include <QObject>
#include <QPointer>
#include <functional>

class QDialog;
class QMenu;

namespace pushscope {

class AnswerDesk;
class Instance;
class MainWindow;
class ServerController;
class SessionDesk;

class ProfileDesk : public QObject
{
    Q_OBJECT
public:
    // What a hub of the profile in use is started with, by the settings and all that stands above them.
    using Read = std::function<Result<ServerConfig>()>;

    ProfileDesk(Settings &settings, Instance &instance, Read read, QObject *parent = nullptr); // borrowed

    void attach(MainWindow &window, ServerController &controller, SessionDesk &sessions); // borrowed
    [[nodiscard]] Profiles &profiles() noexcept { return m_profiles; }
    // The window says what became of it; false where it stays with its profile.
    bool switchTo(const QString &id);

private:
    void fillMenu();
    void showName(); // in the title, where there are several
    void takeNames();
    void openDialog();
    void saySwitched();
    void raise(const QStringList &files);
    [[nodiscard]] AnswerDesk &answers() const;

    Settings &m_settings;
    Instance &m_instance;
    Read m_read;
    Profiles m_profiles;
    MainWindow *m_window = nullptr;
    ServerController *m_controller = nullptr;
    SessionDesk *m_sessions = nullptr;
    QMenu *m_menu = nullptr;
    QPointer<QDialog> m_dialog;
};

} // namespace pushscope
