// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/observer.h"

namespace pushscope {

namespace {

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
    record.changed = m_lookers;
    touchProgress(record);
}

void Observer::touchProgress(ClientRecord &record)
{
    const auto untold = quint8(m_lookers & ~record.dirty);
    if (untold == 0)
        return;
    record.dirty = m_lookers;
    for (std::size_t i = 0; i < ViewerCount; ++i) {
        if (untold & (1 << i))
            m_views[i].dirty.push_back(&record);
    }
}

JournalRow Observer::rowOf(JournalRow::Kind kind, const ClientRecord &record, QByteArray op) const
{
    JournalRow row;
    row.kind = kind;
    row.client = record.client;
    row.connection = record.connection;
    row.protocol = record.protocol;
    row.op = std::move(op);
    return row;
}

Moment Observer::moment() const
{
    return {m_clock.now(), m_clock.wall(), 0};
}

Seq Observer::cursorOrHead(const QByteArray &cursor) const
{
    const auto id = parseEventId(cursor);
    return id && id->epoch == m_hub->epoch() ? std::min(id->seq, m_hub->head()) : m_hub->head();
}

void Observer::acknowledgeCursor(ClientRecord &record, const QByteArray &cursor)
{
    const auto id = parseEventId(cursor);
    if (id && id->epoch == m_hub->epoch() && id->seq <= m_hub->head())
        acknowledgeUpTo(record, id->seq);
}

void Observer::acknowledgeUpTo(ClientRecord &record, Seq seq)
{
    record.acknowledged(seq);
    m_ledger.acknowledged(record, seq);
}

Moment Observer::write(JournalRow row)
{
    const quint64 ref = m_journal.add(std::move(row));
    return {m_clock.now(), m_clock.wall(), ref};
}

ClientRecord *Observer::connectionOpened(const ConnectionFacts &facts, Subscriber &subscriber)
{
    ClientRecord &record = m_registry.recordFor(facts, m_hub->epoch(), m_clock.now());
    const bool first = record.connection == 0 && !record.seenAbsence().watch;
    const Findings::Opening opening{!first && record.isAway(), record.common->host, m_hub->head()};
    record.user = CompactText(facts.user);
    record.protocol = facts.protocol;
    record.compression = facts.compression;
    m_registry.cameFrom(record, facts);
    if (!facts.rooms.isEmpty() || !record.seenDetail().rooms.isEmpty())
        record.detail().rooms = facts.rooms;
    record.connectedAt = m_clock.wall();
    record.connection = facts.id.value;
    record.state = facts.protocol == ClientProtocol::Poll ? ClientState::Waiting : ClientState::Replaying;
    record.openedAt = m_clock.now();
    record.spoke = record.ponged = false;
    record.opened(opening.head, cursorOrHead(facts.cursor), first);
    acknowledgeCursor(record, facts.cursor); // the reconnect before is told by it
    if (opening.returning) {
        ++record.detail().reconnects;
        m_ledger.cameBack(record, facts);
    }
    ProtocolFigures &figures = m_figures.protocols[std::size_t(facts.protocol)];
    ++figures.connections;
    figures.clients += record.isAway();
    record.live.push_back(&subscriber);
    m_registry.cameBack(record);
    touch(record);
    JournalRow journal = rowOf(JournalRow::Kind::Conn, record, "open");
    journal.data = facts.address + ' ' + facts.userAgent;
    journal.cause = facts.cursor.isEmpty() ? QByteArray() : "cursor " + facts.cursor;
    m_findings.opened(record, facts, opening, m_hub->epoch(), write(std::move(journal)));
    return &record;
}

void Observer::polled(Subscriber &subscriber, const QByteArray &cursor, const QByteArray &address, quint64 due)
{
    ClientRecord &record = *subscriber.record();
    m_registry.movedTo(record, address);
    m_findings.polled(record, cursor, due, m_hub->epoch(), m_hub->head(), moment());
    acknowledgeCursor(record, cursor);
    touch(record);
}

void Observer::pollAnswered(Subscriber &subscriber)
{
    m_findings.pollAnswered(*subscriber.record(), m_hub->epoch(), moment());
}

void Observer::connectionClosed(Subscriber &subscriber, const QByteArray &cause)
{
    ClientRecord &record = *subscriber.record();
    record.live.erase(&subscriber);
    --m_figures.protocols[indexOf(subscriber)].connections;
    JournalRow journal = rowOf(JournalRow::Kind::Conn, record, "close");
    journal.cause = cause;
    const Moment at = write(std::move(journal));
    if (record.isAway()) {
        --m_figures.protocols[indexOf(subscriber)].clients;
        record.state = ClientState::Away;
        if (record.ownDetail)
            record.ownDetail->queue = {};
        m_ledger.left(record, subscriber, cause);
        m_registry.left(record);
    } else {
        m_ledger.leftOthers(record, subscriber);
    }
    m_findings.closed(record, subscriber, cause, m_hub->epoch(), at);
    touch(record);
}

Observer::Refused Observer::tellRefused(const ConnectionFacts &facts, int status, const QByteArray &cause)
{
    ++m_figures.protocols[std::size_t(facts.protocol)].refused;
    JournalRow journal;
    journal.kind = JournalRow::Kind::Req;
    journal.protocol = facts.protocol;
    journal.op = "refused";
    journal.client = facts.clientId;
    journal.data = QByteArray::number(status) + ' ' + facts.address;
    journal.cause = cause;
    ClientRecord *record = m_registry.likely(facts, m_hub->epoch());
    if (record) {
        if (record->isAway())
            m_ledger.refused(*record, status > 0 ? QByteArray::number(status) : QByteArray("no answer"));
        journal.client = record->client;
    }
    return {record, write(std::move(journal))};
}

void Observer::requestRefused(const ConnectionFacts &facts, int status, const QByteArray &reason)
{
    const auto [record, at] = tellRefused(facts, status, reason);
    m_findings.refused(record, facts, status, reason, at);
}

void Observer::upgradeBroken(const ConnectionFacts &facts, const QByteArray &how, int status)
{
    const auto [record, at] = tellRefused(facts, status, "broken upgrade: " + how);
    m_findings.upgradeBroken(record, facts, how, at);
}

void Observer::roomsChanged(Subscriber &subscriber, const QByteArray &room, bool entered)
{
    ClientRecord &record = *subscriber.record();
    QList<QByteArray> &rooms = record.detail().rooms;
    if (!entered)
        rooms.removeAll(room);
    else if (!rooms.contains(room))
        rooms.append(room);
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
    row.cause = event->foreign ? "not replayable: published past the hubs" : event->publisher;
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
    ++record.eventsOut;
    record.bytesOut += quint64(octets);
    if (replayed)
        m_ledger.replayed(record, event, octets); // before lastWritten moves
    if (!event.isEphemeral()) {
        m_findings.wrote(record, event.seq, event.accepted, replayed);
        record.sent(event.seq);
    }
    touchProgress(record);
    trackDelivery(record.key, event.seq, replayed);
    if (!replayed && m_registry.size() > DeliverRowsUpTo)
        return;
    JournalRow row = rowOf(replayed ? JournalRow::Kind::Replay : JournalRow::Kind::Deliver, record, {});
    row.out = true;
    row.seq = event.seq;
    row.type = event.type;
    row.length = octets;
    m_journal.add(std::move(row));
}

void Observer::octetsSaved(Subscriber &subscriber, qsizetype octets)
{
    subscriber.record()->detail().bytesSaved += octets;
}

void Observer::trackDelivery(quint32 client, Seq seq, bool replayed)
{
    DeliveryTrack &window = viewOf(Viewer::Window).track;
    DeliveryTrack &recorder = viewOf(Viewer::Recorder).track;
    if (!window.isRecording() && !recorder.isRecording())
        return;
    const auto at = m_clock.now() - m_journal.start();
    if (window.isRecording())
        window.record(at, client, seq, replayed);
    if (recorder.isRecording())
        recorder.record(at, client, seq, replayed);
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
    if (record.protocol != ClientProtocol::Poll)
        record.state = ClientState::Live;
    touch(record);
    Moment at = moment();
    const ReconnectRow *row = m_ledger.caughtUp(record);
    if (row) {
        JournalRow journal = rowOf(JournalRow::Kind::Replay, record, "caught-up");
        journal.data = "missed " + QByteArray::number(row->missed) + ", replayed " + QByteArray::number(row->replayed) + ", lost "
            + QByteArray::number(row->lost);
        journal.cause = row->lostCause;
        at = write(std::move(journal));
    }
    m_figures.duplicates += record.seenAbsence().again;
    m_findings.caughtUp(record, row, m_hub->epoch(), at);
}

void Observer::acknowledged(Subscriber &subscriber, Seq seq)
{
    ClientRecord &record = *subscriber.record();
    acknowledgeUpTo(record, seq);
    record.spoke = true;
    m_findings.heard(subscriber);
    touch(record);
    JournalRow row = rowOf(JournalRow::Kind::Ack, record, {});
    row.seq = seq;
    m_findings.acknowledged(record, seq, write(std::move(row)));
}

void Observer::pongReceived(Subscriber &subscriber, TimePoint pinged)
{
    m_findings.heard(subscriber);
    m_findings.ponged(*subscriber.record(), pinged, moment());
}

void Observer::closeAnswered(ConnectionId connection)
{
    m_findings.closeAnswered(connection, moment());
}

void Observer::messageReceived(Subscriber &subscriber, const QByteArray &type, qsizetype octets)
{
    ClientRecord &record = *subscriber.record();
    record.spoke = true;
    m_findings.heard(subscriber);
    ClientDetail &detail = record.detail();
    ++detail.eventsIn;
    detail.bytesIn += quint64(octets);
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
    m_findings.overflowed(*subscriber.record(), subscriber.queuedBytes(), write(std::move(row)));
}

void Observer::expire()
{
    m_findings.check(moment());
}

void Observer::forgetSome()
{
    m_registry.expire(m_clock.now(), [this](std::span<ClientRecord *const> records) {
        for (ClientRecord *record : records) {
            m_ledger.forget(*record);
            m_findings.forget(*record);
            m_queued.erase(record);
        }
        // Who left so long ago was told of long ago, nearly always.
        const bool untold = std::any_of(records.begin(), records.end(), [](const auto *record) { return record->dirty != 0; });
        for (View &view : m_views) {
            if (untold)
                std::erase_if(view.dirty, [](const ClientRecord *record) { return record->forgotten; });
            for (const ClientRecord *record : records) {
                if (view.looks)
                    view.removed.push_back(record->key);
            }
        }
    });
}

} // namespace pushscope
