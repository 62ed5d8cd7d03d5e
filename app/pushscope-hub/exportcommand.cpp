// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcommand.h"

#include "session/sessionexport.h"
#include "session/sessionimport.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

namespace pushscope {

namespace {

constexpr ExtraOption Extras[] = {
    {"to", "jsonl|csv|har|pcapng|curl|html|node", "the form to write; the last three are programs that do it again to a hub"},
    {"output", "OUT", "the file to write, also -o; it is replaced when it is complete [standard output]"},
    {"keep-secrets", nullptr, "leave tokens, cookies and passwords in, as far as they were recorded"},
    {"from", "TIME", "leave out what was before this time after the hub's start: 90s, 5m"},
    {"until", "TIME", "leave out what was after this time after the hub's start"},
    {"filter", "CONDITION", "only rows that match: 'kind == event && type contains chat'"},
};

Result<qint64> nanosecondsOf(const CommandLine &line, const char *option, qint64 without)
{
    if (!line.has(option))
        return without;
    const auto time = parseDuration(line.value(option));
    if (!time)
        return fail(Errc::InvalidArgument, QByteArray("--") + option + ": " + time.error().detail);
    return qint64(std::chrono::nanoseconds(*time).count());
}

Result<SessionExportPlan> planOf(const CommandLine &line)
{
    SessionExportPlan plan;
    const auto format = sessionFormatOf(line.value("to"));
    if (!format)
        return fail(Errc::InvalidArgument, "export needs --to jsonl, csv, har, pcapng, curl, html or node");
    plan.format = *format;
    plan.redact = !line.has("keep-secrets");
    const auto from = nanosecondsOf(line, "from", plan.selection.fromNs);
    const auto until = nanosecondsOf(line, "until", plan.selection.upToNs);
    if (!from || !until)
        return tl::unexpected((from ? until : from).error());
    plan.selection.fromNs = *from;
    plan.selection.upToNs = *until;
    const auto filter = Filter::parse(line.value("filter"), sessionFilterFields());
    if (!filter)
        return fail(filter.error().code,
                    "--filter: " + filter.error().detail + " at column " + QByteArray::number(filter.error().offset + 1));
    plan.selection.filter = *filter;
    return plan;
}

// A log or a HAR is imported first, into the folder.
Result<QString> sessionFileOf(const QString &path, const QTemporaryDir &folder)
{
    if (!isSessionLog(path))
        return path;
    const QString imported = folder.filePath(QStringLiteral("imported.pushscope"));
    const auto report = importSession(path, imported);
    if (!report)
        return tl::unexpected(report.error());
    const QByteArray name = QFile::encodeName(path);
    if (report->unreadable > 0)
        std::fprintf(stderr, "pushscope-hub: %s: %llu lines or entries are not understood\n", name.constData(),
                     static_cast<unsigned long long>(report->unreadable));
    if (report->torn)
        std::fprintf(stderr, "pushscope-hub: %s: its last line is cut off, and is left out\n", name.constData());
    return imported;
}

Result<quint64> run(const CommandLine &line)
{
    if (line.arguments.size() != 1)
        return fail(Errc::InvalidArgument, "export takes one session file");
    const auto plan = planOf(line);
    if (!plan)
        return tl::unexpected(plan.error());
    const QTemporaryDir folder;
    const auto file = sessionFileOf(QFile::decodeName(line.arguments.first()), folder);
    if (!file)
        return tl::unexpected(file.error());
    const auto reader = SessionReader::open(*file);
    if (!reader)
        return tl::unexpected(reader.error());
    Result<quint64> rows = 0;
    if (line.has("output")) {
        rows = exportSession(**reader, *plan, QFile::decodeName(line.value("output")));
    } else {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return fail(Errc::Io, "cannot write to standard output");
        rows = exportSession(**reader, *plan, out);
    }
    if (!(*reader)->damage().isEmpty())
        std::fprintf(stderr, "pushscope-hub: %s is damaged, the rest is exported: %s\n", line.arguments.first().constData(),
                     (*reader)->damage().constData());
    return rows;
}

} // namespace

std::span<const ExtraOption> exportExtras()
{
    return Extras;
}

int exportFile(const CommandLine &line)
{
    const auto rows = run(line);
    if (rows)
        return 0;
    std::fprintf(stderr, "pushscope-hub: %s\n", rows.error().detail.constData());
    return 2;
}

} // namespace pushscope
