// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/selection.h"

namespace pushscope {

void Selection::setClient(quint32 key, const QByteArray &client)
{
    if (key == m_now.clientKey && client == m_now.client)
        return;
    m_now.clientKey = key;
    m_now.client = client;
    Q_EMIT clientChanged(key);
    Q_EMIT changed();
    setClients(client.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{client});
}

void Selection::setClients(const QList<QByteArray> &clients)
{
    if (clients == m_clients)
        return;
    m_clients = clients;
    Q_EMIT clientsChanged(m_clients);
}

void Selection::setEvent(const EventPtr &event, quint64 ref)
{
    if (event == m_now.event && ref == m_now.eventRef)
        return;
    m_now.event = event;
    m_now.eventRef = ref;
    Q_EMIT eventChanged(event, ref);
    Q_EMIT changed();
    setSeq(event ? event->seq : Seq{});
}

void Selection::setSeq(Seq seq)
{
    if (seq == m_now.seq)
        return;
    m_now.seq = seq;
    Q_EMIT seqChanged(seq);
    Q_EMIT changed();
}

void Selection::setReconnect(quint32 key)
{
    if (std::exchange(m_now.reconnectKey, key) == key)
        return;
    Q_EMIT reconnectChanged(key);
    Q_EMIT changed();
}

void Selection::setFinding(quint32 key)
{
    if (std::exchange(m_now.findingKey, key) == key)
        return;
    Q_EMIT findingChanged(key);
    Q_EMIT changed();
}

void Selection::setRow(quint64 ref)
{
    if (std::exchange(m_now.rowRef, ref) == ref)
        return;
    Q_EMIT rowChanged(ref);
    Q_EMIT changed();
}

// The client first: panes follow it with what is theirs, and the rest then says which.
void Selection::restore(const State &state)
{
    const State wanted = state;
    setClient(wanted.clientKey, wanted.client);
    setReconnect(wanted.reconnectKey);
    setFinding(wanted.findingKey);
    setRow(wanted.rowRef);
    setEvent(wanted.event, wanted.eventRef);
    setSeq(wanted.seq);
}

void Selection::clear()
{
    restore({});
}

} // namespace pushscope
