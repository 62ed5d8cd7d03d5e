// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/retryfit.h"

#include "observe/findings/words.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

// What a timer and a busy machine add to a wait without any jitter being meant.
constexpr double NoiseMs = 20;
constexpr double NoiseShare = 0.01;
constexpr double CurveShare = 0.002;
constexpr double AtOnceMs = 30;
constexpr std::size_t MaxWaits = 12; // more are not needed to be sure
// Growth is told from chance only where the waits are long beside the noise, and later where they begin short.
constexpr double GrownMs = 300;
constexpr double ShortMs = 150;

[[nodiscard]] double noiseOf(double wait)
{
    return NoiseMs + wait * NoiseShare;
}

// How far from a curve a wait may be: many would fit by chance if short ones were given as much as long ones. Where a cap shows
// that there is no jitter, they may, and where there are so many that chance has no part in it.
enum class Chance : quint8 { Possible, Small, Excluded };
constexpr std::size_t ManyWaits = 7;
[[nodiscard]] double curveNoiseOf(double wait, Chance chance)
{
    const double least = chance != Chance::Possible ? 1.5 * NoiseMs : std::clamp(wait * 0.04, 5.0, 15.0);
    return least + wait * (chance == Chance::Small ? 2 * NoiseShare : CurveShare);
}

// A round figure near the wait: people choose 50, 200, 1000, and see 53, 207, 1012.
[[nodiscard]] Milliseconds rounded(double ms)
{
    for (const double grid : {1000.0, 500.0, 100.0, 50.0, 10.0}) {
        const double near = std::round(ms / grid) * grid;
        if (near > 0 && std::abs(near - ms) <= std::min(noiseOf(ms), grid / 4))
            return Milliseconds(qint64(near));
    }
    return Milliseconds(qint64(std::round(ms)));
}

std::optional<RetryFit> fitFixed(std::vector<double> waits)
{
    std::sort(waits.begin(), waits.end());
    if (waits.size() > 4)
        waits.resize(waits.size() < MaxWaits ? waits.size() - 1 : waits.size() * 2 / 3); // some may have been held up
    const double middle = waits[waits.size() / 2];
    if (waits.back() < AtOnceMs)
        return RetryFit{.kind = RetryFit::Kind::AtOnce};
    if (waits.back() - waits.front() > noiseOf(middle))
        return {};
    return RetryFit{.kind = RetryFit::Kind::Fixed, .base = rounded(waits.front() < middle - 5 ? middle : waits.front())};
}

// How many of the newest waits are the same.
std::size_t tailOf(const std::vector<double> &waits)
{
    const auto differs = [&](double wait) { return std::abs(wait - waits.back()) > noiseOf(wait); };
    return std::size_t(std::find_if(waits.rbegin(), waits.rend(), differs) - waits.rbegin());
}

template<typename Expected> bool follows(std::span<const double> waits, Chance chance, Expected expected)
{
    for (std::size_t i = 0; i < waits.size(); ++i) {
        if (std::abs(waits[i] - expected(double(i))) > curveNoiseOf(waits[i], chance))
            return false;
    }
    return true;
}

std::optional<RetryFit> fitCurve(std::span<const double> curve, Chance chance)
{
    const double first = curve.front(), last = curve.back();
    if (last < GrownMs || last < first * 1.5)
        return {};
    const auto steps = double(curve.size() - 1);
    const double factor = std::round(std::pow(last / std::max(first, 1.0), 1.0 / steps) * 10) / 10;
    if (factor >= 1.1 && follows(curve, chance, [&](double i) { return last / std::pow(factor, steps - i); }))
        return RetryFit{.kind = RetryFit::Kind::Geometric, .base = rounded(first), .factor = factor};
    const double step = (last - first) / steps;
    if (step > 2 * NoiseMs && follows(curve, chance, [&](double i) { return first + step * i; }))
        return RetryFit{.kind = RetryFit::Kind::Linear, .base = rounded(first), .step = rounded(step)};
    return {};
}

// The waits without their tail are a curve that goes on to a cap below its next point.
std::optional<RetryFit> fitCapped(const std::vector<double> &waits, std::size_t count, Chance chance)
{
    auto fit = fitCurve({waits.data(), count}, chance);
    if (fit)
        fit->cap = rounded(waits.back());
    return fit;
}

// Three waits in a row that are the same are a cap, and the first of them may still be on the curve. With fewer, the curve alone
// has to leave no doubt.
std::optional<RetryFit> fitGrowth(const std::vector<double> &waits)
{
    const std::size_t tail = tailOf(waits), before = waits.size() - tail;
    if (tail >= 3) {
        auto fit = before >= 2 ? fitCapped(waits, before + 1, Chance::Excluded) : std::nullopt;
        return fit || before < 3 ? fit : fitCapped(waits, before, Chance::Excluded);
    }
    if (waits.size() < 6 && waits.front() < ShortMs)
        return {};
    const auto chance = [](std::size_t count) { return count < ManyWaits ? Chance::Possible : Chance::Small; };
    auto fit = fitCurve(waits, chance(waits.size()));
    return fit || before < 4 || waits.back() < waits[before - 1] ? fit : fitCapped(waits, before, chance(before));
}

} // namespace

QByteArray RetryFit::inWords() const
{
    using pushscope::inWords;
    const QByteArray upTo = cap > 0ms ? ", cap " + inWords(cap) : QByteArray();
    switch (kind) {
    case Kind::AtOnce:
        return "at once";
    case Kind::Fixed:
        return "fixed " + inWords(base);
    case Kind::Geometric:
        return "×" + QByteArray::number(factor) + " from " + inWords(base) + upTo + ", no jitter";
    case Kind::Linear:
        return "+" + inWords(step) + " from " + inWords(base) + upTo + ", no jitter";
    }
    return {};
}

std::optional<RetryFit> fitRetries(std::span<const Milliseconds> waits)
{
    if (waits.size() < 4)
        return {};
    std::vector<double> ms;
    for (const Milliseconds wait : waits)
        ms.push_back(double(wait.count()));
    if (const auto growth = fitGrowth(ms))
        return growth;
    if (const auto fixed
        = fitFixed(std::vector<double>(ms.end() - std::ptrdiff_t(std::min<std::size_t>(ms.size(), 6)), ms.end())))
        return fixed;
    // A busy machine holds up every second one; but none comes early.
    return ms.size() >= MaxWaits ? fitFixed(ms) : std::nullopt;
}

} // namespace pushscope
