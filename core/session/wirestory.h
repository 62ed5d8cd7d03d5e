// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WireStory: puts together, of the rows and extras of a session, what passed on the wire: each request with its answer and, of
// streams, all that was sent on them. Events are encoded as the hub did. In memory; for HAR, pcapng and reproducers. One thread.

#include "session/sessionfile.h"

#include <QSet>
#include <map>
#include <unordered_map>

namespace pushscope {

struct WireMessage {
    qint64 ns = 0;
    bool out = true; // towards the client
    quint8 opcode = 0; // of a WebSocket's frame; 0: text of an event stream
    QByteArray payload;
    QByteArray id; // of the stored event in it
};

// An event that was published.
struct WireEvent {
    qint64 ns = 0; // when its publisher was answered
    qint64 begunNs = 0; // when it was first sent
    QByteArray id; // empty: it was not stored
    QList<QByteArray> to;
    QByteArray type, data;
    bool wanted = false;
    bool needed = false; // one got it who is wanted
};

// Something that a reader should see beside the exchange: a fault, why it ended.
struct WireNote {
    qint64 ns = 0;
    QByteArray text;
};

struct WireExchange {
    quint64 connection = 0; // of a stream; 0: it is none, or was never let in
    QByteArray client; // empty: not known
    QByteArray peer; // "127.0.0.1:51234"
    QByteArray version; // "1.1", "2"
    qint64 beganNs = 0, answeredNs = 0;
    qint64 endNs = -1; // of a stream; negative: it was open to the end
    QByteArray endCause;
    int status = 0;
    bool isStream = false, isWebSocket = false;
    bool isComplete = false; // an import: events are among the frames already
    bool wanted = false; // a row of it is, or an event that was sent on it
    bool wantedItself = false; // a row that tells of the client, not of an event
    QByteArray requestHead, requestBody, answerHead, answerBody; // heads with their blank lines
    std::vector<WireMessage> messages; // by time
    std::vector<WireNote> notes;
};

// What a "req" row with op "answer" or "stream" says; nothing of other rows. Its connection and, of most, its client are not in
// it.
[[nodiscard]] std::optional<WireExchange> wireExchangeOf(const SessionRow &row);

class WireStory
{
public:
    void begin(const SessionHead &head) { m_head = head; }
    void add(const SessionRow &row, bool wanted);
    void add(const SessionExtra &extra);
    void finish(); // once all is added

    [[nodiscard]] const SessionHead &head() const noexcept { return m_head; }
    [[nodiscard]] const std::vector<WireExchange> &exchanges() const noexcept { return m_exchanges; } // as they were answered
    [[nodiscard]] const std::vector<WireNote> &notes() const noexcept { return m_notes; } // marks, faults without a client
    [[nodiscard]] std::vector<WireEvent> events() const; // as they were first sent
    [[nodiscard]] QByteArray userOf(const QByteArray &client) const { return m_users.value(client); } // empty: not known
    [[nodiscard]] bool wantsClient(const QByteArray &client) const { return m_wantedClients.contains(client); } // itself

private:
    struct Due { // an event on its way to a connection
        qint64 ns;
        quint64 connection;
        quint64 seq; // 0: ephemeral
    };
    struct Open {
        qint64 fromNs;
        quint64 connection;
    };

    void addRequest(const SessionRow &row, bool wanted);
    void addConnection(const SessionRow &row);
    void addFrame(const SessionRow &row);
    void addNote(const SessionRow &row);
    [[nodiscard]] WireExchange *exchangeOf(quint64 connection);
    [[nodiscard]] quint64 connectionAt(quint32 clientKey, qint64 ns) const;
    [[nodiscard]] WireEvent *eventOf(const Due &due);
    void placeDeliveries();

    SessionHead m_head;
    std::vector<WireExchange> m_exchanges;
    std::vector<WireNote> m_notes;
    std::unordered_map<quint64, std::size_t> m_streams; // by connection
    std::unordered_map<quint64, std::vector<SessionRow>> m_early; // frames of connections that are not open yet
    QHash<QByteArray, std::size_t> m_waiting; // streams whose connection is not known yet, by peer
    std::unordered_map<quint32, QByteArray> m_names; // of clients, by key
    QHash<QByteArray, std::vector<Open>> m_connections; // of each client, by time
    QHash<QByteArray, QByteArray> m_users; // by client
    QHash<QByteArray, QByteArray> m_peers; // clients, by peer: the newest of each
    QSet<QByteArray> m_wantedClients;
    std::map<quint64, WireEvent> m_events; // stored ones, by seq
    std::vector<WireEvent> m_ephemeral; // by time
    std::vector<Due> m_due; // as the journal has it
    std::vector<Delivery> m_deliveries;
};

} // namespace pushscope
