// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Wakeup: what a client's story waits on. Any of the client's signals notify it; the story then looks at the state of things
// itself. Unlike a wait on a signal it always ends: the owner notifies it once more before it goes. One waiter, one thread.

#include <coroutine>
#include <utility>

namespace pushscope {

class Wakeup
{
public:
    // All state is in the Wakeup, so a copy is as good: QCoro 0.8 with g++ 12 copies what is awaited without a word.
    class Awaiter
    {
    public:
        explicit Awaiter(Wakeup &wakeup) noexcept
            : m_wakeup(&wakeup)
        {
        }

        [[nodiscard]] bool await_ready() const noexcept { return m_wakeup->m_notified; }
        void await_suspend(std::coroutine_handle<> waiting) noexcept { m_wakeup->m_waiting = waiting; }
        void await_resume() noexcept { m_wakeup->m_notified = false; }

    private:
        Wakeup *m_wakeup;
    };

    // `co_await wakeup.wait()`: at once when notified since the last wait.
    [[nodiscard]] Awaiter wait() noexcept { return Awaiter(*this); }
    // Resumes the waiter before it returns; touches nothing of this afterwards.
    void notify()
    {
        m_notified = true;
        if (const auto waiting = std::exchange(m_waiting, {}))
            waiting.resume();
    }

private:
    std::coroutine_handle<> m_waiting;
    bool m_notified = false;
};

} // namespace pushscope
