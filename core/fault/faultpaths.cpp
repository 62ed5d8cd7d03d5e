// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultpaths.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr std::size_t MaxOrphans = 10'000; // each has a descriptor

}

FaultPaths::FaultPaths(TimerWheel &wheel, const Clock &clock, Ended ended)
    : m_wheel(wheel)
    , m_clock(clock)
    , m_ended(std::move(ended))
{
}

FaultPaths::~FaultPaths()
{
    m_ended = {};
    std::exchange(m_orphans, {}).clear();
}

void FaultPaths::enter(FaultPath &path)
{
    m_all.push_back(&path);
}

void FaultPaths::leave(FaultPath &path)
{
    if (m_ended)
        m_ended(path);
    std::erase(m_all, &path);
}

void FaultPaths::adopt(std::unique_ptr<FaultPath> path)
{
    if (m_orphans.size() >= MaxOrphans)
        discard(*m_orphans.front());
    m_orphans.push_back(std::move(path));
    m_orphans.back()->orphan();
}

void FaultPaths::discard(FaultPath &path)
{
    const auto it = std::find_if(m_orphans.begin(), m_orphans.end(), [&](const auto &orphan) { return orphan.get() == &path; });
    if (it == m_orphans.end())
        return;
    const auto last = std::move(*it); // goes once the list is whole again
    m_orphans.erase(it);
}

} // namespace pushscope
