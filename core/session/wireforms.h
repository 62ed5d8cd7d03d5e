// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HAR 1.2 of a story, as Chromium's DevTools writes and reads it: WebSockets with _webSocketMessages, event streams with their
// text and _eventSourceMessages. Source: http://www.softwareishard.com/blog/har-12-spec, ui.md, "Session files and exports".

#include "session/sessionexport.h"
#include "session/wirestory.h"

#include <memory>

namespace pushscope {

[[nodiscard]] QByteArray harOf(const WireStory &story, qint64 fromNs, qint64 upToNs);

// The same as pcapng: each exchange on a TCP connection, from handshake to end, faults and marks as comments of packets.
// Source: draft-ietf-opsawg-pcapng.
[[nodiscard]] QByteArray pcapngOf(const WireStory &story, qint64 fromNs, qint64 upToNs);

} // namespace pushscope
