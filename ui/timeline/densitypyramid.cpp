// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/densitypyramid.h"

namespace pushscope {

void DensityPyramid::add(Moment at, Kind kind, quint32 count)
{
    for (int l = 0; l < Levels; ++l) {
        Level &level = m_levels[std::size_t(l)];
        const qint64 bin = at / binOf(l);
        const auto kept = qint64(BinsKept);
        if (bin < level.end - kept)
            continue;
        if (level.bins.empty())
            level.bins.resize(BinsKept);
        for (qint64 fresh = std::max(level.end, bin - kept + 1); fresh <= bin; ++fresh)
            level.bins[std::size_t(fresh % kept)] = {};
        level.end = std::max(level.end, bin + 1);
        level.bins[std::size_t(bin % kept)][std::size_t(kind)] += count;
    }
}

DensityPyramid::Counts DensityPyramid::count(Moment begin, Moment end, Moment resolution) const noexcept
{
    int l = 0;
    const auto tooFine = [&](int level) {
        const qint64 oldest = m_levels[std::size_t(level)].end - qint64(BinsKept);
        return binOf(level) * 2 < resolution || begin / binOf(level) < oldest;
    };
    while (l + 1 < Levels && tooFine(l))
        ++l;
    const Level &level = m_levels[std::size_t(l)];
    Counts counts{};
    const qint64 oldest = std::max<qint64>(0, level.end - qint64(BinsKept));
    const qint64 to = std::min<qint64>(level.end, (end + binOf(l) - Moment(1)) / binOf(l));
    for (qint64 bin = std::max<qint64>(oldest, begin / binOf(l)); bin < to; ++bin) {
        const auto &counted = level.bins[std::size_t(bin % qint64(BinsKept))];
        counts[0] += counted[0];
        counts[1] += counted[1];
    }
    return counts;
}

void DensityPyramid::clear()
{
    m_levels = {};
}

} // namespace pushscope
