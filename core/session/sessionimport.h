// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Imports what other files say of a session into a session file, to be looked at, searched and exported like any other. Any
// thread.

#include "session/sessionwriter.h"

#include <functional>

class QIODevice;

namespace pushscope {

struct ImportReport {
    quint64 rows = 0;
    quint64 unreadable
        = 0; // lines that are no JSON object, kept as they are but for those over 64 MiB; entries of a HAR that are none
    bool torn = false; // the last line was cut off, and is left out
};

// Whether a file is to be imported: its text begins with an object.
[[nodiscard]] bool isSessionLog(const QString &path);

// Octets read and octets there are; false cancels.
using OnImportProgress = std::function<bool(qint64 done, qint64 total)>;

// JSON lines of a session log. Errc::Syntax where the first line is no header of one; Errc::Io, Errc::Cancelled.
[[nodiscard]] Result<ImportReport> importJsonl(QIODevice &in, SessionWriter &writer, const OnImportProgress &onProgress = {});

// A HAR, read as a whole. Errc::Syntax where it is none.
[[nodiscard]] Result<ImportReport> importHar(const QByteArray &text, SessionWriter &writer);

// Whatever of the two the file is: makes the session file `target`, and removes it again where that fails.
[[nodiscard]] Result<ImportReport> importSession(const QString &source, const QString &target,
                                                 const OnImportProgress &onProgress = {});

} // namespace pushscope
