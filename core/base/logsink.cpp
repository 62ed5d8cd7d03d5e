// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logsink.h"

#include <QString>

#include <atomic>
#include <deque>
#include <mutex>

namespace pushscope {

namespace {

constexpr std::size_t MaxLines = 10'000;

std::mutex s_mutex;
std::deque<LogLine> s_lines;
std::atomic<QtMessageHandler> s_next{nullptr};

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    default:
        return "critical";
    }
}

void keepLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (context.category && qstrncmp(context.category, "pushscope.", 10) == 0) {
        const std::lock_guard lock(s_mutex);
        s_lines.push_back({levelName(type), QByteArray(context.category + 10), text.toUtf8()});
        if (s_lines.size() > MaxLines)
            s_lines.pop_front();
    }
    if (const QtMessageHandler next = s_next.load())
        next(type, context, text);
}

} // namespace

void installLogSink()
{
    static std::once_flag once;
    std::call_once(once, [] { s_next = qInstallMessageHandler(keepLine); });
}

std::vector<LogLine> takeLogLines()
{
    const std::lock_guard lock(s_mutex);
    std::vector<LogLine> lines(std::make_move_iterator(s_lines.begin()), std::make_move_iterator(s_lines.end()));
    s_lines.clear();
    return lines;
}

} // namespace pushscope
