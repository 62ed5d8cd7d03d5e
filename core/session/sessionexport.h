// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Exports a session file, or a part of it: as JSONL or CSV, row by row and without memory; as HAR, pcapng, or as a reproducer
// (curl lines, a page, a Node script), which put together first what belongs together. A file is written beside its name and
// renamed when it is complete. The thread of the reader.

#include "session/sessionscan.h"

class QIODevice;

namespace pushscope {

enum class SessionFormat : quint8 { Jsonl, Csv, Har, Pcapng, Curl, Html, Node };
inline constexpr int SessionFormatCount = 7;

struct SessionExportPlan {
    SessionFormat format = SessionFormat::Jsonl;
    SessionSelection selection;
    bool redact = true; // tokens, cookies, passwords become "…"
};

// Takes rows, and what stands between them, in order, and writes a document of them. Made for one export.
class SessionSink
{
public:
    virtual ~SessionSink() = default;
    [[nodiscard]] virtual Result<void> begin(const SessionHead &head) = 0;
    // Whether it needs the rows that are not wanted, too, and all that stands between.
    [[nodiscard]] virtual bool needsAll() const noexcept { return false; }
    [[nodiscard]] virtual Result<void> row(const SessionRow &row, bool wanted) = 0;
    // Only of a whole session, unless all is needed.
    [[nodiscard]] virtual Result<void> extra(const SessionExtra &extra) = 0;
    [[nodiscard]] virtual Result<void> end() = 0;
};

[[nodiscard]] std::optional<SessionFormat>
sessionFormatOf(QByteArrayView name) noexcept; // "jsonl", "csv", …, "curl", "html", "node"
[[nodiscard]] const char *sessionFormatName(SessionFormat format) noexcept;
[[nodiscard]] const char *
sessionFormatSuffix(SessionFormat format) noexcept; // the usual one of its files: "jsonl", …, "sh", "html", "mjs"
[[nodiscard]] bool isReproducer(SessionFormat format) noexcept; // a program

// To a device that is open. Gives the rows written. Errc::Io, Errc::Cancelled.
[[nodiscard]] Result<quint64> exportSession(SessionReader &reader, const SessionExportPlan &plan, QIODevice &out,
                                            const SessionScan::OnProgress &onProgress = {});
// To a file: an older one stays as it was until the export is complete, also if it fails or is cancelled.
[[nodiscard]] Result<quint64> exportSession(SessionReader &reader, const SessionExportPlan &plan, const QString &path,
                                            const SessionScan::OnProgress &onProgress = {});

} // namespace pushscope
