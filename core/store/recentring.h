// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RecentRing: events in memory, oldest first, with an index by channel, so that reading a client's channels costs by its own
// events and not by all. Part of a store, on its thread.

#include "hub/eventstore.h"

#include <QHash>
#include <deque>
#include <span>
#include <vector>

namespace pushscope {

// What an event counts for the retention and all other bounds in octets.
[[nodiscard]] quint64 retainedBytes(const Event &event) noexcept;

class RecentRing
{
public:
    void push(EventPtr event); // its seq is later than all before
    EventPtr popFront(); // the oldest; the ring is not empty

    [[nodiscard]] bool isEmpty() const noexcept { return m_events.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return m_events.size(); }
    [[nodiscard]] quint64 bytes() const noexcept { return m_bytes; }
    [[nodiscard]] const Event &front() const { return *m_events.front(); }

    // Up to `limit` events to any of `channels` after `after`, in order and each once. `head` is what has been looked at when
    // the limit cuts nothing off.
    [[nodiscard]] ReplaySlice read(std::span<const QByteArray> channels, Seq after, std::size_t limit, Seq head) const;

private:
    // A vector whose start moves, because most channels hold few events and a deque takes half a kilobyte at once.
    struct ChannelLog {
        std::vector<EventPtr> events;
        std::size_t first = 0;
    };
    void dropFrom(const QByteArray &channel, const EventPtr &event);

    std::deque<EventPtr> m_events;
    QHash<QByteArray, ChannelLog> m_channels;
    quint64 m_bytes = 0;
};

} // namespace pushscope
