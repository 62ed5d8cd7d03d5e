// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionnoting.h"

#include "session/sessionreader.h"
#include "ui/feed/selection.h"
#include "ui/models/eventsmodel.h"
#include "ui/models/logmodel.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/logpane.h"
#include "ui/shell/icons.h"
#include "ui/shell/keymap.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/marksdialog.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notedialog.h"
#include "ui/shell/sessionmarks.h"
#include "ui/shell/timeslider.h"

#include <QMenu>
#include <QMenuBar>

namespace pushscope {

namespace {

// What is selected, as what a comment can be about: the newest kind of selection first, then the time.
QList<NoteDialog::Place> placesOf(MainWindow &window, qint64 shownNs)
{
    QList<NoteDialog::Place> places;
    const Selection &selection = window.selection();
    const EventsModel *events = window.findChild<EventsPane *>()->model();
    const LogModel *log = window.findChild<LogPane *>()->model();
    if (const int row = selection.eventRef() ? events->rowOfKey(selection.eventRef()) : -1; row >= 0) {
        const JournalRow &event = events->rowAt(row);
        places.append(
            {SessionNoting::tr("the selected event, %1").arg(QString::fromUtf8(event.event ? event.event->type : event.type)),
             {0, event.monoNs, {}, event.seq.isNull() && event.event ? event.event->seq : event.seq, {}}});
    }
    if (const int row = selection.rowRef() ? log->rowOfKey(selection.rowRef()) : -1; row >= 0) {
        const JournalRow &entry = log->rowAt(row);
        places.append({SessionNoting::tr("the selected row of the log"), {0, entry.monoNs, entry.client, entry.seq, {}}});
    }
    places.append({SessionNoting::tr("the time shown"), {0, shownNs, {}, {}, {}}});
    if (!selection.client().isEmpty())
        places.append({SessionNoting::tr("the client %1 at the time shown").arg(QString::fromUtf8(selection.client())),
                       {0, shownNs, selection.client(), {}, {}}});
    return places;
}

} // namespace

SessionNoting::SessionNoting(MainWindow &window, TimeSlider &slider, const QString &path, bool isOwn)
    : QObject(&window)
    , m_window(window)
    , m_slider(slider)
    , m_marks(new SessionMarks(path, isOwn, this))
{
    setupActions();
    connect(m_marks, &SessionMarks::changed, this, &SessionNoting::showMarks);
    connect(m_marks, &SessionMarks::failed, this, [this](const QString &reason) {
        m_window.messages().showMessage(MessageBar::Kind::Error, tr("The comment was not kept: %1").arg(reason));
    });
    showMarks();
    m_marks->find();
}

void SessionNoting::setupActions()
{
    QAction *mark = m_window.actions().mark;
    mark->setText(tr("Mark or comment…"));
    mark->setStatusTip(tr("Keeps a comment on what is selected, or on the time shown, in the session's file"));
    mark->setToolTip(mark->statusTip());
    mark->setVisible(true);
    mark->setEnabled(true);
    // Its own command does nothing without a hub.
    QObject::disconnect(mark, &QAction::triggered, &m_window, nullptr);
    connect(mark, &QAction::triggered, this, &SessionNoting::ask);
    auto *menu = m_window.menuBar()->findChild<QMenu *>(QStringLiteral("session"));
    menu->menuAction()->setVisible(true);
    QList<QAction *> added;
    const auto add = [&](const char *name, const char *icon, const QString &text, const QKeySequence &key, auto act) {
        QAction *action = menu->addAction(themedIcon(QLatin1String(icon)), text, this, act);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        m_window.addAction(action);
        added.append(action);
    };
    add("all-marks", "log", tr("Marks and comments…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] { showAll(); });
    add("next-mark", "next", tr("Next mark"), Qt::CTRL | Qt::ALT | Qt::Key_Right, [this] { step(+1); });
    add("previous-mark", "previous", tr("Previous mark"), Qt::CTRL | Qt::ALT | Qt::Key_Left, [this] { step(-1); });
    m_window.keymap().add(added);
}

MarksDialog *SessionNoting::dialog() const noexcept
{
    return m_dialog;
}

void SessionNoting::showMarks()
{
    std::vector<qint64> times;
    for (const SessionMark &mark : m_marks->marks())
        times.push_back(mark.note.ns);
    m_slider.setMarks(std::move(times));
}

void SessionNoting::ask()
{
    auto *dialog = new NoteDialog(placesOf(m_window, m_slider.time()), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_marks->add(dialog->note()); });
    dialog->open();
}

void SessionNoting::showAll()
{
    if (!m_dialog) {
        m_dialog = new MarksDialog(*m_marks, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &MarksDialog::wanted, &m_slider, &TimeSlider::setTime);
        connect(m_dialog, &MarksDialog::addRequested, this, &SessionNoting::ask);
        connect(m_dialog, &MarksDialog::removed, this, [this](const SessionMark &gone) { offerBack(gone.note); });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SessionNoting::step(int by)
{
    qint64 found = 0;
    bool any = false;
    for (const SessionMark &mark : m_marks->marks()) { // by time
        const qint64 ns = mark.note.ns;
        if (by > 0 && ns > m_slider.time() && !any) {
            found = ns;
            any = true;
        } else if (by < 0 && ns < m_slider.time()) {
            found = ns;
            any = true;
        }
    }
    if (any)
        m_slider.setTime(found);
    else
        m_window.messages().showMessage(
            MessageBar::Kind::Info, by > 0 ? tr("There is no mark after this time.") : tr("There is no mark before this time."));
}

void SessionNoting::offerBack(const SessionNote &gone)
{
    m_window.messages().showMessage(MessageBar::Kind::Info, tr("The comment was removed."),
                                    {{tr("Undo"), [this, gone] { m_marks->add(gone); }}});
}

} // namespace pushscope
