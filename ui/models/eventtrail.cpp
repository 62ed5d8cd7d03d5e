// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventtrail.h"

#include <algorithm>

namespace pushscope {

void EventTrail::apply(const Snapshot &snapshot)
{
    if (snapshot.generation != m_generation) {
        m_generation = snapshot.generation;
        m_events.clear();
        m_deliveries.clear();
    }
    for (const JournalRow &row : snapshot.journal) {
        if (row.kind == JournalRow::Kind::Event && row.event && !row.seq.isNull())
            m_events.push_back({row.event, row.wall});
        else if ((row.kind == JournalRow::Kind::Deliver || row.kind == JournalRow::Kind::Replay) && !row.seq.isNull())
            m_deliveries.push_back({row.seq, row.client, row.protocol, row.wall, row.kind == JournalRow::Kind::Replay});
    }
    while (m_events.size() > MostEvents)
        m_events.pop_front();
    while (m_deliveries.size() > MostDeliveries)
        m_deliveries.pop_front();
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
    return found;
}

WallTime EventTrail::takenAt(Seq seq) const
{
    const auto found
        = std::find_if(m_events.crbegin(), m_events.crend(), [seq](const Kept &kept) { return kept.event->seq == seq; });
    return found == m_events.crend() ? WallTime{} : found->at;
}

} // namespace pushscope
