// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lane.h"

namespace pushscope {

namespace {

template<typename T> void bound(std::vector<T> &entries)
{
    if (entries.size() > Lane::MostOfAKind)
        entries.erase(entries.begin(), entries.begin() + std::ptrdiff_t(Lane::MostOfAKind / 4));
}

} // namespace

const LaneReconnect *Lane::reconnect(quint32 reconnectKey) const noexcept
{
    const auto found = std::find_if(reconnects.rbegin(), reconnects.rend(),
                                    [reconnectKey](const LaneReconnect &entry) { return entry.row.key == reconnectKey; });
    return found == reconnects.rend() ? nullptr : &*found;
}

void Lane::open(Moment at, quint64 connection, ClientProtocol connectionProtocol)
{
    const auto same = std::find_if(spans.rbegin(), spans.rend(),
                                   [connection](const ConnectionSpan &span) { return span.connection == connection; });
    if (same != spans.rend())
        return;
    spans.insert(firstAfter(spans, at), {at, Moment::max(), connection, connectionProtocol, {}});
    bound(spans);
    ++version;
}

void Lane::close(Moment at, quint64 connection, const QByteArray &cause)
{
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (span->connection != connection || !span->isOpen())
            continue;
        span->end = std::max(at, span->begin);
        span->cause = cause;
        ++version;
        return;
    }
}

void Lane::addNote(LaneNote note)
{
    notes.insert(firstAfter(notes, note.at), std::move(note));
    bound(notes);
    ++version;
}

void Lane::setReconnect(Moment at, const ReconnectRow &row, const std::function<Moment(const ReconnectRow::Item &)> &lostAt)
{
    // Its moment is the one at which the connection opened, which is known finer than the row tells.
    const auto next = firstAfter(spans, at + Milliseconds(2));
    if (next != spans.begin() && at - std::prev(next)->begin < Milliseconds(50))
        at = std::prev(next)->begin;
    std::erase_if(reconnects, [&](const LaneReconnect &entry) { return entry.row.key == row.key; });
    std::erase_if(notes, [&](const LaneNote &note) { return note.reconnect == row.key; });
    const auto placed = reconnects.insert(firstAfter(reconnects, at), {at, row});
    placed->row.items = {};
    for (const ReconnectRow::Item &item : row.items) {
        if (item.what == ReconnectRow::Item::What::Lost)
            addNote({LaneNote::What::Lost, lostAt(item), item.seq, item.cause.isEmpty() ? row.lostCause : item.cause, row.key});
    }
    const bool told = std::any_of(notes.rbegin(), notes.rend(), [&](const LaneNote &note) { return note.reconnect == row.key; });
    if (row.lost > 0 && !told) // known only in number: somewhere while it was away
        addNote({LaneNote::What::Lost, at - Moment(row.away) / 2, {}, row.lostCause, row.key});
    bound(reconnects);
    ++version;
}

void Lane::beginClip(FaultClip clip)
{
    clips.insert(firstAfter(clips, clip.begin), std::move(clip));
    bound(clips);
    ++version;
}

void Lane::endClips(Moment at, const QByteArray &rule)
{
    for (FaultClip &clip : clips) {
        if (!clip.isOpen() || (!rule.isEmpty() && clip.rule != rule))
            continue;
        clip.end = std::max(at, clip.begin);
        ++version;
    }
}

} // namespace pushscope
