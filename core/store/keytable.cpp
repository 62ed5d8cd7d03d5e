// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keytable.h"

namespace pushscope {

static bool isAlive(WallTime at, WallTime now)
{
    return now - at < KeyTable::Lifetime;
}

void KeyTable::insert(const Event &event)
{
    if (!event.key.isEmpty())
        insert(event.publisher, event.key, event.seq, event.published);
}

void KeyTable::insert(QByteArray publisher, QByteArray key, Seq seq, WallTime at)
{
    Name name(std::move(publisher), std::move(key));
    m_entries.insert(name, {seq, at});
    m_order.push_back({std::move(name), {seq, at}});
}

std::optional<Seq> KeyTable::find(const QByteArray &publisher, const QByteArray &key, WallTime now) const
{
    const auto found = m_entries.constFind(Name(publisher, key));
    if (found == m_entries.constEnd() || !isAlive(found->at, now))
        return std::nullopt;
    return found->seq;
}

Seq KeyTable::expire(WallTime now)
{
    Seq newest;
    while (!m_order.empty() && (!isAlive(m_order.front().entry.at, now) || m_order.size() > MaxKeys)) {
        const Queued &oldest = m_order.front();
        newest = oldest.entry.seq;
        const auto found = m_entries.constFind(oldest.name);
        if (found != m_entries.constEnd() && found->seq == newest) // the key may have been used again since
            m_entries.erase(found);
        m_order.pop_front();
    }
    return newest;
}

} // namespace pushscope
