// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventNames: when the events of late were published and of which type, by seq, so that a delivery, which carries only its seq,
// can be named. Bounded: the newest are kept. GUI thread.

#include "base/ids.h"
#include "ui/timeline/timeaxis.h"

#include <QHash>
#include <deque>

namespace pushscope {

class EventNames
{
public:
    static constexpr std::size_t Kept = 500'000; // 24 octets each
    static constexpr std::size_t MostTypes = 20'000; // further ones have no name

    struct Published {
        Seq seq;
        Moment at{0};
        quint32 type = 0;
    };

    void add(Seq seq, Moment at, const QByteArray &type); // seqs grow; others are left out
    [[nodiscard]] const Published *find(Seq seq) const noexcept; // null: not kept
    [[nodiscard]] QByteArray typeOf(Seq seq) const; // empty where it is not known
    void clear();

private:
    std::deque<Published> m_published;
    std::vector<QByteArray> m_types{QByteArray()};
    QHash<QByteArray, quint32> m_numbers;
};

} // namespace pushscope
