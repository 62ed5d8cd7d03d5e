// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/doubleconnections.h"

#include "observe/findings/words.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto Leaked = 2s;
constexpr std::size_t BrowserConnections = 6; // of Chromium, Firefox and Safari, to one host over HTTP/1.1

} // namespace

void DoubleConnections::opened(ClientRecord &record, const ConnectionFacts &facts, const QByteArray &hostBefore, Moment at)
{
    // A poller has a session that outlives its polls. From another address it is the same machine in another network, whose old
    // connection is dead and does not know it yet.
    const auto isStream = [](const Subscriber *subscriber) { return subscriber->protocol() != ClientProtocol::Poll; };
    if (record.live.size() >= 2 && hostBefore == facts.host && isStream(record.live.back())) {
        const auto first = std::find_if(record.live.begin(), record.live.end() - 1, isStream);
        if (first != record.live.end() - 1)
            m_pairs.push_back({&record, *first, record.live.back(), at.now, at.ref});
    }
    const bool browser = facts.userAgent.startsWith("Mozilla/") && facts.http == "1.1" && !facts.proxied;
    if (browser && facts.protocol == ClientProtocol::Sse)
        holdStream(record, facts, at);
}

void DoubleConnections::holdStream(const ClientRecord &record, const ConnectionFacts &facts, Moment at)
{
    const Subscriber *subscriber = record.live.back();
    const QByteArray name = facts.authority + '\n' + facts.host + '\n' + facts.user + '\n' + facts.userAgent;
    Browser &browser = m_browsers[name];
    browser.streams[subscriber] = {at.wall, at.ref, {}, "event stream of " + record.client};
    m_streams[subscriber] = name;
    if (browser.streams.size() != BrowserConnections)
        return;
    std::vector<FindingRow::Evidence> evidence;
    for (const auto &[stream, proof] : browser.streams)
        evidence.push_back(proof);
    std::sort(evidence.begin(), evidence.end(), [](const auto &a, const auto &b) { return a.ref < b.ref; });
    m_board.raise(
        subjectOf(record), "connection-limit", at,
        "The browser at " + facts.host + " holds 6 event streams to " + facts.authority
            + " over HTTP/1.1, which is all it opens to one origin: every further request waits. HTTP/2 has no such limit.",
        evidence);
}

void DoubleConnections::closed(const Subscriber &subscriber)
{
    // Another one may be made in its place, at the same address.
    std::erase_if(m_pairs, [&](const Pair &pair) { return pair.first == &subscriber || pair.second == &subscriber; });
    const auto it = m_streams.find(&subscriber);
    if (it == m_streams.end())
        return;
    const auto browser = m_browsers.find(it->second);
    browser->second.streams.erase(&subscriber);
    if (browser->second.streams.empty())
        m_browsers.erase(browser);
    m_streams.erase(it);
}

void DoubleConnections::heard(const Subscriber &subscriber)
{
    for (Pair &pair : m_pairs)
        pair.answered = pair.answered || pair.first == &subscriber;
}

// Its network may be gone without a word, and its client with it: which is why there is a second one. A WebSocket then answers
// nothing, and a stream takes nothing that is written to it. However long that lasts: on a busy machine an answer is late.
bool DoubleConnections::firstLives(const Pair &pair)
{
    return pair.first->protocol() == ClientProtocol::WebSocket ? pair.answered : pair.first->queuedBytes() == 0;
}

void DoubleConnections::check(Moment at)
{
    for (Pair &pair : m_pairs) {
        if (!std::exchange(pair.asked, true))
            pair.first->ping();
    }
    const auto due = [&](const Pair &pair) { return at.now - pair.since >= Leaked && firstLives(pair); };
    for (const Pair &pair : m_pairs) {
        if (!due(pair))
            continue;
        const auto &live = pair.record->live;
        const QByteArray time = inWords(std::chrono::duration_cast<Milliseconds>(at.now - pair.since));
        m_board.raise(subjectOf(*pair.record), "leaked-connection", at,
                      "Has " + counted(live.size(), "live connection") + " at once, for " + time
                          + ": a connection that it no longer uses was not closed.",
                      {{at.wall, pair.ref, {}, "second connection, " + time + " ago"}});
    }
    std::erase_if(m_pairs, due);
}

void DoubleConnections::forget(const ClientRecord &record)
{
    std::erase_if(m_pairs, [&](const Pair &pair) { return pair.record == &record; });
}

} // namespace pushscope
