// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/observatory.h"

namespace pushscope {

void Observatory::request()
{
    const std::lock_guard lock(m_mutex);
    if (m_requested || m_ready || !m_source)
        return;
    m_requested = true;
    m_source->snapshotRequested();
}

std::unique_ptr<const Snapshot> Observatory::take()
{
    const std::lock_guard lock(m_mutex);
    return std::move(m_ready);
}

std::vector<JournalRow> Observatory::journalAfter(quint64 ref, std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    return m_journal ? m_journal(ref, limit) : std::vector<JournalRow>();
}

void Observatory::setSource(Source *source)
{
    const std::lock_guard lock(m_mutex);
    m_source = source;
    m_requested = false;
}

void Observatory::deliver(std::unique_ptr<Snapshot> snapshot)
{
    const std::lock_guard lock(m_mutex);
    m_requested = false;
    m_ready = std::move(snapshot);
}

void Observatory::setJournalReader(std::function<std::vector<JournalRow>(quint64, std::size_t)> reader)
{
    const std::lock_guard lock(m_mutex);
    m_journal = std::move(reader);
}

} // namespace pushscope
