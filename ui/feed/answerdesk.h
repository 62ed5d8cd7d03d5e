// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswerDesk: the rules that answer, as the window keeps them: in the notebook, from one run to the next, and at work in each hub
// that is started. Borrows the controller and the notebook (may be null: then nothing is kept). GUI thread.

#include "answer/answerrule.h"

#include <QCoroTask>
#include <QObject>

namespace pushscope {

class Notebook;
class ServerController;

class AnswerDesk : public QObject
{
    Q_OBJECT
public:
    AnswerDesk(ServerController *controller, Notebook *notebook, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<AnswerText> &rules() const noexcept { return m_rules; }
    // Reads the rules that are kept under `key` of the notebook, and keeps them there from now on. A running hub has them at
    // once.
    void setKey(const QString &key);
    // Checked ones, each with a name of its own. They are kept, and a running hub has them at once.
    void setRules(std::vector<AnswerText> rules);
    [[nodiscard]] bool isAtWork() const; // the hub runs, and has them
    // A name that no rule has: `wanted`, or it with a number.
    [[nodiscard]] QByteArray freeName(const QByteArray &wanted) const;

    // All of them. Errc::Io with the reason.
    [[nodiscard]] Result<void> saveTo(const QString &path) const;
    // Instead of those there are. Errc::Io, Errc::Syntax with what is wrong in which rule.
    [[nodiscard]] Result<void> loadFrom(const QString &path);

Q_SIGNALS:
    void changed();
    void refused(const QString &reason); // by the hub

private:
    void read();
    void applyNow();
    QCoro::Task<void> apply();

    ServerController *m_controller;
    Notebook *m_notebook;
    QString m_key;
    std::vector<AnswerText> m_rules;
    QCoro::Task<void> m_applying; // the last one; finishes by itself
};

} // namespace pushscope
