// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/storm.h"

#include <QCoreApplication>
#include <algorithm>

namespace pushscope {

namespace {

constexpr Milliseconds EndingWindow{2000};
constexpr Milliseconds JoinWindow{5000}; // who is cut so long after the first one belongs to it
constexpr Milliseconds AnnouncedWindow{5000};
constexpr Milliseconds Longest = Storm::Step * qint64(Storm::MostSteps);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::Storm)
};

quint32 connectedClients(const HubFigures &figures)
{
    quint64 sum = 0;
    for (const ProtocolFigures &protocol : figures.protocols)
        sum += protocol.clients;
    return quint32(sum);
}

} // namespace

std::optional<Spread> spreadOf(std::vector<qint32> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) { return values[std::min(values.size() - 1, std::size_t(double(values.size()) * share))]; };
    return Spread{at(0.5), at(0.95), values.back()};
}

quint32 peakAttempts(const Storm &storm)
{
    quint32 peak = 0;
    for (const Storm::StepFigures &step : storm.steps)
        peak = std::max(peak, step.attempts);
    return peak;
}

const Storm *StormRecorder::find(quint32 number) const
{
    const auto found
        = std::find_if(m_storms.cbegin(), m_storms.cend(), [number](const Storm &storm) { return storm.number == number; });
    return found != m_storms.cend() ? &*found : nullptr;
}

void StormRecorder::announce(const QString &cause, WallTime now)
{
    m_announced = cause;
    m_announcedAt = now;
}

bool StormRecorder::apply(const Snapshot &snapshot)
{
    m_first = snapshot.generation != m_generation;
    if (m_first)
        clear();
    m_generation = snapshot.generation;
    m_changed = false;
    noteClosings(snapshot);
    noteEndings(snapshot);
    mayBegin(snapshot.figures.at);
    noteReturns(snapshot);
    noteAttempts(snapshot);
    mayEnd(snapshot.figures.at);
    m_connected = connectedClients(snapshot.figures);
    return m_changed;
}

void StormRecorder::clear()
{
    if (Storm *storm = current())
        storm->over = true; // its clients are unknown to the next hub
    m_members.clear();
    m_endings.clear();
    m_closedAt.clear();
    m_away.clear();
    m_lastReconnect = 0;
    m_connected = 0;
}

// A snapshot sees a client away when it is made, which of a window that nobody looks at is a second later; and of many clients it
// has a share.
void StormRecorder::noteClosings(const Snapshot &snapshot)
{
    m_closedAt.removeIf([&](const auto &entry) { return entry.value() < snapshot.figures.at - JoinWindow; });
    for (const JournalRow &row : snapshot.journal) {
        if (row.kind == JournalRow::Kind::Conn && row.op == "close")
            m_closedAt.insert(row.client, row.wall);
    }
}

// A client that is away now, or one that was so briefly that only its reconnect tells it.
void StormRecorder::noteEndings(const Snapshot &snapshot)
{
    std::erase_if(m_endings, [&](const Ending &ending) { return ending.at < snapshot.figures.at - EndingWindow; });
    m_connected += quint32(m_endings.size()); // as it was before them
    for (const quint32 key : snapshot.removedClients)
        m_away.remove(key);
    for (const ReconnectRow &row : snapshot.changedReconnects) {
        if (row.key > m_lastReconnect && !m_away.remove(row.clientKey))
            ended(row.clientKey, row.at - row.away);
    }
    for (const ClientRow &client : snapshot.changedClients) {
        if (client.state != ClientState::Away) {
            m_away.remove(client.key);
        } else if (!m_away.contains(client.key)) {
            m_away.insert(client.key);
            ended(client.key, m_closedAt.value(client.client, snapshot.figures.at));
        }
    }
}

void StormRecorder::ended(quint32 clientKey, WallTime at)
{
    if (m_first)
        return; // it may have ended long ago
    Storm *storm = current();
    const bool belongs = storm && at >= m_earliest && at <= storm->at + JoinWindow;
    if (belongs && (m_announced.isEmpty() || at < m_announcedAt))
        join(*storm, {clientKey, at});
    else
        m_endings.push_back({clientKey, at});
}

