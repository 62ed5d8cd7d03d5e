// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/clientregistry.h"

namespace pushscope {

static const QByteArray &userOf(const ConnectionFacts &facts)
{
    return facts.user.isEmpty() ? facts.claimedUser : facts.user;
}

std::size_t ClientRegistry::identityOf(const ConnectionFacts &facts)
{
    if (!facts.clientId.isEmpty())
        return qHash(facts.clientId);
    return qHashMulti(0, userOf(facts), quint8(facts.protocol), facts.host, facts.userAgent);
}

std::size_t ClientRegistry::identityOf(const ClientRecord &record)
{
    const ClientRow &row = record.row;
    return row.certain ? qHash(row.client) : qHashMulti(0, row.user, quint8(row.protocol), record.host, row.userAgent);
}

bool ClientRegistry::isLike(const ClientRecord &record, const ConnectionFacts &facts)
{
    const ClientRow &row = record.row;
    if (!facts.clientId.isEmpty() || row.certain)
        return row.certain && row.client == facts.clientId;
    return row.user == userOf(facts) && row.protocol == facts.protocol && record.host == facts.host
        && row.userAgent == facts.userAgent;
}

bool ClientRegistry::cursorFits(const ClientRecord &record, const QByteArray &cursor, const Epoch &epoch)
{
    const auto id = parseEventId(cursor);
    if (!id || id->epoch != epoch)
        return true; // none, or one that says nothing about who it is
    return id->seq >= record.lastAcked && id->seq <= record.seenAbsence().headAtEnd;
}

ClientRecord *ClientRegistry::findNamed(const ConnectionFacts &facts, const QByteArray &user)
{
    const auto [first, last] = m_identities.equal_range(identityOf(facts));
    const auto it = std::find_if(first, last, [&](const auto &entry) {
        return isLike(*entry.second, facts)
            && (user.isEmpty() || entry.second->row.user.isEmpty() || entry.second->row.user == user);
    });
    return it == last ? nullptr : it->second;
}

ClientRecord *ClientRegistry::findAway(const ConnectionFacts &facts, const Epoch &epoch)
{
    ClientRecord *found = nullptr, *earlier = nullptr;
    int away = 0;
    const auto [first, last] = m_identities.equal_range(identityOf(facts));
    for (auto it = first; it != last; ++it) {
        ClientRecord *record = it->second;
        if (!record->isAway() || !isLike(*record, facts))
            continue;
        ++away;
        if (!cursorFits(*record, facts.cursor, epoch)) {
            earlier = record;
            continue;
        }
        // Of several that fit, the one that was told exactly this cursor, else the one that left first.
        if (formatEventId(epoch, record->lastWritten) == facts.cursor)
            return record;
        if (!found || record->seenAbsence().endedAt < found->seenAbsence().endedAt)
            found = record;
    }
    if (found || away != 1)
        return found;
    // The only one there is, with a cursor from before what it acknowledged: it asks again.
    const auto id = parseEventId(facts.cursor);
    return id->seq < earlier->lastAcked && id->seq >= earlier->firstPresented ? earlier : nullptr;
}

// One that is still connected and was given, on this very connection, exactly what is presented now: it did not close it. While
// that connection is so young, no other that could have been given it can be forgotten.
ClientRecord *ClientRegistry::findHolder(const ConnectionFacts &facts, const Epoch &epoch, TimePoint now)
{
    const auto id = parseEventId(facts.cursor);
    if (!id || id->epoch != epoch || facts.protocol == ClientProtocol::Poll)
        return nullptr;
    ClientRecord *found = nullptr;
    const auto [first, last] = m_identities.equal_range(identityOf(facts));
    for (auto it = first; it != last; ++it) {
        ClientRecord *record = it->second;
        if (record->isAway() || !isLike(*record, facts) || now - record->openedAt >= Remembered || record->lastWritten != id->seq
            || record->headAtOpen >= id->seq)
            continue;
        if (found)
            return nullptr; // two tabs, and no telling which
        found = record;
    }
    return found;
}

ClientRecord &ClientRegistry::recordFor(const ConnectionFacts &facts, const Epoch &epoch, TimePoint now)
{
    const bool certain = !facts.clientId.isEmpty();
    ClientRecord *known = certain ? findNamed(facts, facts.user) : findAway(facts, epoch);
    if (!known && !certain)
        known = findHolder(facts, epoch, now);
    if (known) {
        known->oneOfSeveral = !certain && m_identities.count(identityOf(facts)) > 1;
        return *known;
    }
    auto record = std::make_unique<ClientRecord>();
    record->row.key = ++m_lastKey;
    record->row.client = certain ? facts.clientId : "c" + QByteArray::number(facts.id.value);
    record->row.certain = certain;
    // What it is told apart by, from the first on.
    record->row.user = userOf(facts);
    record->row.protocol = facts.protocol;
    record->row.userAgent = facts.userAgent;
    record->host = facts.host;
    ClientRecord &borrowed = *record;
    m_identities.emplace(identityOf(facts), &borrowed);
    m_records.emplace(borrowed.row.key, std::move(record));
    return borrowed;
}

ClientRecord *ClientRegistry::likely(const ConnectionFacts &facts, const Epoch &epoch)
{
    if (!facts.clientId.isEmpty())
        return findNamed(facts, facts.user.isEmpty() ? facts.claimedUser : facts.user);
    ClientRecord *found = nullptr;
    const auto [first, last] = m_identities.equal_range(identityOf(facts));
    for (auto it = first; it != last; ++it) {
        ClientRecord *record = it->second;
        if (!record->isAway() || !isLike(*record, facts) || !cursorFits(*record, facts.cursor, epoch))
            continue;
        if (!facts.cursor.isEmpty() && formatEventId(epoch, record->lastWritten) == facts.cursor)
            return record;
        if (!found || record->seenAbsence().triedAt < found->seenAbsence().triedAt)
            found = record;
    }
    return found;
}

std::vector<ClientRecord *> ClientRegistry::named(const QByteArray &client)
{
    std::vector<ClientRecord *> records;
    forEach([&](ClientRecord &record) {
        if (record.row.client == client)
            records.push_back(&record);
    });
    return records;
}

void ClientRegistry::expire(TimePoint now, const std::function<void(ClientRecord &)> &forget)
{
    std::vector<ClientRecord *> away;
    forEach([&](ClientRecord &record) {
        if (record.isAway())
            away.push_back(&record);
    });
    std::size_t excess = away.size() > MaxAway ? away.size() - MaxAway : 0;
    std::sort(away.begin(), away.end(),
              [](const auto *a, const auto *b) { return a->seenAbsence().endedAt < b->seenAbsence().endedAt; });
    for (ClientRecord *record : away) {
        if (excess == 0 && now - record->seenAbsence().endedAt < Remembered)
            break;
        excess -= excess > 0 ? 1 : 0;
        forget(*record);
        const auto [first, last] = m_identities.equal_range(identityOf(*record));
        const auto it = std::find_if(first, last, [&](const auto &entry) { return entry.second == record; });
        Q_ASSERT(it != last); // what it is told apart by never changes
        m_identities.erase(it);
        m_records.erase(record->row.key);
    }
}

ClientRecord *ClientRegistry::find(quint32 key) const
{
    const auto it = m_records.find(key);
    return it == m_records.end() ? nullptr : it->second.get();
}

} // namespace pushscope
