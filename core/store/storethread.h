// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StoreThread: does all SQL of a SqliteStore. Jobs come by a mailbox, in order, and answers go back by another; events are
// committed in groups. Owned by the SqliteStore on the hub thread.

#include "base/mailbox.h"
#include "store/storelock.h"
#include "store/storeopening.h"

#include <QThread>
#include <atomic>
#include <deque>
#include <future>
#include <semaphore>
#include <variant>

namespace pushscope {

struct ReadJob {
    quint64 id = 0;
    QList<QByteArray> channels;
    Seq after, upTo;
    std::size_t limit = 0;
};
struct PlanJob {
    EvictionLimits limits;
};
struct ReserveJob {
    Seq upTo;
};
struct ForgetKeysJob {
    Seq upTo;
};
struct FinishJob {
    bool clean = false;
};
using StoreJob = std::variant<EventPtr, ReadJob, PlanJob, Eviction, ReserveJob, ForgetKeysJob, FinishJob>;

struct CommitDone {
    Seq upTo;
    quint64 bytes = 0; // of the events of this commit
};
struct CommitFailed { // told once; what waits is kept and tried again
    Error error;
};
struct ReadDone {
    quint64 id = 0;
    Result<ReplaySlice> slice;
};
using StoreAnswer = std::variant<CommitDone, CommitFailed, ReadDone, EvictionPlan, ReserveJob>;

class StoreThread final : public QThread
{
public:
    static constexpr std::size_t MaxGroup = 512; // events of one transaction
    static constexpr std::size_t MaxPlan = 2'000; // events evicted by one transaction

    // `wake` is called on the store thread when there are answers and none were before.
    StoreThread(StoreSettings settings, std::function<void()> wake);
    ~StoreThread() override;

    [[nodiscard]] Result<OpenedStore> open(WallTime now); // waits for it
    void post(StoreJob job);
    [[nodiscard]] std::vector<StoreAnswer> takeAnswers() { return m_answers.takeAll(); }
    void finish(bool clean); // all that was posted is written; waits for it

protected:
    void run() override;

private:
    struct Files;
    void waitForJobs();
    void work();
    void commit();
    [[nodiscard]] bool isFull() const;
    void answer(StoreAnswer answer);
    void handle(EventPtr &event);
    void handle(ReadJob &job);
    void handle(PlanJob &job);
    void handle(Eviction &eviction);
    void handle(ReserveJob &job);
    void handle(ForgetKeysJob &job);
    void handle(FinishJob &job);

    const StoreSettings m_settings;
    const std::function<void()> m_wake;
    WallTime m_openedAt{};
    std::promise<Result<OpenedStore>> m_opened;
    Mailbox<StoreJob> m_jobs;
    Mailbox<StoreAnswer> m_answers;
    std::counting_semaphore<> m_wakeUps{0};

    // From here on the store thread's own.
    Files *m_files = nullptr;
    std::deque<StoreJob> m_queue;
    PendingWrites m_pending;
    TimePoint m_lastCommit{};
    bool m_failing = false;
    bool m_finished = false;
};

} // namespace pushscope
