// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Copies a session file as it is at this moment, also one that is being recorded, to one that is complete. Any thread.

#include "base/result.h"

#include <QString>
#include <functional>

namespace pushscope {

// What is copied and what there is, in any unit; false cancels.
using OnCopyProgress = std::function<bool(quint64 done, quint64 total)>;

// Writes beside `target` and renames: an older file stays as it was until the copy is complete, also if it fails or is cancelled.
// Gives the rows copied. Errc::NotFound, Errc::Corrupt, Errc::Io, Errc::Cancelled; Errc::InvalidArgument for a copy onto itself.
[[nodiscard]] Result<quint64> copySession(const QString &source, const QString &target, const OnCopyProgress &onProgress = {});

} // namespace pushscope
