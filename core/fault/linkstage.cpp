// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/linkstage.h"

namespace pushscope {

std::chrono::nanoseconds LinkStage::Pace::timeOf(qsizetype octets) const
{
    return perPiece + perOctet * (piece > 0 ? std::min(piece, octets) : octets);
}

LinkItem LinkStage::takePiece(Held &held)
{
    const QByteArray &octets = held.item.octets;
    const qsizetype left = octets.size() - held.taken;
    if (held.pace.piece == 0 || left <= held.pace.piece) {
        LinkItem rest = std::move(held.item);
        if (held.taken > 0)
            rest.octets.remove(0, held.taken);
        held.taken = 0; // of nothing
        return rest;
    }
    LinkItem piece{LinkItem::What::Octets, octets.mid(held.taken, held.pace.piece), {}};
    held.taken += piece.octets.size();
    held.due += held.pace.timeOf(octets.size() - held.taken);
    return piece;
}

std::optional<LinkItem> LinkStage::pop(Lane lane, TimePoint now)
{
    Queue &queue = m_queues[std::size_t(lane)];
    if (!queue.items.empty() && queue.items.front().due <= now) {
        Held &held = queue.items.front();
        LinkItem item = takePiece(held);
        if (lane == Lane::Out)
            m_outBytes -= item.octets.size();
        if (held.taken == 0)
            queue.items.pop_front();
        return item;
    }
    const auto end = cutsAt();
    if (lane == Lane::In || m_cut || !end || now < *end)
        return {};
    m_cut = true;
    return LinkItem{LinkItem::What::CutFin, {}, {}};
}

std::optional<TimePoint> LinkStage::due(Lane lane) const
{
    std::optional<TimePoint> first;
    if (!isEmpty(lane))
        first = queue(lane).items.front().due;
    if (const auto end = cutsAt(); end && lane == Lane::Out && !m_cut)
        first = first ? std::min(*first, *end) : *end;
    return first;
}

void LinkStage::release(TimePoint now)
{
    for (Queue &queue : m_queues) {
        for (Held &held : queue.items) {
            held.due = std::min(held.due, now);
            held.pace = {};
        }
        queue.last = std::min(queue.last, now);
    }
}

void LinkStage::clear(Lane lane)
{
    m_queues[std::size_t(lane)].items.clear();
    if (lane == Lane::Out)
        m_outBytes = 0;
}

void LinkStage::enqueue(Lane lane, TimePoint due, LinkItem item)
{
    Queue &queue = m_queues[std::size_t(lane)];
    queue.last = std::max(queue.last, due);
    if (lane == Lane::Out)
        m_outBytes += item.octets.size();
    queue.items.push_back({queue.last, std::move(item), {}});
}

void LinkStage::enqueue(Lane lane, const Pace &pace, LinkItem item, TimePoint now)
{
    Queue &queue = m_queues[std::size_t(lane)];
    const TimePoint free = std::max(queue.last, now);
    const qsizetype size = item.octets.size(), pieces = pace.piece > 0 ? (size + pace.piece - 1) / pace.piece : 1;
    if (lane == Lane::Out)
        m_outBytes += size;
    queue.last = free + pace.perOctet * size + pace.perPiece * pieces;
    queue.items.push_back({free + pace.timeOf(size), std::move(item), pace});
}

} // namespace pushscope
