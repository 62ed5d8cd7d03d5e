// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientsmodel.h"

#include "ui/models/celltext.h"

namespace pushscope {

void ClientsModel::apply(const Snapshot &snapshot, TimePoint now)
{
    m_epoch = snapshot.figures.epoch;
    if (snapshot.generation != m_generation) {
        reset([this] {
            m_clients.clear();
            m_slotOfKey.clear();
        });
        m_generation = snapshot.generation;
    }
    for (const ClientRow &client : snapshot.changedClients)
        take(client);
    for (const ClientProgress &progress : snapshot.progressedClients) {
        const auto found = m_slotOfKey.constFind(progress.key);
        if (found != m_slotOfKey.cend()) {
            progress.applyTo(m_clients[*found]);
            touchSlot(*found);
        }
    }
    for (const quint32 key : snapshot.removedClients) {
        const auto found = m_slotOfKey.constFind(key);
        if (found != m_slotOfKey.cend())
            removeSlot(*found);
    }
    commit(now);
}

void ClientsModel::take(const ClientRow &client)
{
    const auto found = m_slotOfKey.constFind(client.key);
    if (found != m_slotOfKey.cend()) {
        m_clients[*found] = client;
        touchSlot(*found);
        return;
    }
    const Slot slot = addSlot();
    m_slotOfKey.insert(client.key, slot);
    if (slot < m_clients.size())
        m_clients[slot] = client;
    else
        m_clients.push_back(client);
}

void ClientsModel::slotFreed(Slot slot)
{
    m_slotOfKey.remove(m_clients[slot].key);
    m_clients[slot] = {};
}

const ClientRow *ClientsModel::find(quint32 key) const
{
    const auto found = m_slotOfKey.constFind(key);
    return found != m_slotOfKey.cend() ? &m_clients[*found] : nullptr;
}

const ClientRow *ClientsModel::findNamed(QByteArrayView client) const
{
    const auto found = std::find_if(m_clients.cbegin(), m_clients.cend(),
                                    [client](const ClientRow &row) { return row.key != 0 && row.client == client; });
    return found != m_clients.cend() ? &*found : nullptr;
}

int ClientsModel::rowOfKey(quint64 key) const
{
    const auto found = m_slotOfKey.constFind(quint32(key));
    return found != m_slotOfKey.cend() ? rowOf(*found) : -1;
}

bool ClientsModel::matches(Slot slot, QByteArrayView needle) const
{
    const ClientRow &client = m_clients[slot];
    return containsFolded(client.client, needle) || containsFolded(client.user, needle) || containsFolded(client.address, needle)
        || std::any_of(client.rooms.cbegin(), client.rooms.cend(),
                       [needle](const QByteArray &room) { return containsFolded(room, needle); });
}

FilterValue ClientsModel::filterValueOf(Slot slot, int field) const
{
    return ClientFilterRow(m_clients[slot]).value(field);
}

int ClientsModel::fieldOfColumn(int column) const
{
    static constexpr const char *Names[ColumnCount]
        = {"state",       "protocol",   "client",    "user",      "rooms",       "address",   "userAgent",
           "connectedAt", "reconnects", "eventsOut", "eventsIn",  "bytesOut",    "bytesIn",   "queueBytes",
           "lagMs",       "lastSent",   "lastAcked", "tlsCipher", "compression", "bytesSaved"};
    return fieldNamed(clientFilterFields(), Names[column]);
}

bool ClientsModel::isVolatile(int column) const
{
    switch (column) {
    case Protocol:
    case Client:
    case User:
    case UserAgent:
        return false;
    default:
        return true;
    }
}

bool ClientsModel::isText(int column) const
{
    switch (column) {
    case Client:
    case User:
    case Rooms:
    case Address:
    case UserAgent:
    case Protocol:
    case Encryption:
    case CompressedBy:
        return true;
    default:
        return false;
    }
}

} // namespace pushscope
