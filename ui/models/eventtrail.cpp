// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventtrail.h"

#include <algorithm>

namespace pushscope {

// The row of an event comes after those of its deliveries: when it was taken, it says itself.
static std::optional<qint64> takenSince(TimePoint begun, const Event &event)
{
    if (event.accepted == TimePoint{})
        return {};
    return std::chrono::nanoseconds(event.accepted - begun).count();
}

void EventTrail::apply(const Snapshot &snapshot)
{
    if (snapshot.generation != m_generation) {
        m_generation = snapshot.generation;
        m_events.clear();
        m_deliveries.clear();
        m_acked.clear();
    }
    const TimePoint begun = snapshot.figures.mono - std::chrono::nanoseconds(snapshot.monoNs);
    for (const JournalRow &row : snapshot.journal) {
        if (row.kind == JournalRow::Kind::Event && row.event && !row.seq.isNull())
            m_events.push_back({row.event, row.wall, takenSince(begun, *row.event)});
        else if ((row.kind == JournalRow::Kind::Deliver || row.kind == JournalRow::Kind::Replay) && !row.seq.isNull())
            m_deliveries.push_back(
                {row.seq, row.client, row.protocol, row.wall, row.monoNs, row.kind == JournalRow::Kind::Replay, {}, {}});
        else if (row.kind == JournalRow::Kind::Ack)
            m_acked.push_back({row.client, row.seq, row.monoNs});
    }
    while (m_events.size() > MostEvents)
        m_events.pop_front();
    while (m_deliveries.size() > MostDeliveries)
        m_deliveries.pop_front();
    while (m_acked.size() > MostDeliveries)
        m_acked.pop_front();
}

EventPtr EventTrail::previousOf(const Event &event) const
{
    for (auto kept = m_events.crbegin(); kept != m_events.crend(); ++kept) {
        if (kept->event->seq < event.seq && kept->event->type == event.type)
            return kept->event;
    }
    return {};
}

std::vector<EventTrail::Delivered> EventTrail::deliveriesOf(Seq seq) const
{
    std::vector<Delivered> found;
    std::copy_if(m_deliveries.cbegin(), m_deliveries.cend(), std::back_inserter(found),
                 [seq](const Delivered &delivered) { return delivered.seq == seq; });
    if (const Kept *kept = keptOf(seq); kept && kept->takenNs) {
        for (Delivered &delivered : found)
            delivered.took = std::chrono::nanoseconds(delivered.monoNs - *kept->takenNs);
    }
    addAcknowledgements(found, seq);
    return found;
}

// The first of each client that covers the event, after it was written.
void EventTrail::addAcknowledgements(std::vector<Delivered> &deliveries, Seq seq) const
{
    QHash<QByteArray, Delivered *> open;
    for (Delivered &delivered : deliveries)
        open.insert(delivered.client, &delivered);
    for (const Acked &acked : m_acked) {
        if (open.isEmpty())
            return;
        Delivered *delivered = acked.upTo >= seq ? open.value(acked.client) : nullptr;
        if (!delivered || acked.monoNs < delivered->monoNs)
            continue;
        delivered->acked = std::chrono::nanoseconds(acked.monoNs - delivered->monoNs);
        open.remove(acked.client);
    }
}

const EventTrail::Kept *EventTrail::keptOf(Seq seq) const
{
    const auto found
        = std::find_if(m_events.crbegin(), m_events.crend(), [seq](const Kept &kept) { return kept.event->seq == seq; });
    return found == m_events.crend() ? nullptr : &*found;
}

WallTime EventTrail::takenAt(Seq seq) const
{
    const Kept *kept = keptOf(seq);
    return kept ? kept->at : WallTime{};
}

} // namespace pushscope
