// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionfinding.h"

#include "session/sessionplayer.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/models/celltext.h"
#include "ui/models/eventsmodel.h"
#include "ui/models/logmodel.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/logpane.h"
#include "ui/shell/findbar.h"
#include "ui/shell/icons.h"
#include "ui/shell/keymap.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/timeslider.h"

#include <QMenu>
#include <QMenuBar>

namespace pushscope {

namespace {

constexpr qsizetype LongestText = 300; // octets of a row that are shown

QString textOf(const SessionRow &row)
{
    QByteArrayList parts;
    for (const QByteArray &part : {row.kind, row.op, row.client, row.type, row.cause, row.data.left(LongestText)}) {
        if (!part.isEmpty())
            parts += part;
    }
    return lineText(parts.join(' '));
}

} // namespace

SessionFinding::SessionFinding(MainWindow &window, SessionPlayer &player, TimeSlider &slider)
    : QObject(&window)
    , m_window(window)
    , m_player(player)
    , m_slider(slider)
    , m_search(new SessionSearch(player.reader().path(), this))
    , m_bar(new FindBar(*m_search))
{
    window.insertToolBar(&slider, m_bar);
    window.insertToolBarBreak(&slider);
    m_bar->hide();
    QAction *find = new QAction(themedIcon(QStringLiteral("search")), tr("Find in the session…"), this);
    find->setObjectName(QStringLiteral("find-in-session"));
    find->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F); // Ctrl+F is the filter of the pane with the focus
    find->setStatusTip(tr("Words, or a condition, in all that was recorded"));
    window.menuBar()->findChild<QMenu *>(QStringLiteral("session"))->addAction(find);
    window.addAction(find);
    window.keymap().add(QList<QAction *>{find} + m_bar->keyActions());
    connect(find, &QAction::triggered, m_bar, &FindBar::open);
    connect(m_bar, &FindBar::hitReached, this, &SessionFinding::goTo);
    connect(&slider, &TimeSlider::timeChanged, m_bar, &FindBar::setPlace);
    // Later: what was selected before the jump is brought back first.
    const auto later = [this] { QMetaObject::invokeMethod(this, &SessionFinding::selectRow, Qt::QueuedConnection); };
    const CellTableModel *models[] = {window.findChild<EventsPane *>()->model(), window.findChild<LogPane *>()->model()};
    for (const CellTableModel *model : models)
        connect(model, &CellTableModel::countsChanged, this, later);
    connect(&window.feed(), &FrameFeed::snapshotReady, this, later);
}

void SessionFinding::goTo(const SearchHit &hit)
{
    m_wantedRef = 0;
    QString text;
    const auto chunk = hit.row ? m_player.reader().chunkAfter(hit.row - 1) : std::nullopt;
    if (chunk && chunk->first <= hit.row) {
        RowDecoder decoder(chunk->body, chunk->count);
        PackedRow packed;
        for (quint64 number = chunk->first; decoder.next(packed) && number < hit.row; ++number) { }
        const SessionRow row = m_player.reader().row(packed);
        m_wantedRef = isWireRow(row) ? 0 : row.ref;
        text = textOf(row);
    } else if (hit.row == 0) {
        text = tr("a comment");
    }
    m_bar->showHit(text);
    m_slider.setTime(hit.ns);
    selectRow(); // where that time was shown already
}

void SessionFinding::selectRow()
{
    if (m_wantedRef == 0 || m_player.shownNs() != m_slider.time())
        return;
    const auto *events = m_window.findChild<EventsPane *>()->model();
    const auto *log = m_window.findChild<LogPane *>()->model();
    if (!events->holds(m_wantedRef) && !log->holds(m_wantedRef))
        return; // it comes with a batch
    m_window.selection().setRow(std::exchange(m_wantedRef, 0));
}

} // namespace pushscope
