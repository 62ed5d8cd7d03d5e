// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recorder.h"

#include "base/logging.h"
#include "session/redaction.h"
#include "session/statearchive.h"

#include <algorithm>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace pushscope {

namespace {

constexpr qsizetype LeastKeyPace = 128 * 1024; // octets of changes between two keyframes
constexpr qint64 PruneEveryNs = 5'000'000'000;

quint64 activityOf(const HubFigures &figures)
{
    quint64 sum = figures.published + figures.stored + figures.droppedSlow + figures.activeFaults;
    for (const ProtocolFigures &protocol : figures.protocols)
        sum += protocol.delivered + protocol.connections + protocol.refused + protocol.bytesIn + protocol.queueBytes;
    return sum;
}

// Where there are fewer cores than work, the hub comes first: what is recorded can wait in the queue for a while.
void stepBack()
{
#ifdef Q_OS_LINUX
    constexpr int Nice = 10;
    ::prctl(PR_SET_NAME, "recorder");
    ::setpriority(PRIO_PROCESS, 0, Nice); // of Linux: this thread alone
#endif
}

} // namespace

Recorder::Recorder(const RecorderSettings &settings)
    : m_settings(settings)
{
}

Recorder::~Recorder()
{
    stop();
}

Result<std::shared_ptr<Recorder>> Recorder::start(const RecorderSettings &settings)
{
    std::shared_ptr<Recorder> recorder(new Recorder(settings));
    // The file belongs to the thread that writes it, so it is made there; only this is waited for.
    const auto opened = std::make_shared<Result<void>>(fail(Errc::Unavailable, {}));
    std::unique_lock lock(recorder->m_mutex);
    recorder->m_thread = std::thread([borrowed = recorder.get(), opened] {
        std::unique_lock own(borrowed->m_mutex);
        borrowed->run(opened, std::move(own));
    });
    recorder->m_wake.wait(lock, [&] { return *opened || opened->error().code != Errc::Unavailable; });
    if (!*opened)
        return tl::unexpected(opened->error());
    return recorder;
}

qsizetype Recorder::octetsOf(const RecordBatch &batch) noexcept
{
    const Snapshot &s = *batch.snapshot;
    qsizetype octets = qsizetype(sizeof(Snapshot) + s.changedClients.size() * sizeof(ClientRow)
                                 + s.progressedClients.size() * sizeof(ClientProgress) + s.deliveries.size() * sizeof(Delivery)
                                 + batch.wire.size() * sizeof(WireRecord));
    for (const JournalRow &row : s.journal)
        octets += qsizetype(sizeof(JournalRow)) + row.data.size() + (row.event ? row.event->data.size() : 0);
    for (const WireRecord &record : batch.wire)
        octets += record.fact.octets();
    return octets;
}

quint64 Recorder::countOf(const RecordBatch &batch) noexcept
{
    return batch.snapshot->journal.size() + batch.snapshot->deliveries.size() + batch.wire.size();
}

void Recorder::record(std::unique_ptr<RecordBatch> batch)
{
    const qsizetype octets = octetsOf(*batch);
    const std::lock_guard lock(m_mutex);
    if (m_stopping || !m_figures.error.isEmpty())
        return;
    if (m_queueOctets + octets > MaxQueueOctets) {
        m_dropped += countOf(*batch);
        m_figures.dropped += countOf(*batch);
        return;
    }
    m_queueOctets += octets;
    m_queue.push_back(std::move(batch));
    m_wake.notify_one();
}

void Recorder::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

Recorder::Figures Recorder::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

void Recorder::run(const std::shared_ptr<Result<void>> &opened, std::unique_lock<std::mutex> lock)
{
    stepBack();
    m_head.redacted = !m_settings.keepSecrets;
    auto writer = SessionWriter::create(m_settings.path, m_head);
    *opened = writer ? Result<void>() : tl::unexpected(writer.error());
    m_wake.notify_all();
    if (!writer)
        return;
    m_writer = std::move(*writer);
    while (!m_stopping || !m_queue.empty()) {
        m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        // What comes within the pace goes into one commit.
        m_wake.wait_for(lock, CommitPace, [this] { return m_stopping; });
        auto batches = std::exchange(m_queue, {});
        m_queueOctets = 0;
        const quint64 dropped = std::exchange(m_dropped, 0);
        lock.unlock();
        writeAll(std::move(batches), dropped);
        lock.lock();
        m_figures.rows = m_writer->rows();
        m_figures.octets = m_writer->octets();
        if (!m_figures.error.isEmpty())
            m_queue.clear();
    }
    lock.unlock();
    if (auto finished = m_writer->finish(); !finished)
        qCWarning(lcServer).noquote() << "the recording could not be ended:" << finished.error().detail;
    m_writer.reset();
}

void Recorder::writeAll(std::deque<std::unique_ptr<RecordBatch>> batches, quint64 dropped)
{
    Result<void> done;
    for (const auto &batch : batches) {
        done = write(*batch);
        if (done && dropped > 0)
            done = writeDropped(*batch, std::exchange(dropped, 0), "the recorder was too slow");
        if (!done)
            break;
    }
    if (done)
        done = m_writer->commit();
    const qint64 now = batches.empty() ? 0 : batches.back()->snapshot->monoNs;
    if (done && now >= m_pruneAt && (m_settings.maxOctets > 0 || m_settings.maxAge.count() > 0)) {
        m_pruneAt = now + PruneEveryNs;
        const qint64 before = m_settings.maxAge.count() > 0 ? now - std::chrono::nanoseconds(m_settings.maxAge).count()
                                                            : std::numeric_limits<qint64>::min();
        if (const auto gone = m_writer->prune(m_settings.maxOctets, before); !gone)
            done = tl::unexpected(gone.error());
        else if (*gone > 0)
            m_changeOctets = std::numeric_limits<qsizetype>::max() / 2; // a keyframe soon, for what is left
    }
    if (done)
        return;
    qCWarning(lcServer).noquote() << "recording has stopped:" << done.error().detail;
    const std::lock_guard lock(m_mutex);
    m_figures.error = done.error().detail;
}

