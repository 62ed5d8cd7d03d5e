// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionDesk: the recorded sessions of the program: what is being recorded, and the windows of those that are open. Serves the
// windows that it is attached to: menus, dropped files, the label in the status line. Made after them. GUI thread.

#include <QObject>
#include <QPointer>

class QMenu;

namespace pushscope {

class MainWindow;
class Recording;
class ServerController;
class SessionFlow;
class SessionWindow;
class Settings;

class SessionDesk : public QObject
{
    Q_OBJECT
public:
    explicit SessionDesk(Settings &settings, QObject *parent = nullptr); // borrowed
    ~SessionDesk() override; // closes the sessions

    // The window of the hub, and what records it; all borrowed. When it is closed the sessions are, too.
    void attachHub(MainWindow &window, ServerController &controller, Recording &recording);
    // Shows a session file, or a log or a HAR, in a window of its own. Why that can't be done stands in the message bar of
    // `from`; without one, in lastError(). Null then, and where it was cancelled.
    SessionWindow *open(const QString &path, MainWindow *from = nullptr);
    [[nodiscard]] const QString &lastError() const noexcept { return m_lastError; }
    [[nodiscard]] QList<SessionWindow *> sessions() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void attach(MainWindow &window);
    void ask(MainWindow &window);
    void addEarlier(MainWindow &window);
    void fillEarlier(QMenu &menu, MainWindow &window);
    [[nodiscard]] bool isOpen(const QString &path) const;
    void closeAll();

    Settings &m_settings;
    Recording *m_recording = nullptr;
    QPointer<MainWindow> m_hubWindow;
    QPointer<ServerController> m_hub;
    QList<QPointer<SessionWindow>> m_sessions;
    QString m_lastError;
};

} // namespace pushscope
