// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timerwheel.h"
#include "support/fakeclock.h"

#include <QTest>
#include <random>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

class Recorder final : public TimerWheel::Timer
{
public:
    std::function<void(Recorder &)> action;
    std::vector<TimePoint> fired;

private:
    void onTimer(TimePoint now) override
    {
        fired.push_back(now);
        if (action)
            action(*this);
    }
};

} // namespace

class TestTimerWheel : public QObject
{
    Q_OBJECT
    FakeClock m_clock;

private Q_SLOTS:
    void firesOnceAndNeverEarly_data()
    {
        QTest::addColumn<int>("delay");
        for (int delay : {0, 1, 15, 16, 17, 1000, 65535, 65536, 70000, 200000})
            QTest::addRow("%d ms", delay) << delay;
    }
    void firesOnceAndNeverEarly()
    {
        QFETCH(int, delay);
        TimerWheel wheel(m_clock.now());
        Recorder timer;
        const TimePoint deadline = m_clock.now() + Milliseconds(delay);
        wheel.arm(timer, deadline);
        for (int i = 0; i < delay + 40; i += 5) {
            wheel.advance(m_clock.now());
            m_clock.advance(5ms);
        }
        QCOMPARE(timer.fired.size(), 1u);
        QVERIFY(timer.fired[0] >= deadline);
        QVERIFY(timer.fired[0] <= deadline + TimerWheel::Tick + 5ms);
        QVERIFY(!timer.isArmed());
    }

    void aLongSleepLosesNothing()
    {
        TimerWheel wheel(m_clock.now());
        std::array<Recorder, 50> timers;
        std::mt19937 random(7);
        for (Recorder &timer : timers)
            wheel.arm(timer, m_clock.now() + Milliseconds(random() % 600'000));
        m_clock.advance(600s);
        wheel.advance(m_clock.now());
        for (Recorder &timer : timers)
            QCOMPARE(timer.fired.size(), 1u);
    }

    void timersMayTouchEachOtherWhileFiring()
    {
        TimerWheel wheel(m_clock.now());
        auto victim = std::make_unique<Recorder>();
        Recorder killer, again, other;
        // All three are due in one slot; whichever comes first removes the others.
        killer.action = [&](Recorder &) {
            victim.reset();
            TimerWheel::disarm(other);
        };
        again.action = [&](Recorder &self) {
            if (self.fired.size() < 3)
                wheel.arm(self, m_clock.now());
        };
        const TimePoint deadline = m_clock.now() + 10ms;
        wheel.arm(other, deadline);
        wheel.arm(*victim, deadline);
        wheel.arm(again, deadline);
        wheel.arm(killer, deadline); // fires in order of arming or against it: both are allowed
        for (int i = 0; i < 10; ++i) {
            m_clock.advance(20ms);
            wheel.advance(m_clock.now());
        }
        QCOMPARE(killer.fired.size(), 1u);
        QVERIFY(!victim);
        QCOMPARE(again.fired.size(), 3u);
    }

    void rearmingMovesTheDeadline()
    {
        TimerWheel wheel(m_clock.now());
        Recorder timer;
        wheel.arm(timer, m_clock.now() + 10ms);
        wheel.arm(timer, m_clock.now() + 500ms);
        m_clock.advance(100ms);
        wheel.advance(m_clock.now());
        QVERIFY(timer.fired.empty());
        m_clock.advance(500ms);
        wheel.advance(m_clock.now());
        QCOMPARE(timer.fired.size(), 1u);
    }
};

QTEST_APPLESS_MAIN(TestTimerWheel)
#include "tst_timerwheel.moc"
