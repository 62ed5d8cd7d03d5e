// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/queuegrowth.h"

#include "base/units.h"

#include <numeric>

namespace pushscope {

static constexpr qsizetype LeastQueue = 64 * 1024; // octets: below, it is chance

void QueueGrowth::overflowed(const ClientRecord &record, qsizetype queued, Moment at)
{
    if (queued == 0)
        return; // its history could not be read: not its fault
    const QByteArray size = formatSize(queued);
    m_board.raise(subjectOf(record), "slow-consumer", at,
                  "Reads more slowly than events come: its queue reached the limit with " + size + ", and it was disconnected.",
                  {{at.wall, at.ref, record.lastWritten, size + " waited for it to read"}});
}

// By thirds, for a queue that is taken in gulps goes up and down.
bool QueueGrowth::keepsGrowing(const History &history)
{
    if (history.back() < LeastQueue || *std::min_element(history.begin(), history.end()) == 0)
        return false;
    const auto third = [&](std::size_t n) {
        const auto begin = history.begin() + std::ptrdiff_t(n * Samples / 3);
        return double(std::accumulate(begin, begin + Samples / 3, qsizetype(0)));
    };
    const bool above = *std::min_element(history.end() - Samples / 3, history.end())
        > *std::max_element(history.begin(), history.begin() + Samples / 3);
    return above && third(1) > third(0) * 1.1 && third(2) > third(1) * 1.1;
}

void QueueGrowth::check(Moment at)
{
    for (ClientRecord *record : std::exchange(m_written, {})) {
        qsizetype queued = 0;
        for (const Subscriber *subscriber : record->live)
            queued += subscriber->queuedBytes();
        if (queued == 0) {
            record->looked = false;
            m_waiting.erase(record);
            continue;
        }
        m_written.push_back(record);
        History &history = m_waiting.try_emplace(record).first->second;
        std::rotate(history.begin(), history.begin() + 1, history.end());
        history.back() = queued;
        if (!keepsGrowing(history))
            continue;
        m_board.raise(subjectOf(*record), "slow-consumer", at,
                      "Reads more slowly than events come: its queue has grown for " + QByteArray::number(Samples) + " s, from "
                          + formatSize(history.front()) + " to " + formatSize(queued) + '.',
                      {{at.wall, at.ref, record->lastWritten, formatSize(queued) + " wait for it to read"}});
        history = {};
    }
}

void QueueGrowth::forget(ClientRecord &record)
{
    std::erase(m_written, &record);
    m_waiting.erase(&record);
}

} // namespace pushscope
