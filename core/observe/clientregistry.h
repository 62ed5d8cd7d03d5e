// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClientRegistry: tells clients from connections. A client is recognised by its clientId (certain), else by user, protocol,
// address and user agent with a cursor that fits (probable). Source: design.md §7. Hub thread.

#include "base/chainedtable.h"
#include "base/pagedtable.h"
#include "observe/clientrecord.h"

#include <list>
#include <span>

namespace pushscope {

class ClientRegistry
{
public:
    static constexpr std::chrono::minutes Remembered{10}; // how long a client that left is known
    static constexpr std::size_t MaxAway = 100'000;
    static constexpr std::size_t MaxForgotten = 1024; // in one call

    // The client that such a connection belongs to, or a new one. `epoch` is the hub's.
    ClientRecord &recordFor(const ConnectionFacts &facts, const Epoch &epoch, TimePoint now);
    [[nodiscard]] ClientRecord *find(quint32 key) const; // null: forgotten
    // The client that a refused request most likely came from; null if none is known. Of several that are alike it is the one
    // that presents its cursor, else the one that has not tried for the longest time.
    [[nodiscard]] ClientRecord *likely(const ConnectionFacts &facts, const Epoch &epoch);
    [[nodiscard]] std::vector<ClientRecord *> named(const QByteArray &client);
    // What it is found by and shown with: of the connection that it opens; of a further poll.
    void cameFrom(ClientRecord &record, const ConnectionFacts &facts);
    void movedTo(ClientRecord &record, const QByteArray &address);
    // Its last connection has ended; its absence says when. It has come back.
    void left(ClientRecord &record);
    void cameBack(ClientRecord &record);
    // Forgets some of those who left long ago, a bounded number, since many may have left at once: to be called often. `forget`
    // is told before they are destroyed. Costs nothing where nobody is due, however many there are.
    void expire(TimePoint now, const std::function<void(std::span<ClientRecord *const>)> &forget);

    [[nodiscard]] std::size_t size() const noexcept { return m_records.size(); }
    template<typename Function> void forEach(Function function) const { m_records.forEach(function); }

private:
    // By which clients are found; several may have the same, so that it is compared then.
    [[nodiscard]] static quint32 likenessOf(const ConnectionFacts &facts);
    [[nodiscard]] static bool isLike(const ClientRecord &record, const ConnectionFacts &facts);
    [[nodiscard]] static bool cursorFits(const ClientRecord &record, const QByteArray &cursor, const Epoch &epoch);
    [[nodiscard]] bool hasSeveral(const ConnectionFacts &facts) const; // that are like it
    [[nodiscard]] ClientRecord *findNamed(const ConnectionFacts &facts, const QByteArray &user);
    [[nodiscard]] ClientRecord *findAway(const ConnectionFacts &facts, const Epoch &epoch);
    [[nodiscard]] ClientRecord *findHolder(const ConnectionFacts &facts, const Epoch &epoch, TimePoint now);

    PagedTable<ClientRecord> m_records;
    ChainedTable<ClientRecord, &ClientRecord::nextLike, &ClientRecord::likeness> m_index;
    CommonFactsPool m_common;
    std::list<ClientRecord *> m_away; // who left first comes first
    quint32 m_lastKey = 0;
};

} // namespace pushscope
