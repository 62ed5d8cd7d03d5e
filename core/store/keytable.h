// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeyTable: the idempotency keys of the last five minutes, by publisher. Part of a store, on the hub thread.
// Source: wire.md, "POST /api/publish".

#include "hub/event.h"

#include <QHash>
#include <deque>
#include <optional>

namespace pushscope {

class KeyTable
{
public:
    static constexpr std::chrono::minutes Lifetime{5};
    static constexpr std::size_t MaxKeys = 1'000'000; // beyond it the oldest are forgotten early

    void insert(const Event &event); // does nothing without a key
    void insert(QByteArray publisher, QByteArray key, Seq seq, WallTime at);
    [[nodiscard]] std::optional<Seq> find(const QByteArray &publisher, const QByteArray &key, WallTime now) const;
    // Forgets what has outlived its time. The seq of the newest forgotten, null if none was.
    Seq expire(WallTime now);
    [[nodiscard]] std::size_t size() const noexcept { return m_order.size(); }

private:
    using Name = std::pair<QByteArray, QByteArray>; // publisher, key
    struct Entry {
        Seq seq;
        WallTime at;
    };
    struct Queued {
        Name name;
        Entry entry;
    };
    QHash<Name, Entry> m_entries;
    std::deque<Queued> m_order; // by seq
};

} // namespace pushscope
