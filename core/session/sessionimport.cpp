// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionimport.h"

#include "session/harimport.h"
#include "session/sessionjsonl.h"
#include "session/statederiver.h"

#include <QFile>

namespace pushscope {

namespace {

constexpr quint64 RowsPerCommit = 50'000;
constexpr qint64 MaxLine = 64 * 1024 * 1024;
constexpr qint64 MaxHar = 1024 * 1024 * 1024;

constexpr char ByteOrderMark[] = "\xEF\xBB\xBF";

// A line without its end; `ended`: it had one.
QByteArray readLine(QIODevice &in, bool &ended)
{
    QByteArray line = in.readLine(MaxLine);
    ended = line.endsWith('\n');
    if (ended)
        line.chop(1);
    return line;
}

class JsonlImport
{
public:
    explicit JsonlImport(SessionWriter &writer) noexcept
        : m_writer(writer)
    {
    }
    [[nodiscard]] Result<void> begin(const QByteArray &line)
    {
        const auto head = sessionHeadOf(line);
        if (!head)
            return tl::unexpected(head.error());
        m_wallStart = head->wallStart;
        m_deriver = std::make_unique<StateDeriver>(m_wallStart);
        return m_writer.setHead(*head);
    }
    // Where the log has no states of the hub, they are made of its rows.
    [[nodiscard]] Result<void> derive(bool atEnd)
    {
        const auto keyframe = m_deriver ? m_deriver->keyframe(atEnd) : std::nullopt;
        return keyframe ? m_writer.add(*keyframe) : Result<void>();
    }
    [[nodiscard]] Result<void> add(const QByteArray &line, bool ended)
    {
        auto row = sessionRowOf(line);
        if (!row && !ended) {
            report.torn = true;
            return {};
        }
        if (!row) {
            ++report.unreadable;
            row = SessionRow();
            row->monoNs = m_before;
            row->raw = line;
        }
        m_before = row->monoNs;
        ++report.rows;
        if (const auto extra = extraOf(*row, m_wallStart)) {
            if (extra->kind == SessionExtra::Kind::Key)
                m_deriver.reset();
            return m_writer.add(*extra);
        }
        if (m_deriver)
            m_deriver->take(*row);
        return m_writer.add(*row).and_then([this] { return derive(false); });
    }

    ImportReport report;

private:
    SessionWriter &m_writer;
    std::unique_ptr<StateDeriver> m_deriver; // null: not needed
    WallTime m_wallStart{};
    qint64 m_before = 0;
};

} // namespace

Result<ImportReport> importJsonl(QIODevice &in, SessionWriter &writer, const OnImportProgress &onProgress)
{
    JsonlImport import(writer);
    bool ended = false;
    if (auto begun = import.begin(readLine(in, ended)); !begun)
        return tl::unexpected(begun.error());
    for (quint64 lines = 1; !in.atEnd(); ++lines) {
        const QByteArray line = readLine(in, ended);
        if (!ended && !in.atEnd()) {
            while (!ended && !in.atEnd())
                (void)readLine(in, ended);
            ++import.report.unreadable; // longer than any row is
            continue;
        }
        if (auto added = import.add(line, ended); !added)
            return tl::unexpected(added.error());
        if (lines % RowsPerCommit != 0)
            continue;
        if (auto committed = writer.commit(); !committed)
            return tl::unexpected(committed.error());
        if (onProgress && !onProgress(in.pos(), in.size()))
            return fail(Errc::Cancelled, "cancelled");
    }
    if (auto derived = import.derive(true); !derived)
        return tl::unexpected(derived.error());
    return import.report;
}

bool isSessionLog(const QString &path)
{
    constexpr qint64 Enough = 64;
    QFile file(path);
    QByteArray begin = file.open(QIODevice::ReadOnly) ? file.peek(Enough) : QByteArray();
    if (begin.startsWith(ByteOrderMark))
        begin.remove(0, 3);
    return begin.trimmed().startsWith('{');
}

Result<ImportReport> importHar(const QByteArray &text, SessionWriter &writer)
{
    const auto har = readHar(text.startsWith(ByteOrderMark) ? text.sliced(3) : text);
    if (!har)
        return tl::unexpected(har.error());
    Result<void> done = writer.setHead(har->head);
    StateDeriver deriver(har->head.wallStart);
    for (const SessionRow &row : har->rows) {
        deriver.take(row);
        const auto keyframe = deriver.keyframe(&row == &har->rows.back());
        done = done.and_then([&] { return writer.add(row); });
        if (done && keyframe)
            done = writer.add(*keyframe);
    }
    if (!done)
        return tl::unexpected(done.error());
    return ImportReport{har->rows.size(), har->unreadable, false};
}

Result<ImportReport> importSession(const QString &source, const QString &target, const OnImportProgress &onProgress)
{
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, source.toUtf8() + ": " + file.errorString().toUtf8());
    auto writer = SessionWriter::create(target, SessionHead());
    if (!writer)
        return tl::unexpected(writer.error());
    auto report = importJsonl(file, **writer, onProgress);
    if (!report && report.error().code == Errc::Syntax && file.size() <= MaxHar && file.seek(0)) {
        const Error noLog = report.error();
        report = importHar(file.readAll(), **writer);
        if (!report && report.error().offset >= 0)
            report = tl::unexpected(noLog);
    }
    const auto finished = report ? (*writer)->finish() : Result<void>();
    if (report && finished)
        return report;
    writer->reset();
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(target + QLatin1String(suffix));
    const Error &error = report ? finished.error() : report.error();
    return fail(error.code, source.toUtf8() + ": " + error.detail);
}

} // namespace pushscope
