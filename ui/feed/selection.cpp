// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/selection.h"

namespace pushscope {

void Selection::setClient(quint32 key, const QByteArray &client)
{
    if (key == m_clientKey && client == m_client)
        return;
    m_clientKey = key;
    m_client = client;
    Q_EMIT clientChanged(key);
}

void Selection::setEvent(const EventPtr &event, quint64 ref)
{
    if (event == m_event && ref == m_eventRef)
        return;
    m_event = event;
    m_eventRef = ref;
    Q_EMIT eventChanged(m_event, ref);
    setSeq(event ? event->seq : Seq{});
}

void Selection::setSeq(Seq seq)
{
    if (seq == m_seq)
        return;
    m_seq = seq;
    Q_EMIT seqChanged(seq);
}

void Selection::setReconnect(quint32 key)
{
    if (key == m_reconnectKey)
        return;
    m_reconnectKey = key;
    Q_EMIT reconnectChanged(key);
}

void Selection::clear()
{
    setClient(0, {});
    setEvent({}, 0);
    setSeq({});
    setReconnect(0);
}

} // namespace pushscope
