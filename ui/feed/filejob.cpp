// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/filejob.h"

#include "ui/models/coretext.h"

namespace pushscope {

FileJob::FileJob(Work work, QObject *parent)
    : QObject(parent)
    , m_work(std::move(work))
{
}

FileJob::~FileJob()
{
    cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void FileJob::start()
{
    Q_ASSERT(!m_thread.joinable());
    m_thread = std::thread([this] { run(); });
}

bool FileJob::tell(quint64 done, quint64 total)
{
    const int share = int(done * 1000 / std::max<quint64>(1, total));
    if (std::exchange(m_told, share) != share)
        QMetaObject::invokeMethod(
            this, [this, share] { Q_EMIT progressed(share, 1000); }, Qt::QueuedConnection);
    return !m_cancelled;
}

// On the job's thread. Signals go out queued, and die with this object.
void FileJob::run()
{
    const Result<quint64> rows = m_work([this](quint64 done, quint64 total) { return tell(done, total); });
    const bool cancelled = !rows && rows.error().code == Errc::Cancelled;
    const QString error = rows || cancelled ? QString() : coreText(rows.error());
    QMetaObject::invokeMethod(
        this, [this, count = rows.value_or(0), cancelled, error] { Q_EMIT finished(count, cancelled, error); },
        Qt::QueuedConnection);
}

} // namespace pushscope
