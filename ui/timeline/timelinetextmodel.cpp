// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinetextmodel.h"

#include "ui/models/celltext.h"
#include "ui/models/reconnecttext.h"
#include "ui/timeline/timelinetext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, TimelineTextModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "Time"),
     QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "When it began"),
     false,
     Face::Text,
     17,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "Length"),
     QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "How long it lasted"),
     true,
     Face::Text,
     11,
     {"length", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "What"),
     QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "What happened to the client"),
     false,
     Face::Text,
     44,
     {"what", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "Events"),
     QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "Events delivered on this connection"),
     false,
     Face::Text,
     24,
     {"events", FilterType::Number}},
}};

std::size_t countIn(const PointTrack &track, Moment begin, Moment end)
{
    const std::size_t first = track.firstFrom(begin);
    return (end == Moment::max() ? track.size() : track.firstFrom(end + Moment(1), first)) - first;
}

void countDeliveries(const Lane &lane, std::vector<TimelineTextRow> &rows)
{
    for (TimelineTextRow &row : rows) {
        if (!row.counts)
            continue;
        row.live = countIn(lane.track(PointKind::Live), row.begin, row.end)
            + countIn(lane.track(PointKind::Ephemeral), row.begin, row.end);
        row.replayed = countIn(lane.track(PointKind::Replayed), row.begin, row.end);
    }
}

} // namespace

void TimelineTextModel::setClient(quint32 key)
{
    if (std::exchange(m_client, key) == key)
        return;
    m_version = 0;
    m_marks = 0;
    setRows({});
    refresh();
}

void TimelineTextModel::refresh()
{
    const Lane *lane = m_store.find(m_client);
    if (!lane)
        return setRows({});
    const bool other = lane->version != m_version || m_store.marks().size() != m_marks;
    m_version = lane->version;
    m_marks = m_store.marks().size();
    std::vector<TimelineTextRow> now = other ? rowsOf(*lane) : rows();
    countDeliveries(*lane, now);
    setRows(std::move(now));
}

std::vector<TimelineTextRow> TimelineTextModel::rowsOf(const Lane &lane) const
{
    std::vector<TimelineTextRow> rows;
    const auto add = [&rows](Moment begin, Moment end, const QString &what, Tone tone, bool counts = false) {
        rows.push_back({quint64(begin.count()) * 16 + quint64(tone) + 1, begin, end, what, tone, counts});
    };
    for (std::size_t i = 0; i < lane.spans.size(); ++i) {
        const ConnectionSpan &span = lane.spans[i];
        add(span.begin, span.end, spanText(span), protocolTone(span.protocol), true);
        const Moment next = i + 1 < lane.spans.size() ? lane.spans[i + 1].begin : Moment::max();
        if (!span.isOpen() && next > span.end)
            add(span.end, next, tr("away: %1").arg(endedByText(span.cause)), Tone::Warning);
    }
    for (const LaneReconnect &reconnect : lane.reconnects)
        add(reconnect.at, reconnect.at, tr("↻ %1: %2").arg(verdictText(reconnect.row), reconnectSentence(reconnect.row)),
            verdictTone(reconnect.row.verdict));
    for (const LaneNote &note : lane.notes)
        add(note.at, note.at, noteText(m_store, note), note.what == LaneNote::What::Lost ? Tone::Bad : Tone::Warning);
    for (const FaultClip &clip : lane.clips)
        add(clip.begin, clip.end, clipText(m_store, clip), Tone::Fault);
    for (const TimelineMark &mark : m_store.marks())
        add(mark.at, mark.at, tr("⚑ mark: %1").arg(lineText(mark.text)), Tone::Plain);
    std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.begin < b.begin; });
    if (rows.size() > MostRows)
        rows.erase(rows.begin(), rows.end() - std::ptrdiff_t(MostRows));
    return rows;
}

std::span<const TableColumn> TimelineTextModel::columns() const
{
    return Columns;
}

QString TimelineTextModel::displayText(int row, int column) const
{
    const TimelineTextRow &entry = rowAt(row);
    switch (Column(column)) {
    case At:
        return momentText(m_store, entry.begin);
    case Length:
        return entry.end == entry.begin ? QString()
                                        : lengthText(entry.end == Moment::max() ? entry.end : entry.end - entry.begin);
    case What:
        return entry.what;
    case Events: {
        const QString live = tr("%Ln live", nullptr, int(entry.live));
        return !entry.counts      ? QString()
            : entry.replayed == 0 ? live
                                  : live + QStringLiteral(", ") + tr("%Ln replayed", nullptr, int(entry.replayed));
    }
    case ColumnCount:
        break;
    }
    return {};
}

FilterValue TimelineTextModel::cellValue(int row, int column) const
{
    const TimelineTextRow &entry = rowAt(row);
    switch (Column(column)) {
    case At:
        return timeValue(m_store.wallAt(entry.begin));
    case Length: // of what still goes on: none
        return entry.end == entry.begin || entry.end == Moment::max() ? FilterValue() : durationValue(entry.end - entry.begin);
    case Events:
        return entry.counts ? FilterValue(double(entry.live + entry.replayed)) : FilterValue();
    default:
        return RowsTableModel::cellValue(row, column);
    }
}

Tone TimelineTextModel::tone(int row, int column) const
{
    return column == What ? rowAt(row).tone : Tone::Plain;
}

} // namespace pushscope
