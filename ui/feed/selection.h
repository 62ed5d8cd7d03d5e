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

    // All of it, as it can be brought back.
    struct State {
        quint32 clientKey = 0;
        QByteArray client;
        EventPtr event;
        quint64 eventRef = 0;
        Seq seq;
        quint32 reconnectKey = 0;
        quint32 findingKey = 0;
        quint64 rowRef = 0;
        bool operator==(const State &) const = default;
    };

    [[nodiscard]] quint32 clientKey() const noexcept { return m_now.clientKey; }
    [[nodiscard]] const QByteArray &client() const noexcept { return m_now.client; } // its id, for the journal's rows
    [[nodiscard]] const QList<QByteArray> &clients() const noexcept { return m_clients; } // what is done to several is for these
    [[nodiscard]] const EventPtr &event() const noexcept { return m_now.event; }
    [[nodiscard]] quint64 eventRef() const noexcept { return m_now.eventRef; } // of its journal row; 0: not from the journal
    [[nodiscard]] Seq seq() const noexcept { return m_now.seq; } // also known where the event itself is not kept any more
    [[nodiscard]] quint32 reconnectKey() const noexcept { return m_now.reconnectKey; }
    [[nodiscard]] quint32 findingKey() const noexcept { return m_now.findingKey; }
    [[nodiscard]] quint64 rowRef() const noexcept { return m_now.rowRef; } // of any journal row that was gone to
    [[nodiscard]] const State &state() const noexcept { return m_now; }

    void setClient(quint32 key, const QByteArray &client);
    void setClients(const QList<QByteArray> &clients); // ids of all that are selected in the Clients pane
    void setEvent(const EventPtr &event, quint64 ref);
    void setSeq(Seq seq); // an id whose event is looked up by who shows it
    void setReconnect(quint32 key);
    void setFinding(quint32 key);
    void setRow(quint64 ref); // a row of the journal: the pane that has it scrolls to it
    void restore(const State &state);
    void clear(); // the hub was started again: all keys are void

Q_SIGNALS:
    void clientChanged(quint32 key);
    void clientsChanged(const QList<QByteArray> &clients);
    void eventChanged(const pushscope::EventPtr &event, quint64 ref);
    void seqChanged(pushscope::Seq seq);
    void reconnectChanged(quint32 key);
    void findingChanged(quint32 key);
    void rowChanged(quint64 ref);
    void changed(); // any of it

private:
    State m_now;
    QList<QByteArray> m_clients;
};

} // namespace pushscope
