// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/reconnectpolicy.h"

#include <cmath>

namespace pushscope {

Milliseconds ReconnectPolicy::delay(int attempt, QRandomGenerator &random) const
{
    double whole = 0;
    switch (kind) {
    case Kind::Never:
    case Kind::Immediate:
        return Milliseconds(0);
    case Kind::Fixed:
        whole = double(base.count());
        break;
    case Kind::Exponential:
        // A large attempt gives infinity, which the cap brings back.
        whole = std::min(double(base.count()) * std::pow(factor, std::max(attempt, 1) - 1), double(cap.count()));
        break;
    }
    const double waited = jitter ? whole * random.generateDouble() : whole;
    return Milliseconds(qint64(waited));
}

} // namespace pushscope
