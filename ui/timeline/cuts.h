// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ways to break one client's connection for a span of time, as the rules that do it. Pure. Source: design.md §6.

#include "fault/faultrule.h"

#include <QList>

namespace pushscope {

// A rule for each kind that can concern a single client, with its usual parameters, close-code with the usual codes; over when
// `lasts` is (at least 1 ms). One that ends the client's connection ends those it comes back with too, as long as it lasts.
[[nodiscard]] QList<FaultRule> clientCuts(const QByteArray &client, Milliseconds lasts);

} // namespace pushscope
