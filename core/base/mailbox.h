// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Mailbox: values posted by one thread and taken in batches by another. The lock is held for a push or a swap only.

#include <mutex>
#include <utility>
#include <vector>

namespace pushscope {

template<typename T> class Mailbox
{
public:
    // Any thread. True if the box was empty, so that the poster knows to wake the taker.
    bool post(T value)
    {
        const std::lock_guard lock(m_mutex);
        m_values.push_back(std::move(value));
        return m_values.size() == 1;
    }

    // Any thread. Everything posted since the last call, in order.
    [[nodiscard]] std::vector<T> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_values, {});
    }

private:
    std::mutex m_mutex;
    std::vector<T> m_values;
};

} // namespace pushscope
