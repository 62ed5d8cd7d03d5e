// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReconnectsModel: one row per reconnect, with what the client missed and what became of it. The oldest leave above Capacity.
// GUI thread.

#include "observe/snapshot.h"
#include "ui/models/orderedtablemodel.h"

#include <QHash>
#include <deque>

namespace pushscope {

class ReconnectsModel final : public OrderedTableModel
{
    Q_OBJECT
public:
    enum Column : int {
        At,
        Client,
        Protocol,
        Outcome,
        Away,
        Attempts,
        Missed,
        Replayed,
        Rewound,
        Duplicated,
        Lost,
        CaughtUp,
        EndedBy,
        Cursor,
        ColumnCount,
    };
    static constexpr std::size_t Capacity = 10'000;

    explicit ReconnectsModel(QObject *parent = nullptr, std::size_t capacity = Capacity);

    void apply(const Snapshot &snapshot, TimePoint now);

    [[nodiscard]] const ReconnectRow &reconnectAt(int row) const { return m_reconnects[slotAt(row)]; }
    [[nodiscard]] const ReconnectRow *find(quint32 key) const;
    [[nodiscard]] const ReconnectRow *newestOf(quint32 clientKey) const; // null: it never came back
    [[nodiscard]] const Epoch &epoch() const noexcept { return m_epoch; }
    [[nodiscard]] quint64 droppedCount() const noexcept { return m_dropped; } // rows that left above Capacity

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] std::span<const FilterField> filterFields() const override;
    [[nodiscard]] int fieldOfColumn(int column) const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return reconnectAt(row).key; }
    [[nodiscard]] int rowOfKey(quint64 key) const override;

protected:
    [[nodiscard]] SortValue sortValue(Slot slot, int column) const override;
    [[nodiscard]] bool matches(Slot slot, QByteArrayView needle) const override;
    [[nodiscard]] FilterValue filterValueOf(Slot slot, int field) const override;
    [[nodiscard]] bool isText(int column) const override;
    [[nodiscard]] bool isVolatile(int column) const override { return column >= Outcome; }
    [[nodiscard]] quint64 keyOfSlot(Slot slot) const override { return m_reconnects[slot].key; }
    void slotFreed(Slot slot) override;

private:
    void take(const ReconnectRow &reconnect);

    std::size_t m_capacity;
    std::vector<ReconnectRow> m_reconnects; // by slot
    QHash<quint32, Slot> m_slotOfKey;
    std::deque<quint32> m_keys; // oldest first
    quint64 m_generation = 0;
    quint64 m_dropped = 0;
    Epoch m_epoch;
};

} // namespace pushscope
