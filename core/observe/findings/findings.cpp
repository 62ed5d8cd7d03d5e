// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/findings.h"

namespace pushscope {

void Findings::opened(ClientRecord &record, const ConnectionFacts &facts, const Opening &opening, const Epoch &epoch, Moment at)
{
    const FindingSubject subject = subjectOf(record);
    if (record.live.size() == 1)
        m_cursors.asked(record, facts.cursor, epoch, opening.head, at);
    if (opening.returning)
        m_herd.cameBack(record, at);
    m_tries.letIn(subject, facts, opening.returning, at);
    m_doubles.opened(record, facts, opening.hostBefore, at);
    m_upgrades.opened(record, facts, opening.returning, at);
    if (facts.protocol == ClientProtocol::Poll)
        m_polls.asked(record, facts.cursor.isEmpty() ? PollHabits::Poll::First : PollHabits::Poll::Resumed, at);
}

void Findings::closed(ClientRecord &record, const Subscriber &subscriber, const QByteArray &cause, const Epoch &epoch, Moment at)
{
    m_doubles.closed(subscriber);
    m_upgrades.closed(record, cause, at);
    if (cause == "no pong")
        m_echoes.closedWithoutPong(record, epoch, at);
    m_echoes.left(record);
    if (subscriber.protocol() == ClientProtocol::Poll)
        m_polls.closed(record, cause, at);
    if (!record.isAway())
        return;
    m_cursors.left(record, cause, at);
    m_herd.left(record, at);
}

void Findings::refused(const ClientRecord *record, const ConnectionFacts &facts, int status, const QByteArray &reason, Moment at)
{
    if (record)
        m_polls.refused(record->key);
    m_tries.refused(record ? subjectOf(*record) : FindingSubject(), facts, status, reason, at);
}

void Findings::polled(ClientRecord &record, const QByteArray &cursor, quint64 due, const Epoch &epoch, Seq head, Moment at)
{
    record.spoke = true;
    m_polls.asked(record, PollHabits::Poll::Next, at);
    m_cursors.asked(record, cursor, epoch, head, at);
    if (cursor.isEmpty())
        m_cursors.polledWithout(record, due, at);
}

void Findings::pollAnswered(ClientRecord &record, const Epoch &epoch, Moment at)
{
    m_polls.answered(record, at);
    m_cursors.given(record, nullptr, epoch, at);
}

void Findings::upgradeBroken(const ClientRecord *record, const ConnectionFacts &facts, const QByteArray &how, Moment at)
{
    m_upgrades.broken(record ? subjectOf(*record) : FindingSubject(), facts, how, at);
}

void Findings::check(Moment at)
{
    m_queues.check(at);
    m_tries.check(at);
    m_doubles.check(at);
    m_echoes.check(at);
    m_upgrades.check(at);
}

void Findings::forget(ClientRecord &record)
{
    m_queues.forget(record);
    m_tries.forget(record.key);
    m_doubles.forget(record);
    m_polls.forget(record.key);
    m_echoes.left(record);
    m_upgrades.forget(record.key);
}

} // namespace pushscope
