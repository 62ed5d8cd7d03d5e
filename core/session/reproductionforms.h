// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A reproduction as something that runs: lines of curl, a page for a browser, a script for Node. Neither needs anything of ours
// but a hub. Source: wire.md.

#include "session/reproduction.h"

namespace pushscope {

[[nodiscard]] QByteArray curlLinesOf(const Reproduction &reproduction);
[[nodiscard]] QByteArray pageOf(const Reproduction &reproduction);
[[nodiscard]] QByteArray scriptOf(const Reproduction &reproduction);

} // namespace pushscope
