// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultDesk: through which the window adds and removes fault rules, and takes it back: an added rule is removed, removed ones are
// added again. GUI thread.

#include "base/clock.h"
#include "base/result.h"
#include "observe/snapshot.h"

#include <QCoroTask>
#include <QObject>
#include <deque>
#include <functional>

namespace pushscope {

class ServerController;

class FaultDesk : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t MostSteps = 100; // the oldest can't be taken back any more

    struct Commands {
        std::function<QCoro::Task<Result<QByteArray>>(QByteArray json)> add; // gives the id
        std::function<QCoro::Task<Result<void>>(QByteArray id)> remove;
    };
    explicit FaultDesk(ServerController &controller, QObject *parent = nullptr); // borrowed
    explicit FaultDesk(Commands commands, QObject *parent = nullptr);

    // Each may finish after the desk is gone; errors are told by said() too.
    using Ids = QList<QByteArray>;
    QCoro::Task<Result<Ids>> add(QByteArray json);
    QCoro::Task<Result<Ids>> addAll(QList<QByteArray> rules); // one step; ends at the first that is refused
    QCoro::Task<Result<void>> remove(std::vector<FaultRow> rules); // one step
    QCoro::Task<Result<void>> removeAll() { return remove(m_atWork); } // that are known to be at work
    // Neither begins while one is under way: they would undo each other rule by rule.
    QCoro::Task<Result<void>> undo(); // the last step
    [[nodiscard]] bool canUndo() const noexcept { return !m_reverting && !m_steps.empty(); }
    QCoro::Task<Result<void>> redo(); // what undo() took back last
    [[nodiscard]] bool canRedo() const noexcept { return !m_reverting && !m_undone.empty(); }
    // When what undo() and redo() would revert was done; the epoch: there is nothing.
    [[nodiscard]] TimePoint undoAt() const noexcept { return m_steps.empty() ? TimePoint{} : m_steps.back().at; }
    [[nodiscard]] TimePoint redoAt() const noexcept { return m_undone.empty() ? TimePoint{} : m_undone.back().at; }
    void forgetUndone() { m_undone.clear(); } // something else was done since
    [[nodiscard]] QString undoText() const; // what undo() would do; empty: nothing
    void setAtWork(const std::vector<FaultRow> &rules) { m_atWork = rules; } // of each snapshot
    void forgetAll(); // another hub: its rules are gone

Q_SIGNALS:
    void undoChanged();
    void stepMade(); // by add() or remove()
    void said(const QString &text, bool good); // what became of the last command

private:
    struct Rule {
        QByteArray id, json;
    };
    struct Step {
        bool added = false; // else removed
        QList<Rule> rules;
        TimePoint at{}; // done, or undone
    };
    void push(Step step);
    QCoro::Task<Result<void>> revert(Step step); // does its opposite
    QCoro::Task<Result<void>> revertRules(Step step);
    void rename(const QByteArray &from, const QByteArray &to); // a rule that was added again has another id

    Commands m_commands;
    std::deque<Step> m_steps;
    std::vector<Step> m_undone; // until another step is made
    std::vector<FaultRow> m_atWork;
    bool m_reverting = false;
};

} // namespace pushscope
