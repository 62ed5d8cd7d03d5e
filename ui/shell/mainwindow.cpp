// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"
#include "ui/feed/faultdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/markdesk.h"
#include "ui/feed/notebook.h"
#include "ui/feed/portholder.h"
#include "ui/feed/selection.h"
#include "ui/feed/selectionhistory.h"
#include "ui/feed/simulation.h"
#include "ui/models/coretext.h"
#include "ui/models/faulttext.h"
#include "ui/models/findingsmodel.h"
#include "ui/panes/panecontext.h"
#include "ui/panes/sharedclients.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/exportflow.h"
#include "ui/shell/firstrun.h"
#include "ui/shell/icons.h"
#include "ui/shell/keymap.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/mnemonics.h"
#include "ui/shell/notifier.h"
#include "ui/shell/panestates.h"
#include "ui/shell/placekeeper.h"
#include "ui/shell/settings.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/simulatedclientsdialog.h"
#include "ui/shell/statusline.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QStatusBar>
#include <QStyle>
#include <QTimer>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr QSize ShippedSize(1440, 900);

} // namespace

MainWindow::MainWindow(ServerController &controller, Settings &settings, Shows shows, QWidget *parent)
    : QMainWindow(parent)
    , m_controller(controller)
    , m_shows(shows)
    , m_settings(settings)
    , m_actions(std::make_unique<Actions>(this))
    , m_feed(new FrameFeed(controller.observatory(), this))
    , m_selection(new Selection(this))
    , m_history(new SelectionHistory(*m_selection, this))
    , m_faults(new FaultDesk(controller, this))
    , m_markDesk(new MarkDesk(
          [&controller](QByteArray text, QByteArray op) { return controller.addMark(std::move(text), std::move(op)); }, this))
    , m_notebook(new Notebook(&settings.ini(), this))
    , m_keymap(new Keymap(settings.ini(), this))
    , m_notifier(new Notifier(*this, this))
    , m_simulation(new Simulation(this))
    , m_docks(new DockArea(this))
    , m_messages(new MessageBar(this))
    , m_status(new StatusLine(this))
    , m_export(new ExportFlow(controller, *m_feed, *m_messages, *this))
    , m_paneStates(new PaneStates(settings.ini(), this))
    , m_place(new PlaceKeeper(*this, *m_docks, *m_paneStates, settings))
{
    setWindowIcon(programIcon());
    setupActions();
    setupDocks();
    setupConnections();
    leaveLettersToMenus(*menuBar(), *m_docks);
    m_keymap->take(m_actions->all(), *this);
    if (m_shows == Shows::Hub) {
        onStateChanged();
        return;
    }
    hideWhatNeedsAHub();
    m_feed->setRunning(true);
}

MainWindow::~MainWindow()
{
    // Before what they borrow.
    delete m_simulated;
    delete m_docks;
}

void MainWindow::setupActions()
{
    setupMenus();
    setupToolBar();
    const Actions &a = *m_actions;
    connect(a.startStop, &QAction::triggered, this, [this] {
        if (m_controller.isRunning())
            m_controller.stop();
        else
            m_controller.start();
    });
    connect(a.restart, &QAction::triggered, &m_controller, &ServerController::restart);
    connect(a.settings, &QAction::triggered, this, [this] { openSettings(); });
    connect(a.openTestPage, &QAction::triggered, this, &MainWindow::openTestPage);
    connect(a.copyAddress, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(QString::fromUtf8(m_controller.url())); });
    connect(a.freeze, &QAction::toggled, m_feed, &FrameFeed::setFrozen);
    connect(a.spawn, &QAction::triggered, this, &MainWindow::openSimulatedClients);
    connect(a.exportLog, &QAction::triggered, m_export, [this] {
        if (!m_exporter || !m_exporter())
            m_export->ask();
    });
    connect(m_export, &ExportFlow::busyChanged, a.exportLog, &QAction::setDisabled);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connectTheme();
    connectEditing();
    connect(a.resetLayout, &QAction::triggered, m_docks, &DockArea::resetLayout);
    connect(a.resetLayout, &QAction::triggered, m_paneStates, &PaneStates::reset);
    connect(a.nextPane, &QAction::triggered, this, [this] { m_docks->focusPane(+1); });
    connect(a.previousPane, &QAction::triggered, this, [this] { m_docks->focusPane(-1); });
    connect(a.keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(a.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::setupDocks()
{
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_docks, 1);
    setCentralWidget(central);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);

    const bool live = m_shows == Shows::Hub;
    m_panes = makePanes({live ? &m_controller : nullptr, m_feed, m_selection, live ? m_faults : nullptr, m_notebook}, m_docks);
    for (const PaneEntry &pane : std::as_const(m_panes))
        m_docks->addPane(pane);
    m_docks->resetLayout();
    m_paneStates->restore(m_panes);
    if (!live) {
        for (const char *id : {"inject", "answers", "bus"})
            m_docks->removePane(id);
    }
    auto *view = menuBar()->findChild<QMenu *>(QStringLiteral("view"));
    view->insertActions(view->actions().first(), m_docks->paneActions());
    connectFirstRun();
    connectPanes();
}

