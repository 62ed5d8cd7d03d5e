// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswerDesk: the rules that answer, as the window keeps them: in the notebook, from one run to the next, and at work in each hub
// that is started; each change of them is taken back and done again. Borrows the controller and the notebook (may be null: then
// nothing is kept). GUI thread.

#include "answer/answerrule.h"
#include "base/clock.h"

#include <QCoroTask>
#include <QObject>
#include <deque>

namespace pushscope {

class Notebook;
class ServerController;

class AnswerDesk : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t MostSteps = 100; // the oldest can't be taken back any more

    AnswerDesk(ServerController *controller, Notebook *notebook, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<AnswerText> &rules() const noexcept { return m_rules; }
    // Reads the rules that are kept under `key` of the notebook, and keeps them there from now on. A running hub has them at
    // once. What was changed before can't be taken back: it was changed elsewhere.
    void setKey(const QString &key);
    // Checked ones, each with a name of its own. They are kept, and a running hub has them at once. One step.
    void setRules(std::vector<AnswerText> rules);
    void undo(); // the last step
    void redo(); // what undo() took back last
    [[nodiscard]] bool canUndo() const noexcept { return !m_steps.empty(); }
    // When what undo() and redo() would revert was done; the epoch: there is nothing.
    [[nodiscard]] TimePoint undoAt() const noexcept { return m_steps.empty() ? TimePoint{} : m_steps.back().at; }
    [[nodiscard]] TimePoint redoAt() const noexcept { return m_undone.empty() ? TimePoint{} : m_undone.back().at; }
    void forgetUndone() { m_undone.clear(); } // something else was done since
    [[nodiscard]] bool isAtWork() const; // the hub runs, and has them
    // A name that no rule has: `wanted`, or it with a number.
    [[nodiscard]] QByteArray freeName(const QByteArray &wanted) const;

    // All of them. Errc::Io with the reason.
    [[nodiscard]] Result<void> saveTo(const QString &path) const;
    // Instead of those there are. Errc::Io, Errc::Syntax with what is wrong in which rule.
    [[nodiscard]] Result<void> loadFrom(const QString &path);

Q_SIGNALS:
    void changed();
    void stepMade(); // by setRules()
    void reverted(bool undone, std::size_t first); // or done again; the first rule that is another one now
    void refused(const QString &reason); // by the hub

private:
    struct Step {
        std::vector<AnswerText> rules; // of the other side of the step
        TimePoint at{}; // done, or undone
    };
    using Steps = std::deque<Step>;
    void read();
    void take(std::vector<AnswerText> rules);
    void revert(Steps &from, Steps &to, bool undone);
    [[nodiscard]] std::size_t exchange(Step &step); // its rules for the present ones; the first that differs
    void applyNow();
    QCoro::Task<void> apply();

    ServerController *m_controller;
    Notebook *m_notebook;
    QString m_key;
    std::vector<AnswerText> m_rules;
    Steps m_steps;
    Steps m_undone; // until another step is made
    QCoro::Task<void> m_applying; // the last one; finishes by itself
};

} // namespace pushscope
