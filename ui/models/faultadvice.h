// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an app has to do so that a fault of this kind does it no harm, in a sentence or two. GUI thread.

#include "fault/faultrule.h"

#include <QString>

namespace pushscope {

[[nodiscard]] QString faultAdvice(FaultKind kind);

} // namespace pushscope
