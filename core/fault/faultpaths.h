// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultPaths: all links that faults hold or held, and those among them whose owner is gone while they still have something to
// say. Owned by FaultService; hub thread; outlives the links.

#include "fault/faultpath.h"

#include <functional>

namespace pushscope {

class FaultPaths
{
public:
    using Ended = std::function<void(const FaultPath &)>;
    // Borrowed. `ended` is told just before a path goes.
    FaultPaths(TimerWheel &wheel, const Clock &clock, Ended ended);
    ~FaultPaths();

    [[nodiscard]] const std::vector<FaultPath *> &all() const noexcept { return m_all; }
    [[nodiscard]] TimerWheel &wheel() noexcept { return m_wheel; }
    [[nodiscard]] TimePoint now() const { return m_clock.now(); }

private:
    friend class FaultPath;
    friend class FaultLink;
    void enter(FaultPath &path);
    void leave(FaultPath &path);
    void adopt(std::unique_ptr<FaultPath> path);
    void discard(FaultPath &path); // an orphan; destroys it

    TimerWheel &m_wheel;
    const Clock &m_clock;
    Ended m_ended;
    std::vector<FaultPath *> m_all;
    std::vector<std::unique_ptr<FaultPath>> m_orphans;
};

} // namespace pushscope
