// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimelineStore: what the timeline draws, gathered from snapshots: a lane for each client, marks and fault rules over all of
// them, and the density of all. Bounded in points and lanes; what had to go is counted. GUI thread.

#include "observe/withdrawnmarks.h"
#include "ui/timeline/densitypyramid.h"
#include "ui/timeline/eventnames.h"
#include "ui/timeline/lane.h"

namespace pushscope {

struct TimelineMark {
    Moment at{0};
    QByteArray text;
};

class TimelineStore
{
public:
    struct Bounds {
        std::size_t points = 6'000'000; // 72 MB
        std::size_t lanes = 100'000;
    };
    TimelineStore()
        : TimelineStore(Bounds{})
    {
    }
    explicit TimelineStore(Bounds bounds)
        : m_bounds(bounds)
    {
    }

    // Changes since the snapshot before; one of another generation voids all.
    void apply(const Snapshot &snapshot);

    [[nodiscard]] const std::vector<Lane> &lanes() const noexcept { return m_lanes; } // by first sight
    [[nodiscard]] const Lane *find(quint32 key) const; // null: no lane
    [[nodiscard]] const std::vector<TimelineMark> &marks() const noexcept { return m_marks; }
    [[nodiscard]] const std::vector<FaultClip> &rules() const noexcept { return m_rules; } // `kind` in words
    [[nodiscard]] const DensityPyramid &density() const noexcept { return m_density; }
    [[nodiscard]] const EventNames &names() const noexcept { return m_names; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_lanes.empty() && m_marks.empty(); }

    [[nodiscard]] Moment begin() const noexcept { return m_begin; } // of the first that is kept
    [[nodiscard]] Moment now() const noexcept { return m_now; } // of the newest snapshot
    [[nodiscard]] Moment localOffset() const noexcept { return m_localOffset; } // local time since 1970 at moment 0
    [[nodiscard]] WallTime wallAt(Moment moment) const
    {
        return WallTime(std::chrono::round<Milliseconds>(moment + m_utcOffset));
    }
    [[nodiscard]] Moment momentOf(WallTime wall) const noexcept;
    [[nodiscard]] const Epoch &epoch() const noexcept { return m_epoch; }
    [[nodiscard]] Seq wholeSeq(quint32 seqLow) const noexcept { return Delivery{0, seqLow, 0}.seq(m_head); }

    [[nodiscard]] quint64 deliveries() const noexcept { return m_deliveries; } // taken so far, dropped ones included
    [[nodiscard]] quint64 droppedDeliveries() const noexcept { return m_dropped; } // older ones, and those that found no room
    [[nodiscard]] quint64 clientsWithoutLane() const noexcept { return m_withoutLane; }
    [[nodiscard]] quint64 lanesVersion() const noexcept { return m_lanesVersion; } // grows when lanes come or go

private:
    void reset(const Snapshot &snapshot);
    void takeClients(const Snapshot &snapshot);
    void reconcile(const ClientRow &client);
    void takeRow(const JournalRow &row, bool withDeliveries);
    void takeConnection(Lane &lane, const JournalRow &row, Moment at);
    void takeFault(const JournalRow &row, Moment at);
    void takeReconnect(const ReconnectRow &row);
    void addPoint(quint32 key, Moment at, quint32 seqLow, PointKind kind);
    void makeRoomForPoints();
    void makeRoomForLanes();
    void setWithoutLane(quint32 key, bool without);
    [[nodiscard]] Lane *lane(quint32 key);
    [[nodiscard]] Lane *laneNamed(const QByteArray &client);

    const Bounds m_bounds;
    std::optional<quint64> m_generation;
    Epoch m_epoch;
    Seq m_head;
    std::vector<Lane> m_lanes;
    QHash<quint32, quint32> m_laneOfKey;
    QHash<QByteArray, quint32> m_keyOfClient; // the newest of that name
    std::vector<TimelineMark> m_marks;
    WithdrawnMarks<TimelineMark, &TimelineMark::at> m_withdrawn;
    std::vector<FaultClip> m_rules;
    DensityPyramid m_density;
    EventNames m_names;
    Moment m_begin{0}, m_now{0}, m_localOffset{0}, m_utcOffset{0};
    std::size_t m_points = 0;
    std::size_t m_gone = 0; // lanes of clients that the hub has forgotten
    std::vector<bool> m_without; // by key: a client that there was no lane for
    quint64 m_deliveries = 0, m_dropped = 0, m_withoutLane = 0, m_lanesVersion = 0;
};

} // namespace pushscope
