// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/connectionjournal.h"

namespace pushscope {

ConnectionJournal::ConnectionJournal(Bounds bounds, const Clock &clock)
    : m_bounds(bounds)
    , m_clock(clock)
    , m_start(clock.now())
{
}

// What a text of a row's own takes: Qt's header and the allocator's beside its octets.
static qint64 octetsOfText(const QByteArray &text) noexcept
{
    return text.isEmpty() ? 0 : text.size() + 32;
}

qint64 ConnectionJournal::octetsOf(const JournalRow &row) noexcept
{
    const qint64 event = row.event ? row.event->data.size() + 200 : 0;
    return qint64(sizeof(JournalRow)) + octetsOfText(row.op) + octetsOfText(row.data) + octetsOfText(row.cause) + event;
}

quint64 ConnectionJournal::add(JournalRow row)
{
    row.monoNs = std::chrono::nanoseconds(m_clock.now() - m_start).count();
    row.wall = m_clock.wall();
    const std::lock_guard lock(m_mutex);
    row.ref = ++m_lastRef;
    m_octets += octetsOf(row);
    m_rows.push_back(std::move(row));
    while (m_rows.size() > m_bounds.rows || m_octets > m_bounds.octets) {
        m_octets -= octetsOf(m_rows.front());
        m_rows.pop_front();
    }
    return m_lastRef;
}

std::vector<JournalRow> ConnectionJournal::after(quint64 ref, std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    if (m_rows.empty() || ref >= m_lastRef)
        return {};
    const quint64 first = m_rows.front().ref;
    const std::size_t begin = ref < first ? 0 : std::size_t(ref - first + 1);
    const std::size_t end = std::min(m_rows.size(), begin + limit);
    return {m_rows.begin() + std::ptrdiff_t(begin), m_rows.begin() + std::ptrdiff_t(end)};
}

quint64 ConnectionJournal::lastRef() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastRef;
}

} // namespace pushscope
