// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencyhistory.h"

#include <algorithm>

namespace pushscope {

namespace {

// 1 µs, 2 µs, 5 µs, 10 µs, … up to what a histogram can hold.
std::vector<LatencyBin> allBins()
{
    std::vector<LatencyBin> bins;
    const auto most = Histogram::upperBound(Histogram::Buckets - 1);
    for (std::chrono::microseconds decade{1};; decade *= 10) {
        for (const int factor : {1, 2, 5}) {
            bins.push_back({decade * factor, {}});
            if (bins.back().upTo >= most)
                return bins;
        }
    }
}

bool isEmpty(const LatencyBin &bin)
{
    return std::all_of(bin.deliveries.cbegin(), bin.deliveries.cend(), [](quint64 count) { return count == 0; });
}

} // namespace

std::vector<LatencyBin> latencyBins(const Latencies &latencies)
{
    std::vector<LatencyBin> bins = allBins();
    auto bin = bins.begin();
    for (int bucket = 0; bucket < Histogram::Buckets; ++bucket) {
        while (bin->upTo < Histogram::upperBound(bucket))
            ++bin;
        for (std::size_t p = 0; p < ProtocolCount; ++p)
            bin->deliveries[p] += latencies[p].countIn(bucket);
    }
    const auto last = std::find_if_not(bins.crbegin(), bins.crend(), isEmpty).base();
    bins.erase(last, bins.cend());
    bins.erase(bins.cbegin(), std::find_if_not(bins.cbegin(), bins.cend(), isEmpty));
    return bins;
}

std::array<quint64, ProtocolCount> deliveriesOf(const std::vector<LatencyBin> &bins)
{
    std::array<quint64, ProtocolCount> sums{};
    for (const LatencyBin &bin : bins) {
        for (std::size_t p = 0; p < ProtocolCount; ++p)
            sums[p] += bin.deliveries[p];
    }
    return sums;
}

QByteArray latencyCsv(const std::vector<LatencyBin> &bins)
{
    QByteArray text = "up_to_ms,protocol,deliveries\r\n";
    for (const LatencyBin &bin : bins) {
        for (std::size_t p = 0; p < ProtocolCount; ++p)
            text += QByteArray::number(double(bin.upTo.count()) / 1000.0, 'g', 12) + ',' + protocolName(ClientProtocol(p)) + ','
                + QByteArray::number(bin.deliveries[p]) + "\r\n";
    }
    return text;
}

void LatencyHistory::take(const Snapshot &snapshot)
{
    if (snapshot.generation != m_generation) {
        m_generation = snapshot.generation;
        for (Span &span : m_spans)
            span.totals.clear();
    }
    m_now.mono = snapshot.figures.mono;
    for (std::size_t p = 0; p < ProtocolCount; ++p)
        m_now.latencies[p] = snapshot.figures.protocols[p].latency;
    for (Span &span : m_spans) {
        if (span.totals.empty() || m_now.mono - span.totals.back().mono >= span.length / Steps)
            span.totals.push_back(m_now);
        while (span.totals.size() > 1 && span.totals[1].mono <= m_now.mono - span.length)
            span.totals.pop_front();
    }
}

Latencies LatencyHistory::within(std::chrono::seconds length) const
{
    const auto span = std::find_if(m_spans.cbegin(), m_spans.cend(), [length](const Span &s) { return s.length == length; });
    Q_ASSERT(span != m_spans.cend());
    Latencies latencies;
    if (span->totals.empty())
        return latencies;
    for (std::size_t p = 0; p < ProtocolCount; ++p)
        latencies[p] = m_now.latencies[p].since(span->totals.front().latencies[p]);
    return latencies;
}

} // namespace pushscope
