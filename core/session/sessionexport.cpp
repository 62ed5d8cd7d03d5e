// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionexport.h"

#include "session/flatsinks.h"
#include "session/redaction.h"
#include "session/storysink.h"

#include <QSaveFile>

namespace pushscope {

namespace {

constexpr const char *Names[] = {"jsonl", "csv", "har", "pcapng", "curl", "html", "node"};
constexpr const char *Suffixes[] = {"jsonl", "csv", "har", "pcapng", "sh", "html", "mjs"};
static_assert(std::size(Names) == SessionFormatCount && std::size(Suffixes) == SessionFormatCount);

SessionRow withoutSecrets(SessionRow row)
{
    row.data = redacted(row.data);
    row.cause = redacted(row.cause);
    row.raw = redacted(row.raw);
    return row;
}

// Feeds the extras into the sink that stand before row `beforeRow`.
class ExtraFeed
{
public:
    ExtraFeed(SessionReader &reader, SessionSink &sink) noexcept
        : m_reader(reader)
        , m_sink(sink)
    {
    }
    [[nodiscard]] Result<void> upTo(quint64 beforeRow)
    {
        while (true) {
            if (m_at == m_extras.size() && !m_exhausted) {
                m_extras = m_reader.extrasAfter(m_last, std::numeric_limits<quint64>::max(), Batch);
                m_at = 0;
                m_exhausted = m_extras.empty();
            }
            if (m_at == m_extras.size() || m_extras[m_at].after >= beforeRow)
                return {};
            m_last = m_extras[m_at].id;
            if (auto done = m_sink.extra(m_extras[m_at++]); !done)
                return done;
        }
    }

private:
    static constexpr int Batch = 64;
    SessionReader &m_reader;
    SessionSink &m_sink;
    std::vector<SessionExtra> m_extras;
    std::size_t m_at = 0;
    quint64 m_last = 0;
    bool m_exhausted = false;
};

// Feeds the comments into the sink that stand before a time; as rows, once their turn has come.
class NoteFeed
{
public:
    NoteFeed(SessionReader &reader, const SessionScan &wanted, SessionSink &sink, bool redact)
        : m_notes(reader.notes())
        , m_head(reader.head())
        , m_wanted(wanted)
        , m_sink(sink)
        , m_redact(redact)
    {
    }
    [[nodiscard]] Result<void> before(qint64 ns)
    {
        for (; m_at < m_notes.size() && m_notes[m_at].ns < ns; ++m_at) {
            const SessionRow row = sessionRowOf(m_notes[m_at], m_head);
            const bool wanted = m_wanted.wants(row);
            if (!wanted && !m_sink.needsAll())
                continue;
            if (auto done = m_sink.row(m_redact ? withoutSecrets(row) : row, wanted); !done)
                return done;
            m_written += wanted ? 1 : 0;
        }
        return {};
    }
    [[nodiscard]] quint64 written() const noexcept { return m_written; }

private:
    const std::vector<SessionNote> m_notes;
    const SessionHead &m_head;
    const SessionScan &m_wanted;
    SessionSink &m_sink;
    const bool m_redact;
    std::size_t m_at = 0;
    quint64 m_written = 0;
};

bool isFlat(SessionFormat format) noexcept
{
    return format == SessionFormat::Jsonl || format == SessionFormat::Csv;
}

std::unique_ptr<SessionSink> sinkFor(const SessionExportPlan &plan, QIODevice &out)
{
    if (isFlat(plan.format))
        return makeFlatSink(plan.format, out);
    return makeStorySink(plan.format, out, plan.selection.fromNs, plan.selection.upToNs);
}

SessionHead headFor(const SessionHead &head, bool redact)
{
    SessionHead result = head;
    if (redact && !head.redacted) {
        result.redacted = true;
        result.header.clear();
    }
    return result;
}

} // namespace

std::optional<SessionFormat> sessionFormatOf(QByteArrayView name) noexcept
{
    for (std::size_t i = 0; i < std::size(Names); ++i) {
        if (name == QByteArrayView(Names[i]))
            return SessionFormat(i);
    }
    return {};
}

const char *sessionFormatName(SessionFormat format) noexcept
{
    return Names[std::size_t(format)];
}

const char *sessionFormatSuffix(SessionFormat format) noexcept
{
    return Suffixes[std::size_t(format)];
}

bool isReproducer(SessionFormat format) noexcept
{
    return format == SessionFormat::Curl || format == SessionFormat::Html || format == SessionFormat::Node;
}

Result<quint64> exportSession(SessionReader &reader, const SessionExportPlan &plan, QIODevice &out,
                              const SessionScan::OnProgress &onProgress)
{
    const auto sink = sinkFor(plan, out);
    const bool whole = plan.selection.isAll() || sink->needsAll();
    SessionSelection rowsOnly = plan.selection; // what is needed for the story may be of any time
    rowsOnly.fromNs = SessionSelection().fromNs;
    rowsOnly.upToNs = SessionSelection().upToNs;
    const SessionScan wanted(reader, rowsOnly);
    ExtraFeed extras(reader, *sink);
    Result<void> done = sink->begin(headFor(reader.head(), plan.redact));
    SessionScan scan(reader, sink->needsAll() ? SessionSelection() : plan.selection);
    NoteFeed notes(reader, sink->needsAll() ? wanted : scan, *sink, plan.redact);
    const auto rows = !done
        ? Result<quint64>(tl::unexpected(done.error()))
        : scan.run(
            [&](quint64 number, const PackedRow &packed) {
                if (whole)
                    done = extras.upTo(number);
                if (done)
                    done = notes.before(packed.monoNs);
                SessionRow row = reader.row(packed);
                if (done)
                    done = sink->row(plan.redact ? withoutSecrets(std::move(row)) : row, wanted.wants(number, packed));
                return done.has_value();
            },
            onProgress);
    if (!rows)
        return rows;
    if (done && whole)
        done = extras.upTo(std::numeric_limits<quint64>::max());
    if (done)
        done = notes.before(std::numeric_limits<qint64>::max());
    if (done)
        done = sink->end();
    if (!done)
        return tl::unexpected(done.error());
    return *rows + notes.written();
}

Result<quint64> exportSession(SessionReader &reader, const SessionExportPlan &plan, const QString &path,
                              const SessionScan::OnProgress &onProgress)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(Errc::Io, "cannot write " + path.toUtf8() + ": " + file.errorString().toUtf8());
    auto rows = exportSession(reader, plan, file, onProgress);
    if (rows && isReproducer(plan.format) && plan.format != SessionFormat::Html)
        file.setPermissions(file.permissions() | QFileDevice::ExeOwner);
    if (rows && !file.commit())
        return fail(Errc::Io, "cannot write " + path.toUtf8() + ": " + file.errorString().toUtf8());
    return rows;
}

} // namespace pushscope
