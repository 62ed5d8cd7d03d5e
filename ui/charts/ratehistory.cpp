// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ratehistory.h"

#include <QDateTime>

namespace pushscope {

namespace {

double milliseconds(std::chrono::microseconds value)
{
    return double(value.count()) / 1000.0;
}

std::array<double, FigureCount> difference(const ProtocolFigures &now, const ProtocolFigures &before, double seconds)
{
    const Histogram latency = now.latency.since(before.latency);
    const bool any = latency.count() > 0;
    const auto percentile = [&](double quantile) { return any ? milliseconds(latency.percentile(quantile)) : -1.0; };
    return {double(now.delivered - before.delivered) / seconds,
            double(now.bytesOut - before.bytesOut) / seconds,
            double(now.connections),
            percentile(0.5),
            percentile(0.95),
            percentile(0.99),
            double(now.queueBytes)};
}

QByteArray isoTime(WallTime at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace

RateHistory::RateHistory()
    : m_samples(Capacity)
{
}

bool RateHistory::take(const Snapshot &snapshot)
{
    const bool anew = snapshot.generation != m_generation;
    if (anew) {
        m_generation = snapshot.generation;
        m_hasLast = false;
        m_samples.clear();
        m_marks.clear();
        m_withdrawn.clear();
    }
    takeMarks(snapshot);
    const HubFigures &figures = snapshot.figures;
    if (!m_hasLast) {
        m_hasLast = true;
        m_last = figures;
        return anew; // what was there is gone
    }
    const auto passed = figures.mono - m_last.mono;
    if (passed < Tick)
        return false;
    RateSample sample;
    sample.at = figures.at;
    sample.mono = figures.mono;
    const double seconds = std::chrono::duration<double>(passed).count();
    for (std::size_t i = 0; i < ProtocolCount; ++i)
        sample.values[i] = difference(figures.protocols[i], m_last.protocols[i], seconds);
    m_last = figures;
    m_samples.push(sample);
    return true;
}

// That a rule came or went. What it did to each client, at each request of it, would be one line beside the other.
static bool isOfRule(const JournalRow &row)
{
    return row.client.isEmpty() && row.op != "hit";
}

void RateHistory::takeMarks(const Snapshot &snapshot)
{
    for (const JournalRow &row : snapshot.journal) {
        if (row.kind == JournalRow::Kind::Mark && !m_withdrawn.apply(row.op, row.data, m_marks))
            m_marks.push_back({row.wall, row.data, false});
        else if (row.kind == JournalRow::Kind::Fault && isOfRule(row))
            m_marks.push_back({row.wall, row.op + ' ' + row.data, true});
    }
    while (m_marks.size() > MostMarks)
        m_marks.pop_front();
}

double RateHistory::secondsBefore(const RateSample &sample) const
{
    return std::chrono::duration<double>(m_samples.at(m_samples.size() - 1).mono - sample.mono).count();
}

const RateSample *RateHistory::sampleAt(double secondsBeforeLast) const
{
    for (std::size_t i = m_samples.size(); i > 0; --i) {
        if (secondsBefore(m_samples.at(i - 1)) >= secondsBeforeLast - 1e-6)
            return &m_samples.at(i - 1);
    }
    return nullptr;
}

std::size_t RateHistory::firstWithin(std::chrono::seconds window) const
{
    std::size_t first = m_samples.size();
    while (first > 0 && secondsBefore(m_samples.at(first - 1)) <= double(window.count()))
        --first;
    return first;
}

QList<QPointF> RateHistory::points(ClientProtocol protocol, Figure figure, std::chrono::seconds window, int most) const
{
    QList<QPointF> points;
    const std::size_t first = firstWithin(window);
    const std::size_t count = m_samples.size() - first;
    const std::size_t step = std::max<std::size_t>(1, (count + size_t(most) - 1) / size_t(most));
    points.reserve(qsizetype(count / step) + 1);
    // Buckets begin at multiples of the step since the start, so that points don't change their bucket as time goes on.
    const std::size_t offset = m_samples.dropped();
    std::size_t bucket = std::size_t(-1);
    for (std::size_t i = first; i < m_samples.size(); ++i) {
        const double value = m_samples.at(i).value(protocol, figure);
        if (value < 0)
            continue;
        const QPointF point(-secondsBefore(m_samples.at(i)), value);
        if (const std::size_t its = (i + offset) / step; its != bucket) {
            bucket = its;
            points.append(point);
        } else if (value > points.last().y()) {
            points.last() = point;
        }
    }
    return points;
}

QByteArray RateHistory::csv(std::chrono::seconds window) const
{
    QByteArray text = "time,protocol,events_per_s,bytes_per_s,connections,p50_ms,p95_ms,p99_ms,queue_bytes\r\n";
    for (std::size_t i = firstWithin(window); i < m_samples.size(); ++i) {
        const RateSample &sample = m_samples.at(i);
        for (std::size_t p = 0; p < ProtocolCount; ++p) {
            text += isoTime(sample.at) + ',' + protocolName(ClientProtocol(p));
            for (const double value : sample.values[p])
                text += ',' + (value < 0 ? QByteArray() : QByteArray::number(value, 'f', 3));
            text += "\r\n";
        }
    }
    return text;
}

} // namespace pushscope
