// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What "committed" means: Fsync survives a power cut, Committed a kill -9, Relaxed nothing (the answer comes before the commit).

#include <QtGlobal>

namespace pushscope {

enum class Durability : quint8 { Fsync, Committed, Relaxed };

} // namespace pushscope
