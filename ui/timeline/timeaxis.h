// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimeAxis: which span of time stands on which pixels, from hours to microseconds. A value. AxisTick: where its labels stand.

#include "base/clock.h"

#include <QString>
#include <vector>

namespace pushscope {

using Moment = std::chrono::nanoseconds; // since the hub started, as monoNs of the journal

class TimeAxis
{
public:
    static constexpr double FinestNs = 10; // a pixel: 1 µs is 100 pixels
    static constexpr double CoarsestNs = 2.5e12; // a pixel: a month on 1,200

    [[nodiscard]] Moment begin() const noexcept { return m_begin; }
    [[nodiscard]] Moment end() const noexcept { return timeAt(m_width); }
    [[nodiscard]] Moment length() const noexcept { return end() - m_begin; }
    [[nodiscard]] int width() const noexcept { return m_width; } // px
    [[nodiscard]] double nsPerPixel() const noexcept { return m_nsPerPixel; }
    [[nodiscard]] double xOf(Moment at) const noexcept { return double((at - m_begin).count()) / m_nsPerPixel; }
    [[nodiscard]] Moment timeAt(double x) const noexcept { return m_begin + Moment(qint64(x * m_nsPerPixel)); }
    [[nodiscard]] bool shows(Moment at) const noexcept { return at >= m_begin && at <= end(); }

    void setWidth(int width) noexcept { m_width = std::max(1, width); } // more or less time, at the same scale
    void show(Moment begin, Moment end) noexcept; // within the limits of scale; begin < end
    void zoom(double factor, double x) noexcept; // above 1: closer; what stands at x stays there
    void pan(double pixels) noexcept { m_begin += Moment(qint64(pixels * m_nsPerPixel)); } // above 0: to later
    void endAt(Moment end) noexcept { m_begin += end - this->end(); }
    void centre(Moment at) noexcept { m_begin += at - timeAt(m_width / 2.0); }

private:
    void setScale(double nsPerPixel) noexcept { m_nsPerPixel = std::clamp(nsPerPixel, FinestNs, CoarsestNs); }

    Moment m_begin{0};
    double m_nsPerPixel = 1e9 / 40;
    int m_width = 1200;
};

struct AxisTick {
    Moment at;
    QString label;
};

// The distance between labels: the least of 1, 2, 5 × 10ⁿ ns from 1 µs on, and of the usual parts of minutes, hours and days,
// that leaves so many pixels for each.
[[nodiscard]] Moment tickStep(double nsPerPixel, double leastPixels) noexcept;
// `local` is the local time of day, since any midnight, when the hub started: ticks stand at round times of the day.
[[nodiscard]] std::vector<AxisTick> axisTicks(const TimeAxis &axis, Moment local, double leastPixels);
// What a label of this step looks like: "14:05", "14:05:07", "07.250", "07.250340".
[[nodiscard]] QString tickLabel(Moment timeOfDay, Moment step);
// The time of day to the microsecond: "14:05:07.250340".
[[nodiscard]] QString preciseTime(Moment timeOfDay);

} // namespace pushscope
