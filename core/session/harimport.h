// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads HAR 1.2 files of Chromium and mitmproxy as the rows of a session: requests and answers, WebSockets with their messages,
// event streams with their events. Pure. Source: http://www.softwareishard.com/blog/har-12-spec, and _webSocketMessages as
// Chromium's DevTools write them.

#include "session/sessionfile.h"

#include <functional>

namespace pushscope {

struct HarContent {
    SessionHead head; // the clock began with the first entry
    std::vector<SessionRow> rows; // by time
    quint64 unreadable = 0; // entries that are none
};

// Errc::Syntax, with the offset, for what is no JSON; without, for JSON that is no HAR.
[[nodiscard]] Result<HarContent> readHar(const QByteArray &text);

} // namespace pushscope