void StormRecorder::mayBegin(WallTime now)
{
    if (now > m_announcedAt + AnnouncedWindow)
        m_announced.clear();
    const bool announced = !m_announced.isEmpty();
    if (announced)
        std::erase_if(m_endings, [this](const Ending &ending) { return ending.at < m_announcedAt; });
    const std::size_t least = announced ? 1 : std::max(LeastCut, m_connected / 4);
    if (m_endings.size() < least || (!announced && current()))
        return;
    if (Storm *storm = current())
        storm->over = true;
    m_members.clear();
    std::sort(m_endings.begin(), m_endings.end(), [](const Ending &a, const Ending &b) { return a.at < b.at; });
    Storm storm;
    storm.number = ++m_numbers;
    storm.at = m_endings.front().at;
    m_earliest = announced ? m_announcedAt : storm.at - EndingWindow;
    storm.before = m_connected;
    storm.cause = announced ? std::exchange(m_announced, {}) : Words::tr("many connections ended");
    m_storms.push_back(std::move(storm));
    if (m_storms.size() > MostStorms)
        m_storms.pop_front();
    for (const Ending &ending : std::exchange(m_endings, {}))
        join(m_storms.back(), ending);
}

void StormRecorder::join(Storm &storm, const Ending &ending)
{
    if (m_members.contains(ending.clientKey))
        return;
    m_members.insert(ending.clientKey, {ending.at, 0, false});
    ++storm.cut;
    storm.before = std::max(storm.before, storm.cut);
    ++stepAt(storm, ending.at).cut;
    m_changed = true;
}

// What is later than the last step goes into one that is shown nowhere.
Storm::StepFigures &StormRecorder::stepAt(Storm &storm, WallTime at)
{
    const auto step = std::size_t(std::max<qint64>(0, (at - storm.at) / Storm::Step));
    if (step >= Storm::MostSteps)
        return m_beyond;
    if (step >= storm.steps.size())
        storm.steps.resize(step + 1);
    return storm.steps[step];
}

void StormRecorder::noteReturns(const Snapshot &snapshot)
{
    Storm *storm = current();
    for (const ReconnectRow &row : snapshot.changedReconnects) {
        m_lastReconnect = std::max(m_lastReconnect, row.key);
        const auto member = storm ? m_members.find(row.clientKey) : m_members.end();
        if (member == m_members.end())
            continue;
        const WallTime end = row.at - row.away;
        if (member->reconnect == 0 && row.at >= storm->at) {
            member->reconnect = row.key;
            ++storm->back;
            ++storm->attempts;
            Storm::StepFigures &step = stepAt(*storm, row.at);
            ++step.back;
            ++step.attempts;
            storm->backAfter.push_back(qint32(row.away.count()));
            m_changed = true;
        }
        if (member->reconnect == row.key && !member->caughtUp && row.verdict != Verdict::Pending) {
            const WallTime caughtUpAt = row.at + std::max(Milliseconds(0), row.caughtUpAfter);
            member->caughtUp = true;
            ++storm->caughtUp;
            ++stepAt(*storm, caughtUpAt).caughtUp;
            storm->caughtUpAfter.push_back(qint32((caughtUpAt - end).count()));
            m_changed = true;
        }
    }
}

void StormRecorder::noteAttempts(const Snapshot &snapshot)
{
    Storm *storm = current();
    if (!storm)
        return;
    storm->rowsSkipped += snapshot.journalSkipped;
    for (const JournalRow &row : snapshot.journal) {
        if (row.kind != JournalRow::Kind::Req || row.op != "refused" || row.wall < storm->at)
            continue;
        ++storm->attempts;
        ++stepAt(*storm, row.wall).attempts;
        m_changed = true;
    }
}

void StormRecorder::mayEnd(WallTime now)
{
    Storm *storm = current();
    if (!storm)
        return;
    const bool all = storm->caughtUp == storm->cut && now > storm->at + JoinWindow;
    if (!all && now <= storm->at + Longest)
        return;
    storm->over = true;
    m_members.clear();
    m_changed = true;
}

} // namespace pushscope
