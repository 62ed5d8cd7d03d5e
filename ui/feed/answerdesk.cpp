// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/answerdesk.h"
#include "ui/feed/notebook.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/coretext.h"

#include <QFile>
#include <QPointer>
#include <QSaveFile>
#include <algorithm>
#include <utility>

namespace pushscope {

namespace {

constexpr qint64 LargestFile = 8 * 1024 * 1024;

tl::expected<std::vector<AnswerText>, AnswerListError> textsOf(const QByteArray &json)
{
    const auto rules = parseAnswerList(json);
    if (!rules)
        return tl::unexpected<AnswerListError>(rules.error());
    std::vector<AnswerText> texts;
    for (const AnswerRule &rule : *rules)
        texts.push_back(rule.text());
    return texts;
}

} // namespace

AnswerDesk::AnswerDesk(ServerController *controller, Notebook *notebook, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_notebook(notebook)
    , m_key(QStringLiteral("answers"))
{
    read();
    if (m_controller)
        connect(m_controller, &ServerController::started, this, [this] { m_applying = apply(); });
}

void AnswerDesk::read()
{
    m_rules.clear();
    if (!m_notebook)
        return;
    if (auto kept = textsOf(m_notebook->text(m_key).toUtf8()))
        m_rules = std::move(*kept);
}

void AnswerDesk::setKey(const QString &key)
{
    if (key == m_key)
        return;
    m_key = key;
    m_steps.clear();
    m_undone.clear();
    read();
    Q_EMIT changed();
    applyNow();
}

bool AnswerDesk::isAtWork() const
{
    return m_controller && m_controller->isRunning();
}

void AnswerDesk::applyNow()
{
    if (isAtWork())
        m_applying = apply();
}

void AnswerDesk::setRules(std::vector<AnswerText> rules)
{
    if (rules == m_rules)
        return;
    m_undone.clear();
    m_steps.push_back({m_rules, SystemClock().now()});
    if (m_steps.size() > MostSteps)
        m_steps.pop_front();
    take(std::move(rules));
    Q_EMIT stepMade();
}

void AnswerDesk::undo()
{
    revert(m_steps, m_undone, true);
}

void AnswerDesk::redo()
{
    revert(m_undone, m_steps, false);
}

void AnswerDesk::revert(Steps &from, Steps &to, bool undone)
{
    if (from.empty())
        return;
    to.push_back(std::move(from.back()));
    from.pop_back();
    const std::size_t first = exchange(to.back());
    Q_EMIT reverted(undone, first);
}

std::size_t AnswerDesk::exchange(Step &step)
{
    step.at = SystemClock().now();
    std::vector<AnswerText> rules = std::exchange(step.rules, m_rules);
    const auto differing = std::mismatch(rules.begin(), rules.end(), m_rules.begin(), m_rules.end()).first;
    const auto first = std::size_t(differing - rules.begin());
    take(std::move(rules));
    return first;
}

void AnswerDesk::take(std::vector<AnswerText> rules)
{
    m_rules = std::move(rules);
    if (m_notebook)
        m_notebook->setText(m_key, QString::fromUtf8(answerListJson(m_rules)));
    Q_EMIT changed();
    applyNow();
}

QByteArray AnswerDesk::freeName(const QByteArray &wanted) const
{
    QByteArray name = wanted;
    const auto isTaken = [&name](const AnswerText &rule) { return rule.name == name; };
    for (int n = 2; std::any_of(m_rules.begin(), m_rules.end(), isTaken); ++n)
        name = wanted + ' ' + QByteArray::number(n);
    return name;
}

Result<void> AnswerDesk::saveTo(const QString &path) const
{
    const QByteArray json = answerListJson(m_rules);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return fail(Errc::Io, file.errorString().toUtf8());
    return {};
}

Result<void> AnswerDesk::loadFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, file.errorString().toUtf8());
    if (file.size() > LargestFile)
        return fail(Errc::TooLarge, tr("this file is too large for a list of rules").toUtf8());
    auto texts = textsOf(file.readAll());
    if (!texts) {
        const AnswerListError &error = texts.error();
        const QString what = coreText(error.error.detail);
        return fail(
            Errc::Syntax,
            (error.index < 0
                 ? what
                 : tr("rule %1, %2: %3").arg(QString::number(error.index + 1), QString::fromUtf8(error.error.member), what))
                .toUtf8());
    }
    setRules(std::move(*texts));
    return {};
}

QCoro::Task<void> AnswerDesk::apply()
{
    const QPointer<AnswerDesk> self = this;
    const Result<void> result = co_await m_controller->setAnswers(answerListJson(m_rules));
    if (self && !result)
        Q_EMIT refused(coreText(result.error()));
}

} // namespace pushscope
