// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/echoes.h"

#include "observe/findings/words.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr auto Together = 100ms; // answers this close came in one piece
constexpr auto Late = 1s;
constexpr auto SentApart = 300ms; // what a burst answers was not sent together
constexpr quint32 LeastAnswers = 3; // of a burst
constexpr quint32 LeastBursts = 3; // one is a laptop that slept
constexpr auto InARow = 60s;
constexpr auto PartingTime = 3s;
constexpr auto PromptPong = 400ms;
constexpr auto PongWait = 1300ms; // after which a pong is late, too
constexpr auto PongTimeout = 10s; // in which the hub waits for one before it closes

[[nodiscard]] Milliseconds since(TimePoint then, TimePoint now)
{
    return std::chrono::duration_cast<Milliseconds>(now - then);
}

} // namespace

void Echoes::acknowledged(ClientRecord &record, Seq seq, Moment at)
{
    if (record.protocol != ClientProtocol::WebSocket)
        return;
    if (!record.echoes()) {
        record.detail().echoes = std::make_unique<EchoTimes>();
        return;
    }
    if (const auto written = record.echoes()->writtenAt(seq))
        echoed(record, *written, "acknowledgement", at);
}

void Echoes::ponged(ClientRecord &record, TimePoint pinged, Moment at)
{
    record.ponged = true;
    clearUp(record, pinged, at);
    if (!record.echoes() && at.now - pinged < Late)
        return; // as it should be: nothing to remember
    if (!record.echoes())
        record.detail().echoes = std::make_unique<EchoTimes>();
    echoed(record, pinged, "pong", at);
}

void Echoes::echoed(ClientRecord &record, TimePoint sent, const char *what, Moment at)
{
    EchoTimes &times = *record.echoes();
    auto &group = times.group;
    if (group.count == 0 || at.now - group.last > Together) {
        const bool wasLate = group.count > 0 && group.last - group.oldest > Late;
        if (!wasLate || at.now - times.burstAt > InARow)
            times.bursts = 0;
        group = {.count = 0, .last = at.now, .oldest = sent, .newest = sent, .counted = false};
    }
    ++group.count;
    group.last = at.now;
    group.oldest = std::min(group.oldest, sent);
    group.newest = std::max(group.newest, sent);
    qsizetype queued = 0;
    for (const Subscriber *subscriber : record.live)
        queued += subscriber->queuedBytes();
    if (group.counted || queued > 0 || group.count < LeastAnswers || at.now - group.oldest <= Late
        || group.newest - group.oldest < SentApart)
        return;
    group.counted = true;
    times.burstAt = at.now;
    if (++times.bursts < LeastBursts)
        return;
    const QByteArray late = inWords(since(group.oldest, at.now));
    const QByteArray text = "Its " + QByteArray(what) + "s come in bursts, " + late + " late (" + counted(times.bursts, "burst")
        + " in a row), while nothing waits in the hub for it: something on the way holds back what passes.";
    suspect(record, text, {at.wall, at.ref, {}, counted(group.count, what) + " together, " + late + " late"}, at);
    if (*what == 'p') // pongs nobody gathers
        raise(m_suspicions.extract(record.key).mapped(), at);
}

void Echoes::suspect(ClientRecord &record, QByteArray text, FindingRow::Evidence evidence, Moment at)
{
    const auto [it, anew] = m_suspicions.try_emplace(record.key);
    Suspicion &suspicion = it->second;
    suspicion.record = &record;
    suspicion.text = std::move(text);
    suspicion.evidence = {std::move(evidence)};
    if (!anew)
        return;
    suspicion.pinged = std::chrono::floor<Milliseconds>(at.now); // as the pong will tell
    if (!record.live.empty())
        record.live.back()->ping();
}

void Echoes::clearUp(ClientRecord &record, TimePoint pinged, Moment at)
{
    const auto it = m_suspicions.find(record.key);
    if (it == m_suspicions.end() || pinged < it->second.pinged)
        return;
    const Suspicion suspicion = std::move(it->second);
    m_suspicions.erase(it);
    record.echoes()->bursts = 0;
    if (at.now - pinged > PromptPong)
        raise(suspicion, at);
}

void Echoes::raise(const Suspicion &suspicion, Moment at)
{
    m_board.raise(subjectOf(*suspicion.record), "buffered-path", at, suspicion.text, suspicion.evidence);
}

// One that acknowledges what was written while its pong was due reads.
void Echoes::closedWithoutPong(const ClientRecord &record, const Epoch &epoch, Moment at)
{
    if (record.ponged || !record.isAway())
        return; // what it acknowledges over another connection says nothing of this one
    const FindingRow::Evidence closed{at.wall, at.ref, {}, "closed without a pong"};
    const auto read = record.echoes() ? record.echoes()->writtenAt(record.lastAcked()) : std::nullopt;
    if (!read || at.now - *read >= PongTimeout) {
        m_partings[record.connection] = {subjectOf(record), closed, at.now};
        return;
    }
    const QByteArray acknowledged = "acknowledged " + formatEventId(epoch, record.lastAcked()) + " meanwhile";
    m_board.raise(subjectOf(record), "no-pong", at,
                  "Never answered a ping, though it reads: it " + acknowledged
                      + ". It is disconnected each time a pong is due (RFC 6455 section 5.5.2).",
                  {closed, {at.wall, at.ref, record.lastAcked(), acknowledged}});
}

void Echoes::left(const ClientRecord &record)
{
    m_suspicions.erase(record.key);
}

void Echoes::closeAnswered(ConnectionId connection, Moment at)
{
    const auto it = m_partings.find(connection.value);
    if (it == m_partings.end())
        return;
    m_board.raise(
        it->second.client, "no-pong", at,
        "Never answered a ping, though it reads: it answered the close at once. It is disconnected each time a pong is due "
        "(RFC 6455 section 5.5.2).",
        {it->second.evidence, {at.wall, at.ref, {}, "answered the close"}});
    m_partings.erase(it);
}

void Echoes::check(Moment at)
{
    std::erase_if(m_partings, [&](const auto &entry) { return at.now - entry.second.since > PartingTime; });
    std::erase_if(m_suspicions, [&](const auto &entry) {
        const bool late = at.now - entry.second.pinged > PongWait;
        if (late)
            raise(entry.second, at);
        return late;
    });
}

} // namespace pushscope
