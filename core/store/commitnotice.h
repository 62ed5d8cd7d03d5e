// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CommitNotice: tells the hub, once a turn and never from within append(), that events count as committed. For stores whose
// events are so at once. Hub thread.

#include "hub/eventstore.h"

#include <QObject>

namespace pushscope {

class CommitNotice
{
public:
    void setHandler(EventStore::Committed handler) { m_handler = std::move(handler); }
    void announce(Seq seq); // from the current thread's event loop, soon
    void tell(Result<Seq> seq); // now
    void flush(); // what was announced and not told yet, now

private:
    std::unique_ptr<QObject> m_context; // dropped with us, and queued calls with it
    EventStore::Committed m_handler;
    std::optional<Seq> m_announced;
};

} // namespace pushscope
