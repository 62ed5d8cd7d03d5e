// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JournalTableModel: the newest rows of the journal that a subclass wants, in a ring of fixed size, oldest first. New rows are
// shown in batches of at most four a second; what falls out leaves in batches of a tenth of the ring. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/celltablemodel.h"
#include "ui/models/journalfields.h"

#include <QTimer>
#include <deque>

namespace pushscope {

class JournalTableModel : public CellTableModel
{
    Q_OBJECT
public:
    static constexpr Milliseconds BatchInterval{250};

    explicit JournalTableModel(std::size_t capacity, QObject *parent = nullptr);

    // New rows; a snapshot of another generation voids all.
    void apply(const Snapshot &snapshot, TimePoint now);
    void clear(); // rows and what waits; the counts of lost rows stay

    [[nodiscard]] const JournalRow &rowAt(int row) const;
    [[nodiscard]] const Epoch &epoch() const noexcept { return m_epoch; }
    [[nodiscard]] bool holds(quint64 ref) const { return indexOfRef(ref) != m_rows.size(); } // shown or hidden
    // Rows that fell out of the hub's journal before they were taken, and rows that fell out of this ring.
    [[nodiscard]] quint64 skippedCount() const noexcept { return m_skipped; }
    [[nodiscard]] quint64 droppedCount() const noexcept { return m_dropped; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return rowAt(row).ref; }
    [[nodiscard]] int rowOfKey(quint64 ref) const override;
    Result<void> setFilter(const QString &text) override;
    [[nodiscard]] std::span<const FilterField> filterFields() const override { return journalFilterFields(); }
    [[nodiscard]] FilterValue filterValue(int row, int field) const override { return journalFilterValue(rowAt(row), field); }
    [[nodiscard]] qint64 totalCount() const override { return qint64(m_rows.size()); }

protected:
    [[nodiscard]] virtual bool wants(const JournalRow &row) const = 0;
    // Of a new row that is wanted, before it is kept: what the table says of it otherwise than the journal.
    virtual void complete(JournalRow &) { }
    [[nodiscard]] virtual bool matches(const JournalRow &row, QByteArrayView needle) const = 0; // needle: in lower case
    // What is chosen besides the text.
    [[nodiscard]] virtual bool isShown(const JournalRow &) const { return true; }
    [[nodiscard]] virtual bool isAllShown() const { return true; } // isShown() is always true
    void refilter(); // isShown() has changed

private:
    [[nodiscard]] bool accepts(const JournalRow &row) const;
    [[nodiscard]] std::size_t indexOfRef(quint64 ref) const; // m_rows.size(): not there
    void flush();
    void makeRoom(std::size_t incoming);
    void append();

    const std::size_t m_capacity;
    std::deque<JournalRow> m_rows; // refs grow
    std::deque<quint64> m_shown; // refs of those that the filter lets through; unused while all are
    std::vector<JournalRow> m_pending;
    quint64 m_generation = 0;
    quint64 m_skipped = 0, m_dropped = 0;
    Epoch m_epoch;
    TableFilter m_filter;
    bool m_filtered = false;
    TimePoint m_lastBatch{};
    QTimer m_later; // so that the last batch is shown when no frame follows
};

} // namespace pushscope
