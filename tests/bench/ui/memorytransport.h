// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MemoryTransport: a transport without sockets, for more clients than a process may have descriptors: each link is a few octets,
// takes at once what is written to it and counts it. Its clients are event streams that connect by themselves. It stands in for
// makeTransport() by being linked before the library's. Hub thread, except for the counts.

#include "transport/transport.h"

#include <atomic>

namespace pushscope::bench {

struct MemoryCounts {
    std::atomic<quint32> connected = 0; // links that were greeted
    std::atomic<quint64> writes = 0, octets = 0;
    std::atomic<quint64> reached = 0; // links that were written to since mark() was last raised
    std::atomic<quint32> round = 0;
    void mark()
    {
        reached = 0;
        ++round;
    }
};
[[nodiscard]] MemoryCounts &memoryCounts();
// Before the hub starts: how many connect, each as a user of its own with a token signed with `secret`.
void setMemoryClients(quint32 count, const QByteArray &secret);

} // namespace pushscope::bench
