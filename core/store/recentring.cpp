// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recentring.h"

#include <algorithm>

namespace pushscope {

quint64 retainedBytes(const Event &event) noexcept
{
    qsizetype bytes = event.type.size() + event.data.size();
    for (const QByteArray &channel : event.to)
        bytes += channel.size();
    return quint64(bytes);
}

void RecentRing::push(EventPtr event)
{
    Q_ASSERT(m_events.empty() || m_events.back()->seq < event->seq);
    m_bytes += retainedBytes(*event);
    for (const QByteArray &channel : event->to) {
        ChannelLog &log = m_channels[channel];
        if (log.events.empty() || log.events.back() != event) // a channel named twice counts once
            log.events.push_back(event);
    }
    m_events.push_back(std::move(event));
}

EventPtr RecentRing::popFront()
{
    EventPtr event = std::move(m_events.front());
    m_events.pop_front();
    m_bytes -= retainedBytes(*event);
    for (const QByteArray &channel : event->to)
        dropFrom(channel, event);
    return event;
}

void RecentRing::dropFrom(const QByteArray &channel, const EventPtr &event)
{
    const auto found = m_channels.find(channel);
    if (found == m_channels.end() || found->events[found->first] != event)
        return;
    ChannelLog &log = *found;
    log.events[log.first++].reset();
    if (log.first == log.events.size()) {
        m_channels.erase(found);
    } else if (log.first >= 16 && log.first * 2 >= log.events.size()) {
        log.events.erase(log.events.begin(), log.events.begin() + std::ptrdiff_t(log.first));
        log.first = 0;
    }
}

ReplaySlice RecentRing::read(std::span<const QByteArray> channels, Seq after, std::size_t limit, Seq head) const
{
    struct Source {
        const EventPtr *next;
        const EventPtr *end;
    };
    std::vector<Source> sources; // a heap whose front has the oldest event
    for (const QByteArray &channel : channels) {
        const auto log = m_channels.constFind(channel);
        if (log == m_channels.constEnd())
            continue;
        const EventPtr *end = log->events.data() + log->events.size();
        const EventPtr *next = std::upper_bound(log->events.data() + log->first, end, after,
                                                [](Seq seq, const EventPtr &event) { return seq < event->seq; });
        if (next != end)
            sources.push_back({next, end});
    }
    const auto later = [](const Source &a, const Source &b) { return (*a.next)->seq > (*b.next)->seq; };
    std::make_heap(sources.begin(), sources.end(), later);

    ReplaySlice slice{{}, after};
    while (!sources.empty() && slice.events.size() < limit) {
        std::pop_heap(sources.begin(), sources.end(), later);
        Source &source = sources.back();
        if (slice.events.empty() || slice.events.back() != *source.next)
            slice.events.push_back(*source.next);
        if (++source.next == source.end)
            sources.pop_back();
        else
            std::push_heap(sources.begin(), sources.end(), later);
    }
    if (!slice.events.empty())
        slice.scannedTo = slice.events.back()->seq;
    if (sources.empty())
        slice.scannedTo = std::max(after, head);
    return slice;
}

} // namespace pushscope
