// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Events to send from a file of JSON lines: publish bodies ({"to":…,"type":…,"data":…}), or a session's export, of which the
// event rows are taken. Their times ("t_ns", else "at" in ms) are kept. Data stays the octets it is. Pure. Source: wire.md,
// ui.md.

#include "serverthread.h"

#include <vector>

namespace pushscope {

struct TimedRequest {
    std::chrono::nanoseconds at{0}; // since the first one
    PublishRequest request;
};

struct EventsFile {
    std::vector<TimedRequest> events; // in the order of the file
    bool timed = false; // all of them say when
};

inline constexpr qsizetype LargestEventsFile = 256 * 1024 * 1024; // octets

// Errc::Syntax naming the line; Errc::TooLarge. Lines of other kinds of a session are passed over.
[[nodiscard]] Result<EventsFile> readEvents(const QByteArray &lines);
[[nodiscard]] Result<EventsFile> readEventsFile(const QString &path); // Errc::Io too

} // namespace pushscope
