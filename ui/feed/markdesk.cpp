// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/markdesk.h"

#include "ui/models/coretext.h"

#include <QPointer>

namespace pushscope {

MarkDesk::MarkDesk(Command command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
{
}

QCoro::Task<Result<void>> MarkDesk::add(QString text)
{
    const QPointer<MarkDesk> self = this;
    const Result<void> done = co_await tell(text, {}, tr("%1 set").arg(text));
    if (self && done) {
        self->m_undone.clear();
        self->m_set.push_back({text, SystemClock().now()});
        Q_EMIT stepMade();
    }
    co_return done;
}

QCoro::Task<Result<void>> MarkDesk::undo()
{
    if (m_set.empty())
        co_return Result<void>();
    const QString text = m_set.back().text;
    m_set.pop_back();
    m_undone.push_back({text, SystemClock().now()});
    co_return co_await tell(text, "withdrawn", tr("↶ %1 taken back").arg(text));
}

QCoro::Task<Result<void>> MarkDesk::redo()
{
    if (m_undone.empty())
        co_return Result<void>();
    const QString text = m_undone.back().text;
    m_undone.pop_back();
    m_set.push_back({text, SystemClock().now()});
    co_return co_await tell(text, "restored", tr("%1 set again").arg(text));
}

QCoro::Task<Result<void>> MarkDesk::tell(QString text, QByteArray op, QString good)
{
    const QPointer<MarkDesk> self = this;
    const Result<void> done = co_await m_command(text.toUtf8(), op);
    if (self)
        Q_EMIT said(done ? good : tr("The mark could not be set: %1").arg(coreText(done.error())), done.has_value());
    co_return done;
}

void MarkDesk::forgetUndone()
{
    m_undone.clear();
}

void MarkDesk::forgetAll()
{
    m_set.clear();
    m_undone.clear();
}

} // namespace pushscope
