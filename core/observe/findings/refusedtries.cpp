// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/refusedtries.h"

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

[[nodiscard]] bool isUnauthorized(int status)
{
    return status == 401 || status == 4001;
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
    if (client.clientKey == 0)
        tries.client.client = facts.clientId.isEmpty() ? facts.address : facts.clientId;
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
    if (tries->count++ > 0) {
        returned(*tries);
        tries->waits.push_back(std::chrono::duration_cast<Milliseconds>(at.now - tries->last));
        if (tries->waits.size() > WaitsKept)
            tries->waits.pop_front();
    }
    tries->last = at.now;
    tries->evidence.push_back({at.wall, at.ref, {}, "refused: " + statusInWords(status)});
    if (tries->evidence.size() > EvidenceKept)
        tries->evidence.pop_front();
    if (facts.protocol == ClientProtocol::Sse && facts.eventSource && status > 0 && !tries->returns)
        tries->stoppedBy = status;
    // One whose token is the trouble would not be helped by patience: that is the finding, and not its pace.
    if (isUnauthorized(status)) {
        tries->waits.clear();
        judgeToken(*tries, facts, status, reason, at);
    } else {
        tries->withBadToken = 0;
        judgePace(*tries, status, at);
    }
}

void RefusedTries::judgeToken(Tries &tries, const ConnectionFacts &facts, int status, const QByteArray &reason, Moment at)
{
    tries.withBadToken = tries.badToken == facts.tokenPrint ? tries.withBadToken + 1 : 1;
    tries.badToken = facts.tokenPrint;
    if (tries.withBadToken < LeastTries)
        return;
    const QByteArray how = facts.tokenPrint == 0 ? "without a token" : "with one and the same token";
    std::vector<FindingRow::Evidence> evidence{tries.evidence.back()};
    if (tries.withBadToken == LeastTries)
        evidence.assign(tries.evidence.begin(), tries.evidence.end());
    m_board.raise(tries.client, "auth-loop", at,
                  "Tried " + counted(tries.withBadToken, "time") + ' ' + how + ", which is refused each time ("
                      + statusInWords(status) + ": " + reason + "). It needs another one.",
                  evidence);
}

void RefusedTries::judgePace(Tries &tries, int status, Moment at)
{
    const std::vector<Milliseconds> waits(tries.waits.begin(), tries.waits.end());
    const auto fit = fitRetries(waits);
    if (!fit || !fit->isHarmful())
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

void RefusedTries::letIn(const FindingSubject &client, const ConnectionFacts &facts, Moment at)
{
    if (m_tries.empty())
        return;
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
    it->second.last = at.now;
}

void RefusedTries::check(Moment at)
{
    std::erase_if(m_tries, [&](const auto &entry) { return at.now - entry.second.last > Remembered; });
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
