// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DensityPyramid: how much happened when, over all clients, at several levels of detail: what the overview draws, whatever the
// length of the recording. Bounded: a level keeps its newest bins. GUI thread.

#include "ui/timeline/timeaxis.h"

#include <array>

namespace pushscope {

class DensityPyramid
{
public:
    enum class Kind : quint8 { Live, Replayed };
    static constexpr Moment Finest{1 << 24}; // 17 ms
    static constexpr int Levels = 6; // each bin four times as long as one of the level below: 17 s at last
    static constexpr std::size_t BinsKept = 1 << 15; // of a level: 9 min, 37 min, 2.4 h, …, 6.5 days

    using Counts = std::array<quint64, 2>; // by Kind

    void add(Moment at, Kind kind, quint32 count = 1); // at least 0; what is older than its level keeps goes only to coarser ones
    // What happened in [begin, end), to the nearest bins of the finest level that reaches back to `begin` and is no finer than
    // `resolution`.
    [[nodiscard]] Counts count(Moment begin, Moment end, Moment resolution) const noexcept;
    void clear();

private:
    struct Level {
        std::vector<std::array<quint32, 2>> bins; // a ring by bin number
        qint64 end = 0; // the bin number after the newest
    };
    [[nodiscard]] static constexpr Moment binOf(int level) noexcept { return Finest * (qint64(1) << (2 * level)); }

    std::array<Level, Levels> m_levels;
};

} // namespace pushscope
