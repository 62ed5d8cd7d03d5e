// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FileJob: work on files on a thread of its own, with progress and cancel. Lives on the GUI thread; one run each. Destroying it
// cancels and joins.

#include "base/result.h"

#include <QObject>
#include <atomic>
#include <functional>
#include <thread>

namespace pushscope {

class FileJob : public QObject
{
    Q_OBJECT
public:
    // Called with what is done and all there is; false: cancelled, and the work is to give Errc::Cancelled.
    using Progress = std::function<bool(quint64 done, quint64 total)>;
    // Runs on the job's thread; gives how many rows it was.
    using Work = std::function<Result<quint64>(const Progress &progress)>;

    explicit FileJob(Work work, QObject *parent = nullptr);
    ~FileJob() override;

    void start();
    void cancel() noexcept { m_cancelled = true; }

Q_SIGNALS:
    void progressed(int done, int total); // parts of 1,000
    // Once. `error`: empty after success or a cancel.
    void finished(quint64 rows, bool cancelled, const QString &error);

private:
    void run();
    [[nodiscard]] bool tell(quint64 done, quint64 total);

    Work m_work;
    std::atomic_bool m_cancelled = false;
    int m_told = -1; // on the job's thread
    std::thread m_thread;
};

} // namespace pushscope
