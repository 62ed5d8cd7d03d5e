// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessioncompare.h"

#include "observe/withdrawnmarks.h"

#include <algorithm>
#include <deque>

namespace pushscope {

namespace {

// The first time of each text.
using MarkTimes = QHash<QByteArray, qint64>;

Result<MarkTimes> marksOf(SessionReader &reader, const SessionScan::OnProgress &onProgress)
{
    std::deque<SessionNote> marks;
    WithdrawnMarks<SessionNote, &SessionNote::ns> withdrawn;
    SessionSelection selection;
    selection.filter = Filter::parse("kind == mark", sessionFilterFields()).value();
    const auto found = SessionScan(reader, selection)
                           .run(
                               [&](quint64 number, const PackedRow &packed) {
                                   const SessionRow row = reader.row(packed);
                                   if (!withdrawn.apply(row.op, row.data, marks))
                                       marks.push_back({number, row.monoNs, row.client, row.seq, row.data});
                                   return true;
                               },
                               onProgress);
    if (!found)
        return tl::unexpected(found.error());
    MarkTimes times;
    const auto add = [&times](const SessionNote &mark) {
        const auto it = times.constFind(mark.text);
        if (!mark.text.isEmpty() && (it == times.constEnd() || mark.ns < *it))
            times.insert(mark.text, mark.ns);
    };
    const std::vector<SessionNote> comments = reader.notes();
    std::for_each(comments.begin(), comments.end(), add);
    std::for_each(marks.begin(), marks.end(), add);
    return times;
}

// The events of a session one by one, from a time on.
class EventWalk
{
public:
    EventWalk(SessionReader &reader, qint64 fromNs)
        : m_reader(reader)
        , m_fromNs(fromNs)
        , m_row(reader.span().firstRow - 1)
    {
    }

    [[nodiscard]] std::optional<SessionRow> next()
    {
        while (m_at == m_events.size()) {
            if (!fill())
                return {};
        }
        return std::move(m_events[m_at++]);
    }
    [[nodiscard]] quint64 row() const noexcept { return m_row; } // the last one that was looked at

private:
    bool fill()
    {
        m_events.clear();
        m_at = 0;
        const auto chunk = m_reader.chunkAfter(m_row);
        if (!chunk)
            return false;
        m_row = chunk->first + chunk->count - 1;
        if (chunk->endNs < m_fromNs)
            return true;
        RowDecoder decoder(chunk->body, chunk->count);
        PackedRow packed;
        while (decoder.next(packed)) {
            if (packed.monoNs >= m_fromNs && m_reader.strings().string(packed.kind) == "event")
                m_events.push_back(m_reader.row(packed));
        }
        return true;
    }

    SessionReader &m_reader;
    const qint64 m_fromNs;
    quint64 m_row;
    std::vector<SessionRow> m_events; // of one chunk
    std::size_t m_at = 0;
};

bool areAlike(const SessionRow &a, const SessionRow &b)
{
    return a.op == b.op && a.to == b.to && a.type == b.type && a.data == b.data;
}

quint64 deliveredOf(const HubFigures &figures)
{
    quint64 sum = 0;
    for (const ProtocolFigures &protocol : figures.protocols)
        sum += protocol.delivered;
    return sum;
}

Histogram latencyOf(const HubFigures &figures)
{
    Histogram latency;
    for (const ProtocolFigures &protocol : figures.protocols)
        latency.merge(protocol.latency);
    return latency;
}

} // namespace

Result<std::vector<CommonMark>> commonMarks(SessionReader &a, SessionReader &b, const SessionScan::OnProgress &onProgress)
{
    const auto ofA = marksOf(a, onProgress);
    const auto ofB = ofA ? marksOf(b, onProgress) : ofA;
    if (!ofB)
        return tl::unexpected(ofB.error());
    std::vector<CommonMark> common;
    for (auto it = ofA->constBegin(); it != ofA->constEnd(); ++it) {
        if (const auto other = ofB->constFind(it.key()); other != ofB->constEnd())
            common.push_back({it.key(), it.value(), other.value()});
    }
    std::sort(common.begin(), common.end(), [](const CommonMark &x, const CommonMark &y) { return x.aNs < y.aNs; });
    common.insert(common.begin(), {QByteArray(), a.span().beginNs, b.span().beginNs});
    return common;
}

Result<EventDifference> firstDifference(SessionReader &a, SessionReader &b, const CommonMark &from,
                                        const SessionScan::OnProgress &onProgress)
{
    EventWalk inA(a, from.aNs), inB(b, from.bNs);
    const quint64 total = std::max<quint64>(1, a.span().rows());
    const quint64 first = a.span().firstRow;
    quint64 told = 0;
    EventDifference difference;
    while (true) {
        difference.a = inA.next();
        difference.b = inB.next();
        if (!difference.a || !difference.b || !areAlike(*difference.a, *difference.b))
            return difference;
        ++difference.alike;
        if (std::exchange(told, inA.row()) != inA.row() && onProgress && !onProgress(inA.row() + 1 - first, total))
            return fail(Errc::Cancelled, "cancelled");
    }
}

std::vector<CoursePoint> courseOf(SessionReader &reader, qint64 fromNs, std::chrono::nanoseconds step, int count)
{
    const qint64 endNs = reader.span().endNs;
    const auto at = [&reader](qint64 ns) {
        const auto figures = reader.figuresBefore(ns, std::chrono::nanoseconds(1), 1);
        return figures.empty() ? HubFigures() : figures.front();
    };
    std::vector<CoursePoint> course;
    HubFigures before = at(fromNs);
    for (int i = 1; i <= count; ++i) {
        const qint64 ns = fromNs + i * step.count();
        if (ns - step.count() >= endNs)
            break;
        const HubFigures now = at(ns);
        const quint64 delivered = deliveredOf(now), earlier = deliveredOf(before);
        const Histogram latency = latencyOf(now).since(latencyOf(before));
        quint64 clients = 0;
        for (const ProtocolFigures &protocol : now.protocols)
            clients += protocol.clients;
        course.push_back({i * step, delivered > earlier ? double(delivered - earlier) * 1e9 / double(step.count()) : 0.0,
                          latency.percentile(0.5), latency.percentile(0.99), clients});
        before = now;
    }
    return course;
}

} // namespace pushscope
