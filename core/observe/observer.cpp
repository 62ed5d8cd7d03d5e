// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/observer.h"

namespace pushscope {

namespace {

constexpr std::size_t MaxJournalRowsPerSnapshot = 20'000;
// Up to so many clients each delivery has a row of its own; beyond, the event's row carries the numbers.
constexpr std::size_t DeliverRowsUpTo = 64;

std::size_t indexOf(const Subscriber &subscriber)
{
    return std::size_t(subscriber.protocol());
}

} // namespace

Observer::Observer(ConnectionJournal &journal, const Clock &clock)
    : m_journal(journal)
    , m_clock(clock)
    , m_ledger(clock)
{
    m_ledger.setMissing([this](ClientRecord &record) { touch(record); });
}

Observer::~Observer() = default;

void Observer::releaseWatches()
{
    m_registry.forEach([this](ClientRecord &record) { m_ledger.forget(record); });
}

void Observer::setHub(Hub *hub) noexcept
{
    m_hub = hub;
    m_ledger.setHub(hub);
}

void Observer::touch(ClientRecord &record)
{
    if (!std::exchange(record.dirty, true))
        m_dirty.push_back(&record);
}

JournalRow Observer::rowOf(JournalRow::Kind kind, const ClientRecord &record, QByteArray op) const
{
    JournalRow row;
    row.kind = kind;
    row.client = record.row.client;
    row.connection = record.row.connection;
    row.protocol = record.row.protocol;
    row.op = std::move(op);
    return row;
}

void Observer::acknowledgeCursor(ClientRecord &record, const QByteArray &cursor)
{
    const auto id = parseEventId(cursor);
    if (id && id->epoch == m_hub->epoch() && id->seq <= m_hub->head())
        record.lastAcked = record.row.lastAcked = std::max(record.lastAcked, id->seq);
}

ClientRecord *Observer::connectionOpened(const ConnectionFacts &facts, Subscriber &subscriber)
{
    ClientRecord &record = m_registry.recordFor(facts, m_hub->epoch());
    ClientRow &row = record.row;
    const bool returning = row.connection != 0 || record.watch;
    row.user = facts.user;
    row.protocol = facts.protocol;
    row.http = facts.http;
    row.tls = facts.tls;
    row.address = facts.address;
    row.userAgent = facts.userAgent;
    row.rooms = facts.rooms;
    row.connectedAt = m_clock.wall();
    row.connection = facts.id.value;
    row.state = facts.protocol == ClientProtocol::Poll ? ClientState::Waiting : ClientState::Replaying;
    if (returning && record.isAway()) {
        ++row.reconnects;
        m_ledger.cameBack(record, facts);
    }
    acknowledgeCursor(record, facts.cursor);
    ProtocolFigures &figures = m_figures.protocols[std::size_t(facts.protocol)];
    ++figures.connections;
    figures.clients += record.isAway();
    record.live.push_back(&subscriber);
    touch(record);
    JournalRow journal = rowOf(JournalRow::Kind::Conn, record, "open");
    journal.data = facts.address + ' ' + facts.userAgent;
    journal.cause = facts.cursor.isEmpty() ? QByteArray() : "cursor " + facts.cursor;
    m_journal.add(std::move(journal));
    return &record;
}

void Observer::polled(Subscriber &subscriber, const QByteArray &cursor, const QByteArray &address)
{
    ClientRecord &record = *subscriber.record();
    record.row.address = address;
    acknowledgeCursor(record, cursor);
    touch(record);
}

void Observer::connectionClosed(Subscriber &subscriber, const QByteArray &cause)
{
    ClientRecord &record = *subscriber.record();
    std::erase(record.live, &subscriber);
    --m_figures.protocols[indexOf(subscriber)].connections;
    JournalRow journal = rowOf(JournalRow::Kind::Conn, record, "close");
    journal.cause = cause;
    m_journal.add(std::move(journal));
    if (record.isAway()) {
        --m_figures.protocols[indexOf(subscriber)].clients;
        record.row.state = ClientState::Away;
        record.row.queueBytes = 0;
        record.row.lag = {};
        record.queuedSince = {};
        m_ledger.left(record, subscriber, cause);
    }
    touch(record);
}

void Observer::requestRefused(const ConnectionFacts &facts, int status, const QByteArray &reason)
{
    ++m_figures.protocols[std::size_t(facts.protocol)].refused;
    JournalRow journal;
    journal.kind = JournalRow::Kind::Req;
    journal.protocol = facts.protocol;
    journal.op = "refused";
    journal.client = facts.clientId;
    journal.data = QByteArray::number(status) + ' ' + facts.address;
    journal.cause = reason;
    if (ClientRecord *record = m_registry.likely(facts)) {
        ++record->attempts;
        journal.client = record->row.client;
    }
    m_journal.add(std::move(journal));
}

void Observer::roomsChanged(Subscriber &subscriber, const QByteArray &room, bool entered)
{
    ClientRecord &record = *subscriber.record();
    if (!entered)
        record.row.rooms.removeAll(room);
    else if (!record.row.rooms.contains(room))
        record.row.rooms.append(room);
    touch(record);
    JournalRow journal = rowOf(JournalRow::Kind::Req, record, entered ? "subscribe" : "unsubscribe");
    journal.data = room;
    m_journal.add(std::move(journal));
}

void Observer::eventPublished(const EventPtr &event, const Receivers &receivers)
{
    ++m_figures.published;
    if (m_unflushed.empty() && m_flushNeeded)
        m_flushNeeded();
    m_unflushed.push_back({event->accepted, receivers});
    JournalRow row;
    row.kind = JournalRow::Kind::Event;
    row.op = event->isEphemeral() ? "ephemeral" : "publish";
    row.seq = event->seq;
    row.to = event->to;
    row.type = event->type;
    row.length = event->data.size();
    row.event = event;
    row.receivers = receivers;
    row.cause = event->publisher;
    m_journal.add(std::move(row));
}

void Observer::flushed()
{
    const TimePoint now = m_clock.now();
    for (const Unflushed &turn : m_unflushed) {
        for (std::size_t i = 0; i < ProtocolCount; ++i) {
            if (turn.receivers[i] > 0)
                m_figures.protocols[i].latency.record(now - turn.accepted, turn.receivers[i]);
        }
    }
    m_unflushed.clear();
}

void Observer::eventDelivered(Subscriber &subscriber, const Event &event, qsizetype octets, bool replayed)
{
    ClientRecord &record = *subscriber.record();
    ProtocolFigures &figures = m_figures.protocols[indexOf(subscriber)];
    ++figures.delivered;
    figures.replayed += replayed;
    figures.bytesOut += quint64(octets);
    ++record.row.eventsOut;
    record.row.bytesOut += quint64(octets);
    if (replayed)
        m_ledger.replayed(record, event, octets); // before lastWritten moves
    if (!event.isEphemeral())
        record.lastWritten = record.row.lastSent = std::max(record.lastWritten, event.seq);
    touch(record);
    if (m_track.isRecording())
        m_track.record(m_clock.now() - m_journal.start(), record.row.key, event.seq, replayed);
    if (!replayed && m_registry.size() > DeliverRowsUpTo)
        return;
    JournalRow row = rowOf(replayed ? JournalRow::Kind::Replay : JournalRow::Kind::Deliver, record, {});
    row.out = true;
    row.seq = event.seq;
    row.type = event.type;
    row.length = octets;
    m_journal.add(std::move(row));
}

void Observer::gapTold(Subscriber &subscriber, const Gap &gap)
{
    if (!subscriber.record())
        return; // a watch of ours
    ClientRecord &record = *subscriber.record();
    m_ledger.gapTold(record, gap);
    JournalRow row = rowOf(JournalRow::Kind::Replay, record, "gap");
    row.cause = gapReasonName(gap.reason);
    row.data = gap.requested;
    m_journal.add(std::move(row));
}

void Observer::caughtUp(Subscriber &subscriber)
{
    if (!subscriber.record())
        return;
    ClientRecord &record = *subscriber.record();
    if (record.row.protocol != ClientProtocol::Poll)
        record.row.state = ClientState::Live;
    touch(record);
    if (const ReconnectRow *row = m_ledger.caughtUp(record)) {
        JournalRow journal = rowOf(JournalRow::Kind::Replay, record, "caught-up");
        journal.data = "missed " + QByteArray::number(row->missed) + ", replayed " + QByteArray::number(row->replayed) + ", lost "
            + QByteArray::number(row->lost);
        journal.cause = row->lostCause;
        m_journal.add(std::move(journal));
    }
}

void Observer::acknowledged(Subscriber &subscriber, Seq seq)
{
    ClientRecord &record = *subscriber.record();
    record.lastAcked = record.row.lastAcked = std::max(record.lastAcked, seq);
    touch(record);
    JournalRow row = rowOf(JournalRow::Kind::Ack, record, {});
    row.seq = seq;
    m_journal.add(std::move(row));
}

void Observer::messageReceived(Subscriber &subscriber, const QByteArray &type, qsizetype octets)
{
    ClientRecord &record = *subscriber.record();
    ++record.row.eventsIn;
    record.row.bytesIn += quint64(octets);
    m_figures.protocols[indexOf(subscriber)].bytesIn += quint64(octets);
    touch(record);
    JournalRow row = rowOf(JournalRow::Kind::Frame, record, "message");
    row.type = type;
    row.length = octets;
    m_journal.add(std::move(row));
}

void Observer::overflowed(Subscriber &subscriber)
{
    if (!subscriber.record())
        return;
    ++m_figures.droppedSlow;
    JournalRow row = rowOf(JournalRow::Kind::Conn, *subscriber.record(), "overflow");
    row.cause = "its queue reached the limit";
    m_journal.add(std::move(row));
}

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

std::vector<Subscriber *> Observer::connectionsOf(const QByteArray &client)
{
    std::vector<Subscriber *> connections;
    for (const ClientRecord *record : m_registry.named(client))
        connections.insert(connections.end(), record->live.begin(), record->live.end());
    return connections;
}

std::unique_ptr<Snapshot> Observer::makeSnapshot(quint64 generation)
{
    auto snapshot = std::make_unique<Snapshot>();
    snapshot->generation = generation;
    m_told = true;
    const TimePoint now = m_clock.now();
    for (ClientRecord *record : std::unordered_set<ClientRecord *>(m_queued))
        touch(*record);
    snapshot->changedClients.reserve(m_dirty.size());
    for (ClientRecord *record : std::exchange(m_dirty, {})) {
        record->dirty = false;
        refreshQueue(*record, now);
        snapshot->changedClients.push_back(record->row);
    }
    snapshot->removedClients = std::exchange(m_removed, {});
    snapshot->changedReconnects = m_ledger.takeChanged();
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

void Observer::expire()
{
    m_registry.expire(m_clock.now(), [this](ClientRecord &record) {
        m_ledger.forget(record);
        if (record.dirty)
            std::erase(m_dirty, &record);
        m_queued.erase(&record);
        if (m_told) // where nobody asks for snapshots, nobody has to be told
            m_removed.push_back(record.row.key);
    });
}

void Observer::log(const char *level, const QByteArray &text, const QByteArray &category)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Log;
    row.op = level;
    row.type = category;
    row.data = text;
    m_journal.add(std::move(row));
}

void Observer::mark(const QByteArray &text)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Mark;
    row.data = text;
    m_journal.add(std::move(row));
}

void Observer::fault(const QByteArray &op, const QByteArray &json, const QByteArray &cause)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Fault;
    row.op = op;
    row.data = json;
    row.cause = cause;
    m_journal.add(std::move(row));
}

void Observer::faultActed(const char *op, const ClientRow &client, const QByteArray &cause, const char *kind, Seq seq)
{
    JournalRow row;
    row.kind = JournalRow::Kind::Fault;
    row.op = op;
    row.client = client.client;
    row.connection = client.connection;
    row.protocol = client.protocol;
    row.type = kind;
    row.cause = cause;
    row.seq = seq;
    m_journal.add(std::move(row));
}

void Observer::eventLost(Subscriber &subscriber, const Event &event, quint64 fault)
{
    faultActed("hit", subscriber.record()->row, "fault " + QByteArray::number(fault) + " lose", "lose", event.seq);
}

void Observer::eventRepeated(Subscriber &subscriber, const Event &event, quint64 fault)
{
    faultActed("hit", subscriber.record()->row, "fault " + QByteArray::number(fault) + " duplicate", "duplicate", event.seq);
}

const ClientRow &Observer::current(ClientRecord &record)
{
    refreshQueue(record, m_clock.now());
    return record.row;
}

} // namespace pushscope
