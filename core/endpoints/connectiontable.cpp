// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/connectiontable.h"

#include <QMetaObject>

namespace pushscope {

// Each may write some 100 KiB, which the transport is to send before there is more.
static constexpr std::size_t ActionsPerTurn = 64;

ConnectionTable::ConnectionTable() = default;

ConnectionTable::~ConnectionTable()
{
    clear();
}

void ConnectionTable::clear()
{
    m_deferred.clear();
    std::exchange(m_connections, {}).clear();
    std::exchange(m_retired, {}).clear();
}

void ConnectionTable::add(std::unique_ptr<Connection> connection)
{
    connection->m_index = m_connections.size();
    m_connections.push_back(std::move(connection));
}

void ConnectionTable::retire(Connection &connection)
{
    const std::size_t index = connection.m_index;
    if (index >= m_connections.size() || m_connections[index].get() != &connection)
        return; // retired already
    m_retired.push_back(std::move(m_connections[index]));
    if (index + 1 < m_connections.size()) {
        m_connections[index] = std::move(m_connections.back());
        m_connections[index]->m_index = index;
    }
    m_connections.pop_back();
    std::erase_if(m_deferred, [&](const Deferred &deferred) { return deferred.id == connection.id(); });
    if (!std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &ConnectionTable::collect, Qt::QueuedConnection);
}

void ConnectionTable::later(ConnectionId id, std::function<void()> action)
{
    m_deferred.push_back({id, std::move(action)});
    if (!std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &ConnectionTable::collect, Qt::QueuedConnection);
}

void ConnectionTable::drainAll()
{
    for (std::size_t i = m_connections.size(); i > 0; --i) {
        if (i <= m_connections.size())
            m_connections[i - 1]->drain();
    }
}

void ConnectionTable::resetAll()
{
    for (std::size_t i = m_connections.size(); i > 0; --i) {
        if (i <= m_connections.size())
            m_connections[i - 1]->reset();
    }
}

void ConnectionTable::collect()
{
    m_scheduled = false;
    // Each action may retire connections, whose own actions then leave the list.
    const std::size_t due = std::min(m_deferred.size(), ActionsPerTurn);
    for (std::size_t i = 0; i < due && !m_deferred.empty(); ++i) {
        const auto action = std::move(m_deferred.front().action);
        m_deferred.pop_front();
        action();
    }
    const bool hadSome = !m_retired.empty();
    auto retired = std::exchange(m_retired, {});
    retired.clear();
    if ((!m_deferred.empty() || !m_retired.empty()) && !std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &ConnectionTable::collect, Qt::QueuedConnection);
    if (hadSome && m_connections.empty())
        Q_EMIT emptied();
}

} // namespace pushscope
