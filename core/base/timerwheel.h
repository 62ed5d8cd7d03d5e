// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimerWheel: deadlines of any number of owners in one structure; arming and disarming cost the same
// however many there are. Hashed wheel (Varghese & Lauck 1987, scheme 6). Lives on the hub thread.

#include "base/clock.h"

#include <QtGlobal>
#include <array>

namespace pushscope {

class TimerWheel
{
public:
    // Something with one deadline. Leaves the wheel when destroyed.
    class Timer
    {
    public:
        Timer() = default;
        virtual ~Timer();
        Timer(const Timer &) = delete;
        Timer &operator=(const Timer &) = delete;
        [[nodiscard]] bool isArmed() const noexcept { return m_previous != nullptr; }

    protected:
        // Called once, already disarmed. May arm, disarm and destroy any timer, itself included.
        virtual void onTimer(TimePoint now) = 0;

    private:
        friend class TimerWheel;
        Timer **m_previous = nullptr; // what points at this one
        Timer *m_next = nullptr;
        TimePoint m_deadline{};
    };

    static constexpr std::chrono::milliseconds Tick{16};

    explicit TimerWheel(TimePoint start);
    ~TimerWheel();

    // Fires at the first advance() at or after `deadline`, up to one Tick late. Re-arms if armed.
    void arm(Timer &timer, TimePoint deadline);
    static void disarm(Timer &timer) noexcept;
    // Fires all that is due. Looks at the slots passed since the last call only.
    void advance(TimePoint now);

private:
    static constexpr std::size_t Slots = 4096; // × Tick: 65 s a turn; later deadlines stay for another turn

    [[nodiscard]] qint64 tickOf(TimePoint t) const noexcept;
    void fireSlot(std::size_t slot, TimePoint now);

    std::array<Timer *, Slots> m_slots{};
    TimePoint m_start;
    qint64 m_tick = 0; // all before it has fired
};

} // namespace pushscope
