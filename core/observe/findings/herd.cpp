// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/herd.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto LeftSlot = 100ms, BackSlot = 10ms;
constexpr auto Apart = 1s; // between two herds

[[nodiscard]] qint64 slotOf(TimePoint time, Milliseconds length)
{
    return time.time_since_epoch() / length;
}

} // namespace

template<std::size_t Size> void Herd::count(std::array<Slot, Size> &slots, qint64 number)
{
    Slot &slot = slots[std::size_t(number) % Size];
    if (std::exchange(slot.number, number) != number)
        slot.count = 0;
    ++slot.count;
}

template<std::size_t Size> quint32 Herd::sum(const std::array<Slot, Size> &slots, qint64 newest)
{
    quint32 total = 0;
    for (const Slot &slot : slots)
        total += newest - slot.number < qint64(Size) ? slot.count : 0;
    return total;
}

void Herd::left(ClientRecord &record, Moment at)
{
    const qint64 number = slotOf(at.now, LeftSlot);
    // One that left several times in the last minute is one.
    Slot &before = m_left[std::size_t(record.absence().leftSlot) % LeftSlots];
    if (record.absence().leftSlot > 0 && before.number == record.absence().leftSlot && before.count > 0)
        --before.count;
    record.absence().leftSlot = number;
    count(m_left, number);
}

void Herd::cameBack(ClientRecord &record, Moment at)
{
    const qint64 now = slotOf(at.now, LeftSlot);
    if (record.seenAbsence().leftSlot == 0 || now - record.seenAbsence().leftSlot >= qint64(LeftSlots))
        return;
    const qint64 slot = slotOf(at.now, BackSlot);
    count(m_back, slot);
    const quint32 back = sum(m_back, slot);
    if (back < LeastClients)
        return;
    const quint32 left = sum(m_left, now);
    if (2 * back < left)
        return;
    const bool another = at.now - m_last > Apart;
    if (another) {
        m_most = 0;
    }
    m_last = at.now;
    if (back <= m_most)
        return;
    m_most = back;
    const QByteArray many = QByteArray::number(back), of = QByteArray::number(std::max(left, back));
    const QByteArray text = many + " of " + of
        + " clients that were disconnected in the last 60 s came back within 100 ms: their waits have no jitter.";
    if (another)
        m_board.raise({}, "herd", at, text, {{at.wall, at.ref, {}, many + " clients within 100 ms"}});
    m_board.retell({}, "herd", at, text, back);
}

} // namespace pushscope
