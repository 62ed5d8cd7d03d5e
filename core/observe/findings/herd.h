// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Herd: raises herd: at least 20 clients, and half of those disconnected in the last 60 s, back within 100 ms. Counts in slots of
// time, so that it costs the same for 20 clients and for a million. Source: design.md §7.

#include "observe/clientrecord.h"
#include "observe/findings/findingboard.h"

#include <array>

namespace pushscope {

class Herd
{
public:
    explicit Herd(FindingBoard &board)
        : m_board(board)
    {
    }

    void left(ClientRecord &record, Moment at);
    void cameBack(ClientRecord &record, Moment at);

private:
    static constexpr quint32 LeastClients = 20;
    static constexpr std::size_t LeftSlots = 600; // of 100 ms
    static constexpr std::size_t BackSlots = 10; // of 10 ms

    struct Slot {
        qint64 number = -1; // of the time that it counts
        quint32 count = 0;
    };
    template<std::size_t Size> static void count(std::array<Slot, Size> &slots, qint64 number);
    template<std::size_t Size> [[nodiscard]] static quint32 sum(const std::array<Slot, Size> &slots, qint64 newest);

    FindingBoard &m_board;
    std::array<Slot, LeftSlots> m_left;
    std::array<Slot, BackSlots> m_back;
    TimePoint m_last{}; // of the newest client of the present herd
    quint32 m_most = 0; // of the present herd within 100 ms
};

} // namespace pushscope
