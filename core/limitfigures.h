// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LimitFigures: what the hub's limits did, as the metrics tell it. A value.

#include "endpoints/admission.h"

namespace pushscope {

struct LimitFigures {
    Admission::Counts turnedAway;
    quint64 shed = 0; // clients dropped for want of memory
    qint64 memory = 0, memoryLimit = 0; // octets
};

} // namespace pushscope
