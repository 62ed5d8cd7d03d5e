// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Snapshots from which the tests of the timeline build what they look at.

#include "ui/timeline/timelinestore.h"

namespace pushscope {

class TimelineSamples
{
public:
    explicit TimelineSamples(quint64 generation = 1) { m_next.generation = generation; }

    TimelineSamples &at(Moment now)
    {
        m_now = now;
        return *this;
    }
    TimelineSamples &client(quint32 key, ClientState state = ClientState::Live, const QByteArray &user = "alice")
    {
        ClientRow row;
        row.key = key;
        row.client = name(key);
        row.user = user;
        row.protocol = protocolOf(key);
        row.state = state;
        row.connection = state == ClientState::Away ? 0 : m_connection[key];
        row.connectedAt = wallOf(m_now);
        m_next.changedClients.push_back(row);
        return *this;
    }
    TimelineSamples &open(quint32 key, quint64 connection)
    {
        m_connection[key] = connection;
        addRow(JournalRow::Kind::Conn, "open", key).connection = connection;
        return *this;
    }
    TimelineSamples &close(quint32 key, quint64 connection, const QByteArray &cause)
    {
        JournalRow &row = addRow(JournalRow::Kind::Conn, "close", key);
        row.connection = connection;
        row.cause = cause;
        return *this;
    }
    TimelineSamples &publish(quint64 seq, const QByteArray &type)
    {
        JournalRow &row = addRow(JournalRow::Kind::Event, "publish", 0);
        row.seq = Seq{seq};
        row.type = type;
        m_next.figures.head = Seq{seq};
        return *this;
    }
    TimelineSamples &deliver(quint32 key, quint64 seq, bool replayed = false)
    {
        m_next.deliveriesTracked = true;
        m_next.deliveries.push_back({key, quint32(seq), quint64(m_now.count()) << 1 | quint64(replayed)});
        return *this;
    }
    TimelineSamples &reconnect(quint32 key, quint32 reconnectKey, Verdict verdict, std::initializer_list<quint64> lost = {})
    {
        ReconnectRow row;
        row.key = reconnectKey;
        row.clientKey = key;
        row.client = name(key);
        row.at = wallOf(m_now);
        row.verdict = verdict;
        row.lost = lost.size();
        row.lostCause = lost.size() ? QByteArray("evicted") : QByteArray();
        for (const quint64 seq : lost)
            row.items.push_back({ReconnectRow::Item::What::Lost, Seq{seq}, row.at, 10, false, "evicted"});
        m_next.changedReconnects.push_back(row);
        return *this;
    }
    TimelineSamples &mark(const QByteArray &text, const QByteArray &op = {})
    {
        addRow(JournalRow::Kind::Mark, op, 0).data = text;
        return *this;
    }
    TimelineSamples &fault(const QByteArray &op, const QByteArray &cause, quint32 key = 0, const QByteArray &type = {})
    {
        JournalRow &row = addRow(JournalRow::Kind::Fault, op, key);
        row.cause = cause;
        row.type = type;
        return *this;
    }
    JournalRow &addRow(JournalRow::Kind kind, const QByteArray &op, quint32 key)
    {
        JournalRow row;
        row.kind = kind;
        row.op = op;
        row.monoNs = m_now.count();
        row.wall = wallOf(m_now);
        if (key != 0) {
            row.client = name(key);
            row.protocol = protocolOf(key);
        }
        m_next.journal.push_back(row);
        return m_next.journal.back();
    }
    Snapshot &next() { return m_next; }
    Snapshot take()
    {
        m_next.monoNs = m_now.count();
        m_next.figures.at = wallOf(m_now);
        m_next.figures.epoch = "k3f9";
        Snapshot taken;
        taken.generation = m_next.generation;
        taken.figures.head = m_next.figures.head;
        std::swap(taken, m_next);
        return taken;
    }

    static QByteArray name(quint32 key) { return "tab-" + QByteArray::number(key); }
    static ClientProtocol protocolOf(quint32 key) { return ClientProtocol(key % ProtocolCount); }
    static WallTime wallOf(Moment at) // the hub started at 21:00 UTC
    {
        return WallTime(std::chrono::hours(1'000'005)) + std::chrono::duration_cast<Milliseconds>(at);
    }

private:
    Snapshot m_next;
    Moment m_now{0};
    QHash<quint32, quint64> m_connection;
};

} // namespace pushscope
