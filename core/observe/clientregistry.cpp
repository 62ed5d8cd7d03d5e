// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/clientregistry.h"

namespace pushscope {

static const QByteArray &userOf(const ConnectionFacts &facts)
{
    return facts.user.isEmpty() ? facts.claimedUser : facts.user;
}

quint32 ClientRegistry::likenessOf(const ConnectionFacts &facts)
{
    const std::size_t hash = facts.clientId.isEmpty()
        ? qHashMulti(0, userOf(facts), quint8(facts.protocol), facts.host, facts.userAgent)
        : qHash(facts.clientId);
    return quint32(hash ^ (hash >> 32));
}

bool ClientRegistry::isLike(const ClientRecord &record, const ConnectionFacts &facts)
{
    if (!facts.clientId.isEmpty() || record.certain)
        return record.certain && record.client == facts.clientId;
    return record.user == QByteArrayView(userOf(facts)) && record.protocol == facts.protocol && record.common->host == facts.host
        && record.common->userAgent == facts.userAgent;
}

bool ClientRegistry::cursorFits(const ClientRecord &record, const QByteArray &cursor, const Epoch &epoch)
{
    const auto id = parseEventId(cursor);
    if (!id || id->epoch != epoch)
        return true; // none, or one that says nothing about who it is
    return id->seq >= record.lastAcked() && id->seq <= record.seenAbsence().headAtEnd;
}

ClientRecord *ClientRegistry::findNamed(const ConnectionFacts &facts, const QByteArray &user)
{
    ClientRecord *found = nullptr;
    m_index.find(likenessOf(facts), [&](ClientRecord &record) {
        if (isLike(record, facts) && (user.isEmpty() || record.user.isEmpty() || record.user == QByteArrayView(user)))
            found = &record;
        return found != nullptr;
    });
    return found;
}

ClientRecord *ClientRegistry::findAway(const ConnectionFacts &facts, const Epoch &epoch)
{
    ClientRecord *found = nullptr, *earlier = nullptr, *told = nullptr;
    int away = 0;
    m_index.find(likenessOf(facts), [&](ClientRecord &record) {
        if (!record.isAway() || !isLike(record, facts))
            return false;
        ++away;
        // Of several that fit, the one that was told exactly this cursor, else the one that left first.
        if (!cursorFits(record, facts.cursor, epoch))
            earlier = &record;
        else if (formatEventId(epoch, record.lastWritten) == facts.cursor)
            told = &record;
        else if (!found || record.seenAbsence().endedAt < found->seenAbsence().endedAt)
            found = &record;
        return told != nullptr;
    });
    if (told)
        return told;
    if (found || away != 1)
        return found;
    // The only one there is, with a cursor from before what it acknowledged: it asks again.
    const auto id = parseEventId(facts.cursor);
    return id->seq < earlier->lastAcked() && id->seq >= earlier->firstPresented() ? earlier : nullptr;
}

// One that is still connected and was given, on this very connection, exactly what is presented now: it did not close it. While
// that connection is so young, no other that could have been given it can be forgotten.
ClientRecord *ClientRegistry::findHolder(const ConnectionFacts &facts, const Epoch &epoch, TimePoint now)
{
    const auto id = parseEventId(facts.cursor);
    if (!id || id->epoch != epoch || facts.protocol == ClientProtocol::Poll)
        return nullptr;
    ClientRecord *found = nullptr;
    bool several = false; // two tabs, and no telling which
    m_index.find(likenessOf(facts), [&](ClientRecord &record) {
        if (record.isAway() || !isLike(record, facts) || now - record.openedAt >= Remembered || record.lastWritten != id->seq
            || record.headAtOpen >= id->seq)
            return false;
        several = found != nullptr;
        found = &record;
        return several;
    });
    return several ? nullptr : found;
}

ClientRecord &ClientRegistry::recordFor(const ConnectionFacts &facts, const Epoch &epoch, TimePoint now)
{
    const bool certain = !facts.clientId.isEmpty();
    ClientRecord *known = certain ? findNamed(facts, facts.user) : findAway(facts, epoch);
    if (!known && !certain)
        known = findHolder(facts, epoch, now);
    if (known) {
        known->oneOfSeveral = !certain && hasSeveral(facts);
        return *known;
    }
    auto record = std::make_unique<ClientRecord>();
    record->key = ++m_lastKey;
    record->client = certain ? facts.clientId : "c" + QByteArray::number(facts.id.value);
    record->certain = certain;
    // What it is told apart by, from the first on.
    record->user = CompactText(userOf(facts));
    record->protocol = facts.protocol;
    cameFrom(*record, facts);
    record->likeness = likenessOf(facts);
    m_index.insert(*record);
    return m_records.insert(m_lastKey, std::move(record));
}

void ClientRegistry::cameFrom(ClientRecord &record, const ConnectionFacts &facts)
{
    CommonFacts common;
    common.host = facts.host;
    common.userAgent = facts.userAgent;
    common.http = facts.http;
    common.tls = facts.tls;
    common.tlsVersion = facts.tlsVersion;
    common.tlsCipher = facts.tlsCipher;
    record.setAddress(facts.address, std::move(common), m_common);
}

void ClientRegistry::movedTo(ClientRecord &record, const QByteArray &address)
{
    record.setAddress(address, *record.common, m_common);
}

bool ClientRegistry::hasSeveral(const ConnectionFacts &facts) const
{
    int count = 0;
    m_index.find(likenessOf(facts), [&](ClientRecord &record) { return isLike(record, facts) && ++count > 1; });
    return count > 1;
}

ClientRecord *ClientRegistry::likely(const ConnectionFacts &facts, const Epoch &epoch)
{
    if (!facts.clientId.isEmpty())
        return findNamed(facts, facts.user.isEmpty() ? facts.claimedUser : facts.user);
    ClientRecord *found = nullptr, *told = nullptr;
    m_index.find(likenessOf(facts), [&](ClientRecord &record) {
        if (!record.isAway() || !isLike(record, facts) || !cursorFits(record, facts.cursor, epoch))
            return false;
        if (!facts.cursor.isEmpty() && formatEventId(epoch, record.lastWritten) == facts.cursor)
            told = &record;
        else if (!found || record.seenAbsence().triedAt < found->seenAbsence().triedAt)
            found = &record;
        return told != nullptr;
    });
    return told ? told : found;
}

std::vector<ClientRecord *> ClientRegistry::named(const QByteArray &client)
{
    std::vector<ClientRecord *> records;
    forEach([&](ClientRecord &record) {
        if (record.client == client)
            records.push_back(&record);
    });
    return records;
}

void ClientRegistry::left(ClientRecord &record)
{
    Absence &absence = record.absence();
    if (!absence.place)
        absence.place = m_away.insert(m_away.end(), &record);
}

void ClientRegistry::cameBack(ClientRecord &record)
{
    if (record.seenAbsence().place)
        m_away.erase(*std::exchange(record.absence().place, std::nullopt));
}

void ClientRegistry::expire(TimePoint now, const std::function<void(std::span<ClientRecord *const>)> &forget)
{
    std::vector<ClientRecord *> due;
    for (ClientRecord *record : m_away) {
        const bool isTooMany = m_away.size() - due.size() > MaxAway;
        if (due.size() == MaxForgotten || (!isTooMany && now - record->seenAbsence().endedAt < Remembered))
            break;
        due.push_back(record);
    }
    if (due.empty())
        return;
    for (ClientRecord *record : due) {
        record->forgotten = true;
        cameBack(*record); // is away no more
    }
    forget(due);
    for (ClientRecord *record : due) {
        m_index.remove(*record);
        m_records.erase(record->key);
    }
}

ClientRecord *ClientRegistry::find(quint32 key) const
{
    return m_records.find(key);
}

} // namespace pushscope
