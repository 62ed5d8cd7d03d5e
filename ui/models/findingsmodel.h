// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FindingsModel: what is wrong with whom: one row per client and code, from snapshots. One that is withdrawn leaves. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/orderedtablemodel.h"

#include <QHash>

namespace pushscope {

class FindingsModel final : public OrderedTableModel
{
    Q_OBJECT
public:
    enum Column : int { Code, Client, What, Count, FirstSeen, LastSeen, ColumnCount };

    using OrderedTableModel::OrderedTableModel;

    void apply(const Snapshot &snapshot, TimePoint now); // one of another generation voids all rows

    [[nodiscard]] const FindingRow *find(quint32 key) const; // also a hidden one; null: not there
    [[nodiscard]] const FindingRow *firstOf(quint32 clientKey) const; // the client's oldest; null: none
    [[nodiscard]] const Epoch &epoch() const noexcept { return m_epoch; }

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] std::span<const FilterField> filterFields() const override;
    [[nodiscard]] int fieldOfColumn(int column) const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return m_findings[slotAt(row)].key; }
    [[nodiscard]] int rowOfKey(quint64 key) const override;

protected:
    [[nodiscard]] SortValue sortValue(Slot slot, int column) const override;
    [[nodiscard]] bool matches(Slot slot, QByteArrayView needle) const override;
    [[nodiscard]] FilterValue filterValueOf(Slot slot, int field) const override;
    [[nodiscard]] bool isText(int column) const override { return column <= What; }
    [[nodiscard]] bool isVolatile(int column) const override { return column >= What; }
    [[nodiscard]] quint64 keyOfSlot(Slot slot) const override { return m_findings[slot].key; }
    void slotFreed(Slot slot) override;

private:
    void take(const FindingRow &finding);

    std::vector<FindingRow> m_findings; // by slot
    QHash<quint32, Slot> m_slotOfKey;
    quint64 m_generation = 0;
    Epoch m_epoch;
};

// "tab-7", or "12 clients".
[[nodiscard]] QString findingClientText(const FindingRow &finding);

} // namespace pushscope
