// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RingBuffer: the newest values up to a fixed number; older ones fall out. Indexed from the oldest kept.

#include <cstddef>
#include <utility>
#include <vector>

namespace pushscope {

template<typename T> class RingBuffer
{
public:
    explicit RingBuffer(std::size_t capacity)
        : m_capacity(capacity)
    {
    } // capacity > 0

    // Appends; the oldest is overwritten when full. Memory grows with use up to the capacity.
    void push(T value)
    {
        ++m_pushed;
        if (m_values.size() < m_capacity) {
            m_values.push_back(std::move(value));
            return;
        }
        m_values[m_first] = std::move(value);
        m_first = (m_first + 1) % m_capacity;
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_values.size(); }
    [[nodiscard]] std::size_t capacity() const noexcept { return m_capacity; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_values.empty(); }
    [[nodiscard]] std::size_t dropped() const noexcept { return m_pushed - m_values.size(); } // fell out, in all
    [[nodiscard]] const T &at(std::size_t i) const noexcept { return m_values[(m_first + i) % m_values.size()]; } // i < size()
    [[nodiscard]] T &at(std::size_t i) noexcept { return m_values[(m_first + i) % m_values.size()]; }
    void clear()
    {
        m_values.clear();
        m_first = 0;
        m_pushed = 0;
    }

private:
    std::vector<T> m_values;
    std::size_t m_capacity;
    std::size_t m_first = 0;
    std::size_t m_pushed = 0;
};

} // namespace pushscope
