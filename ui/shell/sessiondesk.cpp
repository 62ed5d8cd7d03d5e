// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessiondesk.h"

#include "session/sessionplayer.h"
#include "ui/feed/recording.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/coretext.h"
#include "ui/panes/inspectorpane.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notifier.h"
#include "ui/shell/recordinglabel.h"
#include "ui/shell/rulesdrop.h"
#include "ui/shell/sessioncomparing.h"
#include "ui/shell/sessionflow.h"
#include "ui/shell/sessionwindow.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QLocale>
#include <QMenuBar>
#include <QMimeData>
#include <QStandardPaths>
#include <QStatusBar>
#include <QUrl>
#include <limits>

namespace pushscope {

namespace {

constexpr qsizetype MostEarlier = 20; // in the menu

QStringList filesOf(const QMimeData *data)
{
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

SessionDesk::SessionDesk(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

SessionDesk::~SessionDesk()
{
    for (const QPointer<SessionWindow> &session : std::as_const(m_sessions))
        delete session;
}

void SessionDesk::attachHub(MainWindow &window, ServerController &controller, Recording &recording)
{
    m_hubWindow = &window;
    m_hub = &controller;
    m_recording = &recording;
    recording.setIsOpen([desk = QPointer(this)](const QString &path) { return desk && desk->isOpen(path); });
    attach(window);
    auto *label = new RecordingLabel(recording, &window);
    window.statusBar()->addPermanentWidget(label);
    connect(label, &RecordingLabel::stoppedByItself, &window, [&window](const QString &error) {
        window.messages().showMessage(MessageBar::Kind::Error, tr("Nothing is recorded any more: %1").arg(error));
        window.notifier().recordingStopped(error);
    });
    const Actions &actions = window.actions();
    auto *flow = new SessionFlow(window);
    const auto name = [&recording] { return QFileInfo(recording.path()).completeBaseName(); };
    connect(actions.saveSession, &QAction::triggered, flow, [=, &recording] { flow->askCopy(recording.path(), name()); });
    window.setExporter([=, &recording] {
        if (recording.path().isEmpty())
            return false;
        flow->askExport(recording.path(), name(), std::numeric_limits<qint64>::min());
        return true;
    });
    for (auto *inspector : window.findChildren<InspectorPane *>())
        inspector->setSession([&recording] { return recording.path(); });
    connect(&controller, &ServerController::startFailed, &recording, &Recording::discard);
    const auto refresh = [=, &recording] {
        actions.saveSession->setEnabled(!recording.path().isEmpty());
        label->refresh();
    };
    connect(&controller, &ServerController::stateChanged, label, refresh);
    refresh();
}

void SessionDesk::attach(MainWindow &window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    connect(window.actions().openSession, &QAction::triggered, this, [this, &window] { ask(window); });
    addEarlier(window);
}

void SessionDesk::addEarlier(MainWindow &window)
{
    auto *menu = new QMenu(tr("Earlier recordings"), &window);
    menu->setIcon(themedIcon(QStringLiteral("log")));
    window.menuBar()->findChild<QMenu *>(QStringLiteral("file"))->insertMenu(window.actions().saveSession, menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &window] { fillEarlier(*menu, window); });
}

void SessionDesk::fillEarlier(QMenu &menu, MainWindow &window)
{
    menu.clear();
    const QFileInfoList files = m_recording ? m_recording->earlier() : Recording(Recording::defaultFolder()).earlier();
    for (const QFileInfo &file : files.first(std::min(files.size(), MostEarlier))) {
        const QString text = tr("%1 (%2)").arg(file.completeBaseName(), QLocale().formattedDataSize(file.size(), 1));
        menu.addAction(text, this, [this, path = file.filePath(), &window] { open(path, &window); });
    }
    if (files.isEmpty())
        menu.addAction(tr("None"))->setEnabled(false);
}

void SessionDesk::ask(MainWindow &window)
{
    const QPointer<MainWindow> from = &window; // may be closed meanwhile
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString file = QFileDialog::getOpenFileName(&window, tr("Open session"), folder,
                                                      tr("Sessions (*.pushscope *.jsonl *.har);;All files (*)"));
    if (from && !file.isEmpty())
        open(file, from);
}

SessionWindow *SessionDesk::open(const QString &path, MainWindow *window)
{
    const QPointer<MainWindow> from = window; // may be closed while a log is imported
    m_lastError.clear();
    const auto opened = SessionWindow::open(path, m_settings, window);
    if (!opened) {
        if (opened.error().code == Errc::Cancelled)
            return nullptr;
        m_lastError = tr("The session was not opened: %1").arg(coreText(opened.error()));
        if (from)
            from->messages().showMessage(MessageBar::Kind::Error, m_lastError);
        return nullptr;
    }
    SessionWindow *session = *opened;
    m_sessions.removeIf([](const QPointer<SessionWindow> &one) { return one.isNull(); });
    m_sessions.append(session);
    if (m_hub)
        session->setHub(*m_hub);
    MainWindow &own = session->window();
    attach(own);
    new SessionComparing(*session, *this);
    own.restorePlace();
    own.show();
    return session;
}

QList<SessionWindow *> SessionDesk::sessions() const
{
    QList<SessionWindow *> all;
    for (const QPointer<SessionWindow> &session : m_sessions) {
        if (session)
            all.append(session);
    }
    return all;
}

bool SessionDesk::isOpen(const QString &path) const
{
    const QString wanted = QFileInfo(path).canonicalFilePath();
    const QList<SessionWindow *> all = sessions();
    return std::any_of(all.cbegin(), all.cend(), [&wanted](SessionWindow *session) {
        return QFileInfo(session->player().reader().path()).canonicalFilePath() == wanted;
    });
}

void SessionDesk::closeAll()
{
    const QList<SessionWindow *> all = sessions();
    for (SessionWindow *session : all)
        session->window().close();
}

bool SessionDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close && watched == m_hubWindow)
        closeAll();
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event); // a QDragEnterEvent is one
    const QStringList files = filesOf(drop->mimeData());
    if (files.isEmpty())
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop) {
        const QPointer<MainWindow> window = qobject_cast<MainWindow *>(watched);
        for (const QString &file : files) {
            if (!window)
                break; // closed while the one before was imported
            if (window != m_hubWindow || !offerDropped(file, *window))
                open(file, window);
        }
    }
    return true;
}

} // namespace pushscope
