// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What events cost over each way to a client, by the hub's own encoder. Pure, but for the clock that measures it.

#include "ui/models/wirecostmodel.h"

namespace pushscope {

struct WireCostSetting {
    Epoch epoch;
    qsizetype requestOctets = 0; // of a poll, but for its cursor: the shortest that is possible
    bool tls = false; // adds a record for each write (RFC 8446 §5.2)
};

// In the order in which they are shown; the first is what the others are compared with. No event: no row.
[[nodiscard]] std::vector<WireCost> wireCosts(const std::vector<EventPtr> &events, const WireCostSetting &setting);

} // namespace pushscope
