// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// pushscope-hub export FILE: a session file, or what can be imported as one, in another form. Source: design.md §8.

#include "app/common/commandline.h"

namespace pushscope {

[[nodiscard]] std::span<const ExtraOption> exportExtras();
// Gives the status to end with: 0, or 2 with the reason on stderr.
[[nodiscard]] int exportFile(const CommandLine &line);

} // namespace pushscope
