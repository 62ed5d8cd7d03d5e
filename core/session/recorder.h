// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Recorder: writes what the hub thread hands it into a session file, on a thread of its own, in group commits. The hub never
// waits for it: what finds no room in its queue is counted, and the recording says so. Made and destroyed on any one thread.

#include "session/recordedstate.h"
#include "session/sessionwriter.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace pushscope {

struct RecorderSettings {
    QString path;
    bool keepSecrets = false; // tokens, cookies and Authorization of requests are recorded
    qint64 maxOctets = 0; // of the file; the oldest goes; 0: no bound
    std::chrono::seconds maxAge{0}; // 0: no bound
};

class Recorder final : public RecordSink
{
public:
    static constexpr qsizetype MaxQueueOctets = 64 * 1024 * 1024;
    static constexpr Milliseconds CommitPace{200};

    // Makes the file. Errc::Exists, Errc::Io.
    [[nodiscard]] static Result<std::shared_ptr<Recorder>> start(const RecorderSettings &settings);
    ~Recorder() override; // writes what it has and ends the file

    void record(std::unique_ptr<RecordBatch> batch) override;
    void stop(); // as the destructor; harmless the second time

    struct Figures {
        quint64 rows = 0;
        qint64 octets = 0; // of the file
        quint64 dropped = 0; // rows, deliveries and wire facts, for want of room
        QByteArray error; // why it has stopped by itself; empty: it hasn't
    };
    [[nodiscard]] Figures figures() const; // any thread
    [[nodiscard]] const RecorderSettings &settings() const noexcept { return m_settings; }

private:
    explicit Recorder(const RecorderSettings &settings);
    void run(const std::shared_ptr<Result<void>> &opened, std::unique_lock<std::mutex> lock);
    void writeAll(std::deque<std::unique_ptr<RecordBatch>> batches, quint64 dropped);
    [[nodiscard]] Result<void> write(const RecordBatch &batch);
    [[nodiscard]] Result<void> writeRows(const RecordBatch &batch);
    [[nodiscard]] Result<void> writeDeliveries(const Snapshot &snapshot);
    [[nodiscard]] Result<void> writeState(const RecordBatch &batch);
    [[nodiscard]] Result<void> writeDropped(const RecordBatch &batch, quint64 count, const QByteArray &cause);
    [[nodiscard]] SessionRow rowOf(const WireRecord &record) const;
    void noteConnection(const JournalRow &row);
    [[nodiscard]] static qsizetype octetsOf(const RecordBatch &batch) noexcept;
    [[nodiscard]] static quint64 countOf(const RecordBatch &batch) noexcept;

    const RecorderSettings m_settings;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<RecordBatch>> m_queue;
    qsizetype m_queueOctets = 0;
    quint64 m_dropped = 0; // since they were last told
    bool m_stopping = false;
    Figures m_figures;
    std::thread m_thread;

    // On its thread.
    std::unique_ptr<SessionWriter> m_writer;
    SessionHead m_head;
    bool m_headKnown = false;
    RecordedState m_state;
    qsizetype m_keyOctets = 0, m_changeOctets = 0; // of the newest keyframe, and of the changes since
    quint64 m_activity = 0; // what the figures counted when they were last written
    struct Connection {
        QByteArray client;
        QByteArray protocol;
    };
    std::unordered_map<quint64, Connection> m_connections;
    qint64 m_pruneAt = 0;
};

} // namespace pushscope
