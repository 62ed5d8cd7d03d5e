// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/eventnames.h"

#include <algorithm>

namespace pushscope {

void EventNames::add(Seq seq, Moment at, const QByteArray &type)
{
    if (seq.isNull() || (!m_published.empty() && seq <= m_published.back().seq))
        return;
    quint32 number = m_numbers.value(type);
    if (number == 0 && m_types.size() < MostTypes) {
        number = quint32(m_types.size());
        m_types.push_back(type);
        m_numbers.insert(type, number);
    }
    m_published.push_back({seq, at, number});
    if (m_published.size() > Kept)
        m_published.pop_front();
}

const EventNames::Published *EventNames::find(Seq seq) const noexcept
{
    const auto found = std::lower_bound(m_published.begin(), m_published.end(), seq,
                                        [](const Published &entry, Seq wanted) { return entry.seq < wanted; });
    return found == m_published.end() || found->seq != seq ? nullptr : &*found;
}

QByteArray EventNames::typeOf(Seq seq) const
{
    const Published *published = find(seq);
    return published ? m_types[published->type] : QByteArray();
}

void EventNames::clear()
{
    m_published.clear();
    m_types.resize(1);
    m_numbers.clear();
}

} // namespace pushscope
