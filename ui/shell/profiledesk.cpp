// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/profiledesk.h"
#include "ui/feed/answerdesk.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/coretext.h"
#include "ui/panes/answerspane.h"
#include "ui/panes/menus.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/icons.h"
#include "ui/shell/instance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/profilesdialog.h"
#include "ui/shell/sessiondesk.h"
#include "ui/shell/settings.h"

#include <QActionGroup>
#include <QGuiApplication>
#include <QMenuBar>

namespace pushscope {

namespace {

const QString AnswersKey = QStringLiteral("answers");

} // namespace

ProfileDesk::ProfileDesk(Settings &settings, Instance &instance, Read read, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_instance(instance)
    , m_read(std::move(read))
    , m_profiles(settings)
{
}

void ProfileDesk::attach(MainWindow &window, ServerController &controller, SessionDesk &sessions)
{
    m_window = &window;
    m_controller = &controller;
    m_sessions = &sessions;
    m_menu = new QMenu(tr("Profile"), &window);
    m_menu->setIcon(themedIcon(QStringLiteral("settings")));
    auto *hub = window.menuBar()->findChild<QMenu *>(QStringLiteral("hub"));
    hub->addSeparator();
    hub->addMenu(m_menu);
    window.actions().profiles->setEnabled(true);
    connect(m_menu, &QMenu::aboutToShow, this, &ProfileDesk::takeNames);
    connect(window.actions().profiles, &QAction::triggered, this, &ProfileDesk::openDialog);
    connect(&window, &MainWindow::settingsTaken, this, &ProfileDesk::takeNames);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) // another window may have renamed this one's profile
            takeNames();
    });
    connect(&m_instance, &Instance::asked, this, &ProfileDesk::raise);
    answers().setKey(m_settings.profileKey(AnswersKey));
    takeNames();
    if (!m_settings.damagedCopy().isEmpty())
        window.messages().showMessage(
            MessageBar::Kind::Warning,
            tr("The settings were damaged: what could be read is used. They were copied to %1.").arg(m_settings.damagedCopy()));
}

AnswerDesk &ProfileDesk::answers() const
{
    auto *pane = m_window->docks().findChild<AnswersPane *>();
    Q_ASSERT(pane);
    return pane->desk();
}

// Other windows change them, too.
void ProfileDesk::takeNames()
{
    m_settings.sync();
    fillMenu();
    showName();
}

void ProfileDesk::fillMenu()
{
    emptyMenu(*m_menu);
    auto *group = new QActionGroup(m_menu);
    const QString inUse = m_profiles.inUse().id;
    const QList<Profile> all = m_profiles.all();
    for (const Profile &profile : all) {
        QAction *action = m_menu->addAction(QString(profile.name).replace(u'&', QStringLiteral("&&")), this,
                                            [this, id = profile.id] { switchTo(id); });
        action->setCheckable(true);
        action->setChecked(profile.id == inUse);
        group->addAction(action);
    }
    m_menu->addSeparator();
    m_menu->addAction(m_window->actions().profiles);
}

void ProfileDesk::showName()
{
    m_window->setProfileName(m_profiles.all().size() > 1 ? m_profiles.inUse().name : QString());
}

void ProfileDesk::openDialog()
{
    if (m_dialog)
        return;
    m_settings.sync();
    auto *dialog = new ProfilesDialog(m_profiles, m_instance, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfilesDialog::changed, this, &ProfileDesk::takeNames);
    connect(dialog, &ProfilesDialog::switchRequested, this, &ProfileDesk::switchTo);
    m_dialog = dialog;
    dialog->open();
}

bool ProfileDesk::switchTo(const QString &id)
{
    const QString before = m_settings.profile();
    if (id == before)
        return true;
    if (!m_instance.hold(id)) {
        m_window->messages().showMessage(MessageBar::Kind::Warning, tr("This profile is open in another window."),
                                         {{tr("Show that window"), [this, id] { m_instance.show(id); }}});
        takeNames();
        return false;
    }
    m_settings.setProfile(id);
    const Result<ServerConfig> config = m_read();
    if (!config) {
        m_settings.setProfile(before);
        (void)m_instance.hold(before);
        m_window->messages().showMessage(MessageBar::Kind::Error,
                                         tr("The profile can't be used: %1").arg(coreText(config.error())));
        takeNames();
        return false;
    }
    m_profiles.setLast(id);
    m_controller->setConfig(*config);
    answers().setKey(m_settings.profileKey(AnswersKey));
    takeNames();
    saySwitched();
    return true;
}

void ProfileDesk::saySwitched()
{
    const QString name = m_profiles.inUse().name;
    MessageBar &messages = m_window->messages();
    if (m_controller->needsRestart())
        messages.showMessage(MessageBar::Kind::Info,
                             tr("%1 is in use. The hub still runs with the settings of the profile before.").arg(name),
                             {{tr("Restart now"), [this] { m_controller->restart(); }}}, MessageBar::About::Hub);
    else if (m_controller->state() == ServerController::State::Stopped)
        messages.showMessage(MessageBar::Kind::Info, tr("%1 is in use.").arg(name),
                             {{tr("Start hub"), [this] { m_controller->start(); }}}, MessageBar::About::Hub);
    else
        messages.showMessage(MessageBar::Kind::Info, tr("%1 is in use.").arg(name));
}

void ProfileDesk::raise(const QStringList &files)
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized); // one that was maximised is so again
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    for (const QString &file : files)
        m_sessions->open(file, m_window);
}

} // namespace pushscope
