// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LikenessIndex: records by the hash of what clients are told apart by. Chained through the records themselves, because a million
// nodes of a standard table take 50 octets each. Part of the ClientRegistry.

#include "observe/clientrecord.h"

#include <vector>

namespace pushscope {

class LikenessIndex
{
public:
    void insert(ClientRecord &record); // record.likeness is set and stays
    void remove(ClientRecord &record);
    // Those with this hash, the newest first; others may have it too. Ends early where `function` says so by true.
    template<typename Function> void visit(quint32 likeness, Function function) const
    {
        if (m_heads.empty())
            return;
        for (ClientRecord *record = m_heads[likeness % m_heads.size()]; record; record = record->nextLike) {
            if (record->likeness == likeness && function(*record))
                return;
        }
    }

private:
    void grow();

    std::vector<ClientRecord *> m_heads;
    std::size_t m_size = 0;
};

} // namespace pushscope
