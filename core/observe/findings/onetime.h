// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// asksOnce: tells tools that a person or a script runs once from clients that come back by themselves. Pure.

#include <QByteArray>

namespace pushscope {

// By its user agent: curl, Wget, HTTPie. They never come back for a stream that ended, so the next request is another run.
[[nodiscard]] bool asksOnce(const QByteArray &userAgent);

} // namespace pushscope