void MainWindow::connectFirstRun()
{
    const QList<FirstRun *> all = m_docks->findChildren<FirstRun *>();
    for (const FirstRun *firstRun : all) {
        connect(firstRun, &FirstRun::spawnRequested, this, &MainWindow::openSimulatedClients);
        connect(firstRun, &FirstRun::testPageRequested, this, &MainWindow::openTestPage);
        connect(firstRun, &FirstRun::startRequested, &m_controller, &ServerController::start);
        connect(firstRun, &FirstRun::sessionRequested, m_actions->openSession, &QAction::trigger);
    }
}

void MainWindow::setupConnections()
{
    connect(&m_controller, &ServerController::stateChanged, this, &MainWindow::onStateChanged);
    connect(&m_controller, &ServerController::startFailed, this, &MainWindow::onStartFailed);
    connect(&m_controller, &ServerController::configChanged, this, &MainWindow::onConfigChanged);
    connect(&m_controller, &ServerController::started, m_messages, [this] { m_messages->clearAbout(MessageBar::About::Hub); });
    setupFaults();
    connectUndo();
    connectBus();
    setupHistory();
    connectNotifier();
    connect(m_feed, &FrameFeed::frozenChanged, m_status, &StatusLine::setFrozen);
    connect(m_docks, &DockArea::seenChanged, this, &MainWindow::updateViewed);
    // The models of the panes connected in their constructors and so take the snapshot before the panes show it.
    connect(m_feed, &FrameFeed::snapshotReady, m_docks, &DockArea::applySnapshot);
    connect(m_feed, &FrameFeed::snapshotReady, m_status,
            [this](const Snapshot &snapshot) { m_status->applyFigures(snapshot.figures); });
}

void MainWindow::setupFaults()
{
    // Not hubReplaced: a rule may be set before the first snapshot of a hub comes.
    connect(&m_controller, &ServerController::stateChanged, m_faults, [this](ServerController::State state) {
        if (state == ServerController::State::Starting)
            m_faults->forgetAll();
    });
    connect(m_feed, &FrameFeed::snapshotReady, m_faults, [this](const Snapshot &snapshot) {
        m_faults->setAtWork(snapshot.faults);
        m_actions->removeFaults->setEnabled(!snapshot.faults.empty());
    });
    connect(m_faults, &FaultDesk::undoChanged, this, [this] { m_actions->undoFault->setEnabled(m_faults->canUndo()); });
    connect(m_actions->undoFault, &QAction::triggered, m_faults, &FaultDesk::undo);
    connect(m_actions->removeFaults, &QAction::triggered, m_faults, &FaultDesk::removeAll);
    connect(m_status, &StatusLine::faultsRemovalRequested, m_faults, &FaultDesk::removeAll);
    connect(m_status, &StatusLine::faultsRequested, m_docks, [this] { m_docks->showPane("faults"); });
    connect(m_status, &StatusLine::findingsRequested, m_docks, [this] { m_docks->showPane("findings"); });
    FindingsModel *findings = sharedFindings({&m_controller, m_feed, m_selection}, this);
    connect(findings, &CellTableModel::countsChanged, m_status,
            [this, findings] { m_status->setFindings(findings->totalCount()); });
    connect(findings, &QAbstractItemModel::modelReset, m_status,
            [this, findings] { m_status->setFindings(findings->totalCount()); });
}

QCoro::Task<void> MainWindow::setFault(QByteArray rule)
{
    const QPointer<MainWindow> self = this;
    const auto set = co_await m_faults->add(std::move(rule));
    if (self && !set)
        m_messages->showMessage(MessageBar::Kind::Error, tr("The fault was not set: %1").arg(coreText(set.error())));
}

void MainWindow::setupHistory()
{
    connect(m_feed, &FrameFeed::hubReplaced, m_selection, [this] {
        m_selection->clear();
        m_history->clear();
    });
    connect(m_actions->back, &QAction::triggered, m_history, &SelectionHistory::back);
    connect(m_actions->forward, &QAction::triggered, m_history, &SelectionHistory::forward);
    connect(m_history, &SelectionHistory::changed, this, [this] {
        m_actions->back->setEnabled(m_history->canGoBack());
        m_actions->forward->setEnabled(m_history->canGoForward());
    });
}

void MainWindow::setRemembers(bool remembers)
{
    m_remembers = remembers;
    m_place->setRemembers(remembers);
    m_notebook->setRemembers(remembers);
}

