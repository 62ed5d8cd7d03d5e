// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Backoff: how long to wait before the next try to connect: doubling from 50 ms to 5 s, of which a random half is taken away, so
// that hubs don't come back to a server at the same moment. A value.

#include "base/clock.h"

#include <QtGlobal>
#include <algorithm>

namespace pushscope {

class Backoff
{
public:
    static constexpr Milliseconds First{50}, Longest{5'000};

    // `random`: 0 to 1.
    [[nodiscard]] Milliseconds next(double random) noexcept
    {
        const Milliseconds whole = m_next;
        m_next = std::min(2 * m_next, Longest);
        return whole / 2 + Milliseconds(qint64(double(whole.count()) / 2 * random));
    }
    void reset() noexcept { m_next = First; }

private:
    Milliseconds m_next = First;
};

} // namespace pushscope
