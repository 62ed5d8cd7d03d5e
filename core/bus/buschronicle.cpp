// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/buschronicle.h"

#include <QList>
#include <algorithm>

namespace pushscope {

namespace {

template<typename T> std::vector<T> listOf(const RingBuffer<T> &ring)
{
    std::vector<T> list;
    for (std::size_t i = 0; i < ring.size(); ++i)
        list.push_back(ring.at(i));
    return list;
}

} // namespace

void BusChronicle::dropped(WallTime at, const QByteArray &channel, const QByteArray &reason, QByteArrayView message)
{
    m_drops.push({++m_lastDrop, at, channel, reason, message.first(std::min(message.size(), SampleOctets)).toByteArray()});
}

void BusChronicle::outageBegan(WallTime at, const QByteArray &why)
{
    const bool goesOn = !m_outages.isEmpty() && m_outages.at(m_outages.size() - 1).until == WallTime();
    if (!goesOn)
        m_outages.push({++m_lastOutage, at, {}, why});
}

void BusChronicle::outageEnded(WallTime at)
{
    if (m_outages.isEmpty())
        return;
    BusOutage &last = m_outages.at(m_outages.size() - 1);
    if (last.until == WallTime())
        last.until = at;
}

void BusChronicle::addHub(QByteArrayView announcement, const QByteArray &self)
{
    const QList<QByteArray> lines = announcement.toByteArray().split('\n');
    if (lines.size() != 5 || lines[0].isEmpty())
        return;
    m_hubs.push_back({lines[0], lines[1], lines[4], lines[2].toLongLong(), lines[3].toULongLong(), lines[0] == self});
}

BusDetail BusChronicle::detail() const
{
    BusDetail detail{{}, m_hubs, listOf(m_drops), listOf(m_outages)};
    std::sort(detail.hubs.begin(), detail.hubs.end(), [](const BusHub &a, const BusHub &b) { return a.name < b.name; });
    return detail;
}

} // namespace pushscope
