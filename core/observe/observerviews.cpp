// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Observer shows of what it was told: figures, clients, snapshots.

#include "observe/observer.h"

#include <algorithm>

namespace pushscope {

static constexpr std::size_t MaxJournalRowsPerSnapshot = 20'000;
// A broadcast changes every client between two frames: copying them all 30 times a second would cost the hub more than the
// window is worth. Those that changed first come first; the others wait for the next snapshots.
static constexpr std::size_t LeastClientRowsPerSnapshot = 500;
static constexpr std::size_t MaxClientRowsPerSnapshot = 4'000;

void Observer::refreshQueue(ClientRecord &record, TimePoint now)
{
    qsizetype queued = 0;
    for (const Subscriber *subscriber : record.live)
        queued += subscriber->queuedBytes();
    record.row.queueBytes = quint64(queued);
    if (queued == 0) {
        record.queuedSince = {};
        record.row.lag = {};
        m_queued.erase(&record);
        return;
    }
    if (record.queuedSince == TimePoint())
        record.queuedSince = now;
    record.row.lag = std::chrono::duration_cast<Milliseconds>(now - record.queuedSince);
    m_queued.insert(&record);
}

HubFigures Observer::figures()
{
    const EventStore::State store = m_hub->store().state();
    m_figures.at = m_clock.wall();
    m_figures.mono = m_clock.now();
    m_figures.epoch = store.epoch;
    m_figures.head = store.head;
    m_figures.oldest = store.oldest;
    m_figures.storeKind = store.kind;
    m_figures.stored = store.stored;
    m_figures.storeBytes = store.bytes;
    for (ProtocolFigures &protocol : m_figures.protocols)
        protocol.queueBytes = 0;
    for (const ClientRecord *record : m_queued)
        m_figures.protocols[std::size_t(record->row.protocol)].queueBytes += record->row.queueBytes;
    return m_figures;
}

std::vector<ClientRow> Observer::clients()
{
    std::vector<ClientRow> rows;
    rows.reserve(m_registry.size());
    const TimePoint now = m_clock.now();
    m_registry.forEach([&](ClientRecord &record) {
        refreshQueue(record, now);
        rows.push_back(record.row);
    });
    std::sort(rows.begin(), rows.end(), [](const ClientRow &a, const ClientRow &b) { return a.key < b.key; });
    return rows;
}

ClientRecord *Observer::likely(const ConnectionFacts &facts)
{
    return m_registry.likely(facts, m_hub->epoch());
}

std::vector<Subscriber *> Observer::connectionsOf(const QByteArray &client)
{
    std::vector<Subscriber *> connections;
    for (const ClientRecord *record : m_registry.named(client))
        connections.insert(connections.end(), record->live.begin(), record->live.end());
    return connections;
}

std::vector<ClientRow> Observer::takeChangedClients(TimePoint now)
{
    for (ClientRecord *record : m_queued)
        touch(*record);
    const std::size_t share = std::clamp(m_dirty.size() / 10, LeastClientRowsPerSnapshot, MaxClientRowsPerSnapshot);
    const auto end = m_dirty.begin() + std::ptrdiff_t(std::min(share, m_dirty.size()));
    std::vector<ClientRow> rows;
    rows.reserve(std::size_t(end - m_dirty.begin()));
    for (auto it = m_dirty.begin(); it != end; ++it) {
        (*it)->dirty = false;
        refreshQueue(**it, now);
        rows.push_back((*it)->row);
    }
    m_dirty.erase(m_dirty.begin(), end);
    return rows;
}

std::unique_ptr<Snapshot> Observer::makeSnapshot(quint64 generation)
{
    auto snapshot = std::make_unique<Snapshot>();
    snapshot->generation = generation;
    m_told = true;
    const TimePoint now = m_clock.now();
    snapshot->changedClients = takeChangedClients(now);
    snapshot->removedClients = std::exchange(m_removed, {});
    snapshot->changedReconnects = m_ledger.takeChanged();
    snapshot->changedFindings = m_findings.board().takeChanged();
    snapshot->removedFindings = m_findings.board().takeRemoved();
    const quint64 newest = m_journal.lastRef();
    if (newest - m_journalTold > MaxJournalRowsPerSnapshot)
        m_journalTold = newest - MaxJournalRowsPerSnapshot;
    snapshot->journal = m_journal.after(m_journalTold, MaxJournalRowsPerSnapshot);
    if (!snapshot->journal.empty()) {
        snapshot->journalSkipped = snapshot->journal.front().ref - 1 - m_journalSeen;
        m_journalTold = m_journalSeen = snapshot->journal.back().ref;
    }
    snapshot->figures = figures();
    snapshot->monoNs = std::chrono::nanoseconds(now - m_journal.start()).count();
    snapshot->deliveriesTracked = m_track.isRecording();
    snapshot->deliveriesSkipped = m_track.takeSkipped();
    snapshot->deliveries = m_track.take();
    return snapshot;
}

} // namespace pushscope
