// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes journal rows as JSONL or CSV, row by row, so that an export of any length needs no memory. Source: ui.md,
// "Session files and exports". A file is written beside its name and renamed when it is complete.

#include "base/result.h"
#include "observe/snapshot.h"

#include <QSaveFile>
#include <memory>
#include <span>

namespace pushscope {

enum class ExportFormat : quint8 { Jsonl, Csv };

struct ExportHeader {
    QByteArray hub; // its first URL
    Epoch epoch;
    WallTime wall{}; // when the hub's monotonic clock was 0
    bool redacted = true; // tokens in URLs and values of secret-looking keys are replaced by "…"
};

[[nodiscard]] QByteArray jsonlHeader(const ExportHeader &header); // with the line's end
[[nodiscard]] QByteArray jsonlRow(const JournalRow &row, const Epoch &epoch); // one line, with its end
[[nodiscard]] QByteArray csvHeader(); // RFC 4180: CRLF
[[nodiscard]] QByteArray csvField(QByteArray value); // quoted where it has to be
[[nodiscard]] QByteArray csvRow(const JournalRow &row, const Epoch &epoch);

class JournalExport
{
public:
    // Errc::Io with the system's reason.
    [[nodiscard]] static Result<JournalExport> create(const QString &path, ExportFormat format, const ExportHeader &header);
    [[nodiscard]] Result<void> write(std::span<const JournalRow> rows);
    [[nodiscard]] Result<void> finish(); // renames into place
    // Destroying an unfinished export leaves no file, and an older one as it was.

private:
    JournalExport() = default;
    std::unique_ptr<QSaveFile> m_file;
    ExportFormat m_format{};
    ExportHeader m_header;
};

} // namespace pushscope
