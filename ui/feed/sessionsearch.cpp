// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/sessionsearch.h"

#include "ui/models/tablefilter.h"

namespace pushscope {

SessionSearch::SessionSearch(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
}

SessionSearch::~SessionSearch() = default;

void SessionSearch::takeFound(Shared &shared)
{
    const std::lock_guard lock(shared.mutex);
    m_hits.insert(m_hits.end(), shared.found.begin(), shared.found.end());
    shared.found.clear();
}

Result<void> SessionSearch::start(const QString &text)
{
    const auto filter = TableFilter::parse(text.trimmed(), sessionFilterFields());
    if (!filter)
        return tl::unexpected(filter.error());
    m_job.reset(); // joins; what it still had to say dies with it
    m_hits.clear();
    m_progress = 0;
    m_cancelled = false;
    m_error.clear();
    if (filter->matchesAll()) {
        Q_EMIT changed();
        return {};
    }
    SessionSelection selection;
    selection.filter = filter->condition();
    selection.words = filter->words();
    const auto shared = std::make_shared<Shared>();
    m_job = std::make_unique<FileJob>([path = m_path, selection, shared](const FileJob::Progress &progress) -> Result<quint64> {
        auto reader = SessionReader::open(path);
        if (!reader)
            return tl::unexpected(reader.error());
        std::vector<SearchHit> found;
        std::size_t count = 0;
        const auto handOver = [&] {
            const std::lock_guard lock(shared->mutex);
            shared->found.insert(shared->found.end(), found.begin(), found.end());
            found.clear();
        };
        SessionScan scan(**reader, selection);
        const std::vector<SessionNote> notes = (*reader)->notes();
        auto note = notes.cbegin();
        const auto addNotes = [&](qint64 beforeNs) {
            for (; note != notes.cend() && note->ns < beforeNs; ++note) {
                if (scan.wants(sessionRowOf(*note, (*reader)->head())))
                    found.push_back({0, note->ns});
            }
        };
        const auto rows = scan.run(
            [&](quint64 number, const PackedRow &row) {
                addNotes(row.monoNs);
                found.push_back({number, row.monoNs});
                return ++count < MaxHits;
            },
            [&](quint64 done, quint64 total) {
                handOver();
                return progress(done, total);
            });
        if (rows)
            addNotes(std::numeric_limits<qint64>::max());
        handOver();
        return rows;
    });
    connect(m_job.get(), &FileJob::progressed, this, [this, shared](int done) {
        takeFound(*shared);
        m_progress = done;
        Q_EMIT changed();
    });
    connect(m_job.get(), &FileJob::finished, this, [this, shared](quint64, bool cancelled, const QString &error) {
        m_job.release()->deleteLater(); // it is the sender
        takeFound(*shared);
        m_cancelled = cancelled;
        m_error = error;
        Q_EMIT changed();
    });
    m_job->start();
    Q_EMIT changed();
    return {};
}

void SessionSearch::cancel()
{
    if (m_job)
        m_job->cancel();
}

} // namespace pushscope
