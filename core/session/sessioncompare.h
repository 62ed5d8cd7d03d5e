// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Comparing two recorded sessions that are aligned by a mark which both have: how their rates and latencies went, and the first
// event that differs. The thread of the readers.

#include "session/sessionscan.h"

namespace pushscope {

// A moment that both have.
struct CommonMark {
    QByteArray text; // of the mark; empty: it is their beginnings
    qint64 aNs = 0, bNs = 0;
    bool operator==(const CommonMark &) const = default;
};

// The beginnings, and then the marks and comments whose text stands in both, each text where it comes first. Errc::Cancelled.
[[nodiscard]] Result<std::vector<CommonMark>> commonMarks(SessionReader &a, SessionReader &b,
                                                          const SessionScan::OnProgress &onProgress = {});

// Events are alike where targets, type and data are; ids and times are not looked at.
struct EventDifference {
    quint64 alike = 0; // events before it
    std::optional<SessionRow> a, b; // none where a session has no more events; both none: there is no difference
};
// From the moment on. Errc::Cancelled.
[[nodiscard]] Result<EventDifference> firstDifference(SessionReader &a, SessionReader &b, const CommonMark &from,
                                                      const SessionScan::OnProgress &onProgress = {});

// What a hub did in one step of time.
struct CoursePoint {
    std::chrono::nanoseconds after{0}; // from the moment to the step's end
    double perSecond = 0; // deliveries
    std::chrono::microseconds p50{0}, p99{0}; // from publishing to sending; 0: nothing was delivered
    quint64 clients = 0; // at the step's end
};
// Up to `count` steps from `fromNs` on; ends where the session does.
[[nodiscard]] std::vector<CoursePoint> courseOf(SessionReader &reader, qint64 fromNs, std::chrono::nanoseconds step, int count);

} // namespace pushscope
