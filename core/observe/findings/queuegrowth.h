// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// QueueGrowth: raises slow-consumer: a client whose queue keeps growing, or reached its bound. Looks only at clients that were
// written to since, or have something waiting. Source: design.md §7.

#include "observe/clientrecord.h"
#include "observe/findings/findingboard.h"

#include <array>

namespace pushscope {

class QueueGrowth
{
public:
    explicit QueueGrowth(FindingBoard &board)
        : m_board(board)
    {
    }

    // An event was queued for it. On the hot path.
    void wrote(ClientRecord &record)
    {
        if (record.looked)
            return;
        record.looked = true;
        m_written.push_back(&record);
    }
    void overflowed(const ClientRecord &record, qsizetype queued, Moment at);
    void check(Moment at); // once a second
    void forget(ClientRecord &record);

private:
    // Longer than a laptop sleeps or a page is busy.
    static constexpr std::size_t Samples = 12;
    using History = std::array<qsizetype, Samples>; // octets, the newest last

    [[nodiscard]] static bool keepsGrowing(const History &history);

    FindingBoard &m_board;
    std::vector<ClientRecord *> m_written;
    std::unordered_map<ClientRecord *, History> m_waiting;
};

} // namespace pushscope
