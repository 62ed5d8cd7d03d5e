// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Observer shows of what it was told: figures, clients, snapshots.

#include "observe/observer.h"

#include <algorithm>

namespace pushscope {

static constexpr std::size_t MaxJournalRowsPerSnapshot = 20'000;
// A broadcast changes every client between two frames: copying them all 30 times a second would cost the hub more than the
// window is worth. Those that changed first come first; the others wait for the next snapshots, less than a second.
static constexpr std::size_t SnapshotsForAllClients = 25;
static constexpr std::size_t LeastClientRowsPerSnapshot = 300;
static constexpr std::size_t MaxClientRowsPerSnapshot = 4'000;
static constexpr std::size_t LeastClientRowsPerRecord = 100; // ten times a second: all within a second, up to 5,000
static constexpr std::size_t MaxClientRowsPerRecord = 500;
static constexpr std::size_t WireRecordsAtOnce = 1024;
static constexpr qsizetype MaxWireOctets = 2 * 1024 * 1024; // between two records

void Observer::refreshQueue(ClientRecord &record, TimePoint now)
{
    qsizetype queued = 0;
    for (const Subscriber *subscriber : record.live)
        queued += subscriber->queuedBytes();
    if (queued == 0) {
        if (record.ownDetail)
            record.ownDetail->queue = {};
        m_queued.erase(&record);
        return;
    }
    ClientDetail::Queue &queue = record.detail().queue;
    queue.bytes = quint64(queued);
    if (queue.since == TimePoint())
        queue.since = now;
    queue.lag = std::chrono::duration_cast<Milliseconds>(now - queue.since);
    m_queued.insert(&record);
}

ClientRow Observer::shownRow(ClientRecord &record, TimePoint now)
{
    refreshQueue(record, now);
    ClientRow row = clientRowOf(record);
    if (row.http == "2")
        row.address = m_addresses.shared(row.address);
    return row;
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
        m_figures.protocols[std::size_t(record->protocol)].queueBytes += record->seenDetail().queue.bytes;
    if (m_limits)
        m_figures.limits = m_limits();
    return m_figures;
}

std::vector<ClientRow> Observer::clients()
{
    std::vector<ClientRow> rows;
    rows.reserve(m_registry.size());
    const TimePoint now = m_clock.now();
    m_registry.forEach([&](ClientRecord &record) { rows.push_back(shownRow(record, now)); });
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

void Observer::takeChangedClients(Snapshot &snapshot, TimePoint now, Viewer viewer)
{
    for (ClientRecord *record : m_queued)
        touchProgress(*record);
    std::vector<ClientRecord *> &dirty = viewOf(viewer).dirty;
    const std::size_t share = viewer == Viewer::Recorder
        ? std::clamp(dirty.size() / 10, LeastClientRowsPerRecord, MaxClientRowsPerRecord)
        : std::clamp(dirty.size() / SnapshotsForAllClients, LeastClientRowsPerSnapshot, MaxClientRowsPerSnapshot);
    const auto end = dirty.begin() + std::ptrdiff_t(std::min(share, dirty.size()));
    const auto bit = quint8(1 << int(viewer));
    for (auto it = dirty.begin(); it != end; ++it) {
        ClientRecord &record = **it;
        if (record.changed & bit) {
            snapshot.changedClients.push_back(shownRow(record, now));
        } else {
            refreshQueue(record, now);
            snapshot.progressedClients.push_back(clientProgressOf(record));
        }
        record.dirty &= quint8(~bit);
        record.changed &= quint8(~bit);
    }
    dirty.erase(dirty.begin(), end);
}

void Observer::takeJournal(Snapshot &snapshot, View &view)
{
    const quint64 newest = m_journal.lastRef();
    if (newest - view.journalTold > MaxJournalRowsPerSnapshot)
        view.journalTold = newest - MaxJournalRowsPerSnapshot;
    snapshot.journal = m_journal.after(view.journalTold, MaxJournalRowsPerSnapshot);
    if (snapshot.journal.empty())
        return;
    snapshot.journalSkipped = snapshot.journal.front().ref - 1 - view.journalSeen;
    view.journalTold = view.journalSeen = snapshot.journal.back().ref;
}

std::unique_ptr<Snapshot> Observer::makeSnapshot(quint64 generation, Viewer viewer)
{
    View &view = viewOf(viewer);
    auto snapshot = std::make_unique<Snapshot>();
    snapshot->generation = generation;
    beginViewing(viewer);
    const TimePoint now = m_clock.now();
    takeChangedClients(*snapshot, now, viewer);
    snapshot->removedClients = std::exchange(view.removed, {});
    snapshot->changedReconnects = m_ledger.takeChanged(viewer);
    snapshot->changedFindings = m_findings.board().takeChanged(viewer);
    snapshot->removedFindings = m_findings.board().takeRemoved(viewer);
    takeJournal(*snapshot, view);
    snapshot->figures = figures();
    // Of the same moment, so that times of both kinds can be compared to each other.
    snapshot->monoNs = std::chrono::nanoseconds(snapshot->figures.mono - m_journal.start()).count();
    snapshot->deliveriesTracked = view.track.isRecording();
    snapshot->deliveriesSkipped = view.track.takeSkipped();
    snapshot->deliveries = view.track.take();
    return snapshot;
}

void Observer::beginRecording()
{
    beginViewing(Viewer::Recorder);
    viewOf(Viewer::Recorder).track.setRecording(true);
}

void Observer::beginViewing(Viewer viewer)
{
    View &view = viewOf(viewer);
    if (std::exchange(view.looks, true))
        return;
    const auto bit = quint8(1 << int(viewer)); // the other one knows them
    m_lookers |= bit;
    m_registry.forEach([&view, bit](ClientRecord &record) {
        record.changed |= bit;
        record.dirty |= bit;
        view.dirty.push_back(&record);
    });
}

std::unique_ptr<RecordBatch> Observer::takeRecordBatch(quint64 generation)
{
    auto batch = std::make_unique<RecordBatch>();
    batch->snapshot = makeSnapshot(generation, Viewer::Recorder);
    batch->octets = std::exchange(m_wireBlocks, {});
    batch->wire = std::exchange(m_wire, {});
    batch->wireSkipped = std::exchange(m_wireSkipped, 0);
    m_wireOctets = 0;
    return batch;
}

void Observer::wirePassed(WireFact fact)
{
    m_wireOctets += fact.octets();
    if (m_wireOctets > MaxWireOctets) {
        ++m_wireSkipped;
        return;
    }
    WireRecord record;
    record.monoNs = std::chrono::nanoseconds(m_clock.now() - m_journal.start()).count();
    if (fact.begun != TimePoint())
        record.begunNs = std::chrono::nanoseconds(fact.begun - m_journal.start()).count();
    record.wall = m_clock.wall();
    record.fact = std::move(fact);
    for (QByteArray *octets :
         {&record.fact.peer, &record.fact.requestHead, &record.fact.requestBody, &record.fact.answerHead, &record.fact.payload})
        *octets = m_wireBlocks.keep(*octets);
    if (m_wire.empty())
        m_wire.reserve(WireRecordsAtOnce);
    m_wire.push_back(std::move(record));
}

} // namespace pushscope
