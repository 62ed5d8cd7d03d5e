// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How findings say figures: a time with a unit that fits, a number with its noun.

#include "base/clock.h"

#include <QByteArray>

namespace pushscope {

[[nodiscard]] QByteArray inWords(Milliseconds time); // "50 ms", "1 s", "3.2 s", "2 min 5 s"
[[nodiscard]] QByteArray counted(quint64 count, const char *noun); // "1 event", "12 events"

} // namespace pushscope
