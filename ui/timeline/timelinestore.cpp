// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinestore.h"

#include <QDateTime>
#include <QTimeZone>

namespace pushscope {

namespace {

constexpr std::size_t MostMarks = 10'000;

template<typename T> void boundMarks(std::vector<T> &entries)
{
    if (entries.size() > MostMarks)
        entries.erase(entries.begin(), entries.begin() + std::ptrdiff_t(MostMarks / 4));
}

// "fault 3 latency" → {"fault 3", "latency"}
std::pair<QByteArray, QByteArray> ruleAndKind(const QByteArray &cause)
{
    const qsizetype second = cause.indexOf(' ', cause.indexOf(' ') + 1);
    return second < 0 ? std::pair(cause, QByteArray()) : std::pair(cause.left(second), cause.mid(second + 1));
}

} // namespace

void TimelineStore::apply(const Snapshot &snapshot)
{
    if (snapshot.generation != m_generation)
        reset(snapshot);
    m_epoch = snapshot.figures.epoch;
    m_head = snapshot.figures.head;
    m_now = std::max(m_now, Moment(snapshot.monoNs));
    takeClients(snapshot);
    for (const JournalRow &row : snapshot.journal)
        takeRow(row, !snapshot.deliveriesTracked);
    for (const ClientRow &client : snapshot.changedClients)
        reconcile(client);
    for (const Delivery &delivery : snapshot.deliveries) {
        const PointKind kind = delivery.seqLow == 0 ? PointKind::Ephemeral
            : delivery.isReplayed()                 ? PointKind::Replayed
                                                    : PointKind::Live;
        addPoint(delivery.clientKey, delivery.at(), delivery.seqLow, kind);
    }
    for (const ReconnectRow &row : snapshot.changedReconnects)
        takeReconnect(row);
    m_dropped += snapshot.deliveriesSkipped;
    m_deliveries += snapshot.deliveriesSkipped;
    if (m_points > m_bounds.points)
        makeRoomForPoints();
}

void TimelineStore::reset(const Snapshot &snapshot)
{
    m_generation = snapshot.generation;
    m_lanes.clear();
    m_laneOfKey.clear();
    m_keyOfClient.clear();
    m_marks.clear();
    m_withdrawn.clear();
    m_rules.clear();
    m_density.clear();
    m_names.clear();
    m_points = m_gone = 0;
    m_without.clear();
    m_deliveries = m_dropped = m_withoutLane = 0;
    m_now = m_begin = Moment(snapshot.monoNs);
    m_utcOffset = Moment(snapshot.figures.at.time_since_epoch()) - Moment(snapshot.monoNs);
    const auto wallMs = snapshot.figures.at.time_since_epoch().count();
    m_localOffset = m_utcOffset + std::chrono::seconds(QDateTime::fromMSecsSinceEpoch(wallMs).offsetFromUtc());
    ++m_lanesVersion;
}

Moment TimelineStore::momentOf(WallTime wall) const noexcept
{
    return Moment(wall.time_since_epoch()) - m_utcOffset;
}

Lane *TimelineStore::lane(quint32 key)
{
    const auto found = m_laneOfKey.constFind(key);
    return found == m_laneOfKey.cend() ? nullptr : &m_lanes[*found];
}

const Lane *TimelineStore::find(quint32 key) const
{
    return const_cast<TimelineStore *>(this)->lane(key);
}

Lane *TimelineStore::laneNamed(const QByteArray &client)
{
    return client.isEmpty() ? nullptr : lane(m_keyOfClient.value(client));
}

void TimelineStore::takeClients(const Snapshot &snapshot)
{
    for (const ClientRow &client : snapshot.changedClients) {
        if (Lane *known = lane(client.key)) {
            known->protocol = client.protocol;
            known->user = client.user;
            continue;
        }
        if (m_lanes.size() >= m_bounds.lanes)
            makeRoomForLanes();
        if (m_lanes.size() >= m_bounds.lanes) {
            setWithoutLane(client.key, true);
            continue;
        }
        setWithoutLane(client.key, false);
        Lane fresh;
        fresh.key = client.key;
        fresh.client = client.client;
        fresh.user = client.user;
        fresh.protocol = client.protocol;
        fresh.firstSeen = fresh.lastActive = m_now;
        m_laneOfKey.insert(client.key, quint32(m_lanes.size()));
        m_keyOfClient.insert(client.client, client.key);
        m_lanes.push_back(std::move(fresh));
        ++m_lanesVersion;
    }
    for (const quint32 key : snapshot.removedClients) {
        setWithoutLane(key, false);
        if (Lane *known = lane(key)) {
            m_gone += known->gone ? 0 : 1;
            known->gone = known->away = true;
        }
    }
}

void TimelineStore::setWithoutLane(quint32 key, bool without)
{
    if (key >= m_without.size()) {
        if (!without)
            return;
        m_without.resize(std::max<std::size_t>(key + 1, 2 * m_without.size()));
    }
    if (m_without[key] != without) {
        m_without[key] = without;
        without ? ++m_withoutLane : --m_withoutLane;
    }
}

// What the journal's rows did not tell, because they began too late or some were skipped.
void TimelineStore::reconcile(const ClientRow &client)
{
    Lane *known = lane(client.key);
    if (!known)
        return;
    known->away = client.state == ClientState::Away;
    if (!known->away && client.connection != 0) {
        const bool open = std::any_of(known->spans.rbegin(), known->spans.rend(),
                                      [&](const ConnectionSpan &span) { return span.connection == client.connection; });
        if (!open)
            known->open(std::min(m_now, momentOf(client.connectedAt)), client.connection, client.protocol);
        return;
    }
    for (ConnectionSpan &span : known->spans) {
        if (span.isOpen())
            known->close(m_now, span.connection, {});
    }
}

void TimelineStore::takeRow(const JournalRow &row, bool withDeliveries)
{
    using Kind = JournalRow::Kind;
    const Moment at(row.monoNs);
    m_begin = std::min(m_begin, at);
    switch (row.kind) {
    case Kind::Event:
        m_names.add(row.seq, at, row.type);
        return;
    case Kind::Mark:
        if (!m_withdrawn.apply(row.op, row.data, m_marks))
            m_marks.insert(firstAfter(m_marks, at), {at, row.data});
        boundMarks(m_marks);
        return;
    case Kind::Fault:
        takeFault(row, at);
        return;
    default:
        break;
    }
    Lane *known = laneNamed(row.client);
    if (!known)
        return;
    if (row.kind == Kind::Conn)
        takeConnection(*known, row, at);
    else if (row.kind == Kind::Req && row.op == "refused")
        known->addNote({LaneNote::What::Refused, at, {}, row.data.left(3) + ' ' + row.cause});
    else if (row.kind == Kind::Replay && row.op == "gap")
        known->addNote({LaneNote::What::Gap, at, {}, row.cause});
    else if (withDeliveries && row.op.isEmpty() && (row.kind == Kind::Deliver || row.kind == Kind::Replay))
        addPoint(known->key, at, quint32(row.seq.value),
                 row.seq.isNull() ? PointKind::Ephemeral : (row.kind == Kind::Replay ? PointKind::Replayed : PointKind::Live));
}

void TimelineStore::takeConnection(Lane &known, const JournalRow &row, Moment at)
{
    known.lastActive = std::max(known.lastActive, at);
    if (row.op == "open")
        known.open(at, row.connection, row.protocol.value_or(known.protocol));
    else if (row.op == "close")
        known.close(at, row.connection, row.cause);
}

// Rules stand over all lanes; what one did to a client stands in its lane.
void TimelineStore::takeFault(const JournalRow &row, Moment at)
{
    const auto [rule, kind] = ruleAndKind(row.cause);
    if (row.op == "added") {
        m_rules.push_back({at, Moment::max(), rule, row.data, {}});
        boundMarks(m_rules);
        return;
    }
    Lane *known = laneNamed(row.client);
    if (known && (row.op == "hit" || row.op == "on")) {
        known->beginClip({at, row.op == "hit" ? at : Moment::max(), rule, row.type.isEmpty() ? kind : row.type, row.seq});
    } else if (known && row.op == "off") {
        known->endClips(at, rule);
    } else if (row.op == "removed" || row.op == "ended") {
        const QByteArray which = rule.startsWith("fault ") ? rule : QByteArray(); // else all of them
        for (FaultClip &clip : m_rules) {
            if (clip.isOpen() && (which.isEmpty() || clip.rule == which))
                clip.end = at;
        }
    }
}

void TimelineStore::takeReconnect(const ReconnectRow &row)
{
    Lane *known = lane(row.clientKey);
    if (!known)
        return;
    known->lastActive = std::max(known->lastActive, momentOf(row.at));
    known->setReconnect(momentOf(row.at), row, [this](const ReconnectRow::Item &item) {
        const EventNames::Published *published = m_names.find(item.seq);
        return published ? published->at : momentOf(item.at);
    });
}

void TimelineStore::addPoint(quint32 key, Moment at, quint32 seqLow, PointKind kind)
{
    ++m_deliveries;
    Lane *known = lane(key);
    if (!known) {
        ++m_dropped;
        return;
    }
    known->track(kind).append(at, seqLow);
    known->lastActive = std::max(known->lastActive, at);
    m_density.add(at, kind == PointKind::Replayed ? DensityPyramid::Kind::Replayed : DensityPyramid::Kind::Live);
    m_begin = std::min(m_begin, at);
    ++m_points;
}

// The oldest eighth of the time goes until a tenth of the room is free, so that this happens rarely.
void TimelineStore::makeRoomForPoints()
{
    while (m_points > m_bounds.points - m_bounds.points / 10) {
        const Moment until = m_begin + std::max(Moment(1), (m_now - m_begin) / 8);
        std::size_t dropped = 0;
        for (Lane &each : m_lanes) {
            for (PointTrack &track : each.points)
                dropped += track.dropBefore(until);
        }
        m_points -= dropped;
        m_dropped += dropped;
        m_begin = until;
        if (until >= m_now)
            return;
    }
}

// Those whom the hub has forgotten go, the ones without news for longest first. It goes through all lanes, so it waits until that
// is worth while.
void TimelineStore::makeRoomForLanes()
{
    if (m_gone <= m_bounds.lanes / 16)
        return;
    std::vector<Moment> ends;
    for (const Lane &each : m_lanes) {
        if (each.gone)
            ends.push_back(each.lastActive);
    }
    const auto middle = ends.begin() + std::ptrdiff_t(ends.size() / 2);
    std::nth_element(ends.begin(), middle, ends.end());
    std::erase_if(m_lanes, [&](const Lane &each) {
        if (!each.gone || each.lastActive > *middle)
            return false;
        for (const PointTrack &track : each.points) {
            m_points -= track.size();
            m_dropped += track.size();
        }
        --m_gone;
        return true;
    });
    m_laneOfKey.clear();
    m_keyOfClient.clear();
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        m_laneOfKey.insert(m_lanes[i].key, quint32(i));
        m_keyOfClient.insert(m_lanes[i].client, m_lanes[i].key);
    }
    ++m_lanesVersion;
}

} // namespace pushscope
