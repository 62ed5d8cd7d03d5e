// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FakeFaults: the rules of a hub that does not exist, for a FaultDesk: it takes what parses, and gives ids.

#include "fault/faultrule.h"
#include "ui/feed/faultdesk.h"

#include <coroutine>
#include <deque>

namespace pushscope {

struct FakeFaults {
    std::vector<FaultRow> rules; // at work
    QByteArray refusal; // the next one that is added is refused with this
    int lastId = 0;
    bool waits = false; // each command, until answerAll()

    void answerAll() // and what they lead to
    {
        while (!m_waiting.empty()) {
            const std::coroutine_handle<> next = m_waiting.front();
            m_waiting.pop_front();
            next.resume();
        }
    }

    [[nodiscard]] FaultDesk::Commands commands()
    {
        return {.add = [this](QByteArray json) { return add(std::move(json)); },
                .remove = [this](QByteArray id) { return remove(std::move(id)); }};
    }
    [[nodiscard]] QByteArrayList kinds() const
    {
        QByteArrayList kinds;
        for (const FaultRow &rule : rules)
            kinds += faultKindName(FaultRule::parse(rule.json)->kind);
        return kinds;
    }

private:
    struct Turn {
        FakeFaults *hub;
        [[nodiscard]] bool await_ready() const noexcept { return !hub->waits; }
        void await_suspend(std::coroutine_handle<> waiting) const { hub->m_waiting.push_back(waiting); }
        void await_resume() const noexcept { }
    };

    QCoro::Task<Result<QByteArray>> add(QByteArray json)
    {
        co_await Turn{this};
        if (const QByteArray why = std::exchange(refusal, {}); !why.isEmpty())
            co_return fail(Errc::InvalidArgument, why);
        if (const auto rule = FaultRule::parse(json); !rule)
            co_return tl::unexpected(rule.error());
        FaultRow row;
        row.id = QByteArray::number(++lastId);
        row.json = json;
        rules.push_back(row);
        co_return row.id;
    }
    QCoro::Task<Result<void>> remove(QByteArray id)
    {
        co_await Turn{this};
        if (std::erase_if(rules, [&](const FaultRow &rule) { return rule.id == id; }) == 0)
            co_return fail(Errc::NotFound, "no such rule");
        co_return Result<void>();
    }

    std::deque<std::coroutine_handle<>> m_waiting;
};

} // namespace pushscope
