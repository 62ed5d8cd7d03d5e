// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a bus stands, in words. GUI thread.

#include "ui/charts/bushistory.h"
#include "ui/models/fieldsmodel.h"

namespace pushscope {

// `sample` may be null: then there are no rates yet.
[[nodiscard]] QString busSentence(const BusStatus &bus, const BusSample *sample, WallTime now);
// A few words for the status line.
[[nodiscard]] QString busWords(const BusStatus &bus, WallTime now);
// The history must not be empty.
[[nodiscard]] QList<Field> busFields(const BusStatus &bus, const BusHistory &history);

} // namespace pushscope
