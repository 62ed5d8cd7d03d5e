// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sink of exports that tell what passed on the wire: HAR and pcapng, and those that do it to a hub once more.

#include "session/sessionexport.h"

#include <memory>

namespace pushscope {

// `out` is borrowed. Of streams, only what passed within the time is told.
[[nodiscard]] std::unique_ptr<SessionSink> makeStorySink(SessionFormat format, QIODevice &out, qint64 fromNs, qint64 upToNs);

} // namespace pushscope
