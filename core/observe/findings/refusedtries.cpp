// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/refusedtries.h"

#include "observe/findings/onetime.h"
#include "observe/findings/retryfit.h"
#include "observe/findings/words.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr quint32 LeastTries = 5;
constexpr std::size_t WaitsKept = 12;
constexpr std::size_t EvidenceKept = 5;
constexpr auto StoppedAfter = 8s; // more than any EventSource waits by itself
constexpr auto ARow = 2min; // tries further apart are no row
constexpr auto Remembered = 10min;
// Of those that nobody knows, so many tries at once may be as many clients that begin together.
constexpr quint32 TriesOfSeveral = 12;
constexpr auto Together = 200ms, Slow = 100ms;

[[nodiscard]] bool isUnauthorized(int status)
{
    return status == 401 || status == 4001;
}

[[nodiscard]] QByteArray likenessOf(const ConnectionFacts &facts)
{
    return facts.host + '\n' + facts.userAgent;
}

[[nodiscard]] QByteArray statusInWords(int status)
{
    return status == 0 ? QByteArray("no answer") : QByteArray::number(status);
}

} // namespace

QByteArray RefusedTries::nameOf(const FindingSubject &client, const ConnectionFacts &facts)
{
    if (client.clientKey > 0)
        return '#' + QByteArray::number(client.clientKey);
    if (!facts.clientId.isEmpty())
        return '?' + facts.clientId;
    return '!' + facts.host + '\n' + facts.userAgent + '\n' + protocolName(facts.protocol) + QByteArray::number(facts.tokenPrint);
}

RefusedTries::Tries *RefusedTries::triesOf(const FindingSubject &client, const ConnectionFacts &facts)
{
    const QByteArray name = nameOf(client, facts);
    if (const auto it = m_tries.find(name); it != m_tries.end())
        return &it->second;
    if (m_tries.size() >= MaxClients)
        return nullptr;
    Tries &tries = m_tries[name];
    tries.client = client;
    tries.user = facts.user.isEmpty() ? facts.claimedUser : facts.user;
    if (client.clientKey == 0) {
        tries.anonymous = facts.clientId.isEmpty();
        tries.client.client = tries.anonymous ? facts.address : facts.clientId;
    }
    return &tries;
}

void RefusedTries::refused(const FindingSubject &client, const ConnectionFacts &facts, int status, const QByteArray &reason,
                           Moment at)
{
    Tries *tries = triesOf(client, facts);
    if (!tries)
        return;
    if (at.now - tries->last > ARow)
        tries->startAnew();
    if (tries->count++ > 0)
        returned(*tries);
    else
        tries->since = at.now;
    Tries::Row &row = tries->rows[std::size_t(facts.protocol)];
    if (row.last != TimePoint())
        row.waits.push_back(std::chrono::duration_cast<Milliseconds>(at.now - row.last));
    if (row.waits.size() > WaitsKept)
        row.waits.pop_front();
    tries->last = row.last = at.now;
    tries->evidence.push_back({at.wall, at.ref, {}, "refused: " + statusInWords(status)});
    if (tries->evidence.size() > EvidenceKept)
        tries->evidence.pop_front();
    const bool isEventSource = facts.protocol == ClientProtocol::Sse && facts.eventSource && !asksOnce(facts.userAgent);
    if (isEventSource && status > 0 && status != 200 && !tries->returns) {
        tries->stoppedBy = status;
        if (facts.clientId.isEmpty())
            m_stopped.emplace(likenessOf(facts), nameOf(client, facts));
    }
    // One whose token is the trouble would not be helped by patience: that is the finding, and not its pace.
    if (isUnauthorized(status)) {
        row.waits.clear();
        judgeToken(*tries, facts, status, reason, at);
    } else {
        tries->withBadToken = 0;
        judgePace(*tries, row.waits, status, at);
    }
}

void RefusedTries::judgeToken(Tries &tries, const ConnectionFacts &facts, int status, const QByteArray &reason, Moment at)
{
    tries.withBadToken = tries.badToken == facts.tokenPrint ? tries.withBadToken + 1 : 1;
    tries.badToken = facts.tokenPrint;
    const bool mayBeSeveral = tries.anonymous && at.now - tries.since < Together;
    if (tries.withBadToken < (mayBeSeveral ? TriesOfSeveral : LeastTries))
        return;
    // Without a token, and nothing else of a client: a health check.
    if (facts.tokenPrint == 0 && tries.anonymous && facts.protocol != ClientProtocol::WebSocket && !facts.eventSource)
        return;
    const char *how = facts.tokenPrint == 0 ? " without a token, which is refused each time ("
                                            : " with one and the same token, which is refused each time (";
    std::vector<FindingRow::Evidence> evidence{tries.evidence.back()};
    if (!m_board.has(tries.client, "auth-loop"))
        evidence.assign(tries.evidence.begin(), tries.evidence.end());
    m_board.raise(tries.client, "auth-loop", at,
                  "Tried " + counted(tries.withBadToken, "time") + how + statusInWords(status) + ": " + reason
                      + "). It needs another one.",
                  evidence);
}

