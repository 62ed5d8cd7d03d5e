// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventTap: what the fault rules do to the live events of one subscriber: loses, repeats, delays, reorders and stops them. What
// it holds stays in order and goes out when its rule is gone. Owned by EventFaults; hub thread.

#include "base/timerwheel.h"
#include "hub/hub.h"
#include "hub/livetap.h"

#include <deque>
#include <vector>

namespace pushscope {

class EventTap final : public LiveTap, public TimerWheel::Timer
{
public:
    // What becomes of an event.
    struct Verdict {
        bool stops = false; // this one and all later ones are held: the connection is about to end
        bool loses = false;
        std::size_t repeats = 0; // how often it is sent once more
        quint64 swapper = 0; // the rule that lets the next one go first; 0: none
        quint64 delayer = 0; // the rule that delays it; 0: none
        Milliseconds delay{0};
    };
    class Judge
    {
    public:
        virtual ~Judge() = default;
        // Counts it, and says what the rules do to it; of one of the history only whether it stops.
        [[nodiscard]] virtual Verdict judge(EventTap &tap, const Event &event, bool replayed) = 0;
    };
    // One that waits for the next to go first waits so long at most.
    static constexpr Milliseconds SwapTime{1000};

    // All borrowed; sets itself as the subscriber's tap.
    EventTap(Subscriber &subscriber, Hub &hub, Judge &judge, TimerWheel &wheel, const Clock &clock);
    ~EventTap() override;

    [[nodiscard]] Subscriber &subscriber() const noexcept { return m_subscriber; }
    std::vector<quint64> adopted; // the rules of the next n that took it
    void release(quint64 rule); // the rule is gone: what it holds is due
    [[nodiscard]] bool isIdle() const noexcept { return m_held.empty() && m_swapped.empty(); }

    [[nodiscard]] std::vector<EventPtr> live(const EventPtr &event) override;
    [[nodiscard]] bool replayed(const Event &event) override;
    [[nodiscard]] Seq holdsFrom() const override;
    void left() override;

private:
    struct Held {
        TimePoint due;
        EventPtr event;
        quint64 rule; // 0: it only waits for those before it, or the connection is about to end
    };

    void onTimer(TimePoint now) override;
    [[nodiscard]] std::vector<EventPtr> reorder(std::vector<EventPtr> events, const Verdict &verdict);
    [[nodiscard]] std::vector<EventPtr> delay(std::vector<EventPtr> events, const Verdict &verdict);
    void arm();

    Subscriber &m_subscriber;
    Hub &m_hub;
    Judge &m_judge;
    TimerWheel &m_wheel;
    const Clock &m_clock;
    std::deque<Held> m_held; // none goes before those that came before it
    std::vector<EventPtr> m_swapped; // wait for the next to go first
    quint64 m_swapper = 0;
    TimePoint m_swapEnds{};
    bool m_stopped = false;
};

} // namespace pushscope
