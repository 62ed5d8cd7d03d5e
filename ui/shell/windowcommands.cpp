// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's commands that are about the window itself: editing, the palette, the theme, keys and help.
#include "ui/feed/framefeed.h"
#include "ui/feed/notebook.h"
#include "ui/feed/selection.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/eventsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/filterbar.h"
#include "ui/panes/injectpane.h"
#include "ui/panes/sharedclients.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/exportflow.h"
#include "ui/shell/keylist.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/manual.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notifier.h"
#include "ui/shell/palettesources.h"
#include "ui/shell/settings.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/systemtheme.h"
#include "ui/shell/tour.h"

#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>

namespace pushscope {

template<typename PaneType> PaneType *MainWindow::pane() const
{
    for (const PaneEntry &entry : m_panes) {
        if (auto *wanted = qobject_cast<PaneType *>(entry.pane))
            return wanted;
    }
    return nullptr;
}

void MainWindow::connectEditing()
{
    const Actions &a = *m_actions;
    connect(a.undo, &QAction::triggered, this, &MainWindow::undo);
    connect(a.redo, &QAction::triggered, this, &MainWindow::redo);
    setupMarks();
    connect(a.palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(a.toFilter, &QAction::triggered, this, [this] {
        for (const PaneEntry &entry : std::as_const(m_panes)) {
            FilterBar *bar = entry.pane->isAncestorOf(QApplication::focusWidget()) ? FilterBar::nearestIn(*entry.pane) : nullptr;
            if (bar)
                return bar->goTo();
        }
        FilterBar *bar = FilterBar::nearestIn(*pane<ClientsPane>());
        m_docks->showPane(bar ? "clients" : "events"); // before the first client, there is none there
        if (bar || (bar = FilterBar::nearestIn(*pane<EventsPane>())))
            bar->goTo();
    });
    connect(a.nextEvent, &QAction::triggered, this, [this] { pane<EventsPane>()->step(+1); });
    connect(a.previousEvent, &QAction::triggered, this, [this] { pane<EventsPane>()->step(-1); });
    connect(a.send, &QAction::triggered, this, [this] {
        m_docks->showPane("inject");
        pane<InjectPane>()->send();
    });
    connect(a.stopSending, &QAction::triggered, this, [this] { pane<InjectPane>()->stop(); });
    connect(a.fullScreen, &QAction::triggered, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connect(a.tour, &QAction::triggered, this, &MainWindow::startTour);
    connect(a.manual, &QAction::triggered, this, [this] {
        auto *manual = new Manual(this);
        manual->setAttribute(Qt::WA_DeleteOnClose);
        manual->show();
    });
    connect(a.saveLayout, &QAction::triggered, this, &MainWindow::askLayoutName);
    fillLayouts();
}

void MainWindow::connectPanes()
{
    if (auto *inject = pane<InjectPane>())
        connect(pane<ClientsPane>(), &ClientsPane::sendRequested, inject, [this, inject] {
            m_docks->showPane("inject");
            inject->writeToSelected();
        });
}

void MainWindow::openPalette()
{
    const ClientsPane *clients = pane<ClientsPane>();
    const EventsPane *events = pane<EventsPane>();
    const auto goToClient = [this, model = clients->model()](quint32 key) {
        m_docks->showPane("clients");
        if (const ClientRow *client = model->find(key))
            m_selection->setClient(client->key, client->client);
    };
    const auto goToEvent = [this](quint64 ref) {
        m_docks->showPane("events");
        m_selection->setRow(ref);
    };
    const auto goToSetting = [this](const QString &name) { openSettings(name); };
    // Who names a pane goes to it, whether it can be seen or not.
    const auto choose = [this](QAction *action) {
        if (!m_docks->goToPane(action))
            action->trigger();
    };
    auto *palette = new Palette({menuCommands(menuBar(), choose), clientsOf(clients->model(), goToClient),
                                 eventsOf(events->model(), goToEvent),
                                 settingsOf(SettingsDialog::named(m_controller, m_settings), goToSetting)},
                                this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::connectTheme()
{
    const Actions &a = *m_actions;
    m_systemTheme = new SystemTheme(this);
    checkTheme();
    connect(a.light, &QAction::triggered, this, [this] { setTheme(Theme::Scheme::Light); });
    connect(a.dark, &QAction::triggered, this, [this] { setTheme(Theme::Scheme::Dark); });
    connect(a.followSystem, &QAction::triggered, this, [this] { setTheme({}); });
    connect(m_systemTheme, &SystemTheme::changed, this, [this](Theme::Scheme scheme) {
        if (m_actions->followSystem->isChecked() && !m_themeGiven)
            Theme::apply(*qApp, scheme);
    });
}

void MainWindow::checkTheme()
{
    const std::optional<Theme::Scheme> chosen = m_settings.theme();
    const Actions &a = *m_actions;
    (!chosen ? a.followSystem : *chosen == Theme::Scheme::Dark ? a.dark : a.light)->setChecked(true);
}

void MainWindow::takeAppearance()
{
    checkTheme();
    setTheme(m_settings.theme());
    Q_EMIT settingsTaken();
}

void MainWindow::offerNewStart()
{
    m_messages->showMessage(MessageBar::Kind::Info, tr("Size and language change with the next start of Pushscope."),
                            {{tr("Start anew now"), [this] {
                                  close();
                                  QCoreApplication::exit(StartAnew);
                              }}});
}

void MainWindow::setTheme(std::optional<Theme::Scheme> scheme)
{
    m_themeGiven = false;
    Theme::apply(*qApp, scheme.value_or(m_systemTheme->scheme()));
    if (m_remembers)
        m_settings.setTheme(scheme);
}

void MainWindow::startTour()
{
    delete m_tour;
    m_tour = new Tour(*m_docks, this);
}

void MainWindow::offerTour()
{
    const QString seen = QStringLiteral("tour-offered");
    if (!m_remembers || !m_notebook->text(seen).isEmpty())
        return;
    m_notebook->setText(seen, QStringLiteral("yes"));
    m_messages->showNotice(MessageBar::Kind::Info, tr("New here? A tour of seven steps shows what the window can do."),
                           {{tr("Start the tour"), [this] { startTour(); }}});
}

void MainWindow::connectNotifier()
{
    const QString key = QStringLiteral("notify"), off = QStringLiteral("off");
    connect(m_actions->notify, &QAction::toggled, m_notifier, [this, key, off](bool on) {
        m_notifier->setEnabled(on);
        m_notebook->setText(key, on ? QStringLiteral("on") : off);
    });
    m_actions->notify->setChecked(m_notebook->text(key) != off);
    m_notifier->setWhere([this](const QByteArray &kind) { return noticeWhere(m_settings, kind); });
    connect(this, &MainWindow::settingsTaken, m_notifier, &Notifier::forgetWhere);
    connect(m_export, &ExportFlow::ended, m_notifier, &Notifier::exportEnded);
    if (m_shows == Shows::Recording)
        return; // what happened there is no news
    connect(m_feed, &FrameFeed::snapshotReady, m_notifier, &Notifier::apply);
    connect(&m_controller, &ServerController::startFailed, m_notifier, &Notifier::hubFailed);
    connect(m_notifier, &Notifier::shown, m_messages, [this](const QString &text, const char *pane) {
        m_messages->showNotice(MessageBar::Kind::Warning, text, {{tr("Show"), [this, pane] { m_docks->showPane(pane); }}});
    });
}

void MainWindow::showKeys()
{
    auto *dialog = new KeyList(*m_keymap, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Pushscope"),
        tr("<h3>Pushscope %1</h3><p>An oscilloscope for real-time push: Server-Sent Events, WebSockets and long polling.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QStringLiteral(PUSHSCOPE_VERSION)));
}

} // namespace pushscope
