// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Storm: many clients were cut at once, and how they came back: attempts, connected and caught up in steps of 100 ms from the
// first cut on. StormRecorder finds storms in snapshots and keeps the last ones to compare. Pure: times are those of the hub. GUI
// thread.

#include "observe/snapshot.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <deque>
#include <optional>

namespace pushscope {

struct Storm {
    static constexpr Milliseconds Step{100};
    static constexpr std::size_t MostSteps = 600; // a minute; what comes later is counted, and not drawn

    quint32 number = 0; // from 1
    WallTime at{}; // the first cut
    QString cause;
    quint32 before = 0; // clients connected
    quint32 cut = 0, back = 0, caughtUp = 0; // clients
    quint64 attempts = 0; // requests since then: refused ones and those that brought a client back
    bool over = false; // all are back, or a minute has passed

    struct StepFigures {
        quint32 cut = 0, attempts = 0, back = 0, caughtUp = 0;
        bool operator==(const StepFigures &) const = default;
    };
    std::vector<StepFigures> steps;
    std::vector<qint32> backAfter, caughtUpAfter; // ms since each one's own end; in no order
    quint64 rowsSkipped = 0; // journal rows that were not seen: there may have been more attempts
};

struct Spread { // ms
    qint32 median = 0, p95 = 0, most = 0;
    bool operator==(const Spread &) const = default;
};
[[nodiscard]] std::optional<Spread> spreadOf(std::vector<qint32> values); // nothing for none
[[nodiscard]] quint32 peakAttempts(const Storm &storm); // the most in one step

class StormRecorder
{
public:
    static constexpr std::size_t MostStorms = 10; // the oldest leave
    static constexpr quint32 LeastCut = 10; // within two seconds, and a quarter of all: a storm by itself

    // What cuts clients from now on is a storm with this cause, however few they are.
    void announce(const QString &cause, WallTime now);
    // True if a storm has changed.
    bool apply(const Snapshot &snapshot);

    [[nodiscard]] const std::deque<Storm> &storms() const noexcept { return m_storms; } // oldest first
    [[nodiscard]] const Storm *find(quint32 number) const;

private:
    struct Ending { // of a client's last connection
        quint32 clientKey;
        WallTime at;
    };
    void noteClosings(const Snapshot &snapshot);
    void noteEndings(const Snapshot &snapshot);
    void ended(quint32 clientKey, WallTime at);
    void mayBegin(WallTime now);
    void join(Storm &storm, const Ending &ending);
    void noteReturns(const Snapshot &snapshot);
    void noteAttempts(const Snapshot &snapshot);
    void mayEnd(WallTime now);
    [[nodiscard]] Storm *current() { return m_storms.empty() || m_storms.back().over ? nullptr : &m_storms.back(); }
    Storm::StepFigures &stepAt(Storm &storm, WallTime at);
    void clear();

    struct Member {
        WallTime endedAt;
        quint32 reconnect = 0; // that brought it back; 0: none yet
        bool caughtUp = false;
    };
    std::deque<Storm> m_storms;
    QHash<quint32, Member> m_members; // of the current storm, by client
    std::vector<Ending> m_endings; // of the last two seconds, in no storm
    QHash<QByteArray, WallTime> m_closedAt; // by client: of the last seconds, as the journal has it
    QSet<quint32> m_away; // clients
    QString m_announced; // empty: nothing
    WallTime m_announcedAt{};
    WallTime m_earliest{}; // who ended before that is not of the current storm
    Storm::StepFigures m_beyond;
    quint32 m_lastReconnect = 0;
    quint32 m_connected = 0; // by the snapshot before
    quint32 m_numbers = 0;
    quint64 m_generation = 0;
    bool m_first = true; // the first snapshot of a hub: what is told happened before
    bool m_changed = false;
};

} // namespace pushscope
