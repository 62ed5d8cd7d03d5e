// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/journaltablemodel.h"

#include "session/commentref.h"

#include <algorithm>

namespace pushscope {

JournalTableModel::JournalTableModel(std::size_t capacity, QObject *parent)
    : CellTableModel(parent)
    , m_capacity(capacity)
{
    Q_ASSERT(capacity > 0);
    m_later.setSingleShot(true);
    m_later.setInterval(BatchInterval);
    connect(&m_later, &QTimer::timeout, this, &JournalTableModel::flush);
}

void JournalTableModel::apply(const Snapshot &snapshot, TimePoint now)
{
    if (snapshot.generation != m_generation) {
        m_generation = snapshot.generation;
        m_skipped = m_dropped = 0;
        m_lastBatch = {}; // shown at once
        clear();
    }
    m_epoch = snapshot.figures.epoch;
    m_skipped += snapshot.journalSkipped;
    for (const JournalRow &row : snapshot.journal) {
        if (!wants(row))
            continue;
        m_pending.push_back(row);
        complete(m_pending.back());
    }
    if (m_pending.empty() && snapshot.journalSkipped == 0)
        return;
    if (now - m_lastBatch >= BatchInterval) {
        m_lastBatch = now;
        flush();
    } else if (!m_later.isActive()) {
        m_later.start();
    }
}

void JournalTableModel::clear()
{
    beginResetModel();
    m_later.stop();
    m_rows.clear();
    m_shown.clear();
    m_pending.clear();
    endResetModel();
    Q_EMIT countsChanged();
}

void JournalTableModel::flush()
{
    m_later.stop();
    if (m_pending.size() > m_capacity) { // the ring turned over since the last batch
        const std::size_t over = m_pending.size() - m_capacity;
        m_pending.erase(m_pending.begin(), m_pending.begin() + std::ptrdiff_t(over));
        m_dropped += over;
    }
    makeRoom(m_pending.size());
    append();
    Q_EMIT countsChanged();
}

void JournalTableModel::makeRoom(std::size_t incoming)
{
    if (m_rows.size() + incoming <= m_capacity)
        return;
    const std::size_t excess = m_rows.size() + incoming - m_capacity;
    const std::size_t count = std::min(m_rows.size(), std::max(excess, m_capacity / 10));
    const quint64 upTo = m_rows[count - 1].ref;
    const auto firstKept = std::upper_bound(m_shown.cbegin(), m_shown.cend(), upTo, isRefBefore);
    const std::ptrdiff_t gone = m_filtered ? firstKept - m_shown.cbegin() : std::ptrdiff_t(count);
    if (gone > 0)
        beginRemoveRows({}, 0, int(gone) - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + std::ptrdiff_t(count));
    m_shown.erase(m_shown.cbegin(), firstKept);
    if (gone > 0)
        endRemoveRows();
    m_dropped += count;
}

void JournalTableModel::append()
{
    const auto accepted = [this](const JournalRow &row) { return accepts(row); };
    const auto coming
        = m_filtered ? std::count_if(m_pending.cbegin(), m_pending.cend(), accepted) : std::ptrdiff_t(m_pending.size());
    const int from = rowCount();
    if (coming > 0)
        beginInsertRows({}, from, from + int(coming) - 1);
    for (JournalRow &row : m_pending) {
        if (m_filtered && accepts(row))
            m_shown.push_back(row.ref);
        m_rows.push_back(std::move(row));
    }
    m_pending.clear();
    if (coming > 0)
        endInsertRows();
}

int JournalTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_filtered ? m_shown.size() : m_rows.size());
}

std::size_t JournalTableModel::indexOfRef(quint64 ref) const
{
    const auto before = [](const JournalRow &row, quint64 value) { return isRefBefore(row.ref, value); };
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), ref, before);
    return found != m_rows.cend() && found->ref == ref ? std::size_t(found - m_rows.cbegin()) : m_rows.size();
}

const JournalRow &JournalTableModel::rowAt(int row) const
{
    return m_rows[m_filtered ? indexOfRef(m_shown[size_t(row)]) : size_t(row)];
}

int JournalTableModel::rowOfKey(quint64 ref) const
{
    if (m_filtered) {
        const auto found = std::lower_bound(m_shown.cbegin(), m_shown.cend(), ref, isRefBefore);
        return found != m_shown.cend() && *found == ref ? int(found - m_shown.cbegin()) : -1;
    }
    const std::size_t at = indexOfRef(ref);
    return at < m_rows.size() ? int(at) : -1;
}

bool JournalTableModel::accepts(const JournalRow &row) const
{
    if (!isShown(row))
        return false;
    if (m_filter.isCondition())
        return m_filter.condition().matches(JournalFilterRow(row));
    return m_filter.words().isEmpty() || matches(row, m_filter.words());
}

Result<void> JournalTableModel::setFilter(const QString &text)
{
    Result<TableFilter> filter = TableFilter::parse(text, filterFields());
    if (!filter)
        return tl::unexpected(std::move(filter).error());
    if (*filter == m_filter)
        return {};
    m_filter = std::move(*filter);
    refilter();
    return {};
}

void JournalTableModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    m_filtered = !m_filter.matchesAll() || !isAllShown();
    for (const JournalRow &row : m_rows) {
        if (m_filtered && accepts(row))
            m_shown.push_back(row.ref);
    }
    endResetModel();
    Q_EMIT countsChanged();
}

} // namespace pushscope
