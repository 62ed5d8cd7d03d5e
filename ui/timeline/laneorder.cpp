// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/laneorder.h"

#include "ui/models/tablecolumn.h"

namespace pushscope {

void LaneOrder::setBy(By by)
{
    m_by = by;
    m_stale = true;
}

Result<void> LaneOrder::setFilter(const QString &text)
{
    const QByteArray octets = text.trimmed().toUtf8();
    const bool word
        = std::none_of(octets.begin(), octets.end(), [](char c) { return QByteArrayView("=<>!&|~()\"' ").contains(c); });
    auto filter = Filter::parse(octets, clientFilterFields());
    if (!filter && !word)
        return tl::unexpected(filter.error());
    m_filter = filter ? *filter : Filter();
    m_needle = filter ? QByteArray() : octets.toLower();
    m_stale = true;
    return {};
}

bool LaneOrder::accepts(const Lane &lane) const
{
    if (!m_needle.isEmpty())
        return containsFolded(lane.client, m_needle) || containsFolded(lane.user, m_needle);
    if (m_filter.matchesAll())
        return true;
    if (const ClientRow *row = m_findRow(lane.key))
        return m_filter.matches(ClientFilterRow(*row));
    ClientRow known; // of one whom the hub has forgotten
    known.client = lane.client;
    known.user = lane.user;
    known.protocol = lane.protocol;
    known.state = ClientState::Away;
    return m_filter.matches(ClientFilterRow(known));
}

bool LaneOrder::update(const TimelineStore &store, TimePoint now)
{
    const bool follows = m_by != By::FirstSeen || !m_filter.matchesAll();
    const bool due = m_lanesVersion != store.lanesVersion() || follows;
    if (!m_stale && (!due || now - m_updated < (follows ? Interval : Milliseconds(0))))
        return false;
    m_stale = false;
    m_updated = now;
    m_lanesVersion = store.lanesVersion();
    const std::vector<quint32> before = std::exchange(m_keys, {});
    m_total = store.lanes().size();
    m_keys.reserve(m_total);
    for (const Lane &lane : store.lanes()) {
        if (accepts(lane))
            m_keys.push_back(lane.key);
    }
    sort(store);
    return m_keys != before;
}

void LaneOrder::sort(const TimelineStore &store)
{
    if (m_by == By::FirstSeen)
        return;
    std::vector<std::pair<qint64, quint32>> ranked;
    ranked.reserve(m_keys.size());
    for (const quint32 key : m_keys) {
        const int place = m_by == By::Clients ? m_placeOf(key) : 0;
        const qint64 rank = m_by == By::Activity ? -store.find(key)->lastActive.count()
            : place >= 0                         ? place
                                                 : std::numeric_limits<int>::max();
        ranked.emplace_back(rank, key);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t i = 0; i < ranked.size(); ++i)
        m_keys[i] = ranked[i].second;
}

int LaneOrder::rowOf(quint32 key) const
{
    const auto found = std::find(m_keys.begin(), m_keys.end(), key);
    return found == m_keys.end() ? -1 : int(found - m_keys.begin());
}

quint32 LaneOrder::keyOf(int row) const
{
    return row >= 0 && std::size_t(row) < m_keys.size() ? m_keys[std::size_t(row)] : 0;
}

} // namespace pushscope
