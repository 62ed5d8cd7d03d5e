// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storethread.h"

#include "store/recentring.h"

namespace pushscope {

// A commit after a pause is done at once. In a row they are this far apart, so that a busy hub's events go in groups
// and don't cost a core; 5 ms would be felt by one who publishes and waits in turn.
static constexpr Milliseconds CommitPace{1};
static constexpr Milliseconds RetryPace{250}; // of a disk that is full or failing

struct StoreThread::Files {
    StoreLock lock;
    StoreDatabase database;
    HeadFile headFile;
};

StoreThread::StoreThread(StoreSettings settings, std::function<void()> wake)
    : m_settings(std::move(settings))
    , m_wake(std::move(wake))
{
    setObjectName(QStringLiteral("store"));
}

StoreThread::~StoreThread()
{
    finish(false);
}

Result<OpenedStore> StoreThread::open(WallTime now)
{
    m_openedAt = now;
    start();
    return m_opened.get_future().get();
}

void StoreThread::post(StoreJob job)
{
    if (m_jobs.post(std::move(job)))
        m_wakeUps.release();
}

void StoreThread::finish(bool clean)
{
    if (isRunning())
        post(FinishJob{clean});
    wait();
}

void StoreThread::run()
{
    Files files;
    m_files = &files;
    Result<OpenedStore> store = files.lock.lock(m_settings.path).and_then([&] {
        return openStore(files.database, files.headFile, m_settings, m_openedAt);
    });
    const bool opened = store.has_value();
    m_opened.set_value(std::move(store));
    while (opened && !m_finished) {
        waitForJobs();
        work();
    }
    m_files = nullptr;
}

void StoreThread::waitForJobs()
{
    if (m_failing)
        (void)m_wakeUps.try_acquire_for(RetryPace);
    else
        m_wakeUps.acquire();
    std::this_thread::sleep_until(m_lastCommit + CommitPace);
}

void StoreThread::work()
{
    for (StoreJob &job : m_jobs.takeAll())
        m_queue.push_back(std::move(job));
    while (!m_queue.empty()) {
        std::visit([this](auto &job) { handle(job); }, m_queue.front());
        m_queue.pop_front();
        if (isFull() && !m_failing)
            commit();
    }
    commit();
}

bool StoreThread::isFull() const
{
    return m_pending.events.size() >= MaxGroup || !m_pending.evictions.empty();
}

void StoreThread::commit()
{
    if (m_pending.isEmpty())
        return;
    const auto written = m_files->database.write(m_pending);
    m_lastCommit = std::chrono::steady_clock::now();
    if (!written) {
        if (!std::exchange(m_failing, true))
            answer(CommitFailed{written.error()});
        return;
    }
    m_failing = false;
    const PendingWrites done = std::exchange(m_pending, {});
    if (!done.reserveUpTo.isNull())
        answer(ReserveJob{done.reserveUpTo});
    quint64 bytes = 0;
    for (const EventPtr &event : done.events)
        bytes += retainedBytes(*event);
    if (!done.events.empty())
        m_files->headFile.update(done.events.back()->seq);
    // Also without events: then it tells that the disk works again.
    answer(CommitDone{m_files->database.head().last, bytes});
}

void StoreThread::answer(StoreAnswer answer)
{
    if (m_answers.post(std::move(answer)))
        m_wake();
}

void StoreThread::handle(EventPtr &event)
{
    m_pending.events.push_back(std::move(event));
}

void StoreThread::handle(ReadJob &job)
{
    // An eviction that was asked for before counts as done.
    const Seq after = std::max(job.after, m_pending.evictedUpTo());
    answer(ReadDone{job.id, m_files->database.read(job.channels, after, std::max(after, job.upTo), job.limit)});
}

void StoreThread::handle(PlanJob &job)
{
    commit(); // what came before counts
    Result<EvictionPlan> plan = EvictionPlan();
    if (m_pending.isEmpty())
        plan = m_files->database.plan(job.limits, MaxPlan);
    answer(plan.value_or(EvictionPlan()));
}

void StoreThread::handle(Eviction &eviction)
{
    m_pending.evictions.push_back(std::move(eviction));
}

void StoreThread::handle(ReserveJob &job)
{
    m_pending.reserveUpTo = job.upTo;
}

void StoreThread::handle(ForgetKeysJob &job)
{
    m_pending.forgetKeysUpTo = job.upTo;
}

void StoreThread::handle(FinishJob &job)
{
    m_pending.markClean = job.clean;
    m_finished = true;
}

} // namespace pushscope
