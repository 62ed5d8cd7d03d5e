// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/likenessindex.h"

namespace pushscope {

void LikenessIndex::insert(ClientRecord &record)
{
    if (m_size == m_heads.size())
        grow();
    ClientRecord *&head = m_heads[record.likeness % m_heads.size()];
    record.nextLike = std::exchange(head, &record);
    ++m_size;
}

void LikenessIndex::remove(ClientRecord &record)
{
    ClientRecord **place = &m_heads[record.likeness % m_heads.size()];
    while (*place != &record) {
        Q_ASSERT(*place);
        place = &(*place)->nextLike;
    }
    *place = std::exchange(record.nextLike, nullptr);
    --m_size;
}

// Records change their places from the last to the first of a chain, so that the newest stay the first.
void LikenessIndex::grow()
{
    std::vector<ClientRecord *> old(std::max<std::size_t>(64, 2 * m_heads.size()));
    std::swap(old, m_heads);
    std::vector<ClientRecord *> chain;
    for (ClientRecord *head : old) {
        chain.clear();
        for (ClientRecord *record = head; record; record = record->nextLike)
            chain.push_back(record);
        for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
            ClientRecord *&place = m_heads[(*it)->likeness % m_heads.size()];
            (*it)->nextLike = std::exchange(place, *it);
        }
    }
}

} // namespace pushscope
