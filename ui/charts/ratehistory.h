// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RateHistory: rates and latencies per protocol, made of the differences of the hub's totals at four a second, for the last
// hour; and the marks and faults of that time. Pure.

#include "base/ringbuffer.h"
#include "observe/snapshot.h"
#include "observe/withdrawnmarks.h"

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <deque>

namespace pushscope {

enum class Figure : quint8 { Events, Bytes, Connections, P50, P95, P99, Queue };
inline constexpr std::size_t FigureCount = 7;

struct RateSample {
    WallTime at{};
    TimePoint mono{};
    // Per protocol and figure: 1/s, octets/s, number, ms, octets waiting. A latency is negative where nothing was delivered.
    std::array<std::array<double, FigureCount>, ProtocolCount> values{};

    [[nodiscard]] double value(ClientProtocol protocol, Figure figure) const { return values[size_t(protocol)][size_t(figure)]; }
};

struct ChartMark {
    WallTime at{};
    QByteArray text;
    bool fault = false;
};

class RateHistory
{
public:
    static constexpr Milliseconds Tick{250};
    static constexpr std::size_t Capacity = 60 * 60 * 4;
    static constexpr std::size_t MostMarks = 500;

    RateHistory();

    // True if the samples are others: a tick has passed since the last one, or with another generation they are gone.
    bool take(const Snapshot &snapshot);
    [[nodiscard]] bool isEmpty() const noexcept { return m_samples.isEmpty(); }
    [[nodiscard]] const RingBuffer<RateSample> &samples() const noexcept { return m_samples; }
    [[nodiscard]] const std::deque<ChartMark> &marks() const noexcept { return m_marks; }
    // The newest sample that is not newer than so many seconds before the last; null: none.
    [[nodiscard]] const RateSample *sampleAt(double secondsBeforeLast) const;

    // Points (seconds relative to the last sample, value) within a window, at most `most`: of several in one place the greatest,
    // so that no peak is lost. Values without a latency are left out.
    [[nodiscard]] QList<QPointF> points(ClientProtocol protocol, Figure figure, std::chrono::seconds window, int most) const;
    [[nodiscard]] QByteArray csv(std::chrono::seconds window) const; // RFC 4180

private:
    void takeMarks(const Snapshot &snapshot);
    [[nodiscard]] double secondsBefore(const RateSample &sample) const;
    [[nodiscard]] std::size_t firstWithin(std::chrono::seconds window) const;

    RingBuffer<RateSample> m_samples;
    std::deque<ChartMark> m_marks;
    WithdrawnMarks<ChartMark, &ChartMark::at> m_withdrawn;
    HubFigures m_last;
    quint64 m_generation = 0;
    bool m_hasLast = false;
};

} // namespace pushscope
