// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LookPace: for what looks at many clients, which is too much for each frame: twice a second will do. A value; GUI thread.

#include "base/clock.h"

namespace pushscope {

class LookPace
{
public:
    static constexpr Milliseconds Every{500};

    // By the clock of the snapshots, which is another one after the hub was started again. Then it counts from here.
    [[nodiscard]] bool isDue(TimePoint now)
    {
        if (now - m_last < Every && now > m_last)
            return false;
        m_last = now;
        return true;
    }

private:
    TimePoint m_last{};
};

} // namespace pushscope