Result<void> Recorder::write(const RecordBatch &batch)
{
    const Snapshot &snapshot = *batch.snapshot;
    if (!m_headKnown && !snapshot.figures.epoch.isEmpty()) {
        m_headKnown = true;
        m_head.hub = batch.hub;
        m_head.epoch = snapshot.figures.epoch;
        m_head.wallStart = snapshot.figures.at - std::chrono::floor<Milliseconds>(std::chrono::nanoseconds(snapshot.monoNs));
        if (auto done = m_writer->setHead(m_head); !done)
            return done;
    }
    auto done = writeRows(batch).and_then([&] { return writeDeliveries(snapshot); }).and_then([&] { return writeState(batch); });
    if (done && batch.wireSkipped > 0)
        done = writeDropped(batch, batch.wireSkipped, "more requests and frames than are recorded");
    if (done && snapshot.journalSkipped > 0)
        done = writeDropped(batch, snapshot.journalSkipped, "more rows than are recorded");
    if (done && snapshot.deliveriesSkipped > 0)
        done = writeDropped(batch, snapshot.deliveriesSkipped, "more deliveries than are recorded");
    return done;
}

void Recorder::noteConnection(const JournalRow &row)
{
    if (row.kind != JournalRow::Kind::Conn || row.connection == 0)
        return;
    if (row.op == "open")
        m_connections[row.connection] = {row.client, row.protocol ? protocolName(*row.protocol) : ""};
    else if (row.op == "close")
        m_connections.erase(row.connection);
}

SessionRow Recorder::rowOf(const WireRecord &record) const
{
    SessionRow row;
    if (m_settings.keepSecrets) {
        row = sessionRowOf(record);
    } else {
        WireRecord clean = record;
        clean.fact.requestHead = redacted(record.fact.requestHead);
        clean.fact.answerHead = redacted(record.fact.answerHead);
        row = sessionRowOf(clean);
    }
    if (const auto it = m_connections.find(row.connection); it != m_connections.end()) {
        row.client = it->second.client;
        row.protocol = it->second.protocol;
    }
    return row;
}

// The journal's rows and the wire's, merged by time.
Result<void> Recorder::writeRows(const RecordBatch &batch)
{
    auto wire = batch.wire.begin();
    const auto addWire = [&](qint64 upTo) -> Result<void> {
        for (; wire != batch.wire.end() && wire->monoNs <= upTo; ++wire) {
            if (auto added = m_writer->add(rowOf(*wire)); !added)
                return added;
        }
        return {};
    };
    for (const JournalRow &row : batch.snapshot->journal) {
        if (row.op == "open") // what is said first goes out before it is
            noteConnection(row);
    }
    for (const JournalRow &row : batch.snapshot->journal) {
        if (auto added = addWire(row.monoNs); !added)
            return added;
        if (row.op == "close")
            noteConnection(row);
        if (auto added = m_writer->add(sessionRowOf(row, m_head.epoch)); !added)
            return added;
    }
    return addWire(std::numeric_limits<qint64>::max());
}

Result<void> Recorder::writeDeliveries(const Snapshot &snapshot)
{
    if (snapshot.deliveries.empty())
        return {};
    SessionExtra extra;
    extra.kind = SessionExtra::Kind::Deliveries;
    extra.beginNs = snapshot.deliveries.front().at().count();
    extra.endNs = snapshot.deliveries.back().at().count();
    extra.count = quint32(snapshot.deliveries.size());
    extra.body = packDeliveries(snapshot.deliveries);
    return m_writer->add(extra);
}

// The change, and the whole too where the changes since the last whole have become longer than it.
Result<void> Recorder::writeState(const RecordBatch &batch)
{
    const Snapshot &snapshot = *batch.snapshot;
    const quint64 activity = activityOf(snapshot.figures);
    const bool changed = !snapshot.changedClients.empty() || !snapshot.progressedClients.empty()
        || !snapshot.removedClients.empty() || !snapshot.changedReconnects.empty() || !snapshot.changedFindings.empty()
        || !snapshot.removedFindings.empty() || activity != m_activity || m_keyOctets == 0;
    if (!changed)
        return {};
    m_activity = activity;
    m_state.apply(snapshot);
    SessionExtra change;
    change.kind = SessionExtra::Kind::Change;
    change.beginNs = change.endNs = snapshot.monoNs;
    change.body = packState(snapshot);
    m_changeOctets += change.body.size();
    if (auto written = m_writer->add(change); !written)
        return written;
    if (m_keyOctets > 0 && m_changeOctets <= std::max(LeastKeyPace, 2 * m_keyOctets))
        return {};
    SessionExtra key = change;
    key.kind = SessionExtra::Kind::Key;
    key.body = packState(m_state.whole());
    m_keyOctets = key.body.size();
    m_changeOctets = 0;
    return m_writer->add(key);
}

Result<void> Recorder::writeDropped(const RecordBatch &batch, quint64 count, const QByteArray &cause)
{
    SessionRow row;
    row.monoNs = batch.snapshot->monoNs;
    row.wall = batch.snapshot->figures.at;
    row.kind = "stat";
    row.op = "dropped";
    row.length = qint64(count);
    row.cause = cause;
    return m_writer->add(row);
}

} // namespace pushscope
