// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Observatory: the one door from the hub thread to others. The window asks for a snapshot at frame rate and takes what is ready;
// while nobody asks, nothing is built. Owned by ServerThread; outlives the servers it shows.

#include "observe/snapshot.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace pushscope {

class Observatory
{
public:
    // What builds snapshots: called on the hub thread.
    class Source
    {
    public:
        virtual ~Source() = default;
        // Asks the hub thread to call deliver() soon; called on any thread, under the lock.
        virtual void snapshotRequested() = 0;
    };

    // Any thread. Asks for the changes since the last take(); nothing happens while one is on its way or no server runs.
    void request();
    // Any thread. The snapshot asked for, once it is there.
    [[nodiscard]] std::unique_ptr<const Snapshot> take();
    // Any thread. Up to `limit` journal rows after `ref`, oldest first, as far as they are kept.
    [[nodiscard]] std::vector<JournalRow> journalAfter(quint64 ref, std::size_t limit) const;
    // Any thread. Whether snapshots are to bring every single delivery, from the next one on; at first not.
    void wantDeliveries(bool wanted) noexcept { m_deliveriesWanted = wanted; }
    [[nodiscard]] bool deliveriesWanted() const noexcept { return m_deliveriesWanted; }

    // Any thread. Whether snapshots are to bring the lists of the bus, once a second; at first not.
    void wantBusDetail(bool wanted) noexcept { m_busWanted = wanted; }
    [[nodiscard]] bool busDetailWanted() const noexcept { return m_busWanted; }

    // Hub thread.
    void setSource(Source *source); // null: the server is gone
    void deliver(std::unique_ptr<Snapshot> snapshot);
    void setJournalReader(std::function<std::vector<JournalRow>(quint64 ref, std::size_t limit)> reader);

private:
    std::atomic_bool m_deliveriesWanted = false, m_busWanted = false;
    mutable std::mutex m_mutex;
    Source *m_source = nullptr;
    bool m_requested = false;
    std::unique_ptr<Snapshot> m_ready;
    std::function<std::vector<JournalRow>(quint64, std::size_t)> m_journal;
};

} // namespace pushscope
