// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/exportjob.h"

#include "ui/models/coretext.h"

#include "observe/observatory.h"

namespace pushscope {

ExportJob::ExportJob(const Observatory &observatory, const Plan &plan, QObject *parent)
    : QObject(parent)
    , m_observatory(observatory)
    , m_plan(plan)
{
}

ExportJob::~ExportJob()
{
    cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void ExportJob::start()
{
    Q_ASSERT(!m_thread.joinable());
    m_thread = std::thread([this] { run(); });
}

// On the job's thread. Signals go out queued, and die with this object.
void ExportJob::run()
{
    const Result<quint64> rows = writeAll();
    const bool cancelled = !rows && rows.error().code == Errc::Cancelled;
    const QString error = rows || cancelled ? QString() : coreText(rows.error());
    QMetaObject::invokeMethod(
        this, [this, count = rows.value_or(0), cancelled, error] { Q_EMIT finished(count, cancelled, error); },
        Qt::QueuedConnection);
}

Result<quint64> ExportJob::writeAll()
{
    const quint64 newest = newestRef();
    std::vector<JournalRow> rows = m_observatory.journalAfter(0, ChunkRows);
    if (!rows.empty())
        m_plan.header.wall
            = rows.front().wall - std::chrono::duration_cast<Milliseconds>(std::chrono::nanoseconds(rows.front().monoNs));
    Result<JournalExport> file = JournalExport::create(m_plan.path, m_plan.format, m_plan.header);
    if (!file)
        return tl::unexpected(file.error());
    const quint64 first = rows.empty() ? 0 : rows.front().ref;
    quint64 written = 0;
    while (!rows.empty()) {
        if (m_cancelled)
            return fail(Errc::Cancelled, "cancelled");
        while (!rows.empty() && rows.back().ref > newest)
            rows.pop_back(); // came after the start
        if (const Result<void> result = file->write(rows); !result)
            return tl::unexpected(result.error());
        written += rows.size();
        if (rows.empty() || rows.back().ref >= newest)
            break;
        const quint64 at = rows.back().ref;
        const int share = int((at - first) * 1000 / qMax<quint64>(1, newest - first));
        QMetaObject::invokeMethod(
            this, [this, share] { Q_EMIT progressed(share, 1000); }, Qt::QueuedConnection);
        rows = m_observatory.journalAfter(at, ChunkRows);
    }
    if (m_cancelled)
        return fail(Errc::Cancelled, "cancelled");
    if (const Result<void> result = file->finish(); !result)
        return tl::unexpected(result.error());
    return written;
}

// The journal says only whether there is a row after one: doubled, then halved.
quint64 ExportJob::newestRef() const
{
    const auto hasAfter = [this](quint64 ref) { return !m_observatory.journalAfter(ref, 1).empty(); };
    if (!hasAfter(0))
        return 0;
    quint64 low = 0, high = 1; // there is a row after low
    while (hasAfter(high)) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const quint64 middle = low + (high - low) / 2;
        (hasAfter(middle) ? low : high) = middle;
    }
    return high;
}

} // namespace pushscope
