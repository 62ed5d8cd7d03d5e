// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's undo and redo: of what is typed, of filters, of faults and of marks.
#include "ui/feed/faultdesk.h"
#include "ui/feed/markdesk.h"
#include "ui/feed/servercontroller.h"
#include "ui/panes/filterbar.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/pane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QStatusBar>

namespace pushscope {

namespace {

// The filter of what has the focus, where a cell or a button put into it what stands there now.
FilterEdit *replacedFilter(const QList<PaneEntry> &panes)
{
    for (const PaneEntry &entry : panes) {
        FilterBar *bar = entry.pane->isAncestorOf(QApplication::focusWidget()) ? FilterBar::nearestIn(*entry.pane) : nullptr;
        if (bar && bar->filterEdit()->wasReplaced())
            return bar->filterEdit();
    }
    return nullptr;
}

// Does `line` or `text` with the field that has the focus, or with a filter that was set from outside of it, where that can take
// back what was typed.
template<typename Line, typename Text> bool inField(const QList<PaneEntry> &panes, Line line, Text text)
{
    QWidget *focused = QApplication::focusWidget();
    if (auto *edit = qobject_cast<QLineEdit *>(focused))
        return line(*edit);
    if (auto *edit = qobject_cast<QPlainTextEdit *>(focused))
        return text(*edit);
    FilterEdit *filter = replacedFilter(panes);
    return filter && line(*filter);
}

} // namespace

void MainWindow::setupMarks()
{
    connect(m_actions->mark, &QAction::triggered, this, &MainWindow::addMark);
    connect(m_markDesk, &MarkDesk::said, this, [this](const QString &text, bool good) {
        if (good)
            statusBar()->showMessage(text, 2000);
        else
            m_messages->showMessage(MessageBar::Kind::Error, text);
    });
    // What was undone before something else was done is no longer the next to be done again.
    connect(m_markDesk, &MarkDesk::stepMade, m_faults, &FaultDesk::forgetUndone);
    connect(m_faults, &FaultDesk::stepMade, m_markDesk, &MarkDesk::forgetUndone);
    connect(&m_controller, &ServerController::stateChanged, m_markDesk, [this](ServerController::State state) {
        if (state == ServerController::State::Starting)
            m_markDesk->forgetAll();
    });
}

void MainWindow::addMark()
{
    m_markDesk->add(tr("Mark %1").arg(++m_marks));
}

void MainWindow::undo()
{
    const bool done = inField(
        m_panes,
        [](QLineEdit &edit) {
            const bool can = edit.isUndoAvailable();
            edit.undo();
            return can;
        },
        [](QPlainTextEdit &edit) {
            const bool can = edit.document()->isUndoAvailable() && !edit.isReadOnly();
            edit.undo();
            return can;
        });
    if (done)
        return;
    if (m_markDesk->undoAt() > m_faults->undoAt())
        m_markDesk->undo();
    else
        m_faults->undo();
}

void MainWindow::redo()
{
    const bool done = inField(
        m_panes,
        [](QLineEdit &edit) {
            const bool can = edit.isRedoAvailable();
            edit.redo();
            return can;
        },
        [](QPlainTextEdit &edit) {
            const bool can = edit.document()->isRedoAvailable() && !edit.isReadOnly();
            edit.redo();
            return can;
        });
    if (done)
        return;
    if (m_markDesk->redoAt() > m_faults->redoAt())
        m_markDesk->redo();
    else
        m_faults->redo();
}

} // namespace pushscope
