// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReconnectPolicy: how long a client waits before its n-th try. A value; pure but for the random source passed in.

#include "base/clock.h"

#include <QRandomGenerator>

namespace pushscope {

struct ReconnectPolicy {
    enum class Kind : quint8 { Never, Immediate, Fixed, Exponential };
    Kind kind = Kind::Exponential;
    Milliseconds base{500}; // Fixed: the pace; Exponential: the first delay
    Milliseconds cap{30'000};
    double factor = 2.0;
    bool jitter = true; // a uniform choice of 0..delay ("full jitter")
    bool honourRetry = true; // an event stream's "retry:" is the least delay

    // `attempt` from 1. Not for Kind::Never.
    [[nodiscard]] Milliseconds delay(int attempt, QRandomGenerator &random) const;
};

} // namespace pushscope
