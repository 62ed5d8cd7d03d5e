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
     QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "When it began"), false, Face::Text, 17},
    {QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "Length"),
     QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "How long it lasted"), true, Face::Text, 11},
    {QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "What"),
     QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "What happened to the client"), false, Face::Text, 44},
    {QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "Events"),
     QT_TRANSLATE_NOOP("pushscope::TimelineTextModel", "Events delivered on this connection"), false, Face::Text, 24},
}};

std::size_t countIn(const PointTrack &track, Moment begin, Moment end)
{
    const std::size_t first = track.firstFrom(begin);
    return (end == Moment::max() ? track.size() : track.firstFrom(end + Moment(1), first)) - first;
}

} // namespace

void TimelineTextModel::setClient(quint32 key)
{
    if (std::exchange(m_client, key) == key)
        return;
    m_version = 0;
    m_marks = 0;
    beginResetModel();
    m_rows.clear();
    endResetModel();
    refresh();
}

void TimelineTextModel::refresh()
{
    const Lane *lane = m_store.find(m_client);
    if (!lane) {
        if (!m_rows.empty()) {
            beginResetModel();
            m_rows.clear();
            endResetModel();
        }
        return;
    }
    if (lane->version != m_version || m_store.marks().size() != m_marks) {
        m_version = lane->version;
        m_marks = m_store.marks().size();
        beginResetModel();
        rebuild(*lane);
        endResetModel();
    } else if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, Length), index(rowCount() - 1, Events));
    }
}

void TimelineTextModel::add(Moment begin, Moment end, const QString &what, Tone tone, bool counts)
{
    m_rows.push_back({quint64(begin.count()) * 16 + quint64(tone) + 1, begin, end, what, tone, counts});
}

void TimelineTextModel::rebuild(const Lane &lane)
{
    m_rows.clear();
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
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return a.begin < b.begin; });
    if (m_rows.size() > MostRows)
        m_rows.erase(m_rows.begin(), m_rows.end() - std::ptrdiff_t(MostRows));
}

std::span<const TableColumn> TimelineTextModel::columns() const
{
    return Columns;
}

QString TimelineTextModel::eventsText(const Row &row) const
{
    const Lane *lane = row.counts ? m_store.find(m_client) : nullptr;
    if (!lane)
        return {};
    const auto live = int(countIn(lane->track(PointKind::Live), row.begin, row.end)
                          + countIn(lane->track(PointKind::Ephemeral), row.begin, row.end));
    const auto replayed = int(countIn(lane->track(PointKind::Replayed), row.begin, row.end));
    const QString text = tr("%Ln live", nullptr, live);
    return replayed == 0 ? text : text + QStringLiteral(", ") + tr("%Ln replayed", nullptr, replayed);
}

QString TimelineTextModel::displayText(int row, int column) const
{
    const Row &entry = m_rows[std::size_t(row)];
    switch (Column(column)) {
    case At:
        return momentText(m_store, entry.begin);
    case Length:
        return entry.end == entry.begin ? QString()
                                        : lengthText(entry.end == Moment::max() ? entry.end : entry.end - entry.begin);
    case What:
        return entry.what;
    case Events:
        return eventsText(entry);
    case ColumnCount:
        break;
    }
    return {};
}

Tone TimelineTextModel::tone(int row, int column) const
{
    return column == What ? m_rows[std::size_t(row)].tone : Tone::Plain;
}

int TimelineTextModel::rowOfKey(quint64 key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [key](const Row &row) { return row.id == key; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TimelineTextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

} // namespace pushscope
