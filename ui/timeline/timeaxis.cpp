// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeaxis.h"

#include <array>
#include <cmath>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr std::array<Moment, 18> LongSteps{1s,    2s,    5s,    10s, 15s, 30s, 1min, 2min, 5min,
                                           10min, 15min, 30min, 1h,  2h,  3h,  6h,   12h,  24h};

Moment floorTo(Moment at, Moment step) noexcept
{
    const Moment rest = at % step;
    return at - rest - (rest.count() < 0 ? step : Moment(0));
}

QString padded(qint64 value, int digits)
{
    return QString::number(value).rightJustified(digits, QChar(u'0'));
}

} // namespace

void TimeAxis::show(Moment begin, Moment end) noexcept
{
    setScale(double((end - begin).count()) / m_width);
    m_begin = begin;
    centre(begin + (end - begin) / 2);
}

void TimeAxis::zoom(double factor, double x) noexcept
{
    const Moment kept = timeAt(x);
    setScale(m_nsPerPixel / factor);
    m_begin += kept - timeAt(x);
}

Moment tickStep(double nsPerPixel, double leastPixels) noexcept
{
    const double least = nsPerPixel * leastPixels;
    for (qint64 unit = 1000; unit < 1'000'000'000; unit *= 10) {
        for (const int part : {1, 2, 5}) {
            if (double(unit * part) >= least)
                return Moment(unit * part);
        }
    }
    for (const Moment step : LongSteps) {
        if (double(step.count()) >= least)
            return step;
    }
    const auto days = qint64(std::ceil(least / double(LongSteps.back().count())));
    return LongSteps.back() * days;
}

std::vector<AxisTick> axisTicks(const TimeAxis &axis, Moment local, double leastPixels)
{
    const Moment step = tickStep(axis.nsPerPixel(), leastPixels);
    std::vector<AxisTick> ticks;
    for (Moment day = floorTo(axis.begin() + local, step); day <= axis.end() + local; day += step)
        ticks.push_back({day - local, tickLabel(day, step)});
    return ticks;
}

QString tickLabel(Moment timeOfDay, Moment step)
{
    constexpr Moment Day = 24h;
    const qint64 ns = (timeOfDay - floorTo(timeOfDay, Day)).count();
    const qint64 seconds = ns / 1'000'000'000;
    if (step >= 1s) {
        QString text = padded(seconds / 3600, 2) + QChar(u':') + padded(seconds / 60 % 60, 2);
        if (step < 1min)
            text += QChar(u':') + padded(seconds % 60, 2);
        return text;
    }
    const qint64 micros = ns / 1000 % 1'000'000;
    const QString fraction = step >= 1ms ? padded(micros / 1000, 3) : padded(micros, 6);
    return padded(seconds % 60, 2) + QChar(u'.') + fraction;
}

QString preciseTime(Moment timeOfDay)
{
    return tickLabel(timeOfDay, 1min) + QChar(u':') + tickLabel(timeOfDay, 1us);
}

} // namespace pushscope
