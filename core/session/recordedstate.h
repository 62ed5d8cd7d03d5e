// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RecordedState: the hub's state at one moment, put together from the changes before. The recorder makes its keyframes of it, a
// reader what its window shows. A value; any one thread.

#include "observe/snapshot.h"

#include <map>
#include <unordered_map>

namespace pushscope {

class RecordedState
{
public:
    static constexpr std::size_t MaxClients = 100'000; // more are not kept
    static constexpr std::size_t MaxReconnects = 10'000; // the oldest go

    void apply(const Snapshot &change);
    void clear();
    // Everything as changed, without journal and deliveries.
    [[nodiscard]] Snapshot whole() const;
    [[nodiscard]] const ClientRow *findClient(quint32 key) const;
    [[nodiscard]] bool isEmpty() const noexcept { return m_generation == 0; }
    [[nodiscard]] const std::unordered_map<quint32, ClientRow> &clients() const noexcept { return m_clients; }
    [[nodiscard]] const HubFigures &figures() const noexcept { return m_figures; }
    [[nodiscard]] quint64 clientsLeftOut() const noexcept { return m_leftOut; } // changes of clients beyond the bound

private:
    quint64 m_generation = 0;
    qint64 m_monoNs = 0;
    quint64 m_leftOut = 0;
    HubFigures m_figures;
    std::unordered_map<quint32, ClientRow> m_clients; // by key, as the rest
    std::map<quint32, ReconnectRow> m_reconnects;
    std::map<quint32, FindingRow> m_findings;
    std::vector<FaultRow> m_faults;
};

} // namespace pushscope
