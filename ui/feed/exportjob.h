// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ExportJob: writes the journal to a file on a thread of its own, in chunks, up to the row that was the newest at the start.
// Lives on the GUI thread; one run each. Destroying it cancels and joins.

#include "session/journalexport.h"

#include <QObject>
#include <atomic>
#include <thread>

namespace pushscope {

class Observatory;

class ExportJob : public QObject
{
    Q_OBJECT
public:
    struct Plan {
        QString path;
        ExportFormat format = ExportFormat::Jsonl;
        ExportHeader header; // `wall` is found from the first row
    };
    static constexpr std::size_t ChunkRows = 2000;

    ExportJob(const Observatory &observatory, const Plan &plan, QObject *parent = nullptr); // borrowed
    ~ExportJob() override;

    void start();
    void cancel() noexcept { m_cancelled = true; }
    [[nodiscard]] const Plan &plan() const noexcept { return m_plan; }

Q_SIGNALS:
    void progressed(int done, int total); // parts of 1,000; at most once a chunk
    // Once. `error`: empty after success or a cancel.
    void finished(quint64 rows, bool cancelled, const QString &error);

private:
    void run();
    Result<quint64> writeAll();
    [[nodiscard]] quint64 newestRef() const;

    const Observatory &m_observatory;
    Plan m_plan;
    std::atomic_bool m_cancelled = false;
    std::thread m_thread;
};

} // namespace pushscope
