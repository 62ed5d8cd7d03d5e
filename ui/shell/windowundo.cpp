// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's undo and redo: of what is typed, of filters, of faults, of rules that answer and of marks.
#include "ui/feed/answerdesk.h"
#include "ui/feed/faultdesk.h"
#include "ui/feed/markdesk.h"
#include "ui/feed/servercontroller.h"
#include "ui/panes/answerspane.h"
#include "ui/panes/filterbar.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/pane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTextDocument>

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

enum class Way : quint8 { Back, Forth };

// False where there is nothing to take back, or to do again.
bool step(QLineEdit &edit, Way way)
{
    const bool can = way == Way::Back ? edit.isUndoAvailable() : edit.isRedoAvailable();
    way == Way::Back ? edit.undo() : edit.redo();
    return can;
}

bool step(QPlainTextEdit &edit, Way way)
{
    const QTextDocument &text = *edit.document();
    const bool can = !edit.isReadOnly() && (way == Way::Back ? text.isUndoAvailable() : text.isRedoAvailable());
    way == Way::Back ? edit.undo() : edit.redo();
    return can;
}

// In the field that has the focus, or in a filter that was set from outside of it.
bool stepInField(const QList<PaneEntry> &panes, Way way)
{
    QWidget *focused = QApplication::focusWidget();
    if (auto *edit = qobject_cast<QLineEdit *>(focused))
        return step(*edit, way);
    if (auto *edit = qobject_cast<QPlainTextEdit *>(focused))
        return step(*edit, way);
    FilterEdit *filter = replacedFilter(panes);
    return filter && step(*filter, way);
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
    connect(&m_controller, &ServerController::stateChanged, m_markDesk, [this](ServerController::State state) {
        if (state == ServerController::State::Starting)
            m_markDesk->forgetAll();
    });
}

// What was undone before something else was done is no longer the next to be done again.
void MainWindow::connectUndo()
{
    AnswerDesk *answers = &answerDesk();
    connect(m_markDesk, &MarkDesk::stepMade, m_faults, &FaultDesk::forgetUndone);
    connect(m_markDesk, &MarkDesk::stepMade, answers, &AnswerDesk::forgetUndone);
    connect(m_faults, &FaultDesk::stepMade, m_markDesk, &MarkDesk::forgetUndone);
    connect(m_faults, &FaultDesk::stepMade, answers, &AnswerDesk::forgetUndone);
    connect(answers, &AnswerDesk::stepMade, m_markDesk, &MarkDesk::forgetUndone);
    connect(answers, &AnswerDesk::stepMade, m_faults, &FaultDesk::forgetUndone);
}

void MainWindow::addMark()
{
    m_markDesk->add(tr("Mark %1").arg(++m_marks));
}

AnswerDesk &MainWindow::answerDesk() const
{
    auto *pane = m_docks->findChild<AnswersPane *>();
    Q_ASSERT(pane);
    return pane->desk();
}

// Of faults, marks and rules that answer, whichever was changed last.
void MainWindow::undo()
{
    if (stepInField(m_panes, Way::Back))
        return;
    AnswerDesk &answers = answerDesk();
    if (answers.undoAt() > std::max(m_markDesk->undoAt(), m_faults->undoAt()))
        answers.undo();
    else if (m_markDesk->undoAt() > m_faults->undoAt())
        m_markDesk->undo();
    else
        m_faults->undo();
}

void MainWindow::redo()
{
    if (stepInField(m_panes, Way::Forth))
        return;
    AnswerDesk &answers = answerDesk();
    if (answers.redoAt() > std::max(m_markDesk->redoAt(), m_faults->redoAt()))
        answers.redo();
    else if (m_markDesk->redoAt() > m_faults->redoAt())
        m_markDesk->redo();
    else
        m_faults->redo();
}

} // namespace pushscope
