// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClientRegistry: tells clients from connections. A client is recognised by its clientId (certain), else by user, protocol,
// address and user agent with a cursor that fits (probable). Source: design.md §7. Hub thread.

#include "observe/clientrecord.h"

#include <unordered_map>

namespace pushscope {

class ClientRegistry
{
public:
    static constexpr std::chrono::minutes Remembered{10}; // how long a client that left is known
    static constexpr std::size_t MaxAway = 100'000;

    // The client that such a connection belongs to, or a new one. `epoch` is the hub's.
    ClientRecord &recordFor(const ConnectionFacts &facts, const Epoch &epoch, TimePoint now);
    [[nodiscard]] ClientRecord *find(quint32 key) const; // null: forgotten
    // The client that a refused request most likely came from; null if none is known. Of several that are alike it is the one
    // that presents its cursor, else the one that has not tried for the longest time.
    [[nodiscard]] ClientRecord *likely(const ConnectionFacts &facts, const Epoch &epoch);
    [[nodiscard]] std::vector<ClientRecord *> named(const QByteArray &client);
    // Forgets those who left long ago; gives their keys. `forget` is called for each before it is destroyed.
    void expire(TimePoint now, const std::function<void(ClientRecord &)> &forget);

    [[nodiscard]] std::size_t size() const noexcept { return m_records.size(); }
    template<typename Function> void forEach(Function function)
    {
        for (auto &[key, record] : m_records)
            function(*record);
    }

private:
    // By which clients are found; several may have the same, so that it is compared then.
    [[nodiscard]] static std::size_t identityOf(const ConnectionFacts &facts);
    [[nodiscard]] static std::size_t identityOf(const ClientRecord &record);
    [[nodiscard]] static bool isLike(const ClientRecord &record, const ConnectionFacts &facts);
    [[nodiscard]] static bool cursorFits(const ClientRecord &record, const QByteArray &cursor, const Epoch &epoch);
    [[nodiscard]] ClientRecord *findNamed(const ConnectionFacts &facts, const QByteArray &user);
    [[nodiscard]] ClientRecord *findAway(const ConnectionFacts &facts, const Epoch &epoch);
    [[nodiscard]] ClientRecord *findHolder(const ConnectionFacts &facts, const Epoch &epoch, TimePoint now);

    std::unordered_map<quint32, std::unique_ptr<ClientRecord>> m_records; // by key
    std::unordered_multimap<std::size_t, ClientRecord *> m_identities;
    quint32 m_lastKey = 0;
};

} // namespace pushscope
