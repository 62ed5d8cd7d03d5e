// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RateLimit: a token bucket: so many at once, then so many a second. Time is passed in.

#include "base/clock.h"

#include <QtGlobal>
#include <algorithm>

namespace pushscope {

class RateLimit
{
public:
    struct Rate {
        qint32 burst;
        qint32 perSecond;
    };
    RateLimit(Rate rate, TimePoint now) noexcept
        : m_rate(rate)
        , m_left(qint64(rate.burst) * Unit)
        , m_at(now)
    {
    }

    // False: too many.
    [[nodiscard]] bool take(TimePoint now) noexcept
    {
        const auto passed = std::chrono::duration_cast<Milliseconds>(now - m_at);
        if (passed.count() > 0) {
            m_at += passed;
            earn(std::min<qint64>(passed.count(), 3'600'000) * m_rate.perSecond);
        }
        m_left -= Unit;
        return m_left >= 0;
    }
    void give(qint32 tokens) noexcept { earn(tokens * Unit); } // never beyond the burst

private:
    static constexpr qint64 Unit = 1000; // thousandths of a token, so that a millisecond earns perSecond of them
    void earn(qint64 thousandths) noexcept { m_left = std::min(m_left + thousandths, qint64(m_rate.burst) * Unit); }

    Rate m_rate;
    qint64 m_left;
    TimePoint m_at;
};

} // namespace pushscope
