// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Observer writes into the journal beside the facts of hub and endpoints: log lines, marks, faults.

#include "observe/observer.h"

namespace pushscope {

void Observer::log(const char *level, const QByteArray &text, const QByteArray &category)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Log;
    row.op = level;
    row.type = category;
    row.data = text;
    m_journal.add(std::move(row));
}

void Observer::answered(const ClientRecord &record, const char *level, const QByteArray &text, const QByteArray &cause)
{
    JournalRow row = rowOf(JournalRow::Kind::Log, record, level);
    row.type = "answer";
    row.data = text;
    row.cause = cause;
    m_journal.add(std::move(row));
}

void Observer::mark(const QByteArray &text, const QByteArray &op)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Mark;
    row.data = text;
    row.op = op;
    m_journal.add(std::move(row));
}

void Observer::fault(const QByteArray &op, const QByteArray &json, const QByteArray &cause)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Fault;
    row.op = op;
    row.data = json;
    row.cause = cause;
    m_journal.add(std::move(row));
}

void Observer::faultHit(const ClientRecord &record, const QByteArray &cause, const char *kind, Seq seq)
{
    JournalRow row = rowOf(JournalRow::Kind::Fault, record, "hit");
    row.type = kind;
    row.cause = cause;
    row.seq = seq;
    m_journal.add(std::move(row));
}

void Observer::faultActed(const char *op, const ClientRow &client, const QByteArray &cause, const char *kind)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Fault;
    row.op = op;
    row.client = client.client;
    row.connection = client.connection;
    row.protocol = client.protocol;
    row.type = kind;
    row.cause = cause;
    m_journal.add(std::move(row));
}

void Observer::eventLost(Subscriber &subscriber, const Event &event, quint64 fault)
{
    faultHit(*subscriber.record(), "fault " + QByteArray::number(fault) + " lose", "lose", event.seq);
    if (!event.isEphemeral())
        m_ledger.withheld(*subscriber.record(), event.seq, fault);
}

void Observer::eventRepeated(Subscriber &subscriber, const Event &event, quint64 fault)
{
    faultHit(*subscriber.record(), "fault " + QByteArray::number(fault) + " duplicate", "duplicate", event.seq);
}

void Observer::epochChanged()
{
    m_registry.forEach([this](ClientRecord &record) {
        record.forgetSeqs();
        touch(record);
    });
}

ClientRow Observer::current(ClientRecord &record)
{
    refreshQueue(record, m_clock.now());
    return clientRowOf(record);
}

} // namespace pushscope
