// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lane: what is known over time of one client: its connections, deliveries, reconnects, losses and faults. All in the order of
// time. Owned by the TimelineStore; GUI thread.

#include "observe/snapshot.h"
#include "ui/timeline/pointtrack.h"

#include <functional>

namespace pushscope {

enum class PointKind : quint8 { Live, Replayed, Ephemeral };
inline constexpr std::size_t PointKinds = 3;

struct ConnectionSpan {
    Moment begin{0};
    Moment end = Moment::max(); // max: still open
    quint64 connection = 0;
    ClientProtocol protocol{};
    QByteArray cause; // why it ended

    [[nodiscard]] bool isOpen() const noexcept { return end == Moment::max(); }
};

struct FaultClip {
    Moment begin{0};
    Moment end = Moment::max(); // max: still at work; begin: it acted once
    QByteArray rule; // "fault 3"
    QByteArray kind; // "latency"
    Seq seq; // of the event that it lost or sent twice; null: none

    [[nodiscard]] bool isOpen() const noexcept { return end == Moment::max(); }
};

struct LaneReconnect {
    Moment at{0};
    ReconnectRow row; // without its items
};

struct LaneNote { // what stands at one moment
    enum class What : quint8 { Lost, Refused, Gap } what{};
    Moment at{0};
    Seq seq; // Lost
    QByteArray text; // Lost: the cause; Refused: status and reason; Gap: the reason
    quint32 reconnect = 0; // Lost
};

struct Lane {
    static constexpr std::size_t MostOfAKind = 4096; // spans, clips, reconnects, notes

    quint32 key = 0;
    QByteArray client, user;
    ClientProtocol protocol{};
    bool away = false;
    bool gone = false; // the hub has forgotten the client
    Moment firstSeen{0}, lastActive{0};
    std::array<PointTrack, PointKinds> points;
    std::vector<ConnectionSpan> spans; // by begin
    std::vector<FaultClip> clips; // by begin
    std::vector<LaneReconnect> reconnects;
    std::vector<LaneNote> notes; // by time
    quint64 version = 0; // grows with every change but deliveries

    [[nodiscard]] const PointTrack &track(PointKind kind) const noexcept { return points[std::size_t(kind)]; }
    [[nodiscard]] PointTrack &track(PointKind kind) noexcept { return points[std::size_t(kind)]; }
    [[nodiscard]] const LaneReconnect *reconnect(quint32 reconnectKey) const noexcept; // null: not there

    void open(Moment at, quint64 connection, ClientProtocol connectionProtocol);
    void close(Moment at, quint64 connection, const QByteArray &cause); // an unknown connection is none
    void addNote(LaneNote note); // to its place
    // In place of what was known of it. The lost ones among its items become notes, at the times that `lostAt` tells.
    void setReconnect(Moment at, const ReconnectRow &row, const std::function<Moment(const ReconnectRow::Item &)> &lostAt);
    void beginClip(FaultClip clip);
    void endClips(Moment at, const QByteArray &rule); // all at work of this rule; an empty one: all
};

// The first of `sorted` (by `begin` or `at`) that begins after `at`.
template<typename Sorted> [[nodiscard]] auto firstAfter(const Sorted &sorted, Moment at)
{
    return std::partition_point(sorted.begin(), sorted.end(), [at](const auto &entry) {
        if constexpr (requires { entry.begin; })
            return entry.begin <= at;
        else
            return entry.at <= at;
    });
}

} // namespace pushscope
