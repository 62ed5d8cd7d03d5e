// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventtypes.h"

namespace pushscope {

void EventTypes::apply(const Snapshot &snapshot)
{
    for (const JournalRow &row : snapshot.journal) {
        if (m_all.size() == Most)
            return;
        if (!row.event || row.kind != JournalRow::Kind::Event || m_known.contains(row.event->type))
            continue;
        m_known.insert(row.event->type);
        m_all.append(row.event->type);
    }
}

} // namespace pushscope
