// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventTrail: what the inspector needs to know of events besides themselves: the one before of the same type, and to whom each
// was written when, as far as the journal says it one by one. Bounded; a hub that was started again begins anew. GUI thread.

#include "observe/snapshot.h"

#include <QHash>
#include <deque>

namespace pushscope {

class EventTrail
{
public:
    static constexpr std::size_t MostEvents = 5'000; // of all types together
    static constexpr std::size_t MostDeliveries = 50'000;

    struct Delivered {
        Seq seq;
        QByteArray client;
        std::optional<ClientProtocol> protocol;
        WallTime at{};
        bool replayed = false;
    };

    void apply(const Snapshot &snapshot);
    // The newest kept event of that type that was stored before this one; null: none.
    [[nodiscard]] EventPtr previousOf(const Event &event) const;
    [[nodiscard]] std::vector<Delivered> deliveriesOf(Seq seq) const; // in their order
    // When the event was taken, in the hub's clock; the epoch where it is not kept.
    [[nodiscard]] WallTime takenAt(Seq seq) const;

private:
    struct Kept {
        EventPtr event;
        WallTime at{};
    };
    std::deque<Kept> m_events; // seq grows
    std::deque<Delivered> m_deliveries; // as they came
    quint64 m_generation = 0;
};

} // namespace pushscope
