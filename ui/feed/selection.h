// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Selection: what is selected in one pane is selected in all. Keys are those of Snapshot; 0 or null: nothing. Setting what is set
// already says nothing, so that panes may follow each other without loops. Lives on the GUI thread.

#include "hub/event.h"

#include <QObject>

namespace pushscope {

class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] quint32 clientKey() const noexcept { return m_clientKey; }
    [[nodiscard]] const QByteArray &client() const noexcept { return m_client; } // its id, for the journal's rows
    [[nodiscard]] const EventPtr &event() const noexcept { return m_event; }
    [[nodiscard]] quint64 eventRef() const noexcept { return m_eventRef; } // of its journal row; 0: not from the journal
    [[nodiscard]] Seq seq() const noexcept { return m_seq; } // also known where the event itself is not kept any more
    [[nodiscard]] quint32 reconnectKey() const noexcept { return m_reconnectKey; }

    void setClient(quint32 key, const QByteArray &client);
    void setEvent(const EventPtr &event, quint64 ref);
    void setSeq(Seq seq); // an id whose event is looked up by who shows it
    void setReconnect(quint32 key);
    void clear(); // the hub was started again: all keys are void

Q_SIGNALS:
    void clientChanged(quint32 key);
    void eventChanged(const pushscope::EventPtr &event, quint64 ref);
    void seqChanged(pushscope::Seq seq);
    void reconnectChanged(quint32 key);

private:
    quint32 m_clientKey = 0;
    QByteArray m_client;
    EventPtr m_event;
    quint64 m_eventRef = 0;
    Seq m_seq;
    quint32 m_reconnectKey = 0;
};

} // namespace pushscope
