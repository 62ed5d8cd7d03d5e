// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sink of exports that run: what was selected, done to a hub once more.

#include "session/sessionexport.h"

#include <memory>

namespace pushscope {

// `out` is borrowed. Only what was within the time.
[[nodiscard]] std::unique_ptr<SessionSink> makeReproductionSink(SessionFormat format, QIODevice &out, qint64 fromNs,
                                                                qint64 upToNs);

} // namespace pushscope
