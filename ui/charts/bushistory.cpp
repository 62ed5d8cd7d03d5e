// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bushistory.h"

#include <algorithm>

namespace pushscope {

static double milliseconds(std::chrono::microseconds time)
{
    return double(time.count()) / 1e3;
}

bool BusHistory::take(const Snapshot &snapshot)
{
    if (snapshot.generation != m_generation) {
        m_generation = snapshot.generation;
        m_lastAt = {};
        m_samples.clear();
    }
    if (!snapshot.bus)
        return false;
    const TimePoint now = snapshot.figures.mono;
    if (m_lastAt == TimePoint()) {
        m_last = *snapshot.bus;
        m_lastAt = now;
        return false;
    }
    if (now - m_lastAt < Tick)
        return false;
    const BusStatus &bus = *snapshot.bus;
    const double seconds = std::chrono::duration<double>(now - m_lastAt).count();
    m_samples.push({snapshot.figures.at, now, double(bus.messagesIn - m_last.messagesIn) / seconds,
                    double(bus.messagesOut - m_last.messagesOut) / seconds, milliseconds(bus.pingTime),
                    milliseconds(bus.scriptTime), bus.waiting, bus.connected});
    m_last = bus;
    m_lastAt = now;
    return true;
}

std::size_t BusHistory::firstWithin(std::chrono::seconds span) const
{
    std::size_t first = m_samples.size();
    while (first > 0 && m_samples.at(m_samples.size() - 1).mono - m_samples.at(first - 1).mono <= span)
        --first;
    return first;
}

double BusHistory::greatest(double BusSample::*figure, std::chrono::seconds span) const
{
    double most = 0;
    for (std::size_t i = firstWithin(span); i < m_samples.size(); ++i)
        most = std::max(most, m_samples.at(i).*figure);
    return most;
}

} // namespace pushscope
