// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LogSink: what is logged anywhere in the process, for the journal as well as for stderr. Qt's message handler is one for the
// whole process, and so is this. Any thread.

#include <QByteArray>
#include <vector>

namespace pushscope {

struct LogLine {
    const char *level = ""; // "debug", "info", "warning", "critical"
    QByteArray category;
    QByteArray text;
};

// From now on, log lines of the "pushscope." categories are kept (the newest 10,000), besides going where they went.
void installLogSink();
[[nodiscard]] std::vector<LogLine> takeLogLines(); // since the last call

} // namespace pushscope
