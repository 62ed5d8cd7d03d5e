// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Clock: where all time in core comes from, so that tests can turn it by hand. Borrowed by its users, owned by main or a test.

#include <chrono>

namespace pushscope {

using TimePoint = std::chrono::steady_clock::time_point; // for deadlines and durations
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>; // for people and tokens, UTC
using Milliseconds = std::chrono::milliseconds;

class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual TimePoint now() const noexcept = 0;
    [[nodiscard]] virtual WallTime wall() const noexcept = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const noexcept override { return std::chrono::steady_clock::now(); }
    [[nodiscard]] WallTime wall() const noexcept override
    {
        return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace pushscope
