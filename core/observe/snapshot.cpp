// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/snapshot.h"

namespace pushscope {

void ClientProgress::applyTo(ClientRow &row) const
{
    row.eventsOut = eventsOut;
    row.bytesOut = bytesOut;
    row.bytesSaved = bytesSaved;
    row.queueBytes = queueBytes;
    row.lag = lag;
    row.lastSent = lastSent;
}

const char *journalKindName(JournalRow::Kind kind) noexcept
{
    switch (kind) {
    case JournalRow::Kind::Conn:
        return "conn";
    case JournalRow::Kind::Req:
        return "req";
    case JournalRow::Kind::Event:
        return "event";
    case JournalRow::Kind::Frame:
        return "frame";
    case JournalRow::Kind::Deliver:
        return "deliver";
    case JournalRow::Kind::Ack:
        return "ack";
    case JournalRow::Kind::Replay:
        return "replay";
    case JournalRow::Kind::Fault:
        return "fault";
    case JournalRow::Kind::Mark:
        return "mark";
    case JournalRow::Kind::Stat:
        return "stat";
    case JournalRow::Kind::Log:
        return "log";
    }
    return "";
}

} // namespace pushscope
