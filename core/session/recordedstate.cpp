// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recordedstate.h"

#include <algorithm>

namespace pushscope {

void RecordedState::apply(const Snapshot &change)
{
    m_generation = change.generation;
    m_monoNs = change.monoNs;
    m_figures = change.figures;
    for (const ClientRow &row : change.changedClients) {
        if (m_clients.size() < MaxClients || m_clients.contains(row.key))
            m_clients.insert_or_assign(row.key, row);
        else
            ++m_leftOut;
    }
    for (const ClientProgress &progress : change.progressedClients) {
        if (const auto it = m_clients.find(progress.key); it != m_clients.end())
            progress.applyTo(it->second);
    }
    for (const quint32 key : change.removedClients)
        m_clients.erase(key);
    for (const ReconnectRow &row : change.changedReconnects)
        m_reconnects.insert_or_assign(row.key, row);
    while (m_reconnects.size() > MaxReconnects)
        m_reconnects.erase(m_reconnects.begin());
    for (const FindingRow &row : change.changedFindings)
        m_findings.insert_or_assign(row.key, row);
    for (const quint32 key : change.removedFindings)
        m_findings.erase(key);
    m_faults = change.faults;
}

void RecordedState::clear()
{
    *this = {};
}

const ClientRow *RecordedState::findClient(quint32 key) const
{
    const auto it = m_clients.find(key);
    return it == m_clients.end() ? nullptr : &it->second;
}

Snapshot RecordedState::whole() const
{
    Snapshot snapshot;
    snapshot.generation = m_generation;
    snapshot.monoNs = m_monoNs;
    snapshot.figures = m_figures;
    snapshot.faults = m_faults;
    snapshot.changedClients.reserve(m_clients.size());
    for (const auto &[key, row] : m_clients)
        snapshot.changedClients.push_back(row);
    std::sort(snapshot.changedClients.begin(), snapshot.changedClients.end(),
              [](const ClientRow &a, const ClientRow &b) { return a.key < b.key; });
    for (const auto &[key, row] : m_reconnects)
        snapshot.changedReconnects.push_back(row);
    for (const auto &[key, row] : m_findings)
        snapshot.changedFindings.push_back(row);
    return snapshot;
}

} // namespace pushscope
