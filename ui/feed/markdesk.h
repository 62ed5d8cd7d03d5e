// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MarkDesk: through which the window sets marks, and takes them back: the journal keeps what was written, so that a mark that was
// taken back is one that a later row says is void. GUI thread.

#include "base/clock.h"
#include "base/result.h"

#include <QCoroTask>
#include <QObject>
#include <functional>
#include <vector>

namespace pushscope {

class MarkDesk final : public QObject
{
    Q_OBJECT
public:
    // As ServerController::addMark().
    using Command = std::function<QCoro::Task<Result<void>>(QByteArray text, QByteArray op)>;
    explicit MarkDesk(Command command, QObject *parent = nullptr);

    QCoro::Task<Result<void>> add(QString text);
    QCoro::Task<Result<void>> undo(); // the last one that stands
    QCoro::Task<Result<void>> redo(); // the one that undo() took back last
    // When what undo() and redo() would revert was done; the epoch: there is nothing.
    [[nodiscard]] TimePoint undoAt() const noexcept { return m_set.empty() ? TimePoint{} : m_set.back().at; }
    [[nodiscard]] TimePoint redoAt() const noexcept { return m_undone.empty() ? TimePoint{} : m_undone.back().at; }
    void forgetUndone(); // something else was done since
    void forgetAll(); // another hub: its marks are gone

Q_SIGNALS:
    void stepMade(); // a mark was set: what was undone before can't be done again
    void said(const QString &text, bool good);

private:
    struct Mark {
        QString text;
        TimePoint at{};
    };
    QCoro::Task<Result<void>> tell(QString text, QByteArray op, QString good);

    Command m_command;
    std::vector<Mark> m_set;
    std::vector<Mark> m_undone;
};

} // namespace pushscope
