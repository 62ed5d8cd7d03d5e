// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ConnectionTable: owns all connections of a server; what is retired lives to the end of the turn, so that nothing is destroyed
// under its own feet. Also runs what must not run within a fan-out.

#include "endpoints/connection.h"

#include <QObject>
#include <deque>
#include <vector>

namespace pushscope {

class ConnectionTable final : public QObject
{
    Q_OBJECT
public:
    ConnectionTable();
    ~ConnectionTable() override;

    void add(std::unique_ptr<Connection> connection);
    void retire(Connection &connection);
    [[nodiscard]] ConnectionId nextId() noexcept { return ConnectionId{++m_lastId}; }
    [[nodiscard]] std::size_t size() const noexcept { return m_connections.size(); }
    void drainAll();
    void resetAll();
    void clear(); // destroys all
    // Does that for a connection in a later turn, if it still lives then; so many a turn.
    void later(ConnectionId id, std::function<void()> action);

Q_SIGNALS:
    void emptied(); // the last connection is gone

private:
    void collect();

    std::vector<std::unique_ptr<Connection>> m_connections;
    std::vector<std::unique_ptr<Connection>> m_retired;
    struct Deferred {
        ConnectionId id;
        std::function<void()> action;
    };
    std::deque<Deferred> m_deferred;
    quint64 m_lastId = 0;
    bool m_scheduled = false;
};

} // namespace pushscope
