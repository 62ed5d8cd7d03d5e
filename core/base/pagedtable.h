// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PagedTable: owned values by keys that only ever grow, some 8 octets each and no hash: a page of pointers lives as long as one
// of its values does. A value of its owner's thread.

#include <QtGlobal>
#include <array>
#include <map>
#include <memory>

namespace pushscope {

template<typename T> class PagedTable
{
public:
    T &insert(quint32 key, std::unique_ptr<T> value) // not there yet
    {
        Page &page = m_pages[key / PageSize];
        Q_ASSERT(!page.values[key % PageSize]);
        ++page.count;
        ++m_size;
        return *(page.values[key % PageSize] = std::move(value));
    }
    [[nodiscard]] T *find(quint32 key) const // null: none
    {
        const auto page = m_pages.find(key / PageSize);
        return page == m_pages.end() ? nullptr : page->second.values[key % PageSize].get();
    }
    void erase(quint32 key) // is there
    {
        const auto page = m_pages.find(key / PageSize);
        Q_ASSERT(page != m_pages.end() && page->second.values[key % PageSize]);
        page->second.values[key % PageSize].reset();
        --m_size;
        if (--page->second.count == 0)
            m_pages.erase(page);
    }
    template<typename Function> void forEach(Function function) const // by ascending key
    {
        for (const auto &[index, page] : m_pages) {
            for (const auto &value : page.values) {
                if (value)
                    function(*value);
            }
        }
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    static constexpr quint32 PageSize = 256;
    struct Page {
        std::array<std::unique_ptr<T>, PageSize> values;
        quint32 count = 0;
    };
    std::map<quint32, Page> m_pages;
    std::size_t m_size = 0;
};

} // namespace pushscope
