// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventQueue: the events an engine has to hand out. Owns no memory while empty, unlike std::deque (576 octets each):
// there is one per connection, and a connection at rest holds no buffers.

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace pushscope {

template<typename T> class EventQueue
{
public:
    void push(T event) { m_events.push_back(std::move(event)); }
    [[nodiscard]] bool isEmpty() const noexcept { return m_events.empty(); }
    [[nodiscard]] T &last() { return m_events.back(); } // not empty

    [[nodiscard]] std::optional<T> take()
    {
        if (m_events.empty())
            return std::nullopt;
        if (m_taken + 1 < m_events.size())
            return std::optional<T>(std::move(m_events[m_taken++]));
        m_taken = 0;
        std::vector<T> last = std::exchange(m_events, {});
        return std::optional<T>(std::move(last.back()));
    }

private:
    std::vector<T> m_events;
    std::size_t m_taken = 0;
};

} // namespace pushscope
