// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// InlineList: a vector whose first N elements need no memory of their own: for what nearly always has one or two elements and
// exists a million times. Elements are plain values.

#include <QtGlobal>
#include <algorithm>
#include <cstdlib>
#include <new>
#include <type_traits>

namespace pushscope {

template<typename T, quint32 N = 1> class InlineList
{
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    InlineList() noexcept = default;
    ~InlineList()
    {
        if (isLarge())
            ::operator delete(m_many);
    }
    InlineList(const InlineList &) = delete;
    InlineList &operator=(const InlineList &) = delete;

    [[nodiscard]] T *begin() noexcept { return isLarge() ? m_many : reinterpret_cast<T *>(m_few); }
    [[nodiscard]] T *end() noexcept { return begin() + m_size; }
    [[nodiscard]] const T *begin() const noexcept { return isLarge() ? m_many : reinterpret_cast<const T *>(m_few); }
    [[nodiscard]] const T *end() const noexcept { return begin() + m_size; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    [[nodiscard]] T &operator[](std::size_t i) noexcept { return begin()[i]; } // i < size()
    [[nodiscard]] const T &operator[](std::size_t i) const noexcept { return begin()[i]; }
    [[nodiscard]] T &back() noexcept { return begin()[m_size - 1]; } // not empty
    [[nodiscard]] const T &back() const noexcept { return begin()[m_size - 1]; }

    void push_back(T value)
    {
        if (m_size == m_capacity)
            reallocate(2 * m_capacity);
        begin()[m_size++] = value;
    }
    void pop_back() noexcept
    {
        --m_size;
        // What was once large gives its memory back.
        if (isLarge() && m_size * 4 <= m_capacity)
            reallocate(m_capacity / 2);
    }
    void erase(const T &value) // all that are equal; keeps the order
    {
        for (auto kept = quint32(std::remove(begin(), end(), value) - begin()); m_size > kept;)
            pop_back();
    }

private:
    [[nodiscard]] bool isLarge() const noexcept { return m_capacity > N; }
    void reallocate(quint32 capacity)
    {
        T *const old = isLarge() ? m_many : nullptr;
        if (capacity > N) {
            T *const many = static_cast<T *>(::operator new(capacity * sizeof(T)));
            std::copy_n(begin(), m_size, many);
            m_many = many;
        } else {
            capacity = N;
            std::copy_n(old, m_size, reinterpret_cast<T *>(m_few));
        }
        m_capacity = capacity;
        ::operator delete(old);
    }

    union {
        alignas(T) std::byte m_few[N * sizeof(T)];
        T *m_many;
    };
    quint32 m_size = 0;
    quint32 m_capacity = N;
};

} // namespace pushscope
