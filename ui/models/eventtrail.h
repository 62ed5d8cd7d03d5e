// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventTrail: what the inspector needs to know of events besides themselves: the one before of the same type, and to whom each
// was written when and who acknowledged it, as far as the journal says it one by one. Bounded; a hub that was started again
// begins anew. GUI thread.

#include "observe/snapshot.h"

#include <QHash>
#include <deque>

namespace pushscope {

class EventTrail
{
public:
    static constexpr std::size_t MostEvents = 5'000; // of all types together
    static constexpr std::size_t MostDeliveries = 50'000; // as many acknowledgements, too

    struct Delivered {
        Seq seq;
        QByteArray client;
        std::optional<ClientProtocol> protocol;
        WallTime at{}; // written to its connection
        qint64 monoNs = 0; // the same, as in JournalRow
        bool replayed = false;
        std::optional<std::chrono::nanoseconds> took; // since the hub took the event; nothing where that is not known
        std::optional<std::chrono::nanoseconds> acked; // after that: that the client said it has it; nothing: it did not say
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
        std::optional<qint64> takenNs; // as in JournalRow; a recording does not know it
    };
    struct Acked {
        QByteArray client;
        Seq upTo;
        qint64 monoNs = 0;
    };
    [[nodiscard]] const Kept *keptOf(Seq seq) const; // null: it is not
    void addAcknowledgements(std::vector<Delivered> &deliveries, Seq seq) const;

    std::deque<Kept> m_events; // seq grows
    std::deque<Delivered> m_deliveries; // as they came
    std::deque<Acked> m_acked; // as they came
    quint64 m_generation = 0;
};

} // namespace pushscope
