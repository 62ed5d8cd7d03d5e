// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timerwheel.h"

#include <algorithm>

namespace pushscope {

TimerWheel::Timer::~Timer()
{
    TimerWheel::disarm(*this);
}

TimerWheel::TimerWheel(TimePoint start)
    : m_start(start)
{
}

TimerWheel::~TimerWheel()
{
    for (Timer *&head : m_slots) {
        while (head)
            disarm(*head);
    }
}

qint64 TimerWheel::tickOf(TimePoint t) const noexcept
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(t - m_start) / Tick;
}

void TimerWheel::arm(Timer &timer, TimePoint deadline)
{
    disarm(timer);
    timer.m_deadline = deadline;
    // A slot is looked at when its tick is over, so that nothing fires early.
    const qint64 tick = std::max(tickOf(deadline), m_tick);
    Timer *&head = m_slots[std::size_t(tick) % Slots];
    timer.m_next = head;
    if (head)
        head->m_previous = &timer.m_next;
    timer.m_previous = &head;
    head = &timer;
}

void TimerWheel::disarm(Timer &timer) noexcept
{
    if (!timer.m_previous)
        return;
    *timer.m_previous = timer.m_next;
    if (timer.m_next)
        timer.m_next->m_previous = timer.m_previous;
    timer.m_previous = nullptr;
    timer.m_next = nullptr;
}

void TimerWheel::advance(TimePoint now)
{
    const qint64 end = tickOf(now);
    // After a long sleep one turn over all slots is enough.
    m_tick = std::max(m_tick, end - qint64(Slots));
    for (; m_tick <= end; ++m_tick)
        fireSlot(std::size_t(m_tick) % Slots, now);
    m_tick = end; // the present slot may get more before its tick is over
}

void TimerWheel::fireSlot(std::size_t slot, TimePoint now)
{
    // What is due moves to a list of its own first: a timer that fires may change the slot.
    Timer *due = nullptr;
    for (Timer *timer = m_slots[slot]; timer;) {
        Timer *next = timer->m_next;
        if (timer->m_deadline <= now) {
            disarm(*timer);
            timer->m_next = due;
            if (due)
                due->m_previous = &timer->m_next;
            timer->m_previous = &due;
            due = timer;
        }
        timer = next;
    }
    while (due) {
        Timer *timer = due;
        disarm(*timer);
        timer->onTimer(now);
    }
}

} // namespace pushscope