namespace {

// A short pace of one that nobody knows is told from several that try at random only where each wait is short.
[[nodiscard]] bool isSure(const RetryFit &fit, std::span<const Milliseconds> waits)
{
    const bool isShort = fit.kind == RetryFit::Kind::AtOnce || (fit.kind == RetryFit::Kind::Fixed && fit.base < Slow);
    return !isShort
        || (waits.size() + 1 >= TriesOfSeveral && std::all_of(waits.begin(), waits.end(), [](auto wait) { return wait < Slow; }));
}

} // namespace

void RefusedTries::judgePace(Tries &tries, const std::deque<Milliseconds> &row, int status, Moment at)
{
    const std::vector<Milliseconds> waits(row.begin(), row.end());
    const auto fit = fitRetries(waits);
    if (!fit || !fit->isHarmful() || (tries.anonymous && !isSure(*fit, waits)))
        return;
    std::vector<FindingRow::Evidence> evidence{tries.evidence.back()};
    if (!m_board.has(tries.client, "no-backoff"))
        evidence.assign(tries.evidence.begin(), tries.evidence.end());
    m_board.raise(tries.client, "no-backoff", at,
                  "Tried again " + counted(tries.count, "time") + " without success (" + statusInWords(status)
                      + "), and its waits are: " + fit->inWords() + ". Many such clients hit the hub together.",
                  evidence);
}

void RefusedTries::returned(Tries &tries)
{
    tries.returns = true;
    if (std::exchange(tries.stoppedBy, {}))
        m_board.withdraw(tries.client, "stopped-for-good");
}

// One that is like an EventSource that has stopped, and new: its page goes on in another way, or with another token.
void RefusedTries::fellBack(const ConnectionFacts &facts)
{
    const auto [first, last] = m_stopped.equal_range(likenessOf(facts));
    for (auto it = first; it != last; ++it) {
        const auto tries = m_tries.find(it->second);
        if (tries == m_tries.end() || !tries->second.stoppedBy)
            continue;
        if (!tries->second.user.isEmpty() && !facts.user.isEmpty() && tries->second.user != facts.user)
            continue;
        returned(tries->second);
        return;
    }
}

void RefusedTries::letIn(const FindingSubject &client, const ConnectionFacts &facts, bool returning, Moment at)
{
    if (m_tries.empty())
        return;
    if (!returning && facts.clientId.isEmpty())
        fellBack(facts);
    const QByteArray name = nameOf(client, facts);
    if (auto stranger = m_tries.extract(nameOf({}, facts))) { // refused before it was known
        m_board.adopt(stranger.mapped().client.client, client);
        stranger.mapped().client = client;
        stranger.key() = name;
        m_tries.insert(std::move(stranger));
    }
    const auto it = m_tries.find(name);
    if (it == m_tries.end())
        return;
    returned(it->second);
    it->second.startAnew();
    it->second.anonymous = false;
    it->second.last = at.now;
}

void RefusedTries::check(Moment at)
{
    std::erase_if(m_tries, [&](const auto &entry) { return at.now - entry.second.last > Remembered; });
    std::erase_if(m_stopped, [&](const auto &entry) {
        const auto tries = m_tries.find(entry.second);
        return tries == m_tries.end() || !tries->second.stoppedBy;
    });
    for (auto &[name, tries] : m_tries) {
        if (!tries.stoppedBy || at.now - tries.last < StoppedAfter || m_board.has(tries.client, "stopped-for-good"))
            continue;
        const QByteArray status = QByteArray::number(*tries.stoppedBy);
        m_board.raise(tries.client, "stopped-for-good", at,
                      "An EventSource that got " + status + " and has not come back for "
                          + inWords(std::chrono::duration_cast<Milliseconds>(at.now - tries.last))
                          + ": after any answer but an event stream it never tries again.",
                      {tries.evidence.begin(), tries.evidence.end()});
    }
}

void RefusedTries::forget(quint32 clientKey)
{
    m_tries.erase('#' + QByteArray::number(clientKey));
}

} // namespace pushscope
