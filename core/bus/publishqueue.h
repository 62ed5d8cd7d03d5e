// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PublishQueue: what was published and is not answered yet: bounded, in order, each from its ticket to the one answer. Knows no
// socket. Owned by the bus; hub thread.

#include "base/clock.h"
#include "base/result.h"
#include "hub/event.h"

#include <map>
#include <optional>
#include <vector>

namespace pushscope {

class PublishQueue
{
public:
    // Beyond these nothing more is taken.
    static constexpr std::size_t MaxItems = 10'000;
    static constexpr quint64 MaxBytes = 64ull * 1024 * 1024;
    // What waits for a connection is given up after this.
    static constexpr Milliseconds LongestWait{30'000};

    struct Item {
        quint64 ticket = 0;
        EventPtr event; // without a seq
        QByteArray body; // as the log keeps it
        TimePoint since{};
        bool sent = false; // on the connection there is
        Seq stored; // the answer, while this hub has not heard the event itself yet; null: no answer yet
    };

    // Errc::Unavailable when full. The item lives until take().
    [[nodiscard]] Result<Item *> add(quint64 ticket, EventPtr event, QByteArray body, TimePoint now);
    [[nodiscard]] Item *find(quint64 ticket);
    [[nodiscard]] std::optional<Item> take(quint64 ticket);
    void unsent(); // the connection is gone
    // Tickets in order.
    [[nodiscard]] std::vector<quint64> toSend() const; // neither sent nor stored
    [[nodiscard]] std::vector<quint64> waiting() const; // not stored
    [[nodiscard]] std::vector<quint64> stored(Seq upTo) const; // with a seq up to and including
    [[nodiscard]] std::vector<quint64> overdue(TimePoint now) const; // not stored, and older than LongestWait
    [[nodiscard]] std::size_t size() const noexcept { return m_items.size(); }

private:
    template<typename Test> [[nodiscard]] std::vector<quint64> ticketsOf(Test test) const;

    std::map<quint64, Item> m_items;
    quint64 m_bytes = 0;
};

} // namespace pushscope
