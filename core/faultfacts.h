// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A client as fault rules match it, whether it only asks or is connected. Hub thread.

#include "hub/hubobserver.h"
#include "observe/clientrecord.h"

namespace pushscope {

class Observer;

// A client that asks: with what is known about it from before, if it most likely was there before.
[[nodiscard]] ClientRow clientOf(const ConnectionFacts &facts, Observer &observer);
// Of its newest connection.
[[nodiscard]] ConnectionFacts factsOf(const ClientRow &row);

} // namespace pushscope
