// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/faultdesk.h"

#include "ui/feed/servercontroller.h"
#include "ui/models/coretext.h"

#include <QPointer>

namespace pushscope {

namespace {

QString failureText(const Error &error)
{
    return FaultDesk::tr("✖ Refused: %1").arg(coreText(error));
}

} // namespace

FaultDesk::FaultDesk(Commands commands, QObject *parent)
    : QObject(parent)
    , m_commands(std::move(commands))
{
}

FaultDesk::FaultDesk(ServerController &controller, QObject *parent)
    : FaultDesk({.add = [hub = &controller](QByteArray json) { return hub->addFault(std::move(json)); },
                 .remove = [hub = &controller](QByteArray id) { return hub->removeFault(std::move(id)); }},
                parent)
{
}

QCoro::Task<Result<FaultDesk::Ids>> FaultDesk::add(QByteArray json)
{
    return addAll({std::move(json)});
}

QCoro::Task<Result<FaultDesk::Ids>> FaultDesk::addAll(QList<QByteArray> rules)
{
    const QPointer<FaultDesk> self = this;
    Step step{.added = true, .rules = {}, .at = {}};
    Result<Ids> outcome = Ids();
    for (const QByteArray &json : std::as_const(rules)) {
        const Result<QByteArray> id = co_await m_commands.add(json);
        if (!self)
            co_return fail(Errc::Unavailable, tr("the window was closed").toUtf8());
        if (!id) {
            outcome = tl::unexpected(id.error());
            break;
        }
        step.rules.append({*id, json});
        outcome->append(*id);
    }
    const int count = int(step.rules.size());
    if (count > 0)
        push(std::move(step));
    Q_EMIT said(outcome ? tr("✔ %Ln rule(s) set.", nullptr, count) : failureText(outcome.error()), outcome.has_value());
    co_return outcome;
}

QCoro::Task<Result<void>> FaultDesk::remove(std::vector<FaultRow> rules)
{
    const QPointer<FaultDesk> self = this;
    Step step;
    Result<void> outcome;
    for (const FaultRow &rule : rules) {
        const Result<void> removed = co_await m_commands.remove(rule.id);
        if (!self)
            co_return fail(Errc::Unavailable, tr("the window was closed").toUtf8());
        if (removed)
            step.rules.append({rule.id, rule.json});
        else if (removed.error().code != Errc::NotFound) // else it ended by itself
            outcome = removed;
    }
    const int count = int(step.rules.size());
    if (count > 0)
        push(std::move(step));
    Q_EMIT said(outcome ? tr("✔ %Ln rule(s) removed.", nullptr, count) : failureText(outcome.error()), outcome.has_value());
    co_return outcome;
}

QCoro::Task<Result<void>> FaultDesk::undo()
{
    if (!canUndo())
        co_return Result<void>();
    Step step = m_steps.back();
    m_steps.pop_back();
    step.at = SystemClock().now();
    m_undone.push_back(step);
    co_return co_await revert(step);
}

QCoro::Task<Result<void>> FaultDesk::redo()
{
    if (!canRedo())
        co_return Result<void>();
    Step step = m_undone.back();
    m_undone.pop_back();
    step.at = SystemClock().now();
    m_steps.push_back(step);
    step.added = !step.added;
    co_return co_await revert(std::move(step));
}

QCoro::Task<Result<void>> FaultDesk::revert(Step step)
{
    const QPointer<FaultDesk> self = this;
    m_reverting = true;
    Q_EMIT undoChanged();
    Result<void> outcome = co_await revertRules(std::move(step));
    if (self) {
        m_reverting = false;
        Q_EMIT undoChanged();
    }
    co_return outcome;
}

QCoro::Task<Result<void>> FaultDesk::revertRules(Step step)
{
    const QPointer<FaultDesk> self = this;
    Result<void> outcome;
    for (const Rule &rule : step.rules) {
        Result<void> done;
        if (step.added) {
            done = co_await m_commands.remove(rule.id);
        } else {
            const Result<QByteArray> id = co_await m_commands.add(rule.json);
            if (id && self)
                self->rename(rule.id, *id);
            if (!id)
                done = tl::unexpected(id.error());
        }
        if (!self)
            co_return fail(Errc::Unavailable, tr("the window was closed").toUtf8());
        if (!done && done.error().code != Errc::NotFound)
            outcome = done;
    }
    const int count = int(step.rules.size());
    const QString good
        = step.added ? tr("↶ %Ln rule(s) removed again.", nullptr, count) : tr("↶ %Ln rule(s) brought back.", nullptr, count);
    Q_EMIT said(outcome ? good : failureText(outcome.error()), outcome.has_value());
    co_return outcome;
}

QString FaultDesk::undoText() const
{
    if (m_steps.empty())
        return {};
    const int count = int(m_steps.back().rules.size());
    return m_steps.back().added ? tr("Undo setting %Ln rule(s)", nullptr, count)
                                : tr("Undo removing %Ln rule(s)", nullptr, count);
}

void FaultDesk::forgetAll()
{
    m_steps.clear();
    m_undone.clear();
    m_atWork.clear();
    Q_EMIT undoChanged();
}

void FaultDesk::push(Step step)
{
    m_undone.clear();
    step.at = SystemClock().now();
    m_steps.push_back(std::move(step));
    if (m_steps.size() > MostSteps)
        m_steps.pop_front();
    Q_EMIT undoChanged();
    Q_EMIT stepMade();
}

void FaultDesk::rename(const QByteArray &from, const QByteArray &to)
{
    const auto renameIn = [&](Step &step) {
        for (Rule &rule : step.rules) {
            if (rule.id == from)
                rule.id = to;
        }
    };
    std::for_each(m_steps.begin(), m_steps.end(), renameIn);
    std::for_each(m_undone.begin(), m_undone.end(), renameIn);
}

} // namespace pushscope
