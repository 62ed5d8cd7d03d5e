// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Opening a store file: what it takes to trust it again after whatever ended the last run. Store thread.

#include "store/evictionmarks.h"
#include "store/headfile.h"
#include "store/keytable.h"
#include "store/storedatabase.h"

namespace pushscope {

struct StoreSettings {
    QString path;
    Durability durability = Durability::Committed;
    Retention retention;
    // The ring of recent events in memory, from which nearly every replay is served.
    std::size_t ringEvents = 100'000;
    quint64 ringBytes = 64ull * 1024 * 1024;
    // Seq are reserved in blocks ahead, so that after an unclean end none is given twice. More than half a block must never
    // wait to be committed: then a log that lost a reservation has lost a commit too, which the head file tells.
    quint64 reserveBlock = 65'536;
    std::size_t maxWaitingEvents = 32'000;
    quint64 maxWaitingBytes = 64ull * 1024 * 1024;
};

// All that the hub's side of the store needs to know at first.
struct OpenedStore {
    QList<QByteArray> warnings; // one sentence each
    Epoch epoch;
    Seq next;
    Seq reservedUpTo;
    OldestEvent oldest;
    quint64 stored = 0;
    quint64 bytes = 0;
    EvictionMarks evicted;
    std::vector<StoreDatabase::StoredKey> keys;
    std::vector<EventPtr> recent; // oldest first
};

// Errc::Exists if another program uses the file, Errc::Io where the system refuses. A file that is damaged, or no store of ours,
// is moved aside to `<path>.damaged-<yyyyMMdd-hhmmss>`, and said.
[[nodiscard]] Result<OpenedStore> openStore(StoreDatabase &database, HeadFile &headFile, const StoreSettings &settings,
                                            WallTime now);

} // namespace pushscope
