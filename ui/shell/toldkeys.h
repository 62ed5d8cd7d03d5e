// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ToldKeys: the keys of rows that were told of, so that each is told once: the newest of them, as many as the hub keeps rows.
// Keys grow with time. A value.

#include <QtGlobal>
#include <set>

namespace pushscope {

class ToldKeys
{
public:
    static constexpr std::size_t Kept = 10'000;

    // False: it is among them already.
    bool add(quint32 key)
    {
        const bool isNew = m_keys.insert(key).second;
        if (m_keys.size() > Kept)
            m_keys.erase(m_keys.begin());
        return isNew;
    }
    void clear() noexcept { m_keys.clear(); }
    [[nodiscard]] std::size_t size() const noexcept { return m_keys.size(); }

private:
    std::set<quint32> m_keys;
};

} // namespace pushscope
