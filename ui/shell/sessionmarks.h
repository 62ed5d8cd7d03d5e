// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionMarks: the marks that were recorded in a session, and the comments on it, which are kept in its file. Finds the ones and
// writes the others on a thread of its own, one thing at a time. GUI thread.

#include "ui/feed/filejob.h"
#include "ui/models/marksmodel.h"

#include <QObject>
#include <deque>
#include <memory>

namespace pushscope {

class SessionMarks : public QObject
{
    Q_OBJECT
public:
    // `path`: the session file; `isOwn`: comments may be kept in it, if it is whole.
    SessionMarks(const QString &path, bool isOwn, QObject *parent = nullptr);
    ~SessionMarks() override; // waits until all that was asked for is written

    // By time; complete once found() was said.
    [[nodiscard]] const std::vector<SessionMark> &marks() const noexcept { return m_marks; }
    [[nodiscard]] std::vector<SessionNote> notes() const; // the comments of these
    [[nodiscard]] bool isOwn() const noexcept { return m_isOwn; }
    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] bool isBusy() const noexcept { return m_job != nullptr; }

    void find(); // those that were recorded; once
    void add(const SessionNote &note);
    void change(quint64 id, const QByteArray &text);
    void remove(quint64 id);

Q_SIGNALS:
    void changed(); // of marks()
    void notesChanged(); // of notes()
    void failed(const QString &reason); // nothing was written

private:
    using Act = std::function<Result<void>()>; // on the job's thread
    void enqueue(Act act);
    void startNext();
    void take(std::vector<SessionMark> marks, bool recorded); // in place of those of this kind

    const QString m_path;
    const bool m_isOwn;
    SessionHead m_head;
    std::vector<SessionMark> m_marks;
    std::deque<Act> m_queue;
    std::unique_ptr<FileJob> m_job;
};

} // namespace pushscope
