// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Times and sizes as people write them.

#include "base/clock.h"
#include "base/result.h"

namespace pushscope {

// On the command line, in the settings, in fault rules: "30s", "500ms", "2m", "1h"; "1MiB", "256KiB", "1000". Errc::Syntax.
[[nodiscard]] Result<Milliseconds> parseDuration(QByteArrayView text);
[[nodiscard]] Result<qint64> parseSize(QByteArrayView text);
[[nodiscard]] QByteArray formatDuration(Milliseconds value);
[[nodiscard]] QByteArray formatSize(qint64 octets);

} // namespace pushscope
