// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionwindow.h"

#include "session/sessionimport.h"
#include "session/sessionplayer.h"
#include "ui/feed/filejob.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/coretext.h"
#include "ui/panes/inspectorpane.h"
#include "ui/panes/throughputpane.h"
#include "ui/shell/icons.h"
#include "ui/shell/keymap.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/playbackdialog.h"
#include "ui/shell/sessionfinding.h"
#include "ui/shell/sessionflow.h"
#include "ui/shell/sessionmarks.h"
#include "ui/shell/sessionnoting.h"
#include "ui/shell/statusline.h"
#include "ui/shell/timeslider.h"
#include "ui/timeline/timelineview.h"

#include <QCloseEvent>
#include <QEventLoop>
#include <QFileInfo>
#include <QMenuBar>
#include <QProgressBar>
#include <QProgressDialog>
#include <QTemporaryDir>
#include <limits>

namespace pushscope {

namespace {

constexpr int ShowProgressAfterMs = 200;
constexpr int HistorySeconds = 60; // of the charts, after a jump

// Cancels the job. Its bar is moved by itself: QProgressDialog::setValue() would run events, and they may delete it.
void showProgress(QProgressDialog &dialog, FileJob &job)
{
    auto *bar = new QProgressBar;
    bar->setRange(0, 1000);
    dialog.setBar(bar);
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setMinimumDuration(ShowProgressAfterMs);
    dialog.setAutoReset(false);
    QObject::connect(&dialog, &QProgressDialog::canceled, &job, &FileJob::cancel);
    QObject::connect(&job, &FileJob::progressed, bar, &QProgressBar::setValue);
}

// On a thread of its own, with a dialog that can cancel it. Waits in an event loop, in which `parent` may be deleted and the
// dialog with it: that cancels it, too, as does the program's end.
Result<ImportReport> importWithProgress(const QString &source, const QString &target, QWidget *parent)
{
    const auto report = std::make_shared<ImportReport>();
    FileJob job([source, target, report](const FileJob::Progress &progress) {
        return importSession(source, target, [&](qint64 done, qint64 total) { return progress(quint64(done), quint64(total)); })
            .map([&report](const ImportReport &done) {
                *report = done;
                return done.rows;
            });
    });
    const QPointer<QProgressDialog> dialog = new QProgressDialog(
        SessionWindow::tr("Importing %1").arg(QFileInfo(source).fileName()), SessionWindow::tr("Cancel"), 0, 1000, parent);
    showProgress(*dialog, job);
    Result<ImportReport> result = fail(Errc::Cancelled, "cancelled");
    QEventLoop loop;
    QObject::connect(dialog, &QObject::destroyed, &loop, &QEventLoop::quit);
    QObject::connect(&job, &FileJob::finished, &loop, [&](quint64, bool cancelled, const QString &error) {
        if (!cancelled && !error.isEmpty())
            result = fail(Errc::Corrupt, error.toUtf8());
        else if (!cancelled)
            result = *report;
        loop.quit();
    });
    job.start();
    loop.exec();
    if (!dialog)
        return fail(Errc::Cancelled, "cancelled"); // the window was closed
    delete dialog;
    return result;
}

} // namespace

Result<SessionWindow *> SessionWindow::open(const QString &path, Settings &settings, QWidget *parent)
{
    std::unique_ptr<QTemporaryDir> imported;
    QString file = path;
    ImportReport report;
    if (isSessionLog(path)) {
        imported = std::make_unique<QTemporaryDir>();
        file = imported->filePath(QStringLiteral("imported.pushscope"));
        const auto done = importWithProgress(path, file, parent);
        if (!done)
            return tl::unexpected(done.error());
        report = *done;
    }
    auto reader = SessionReader::open(file);
    if (!reader)
        return tl::unexpected(reader.error());
    auto controller = std::make_unique<ServerController>();
    auto player = std::make_unique<SessionPlayer>(std::move(*reader), controller->observatory());
    auto *window
        = new SessionWindow(QFileInfo(path).fileName(), std::move(player), std::move(controller), settings, imported == nullptr);
    window->m_imported = std::move(imported);
    window->m_report = report;
    window->showDamage();
    return window;
}

SessionWindow::SessionWindow(const QString &name, std::unique_ptr<SessionPlayer> player,
                             std::unique_ptr<ServerController> controller, Settings &settings, bool isOwn)
    : m_name(name)
    , m_controller(std::move(controller))
    , m_player(std::move(player))
    , m_window(std::make_unique<MainWindow>(*m_controller, settings, MainWindow::Shows::Recording))
    , m_slider(new TimeSlider)
    , m_flow(new SessionFlow(*m_window))
    , m_noting(new SessionNoting(*m_window, *m_slider, m_player->reader().path(), isOwn))
{
    m_window->setRemembers(false);
    m_window->addToolBar(Qt::BottomToolBarArea, m_slider);
    m_finding = new SessionFinding(*m_window, *m_player, *m_slider);
    for (auto *inspector : m_window->findChildren<InspectorPane *>())
        inspector->setSession([path = m_player->reader().path()] { return path; });
    m_window->keymap().add({m_slider->runAction()});
    m_window->installEventFilter(this);
    setupActions();
    setupTime();
    showName();
}

SessionWindow::~SessionWindow() = default;

void SessionWindow::setupActions()
{
    const auto name = [this] { return QFileInfo(m_name).completeBaseName(); };
    QAction *save = m_window->actions().saveSession;
    save->setEnabled(true);
    connect(save, &QAction::triggered, this, [this, name] { m_flow->askCopy(m_player->reader().path(), name()); });
    m_window->setExporter([this, name] {
        m_flow->askExport(m_player->reader().path(), name(), m_slider->time());
        return true;
    });
}

void SessionWindow::setupTime()
{
    FrameFeed &feed = m_window->feed();
    connect(m_slider, &TimeSlider::timeChanged, this, [this](qint64 ns) {
        m_selected = m_window->selection().state();
        m_player->seek(ns);
        poll();
    });
    // After a jump everything is told anew; keys are those of the recording and stay.
    connect(&feed, &FrameFeed::hubReplaced, this, &SessionWindow::fillHistory);
    connect(&feed, &FrameFeed::snapshotReady, this, [this] {
        if (std::exchange(m_jumped, false))
            showTimeline();
        if (m_player->reader().damage() != m_damageTold) // a part that was not read before
            showDamage();
        if (m_selected != Selection::State())
            m_window->selection().restore(std::exchange(m_selected, {}));
    });
    connect(&m_noting->marks(), &SessionMarks::notesChanged, this, [this] {
        m_selected = m_window->selection().state();
        m_player->setNotes(m_noting->marks().notes());
        poll();
    });
    m_slider->setSpan(m_player->beginNs(), m_player->endNs(), m_player->reader().head().wallStart);
}

// The answer is queued by then, so that what is queued behind it finds it ready: no frame has to be waited for.
void SessionWindow::poll()
{
    FrameFeed &feed = m_window->feed();
    feed.poll();
    QMetaObject::invokeMethod(&feed, &FrameFeed::poll, Qt::QueuedConnection);
}

// The charts show what was before the time, and a snapshot has only what is.
void SessionWindow::fillHistory()
{
    m_jumped = true;
    Snapshot before;
    before.generation = m_player->generation();
    const auto figures = m_player->reader().figuresBefore(m_player->at(), std::chrono::seconds(1), HistorySeconds);
    const auto charts = m_window->findChildren<ThroughputPane *>();
    for (const HubFigures &one : figures) {
        before.figures = one;
        m_window->status().applyFigures(one);
        for (ThroughputPane *pane : charts)
            pane->take(before);
    }
}

// All of it at first; then the time shown at the zoom that was chosen.
void SessionWindow::showTimeline()
{
    auto *timeline = m_window->findChild<TimelineView *>();
    if (m_player->generation() == 1)
        timeline->fitAll();
    else
        timeline->follow();
}

void SessionWindow::showName()
{
    m_window->setWindowTitle(tr("%1 (recorded) – Pushscope").arg(m_name));
    m_window->status().setRecorded(m_name);
}

QString SessionWindow::damageText()
{
    SessionReader &reader = m_player->reader();
    (void)reader.stateAt(m_player->endNs()); // what is damaged shows itself when it is read
    if (!reader.damage().isEmpty())
        return tr("A part of %1 is damaged; what can be read is shown. The file is left as it is. (%2)")
            .arg(m_name, coreText(reader.damage()));
    QStringList parts;
    if (m_report.unreadable > 0)
        parts += tr("%Ln line(s) or entry(ies) of it are not understood.", nullptr,
                    int(std::min<quint64>(m_report.unreadable, std::numeric_limits<int>::max())));
    if (m_report.torn)
        parts += tr("Its last line is cut off: its end is missing.");
    if (!parts.isEmpty())
        parts.prepend(tr("What can be read of %1 is shown; the file is left as it is.").arg(m_name));
    return parts.join(u' ');
}

void SessionWindow::showDamage()
{
    using Kind = MessageBar::Kind;
    const QString damage = damageText();
    m_damageTold = m_player->reader().damage();
    if (!damage.isEmpty())
        m_window->messages().showMessage(Kind::Warning, damage);
    else if (m_player->reader().span().rows() == 0)
        m_window->messages().showMessage(Kind::Info, tr("%1 has no rows.").arg(m_name));
    else if (!m_player->reader().ended())
        m_window->messages().showMessage(
            Kind::Info,
            tr("%1 was not ended: it is still being recorded, or its program was killed. Shown is what had been written.")
                .arg(m_name));
}

void SessionWindow::setHub(ServerController &hub)
{
    auto *menu = m_window->menuBar()->findChild<QMenu *>(QStringLiteral("session"));
    menu->menuAction()->setVisible(true);
    QAction *play = menu->addAction(themedIcon(QStringLiteral("start")), tr("Play back into the hub…"));
    play->setObjectName(QStringLiteral("play-back"));
    play->setStatusTip(tr("Publishes the events of this session again, with the spacing that they had"));
    connect(play, &QAction::triggered, this, [this, hub = QPointer(&hub)] {
        if (hub)
            openPlayback(*hub);
    });
}

PlaybackDialog *SessionWindow::playback() const noexcept
{
    return m_playback;
}

void SessionWindow::openPlayback(ServerController &hub)
{
    if (!m_playback) {
        m_playback = new PlaybackDialog(m_player->reader().path(), m_slider->time(), hub, m_window.get());
        m_playback->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_playback->show();
    m_playback->raise();
    m_playback->activateWindow();
}

bool SessionWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window.get() && event->type() == QEvent::Close)
        deleteLater();
    return QObject::eventFilter(watched, event);
}

} // namespace pushscope
