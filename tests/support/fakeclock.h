// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FakeClock: time that moves when a test says so.

#include "base/clock.h"

namespace pushscope {

class FakeClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const noexcept override { return m_now; }
    [[nodiscard]] WallTime wall() const noexcept override { return m_wall; }
    void advance(Milliseconds by)
    {
        m_now += by;
        m_wall += by;
    }

private:
    TimePoint m_now = TimePoint(std::chrono::hours(1));
    WallTime m_wall = WallTime(Milliseconds(1'790'000'000'000)); // September 2026
};

} // namespace pushscope
