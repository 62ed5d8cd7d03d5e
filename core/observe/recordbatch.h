// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RecordBatch: what happened since the batch before, as the hub thread hands it to a recorder, and the port that it is handed to.

#include "hub/wirefact.h"
#include "observe/octetblocks.h"
#include "observe/snapshot.h"

namespace pushscope {

struct WireRecord {
    WireFact fact;
    qint64 monoNs = 0; // as in JournalRow
    qint64 begunNs = -1; // of an answer: when the request was complete; negative: not known
    WallTime wall{};
};

struct RecordBatch {
    QByteArray hub; // its first URL
    std::unique_ptr<Snapshot> snapshot;
    OctetBlocks octets; // of the facts in `wire`, which are valid only as long as this
    std::vector<WireRecord> wire; // oldest first
    quint64 wireSkipped = 0; // for want of room
};

class RecordSink
{
public:
    virtual ~RecordSink() = default;
    // Hub thread; never waits. Whoever finds no room counts what is dropped and says so in the recording.
    virtual void record(std::unique_ptr<RecordBatch> batch) = 0;
};

} // namespace pushscope