void MainWindow::restorePlace()
{
    const QRect room = screen()->availableGeometry();
    if (!restoreGeometry(m_settings.geometry())) {
        resize(ShippedSize.boundedTo(room.size()));
        move(room.center() - rect().center());
    }
    if (isMaximized() || isFullScreen())
        return;
    const QRect now = screen()->availableGeometry();
    const QSize size = this->size().boundedTo(now.size());
    const QPoint corner(qBound(now.left(), x(), now.right() + 1 - size.width()),
                        qBound(now.top(), y(), now.bottom() + 1 - size.height()));
    resize(size);
    move(corner);
    // How high the frame will be, nobody knows yet: where there is no room to spare, the status bar would be below the screen.
    if (size.width() == now.width() || size.height() + style()->pixelMetric(QStyle::PM_TitleBarHeight) > now.height())
        setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateViewed();
    if (std::exchange(m_restored, true))
        return;
    // Once the docks have their first sizes; before, restoring would lose them.
    QTimer::singleShot(0, this, [this] {
        if (!m_docks->restoreLayout(m_settings.layout()))
            m_docks->resetLayout();
        m_place->begin();
    });
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updateViewed();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::WindowStateChange)
        return;
    updateViewed();
    m_actions->fullScreen->setChecked(isFullScreen());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_place->save();
    event->accept();
    if (m_simulated)
        m_simulated->close();
}

void MainWindow::updateViewed()
{
    m_feed->setViewed(isVisible() && !isMinimized() && m_docks->anyPaneSeen());
}

void MainWindow::onStateChanged()
{
    using State = ServerController::State;
    const State state = m_controller.state();
    m_actions->showRunning(state == State::Running, state == State::Starting || state == State::Stopping);
    m_feed->setRunning(state == State::Running || state == State::Stopping);
    const QString address = QString::fromUtf8(m_controller.urls().join(", "));
    m_status->setState(state, address);
    showTitle();
}

void MainWindow::setProfileName(const QString &name)
{
    m_profileName = name;
    showTitle();
}

void MainWindow::showTitle()
{
    QStringList parts;
    if (m_controller.isRunning())
        parts += QString::fromUtf8(m_controller.urls().join(", "));
    if (!m_profileName.isEmpty())
        parts += m_profileName;
    setWindowTitle(parts.isEmpty() ? tr("Pushscope") : tr("%1 – Pushscope").arg(parts.join(QStringLiteral(" – "))));
}

void MainWindow::onStartFailed(const QString &reason)
{
    QString text = tr("The hub did not start: %1").arg(reason);
    QList<MessageBar::Offer> offers;
    const std::optional<TakenPort> taken = findTakenPort(m_controller.config().listen);
    if (taken) {
        const QString address = QString::fromUtf8(joinAddress(taken->address));
        text = taken->holder ? tr("%1 is in use by %2 (process %3).").arg(address, taken->holder->program).arg(taken->holder->pid)
                             : tr("%1 is in use, or may not be used by this account.").arg(address);
        text += u' ' + tr("Stop that program, or let the hub listen on another port.");
    }
    if (taken && taken->next != 0) {
        const QByteArray instead = joinAddress({taken->address.host, taken->next});
        offers.append(
            {tr("Start on port %1").arg(taken->next), [this, entry = taken->entry, instead] { startOn(entry, instead); }});
    }
    offers.append({tr("Settings…"), [this] { openSettings(); }});
    m_messages->showMessage(MessageBar::Kind::Error, text, offers, MessageBar::About::Hub);
}

void MainWindow::startOn(const QByteArray &entry, const QByteArray &instead)
{
    // For this run: what is in the settings stays as the user wrote it.
    ServerConfig config = m_controller.config();
    std::replace(config.listen.begin(), config.listen.end(), entry, instead);
    m_controller.setConfig(config);
    m_controller.start();
}

void MainWindow::onConfigChanged()
{
    if (!m_controller.needsRestart())
        return;
    m_messages->showMessage(MessageBar::Kind::Info,
                            tr("The hub still runs with its former settings: the new ones need a restart."),
                            {{tr("Restart now"), [this] { m_controller.restart(); }}}, MessageBar::About::Hub);
}

void MainWindow::openSettings(const QString &setting)
{
    auto *dialog = new SettingsDialog(m_controller, m_settings, this);
    if (!setting.isEmpty())
        dialog->goTo(setting);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &MainWindow::takeAppearance);
    connect(dialog, &SettingsDialog::newStartNeeded, this, &MainWindow::offerNewStart);
    dialog->open();
}

void MainWindow::openSimulatedClients()
{
    if (!m_simulated)
        m_simulated = new SimulatedClientsDialog(m_controller, *m_simulation, this);
    m_simulated->show();
    m_simulated->raise();
    m_simulated->activateWindow();
}

void MainWindow::openTestPage()
{
    QUrl url(QString::fromUtf8(m_controller.url() + '/'));
    url.setFragment(QStringLiteral("token=") + QString::fromUtf8(m_controller.makeToken("tester", true)));
    QDesktopServices::openUrl(url);
}

} // namespace pushscope
