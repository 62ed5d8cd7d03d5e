// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ChainedTable: borrowed values by their hashes. Chained through the values themselves, because a million nodes of a standard
// table take 50 octets each. A value of its owner's thread.

#include <QtGlobal>
#include <algorithm>
#include <utility>
#include <vector>

namespace pushscope {

// Next: the member that the table chains by; Hash: the member that stays as it is while the value is in the table.
template<typename T, T *T::*Next, quint32 T::*Hash> class ChainedTable
{
public:
    void insert(T &value)
    {
        if (m_size == m_heads.size())
            grow();
        value.*Next = std::exchange(headOf(value.*Hash), &value);
        ++m_size;
    }
    void remove(T &value) // is there
    {
        T **place = &headOf(value.*Hash);
        while (*place != &value) {
            Q_ASSERT(*place);
            place = &((*place)->*Next);
        }
        *place = std::exchange(value.*Next, nullptr);
        --m_size;
    }
    // Of those with this hash, the newest first, the first of which `isIt` says true; null: of none.
    template<typename Predicate> T *find(quint32 hash, Predicate isIt) const
    {
        if (m_heads.empty())
            return nullptr;
        for (T *value = m_heads[hash % m_heads.size()]; value; value = value->*Next) {
            if (value->*Hash == hash && isIt(*value))
                return value;
        }
        return nullptr;
    }
    template<typename Function> void forEach(Function function) const // in no order
    {
        for (T *head : m_heads) {
            for (T *value = head; value; value = value->*Next)
                function(*value);
        }
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    [[nodiscard]] T *&headOf(quint32 hash) { return m_heads[hash % m_heads.size()]; }
    // Values change their places from the last to the first of a chain, so that the newest stay the first.
    void grow()
    {
        std::vector<T *> old(std::max<std::size_t>(64, 2 * m_heads.size()));
        std::swap(old, m_heads);
        std::vector<T *> chain;
        for (T *head : old) {
            chain.clear();
            for (T *value = head; value; value = value->*Next)
                chain.push_back(value);
            for (auto it = chain.rbegin(); it != chain.rend(); ++it)
                (*it)->*Next = std::exchange(headOf((*it)->*Hash), *it);
        }
    }

    std::vector<T *> m_heads;
    std::size_t m_size = 0;
};

} // namespace pushscope
