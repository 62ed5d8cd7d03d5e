// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LimitFigures: what the hub's limits did since its start, as the metrics and the window tell it. A value.

#include <QtGlobal>

namespace pushscope {

struct LimitFigures {
    quint64 overConnections = 0, overUser = 0, overAddress = 0; // requests turned away, by which limit
    quint64 overRate = 0; // events not published
    quint64 forMemory = 0; // events and clients refused for want of memory
    quint64 shed = 0; // clients dropped for want of memory
    qint64 memory = 0, memoryLimit = 0; // octets
    quint64 acceptPauses = 0; // times that no descriptor or memory was left for a new connection
    bool acceptPaused = false; // now
    bool operator==(const LimitFigures &) const = default;
};

} // namespace pushscope
