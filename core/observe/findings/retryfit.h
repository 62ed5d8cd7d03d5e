// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// fitRetries: the policy behind a row of waits between tries, where one can be told for sure. Pure.

#include "base/clock.h"

#include <QByteArray>
#include <optional>
#include <span>

namespace pushscope {

struct RetryFit {
    enum class Kind : quint8 { AtOnce, Fixed, Geometric, Linear } kind{};
    Milliseconds base{0}; // Fixed: the pace; else the first wait
    double factor = 1; // Geometric: of a wait to the one before
    Milliseconds step{0}; // Linear: what each wait is longer than the one before
    Milliseconds cap{0}; // the longest wait, when reached; 0: not reached

    // "at once", "fixed 50 ms", "×2 from 1 s, cap 30 s, no jitter", "+500 ms from 500 ms, no jitter"
    [[nodiscard]] QByteArray inWords() const;
    // Whether many clients that wait like this would hammer a hub or come back as a herd.
    [[nodiscard]] bool isHarmful() const noexcept { return kind != Kind::Fixed || base < std::chrono::seconds(1); }
};

// From 4 waits on; none while chance (jitter) may have a part in them. Waits in the order in which they were.
[[nodiscard]] std::optional<RetryFit> fitRetries(std::span<const Milliseconds> waits);

} // namespace pushscope
