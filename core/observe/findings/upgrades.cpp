// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/upgrades.h"

#include "observe/findings/words.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto FallbackTime = 15s; // in which a client turns to another way
constexpr auto SilentTime = 30s; // a silent WebSocket that lived longer was one
constexpr std::size_t MaxFailed = 1'000;
constexpr std::size_t GivenUp = 3; // times after the same silence: a client's own limit
constexpr auto LeastPatience = 500ms; // gone earlier, it was cut or left

[[nodiscard]] QByteArray likenessOf(const QByteArray &user, const QByteArray &host, const QByteArray &userAgent)
{
    return user + '\n' + host + '\n' + userAgent;
}

} // namespace

void Upgrades::broken(const FindingSubject &client, const ConnectionFacts &facts, const QByteArray &how, Moment at)
{
    FindingSubject subject = client;
    if (subject.client.isEmpty())
        subject.client = facts.clientId.isEmpty() ? facts.address : facts.clientId;
    const QByteArray text = "Its WebSocket upgrade is broken on the way: " + how + '.';
    const FindingRow::Evidence evidence{at.wall, at.ref, {}, how};
    m_board.raise(subject, "upgrade-blocked", at, text, {evidence});
    if (m_failed.size() < MaxFailed)
        m_failed.push_back({subject, likenessOf(facts.user, facts.host, facts.userAgent), text, evidence, at.now, true,
                            !facts.clientId.isEmpty()});
}

void Upgrades::closed(const ClientRecord &record, const QByteArray &cause, Moment at)
{
    // With a Close frame the cause names its code.
    const bool byClient = cause == "client" || cause == "reset by client";
    if (record.ponged)
        m_givenUp.erase(record.key);
    if (record.protocol != ClientProtocol::WebSocket || record.spoke || record.ponged || record.heard || !byClient
        || at.now - record.openedAt > SilentTime || m_failed.size() >= MaxFailed)
        return;
    QByteArray text = "Its WebSocket upgrade never completes: 101 was sent, and not an octet came back.";
    QByteArray evidence = "silent after 101";
    // Where another try is under way, the network kept the end of this one: how long it waited, nobody knows.
    if (record.isAway()) {
        const auto silentFor = std::chrono::duration_cast<Milliseconds>(at.now - record.openedAt);
        raiseGivenUp(record, silentFor, at);
        const QByteArray silence = inWords(silentFor);
        text = "Its WebSocket upgrade never completes: 101 was sent, and in " + silence + " not an octet came back.";
        evidence = "silent for " + silence + " after 101";
    }
    m_failed.push_back({subjectOf(record),
                        likenessOf(record.user.toByteArray(), record.common->host, record.common->userAgent),
                        text,
                        {at.wall, at.ref, {}, evidence},
                        at.now,
                        false,
                        record.certain,
                        record.cursors.without ? std::nullopt : std::optional(record.cursors.presented)});
}

// One that does not fall back, but tries again: it gives up each time after the same silence, and has nothing of what it was
// told.
void Upgrades::raiseGivenUp(const ClientRecord &record, Milliseconds silence, Moment at)
{
    if (!record.cursors.without && record.lastWritten <= record.cursors.presented)
        return; // nothing was told
    auto &lengths = m_givenUp[record.key];
    lengths.push_back(silence);
    if (lengths.size() > GivenUp)
        lengths.pop_front();
    const auto [least, most] = std::minmax_element(lengths.begin(), lengths.end());
    if (lengths.size() < GivenUp || *least < LeastPatience || *most - *least > *least / 10 + 100ms
        || m_board.has(subjectOf(record), "no-cursor"))
        return;
    m_board.raise(subjectOf(record), "upgrade-blocked", at,
                  "Its WebSocket upgrade never completes: 101 was sent, and " + counted(lengths.size(), "time")
                      + " in a row it gave up after " + inWords(*least) + " in which not an octet came back.",
                  {{at.wall, at.ref, {}, "gave up after " + inWords(silence)}});
}

void Upgrades::opened(ClientRecord &record, const ConnectionFacts &facts, bool returning, Moment at)
{
    // One that is there for a moment each time, and says nothing, is asked whether it hears.
    if (facts.protocol == ClientProtocol::WebSocket && m_givenUp.contains(record.key))
        record.live.back()->ping();
    if (m_failed.empty())
        return;
    const FindingSubject client = subjectOf(record);
    const QByteArray likeness = likenessOf(facts.user, facts.host, facts.userAgent);
    const auto isIts = [&](const Failed &failed) {
        if (failed.client.clientKey == client.clientKey || failed.client.client == client.client)
            return true;
        // One that is like it, and new: another tab comes back, or says another clientId.
        return failed.likeness == likeness && !returning && !(failed.named && !facts.clientId.isEmpty());
    };
    const auto cursor = parseEventId(facts.cursor);
    const auto hasWorked = [&](const Failed &failed) { return !failed.raised && cursor && failed.presented != cursor->seq; };
    for (const Failed &failed : m_failed) {
        if (!isIts(failed))
            continue;
        if (hasWorked(failed)) {
            record.heard = true;
            m_givenUp.erase(client.clientKey);
            break;
        }
        if (facts.protocol == ClientProtocol::WebSocket || at.now - failed.at > FallbackTime)
            continue;
        record.cursors.tooEarly = true; // nobody can have told it a cursor
        const QByteArray text = failed.text + " It fell back to " + protocolName(facts.protocol) + '.';
        if (!failed.raised)
            m_board.raise(failed.client, "upgrade-blocked", at, text, {failed.evidence});
        m_board.retell(failed.client, "upgrade-blocked", at, text);
        break;
    }
    std::erase_if(m_failed, isIts);
}

void Upgrades::forget(quint32 clientKey)
{
    m_givenUp.erase(clientKey);
}

void Upgrades::check(Moment at)
{
    std::erase_if(m_failed, [&](const Failed &failed) { return at.now - failed.at > FallbackTime; });
}

} // namespace pushscope
