// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReplayItemsModel: id by id what a replay held. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/celltablemodel.h"

namespace pushscope {

class ReplayItemsModel final : public CellTableModel
{
    Q_OBJECT
public:
    enum Column : int { Id, At, Size, What, ColumnCount };

    using CellTableModel::CellTableModel;

    void setItems(const std::vector<ReconnectRow::Item> &items, const Epoch &epoch); // unchanged ones are not told
    void setFilter(const QString &) override { }

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return m_items[size_t(row)].seq.value; }
    [[nodiscard]] int rowOfKey(quint64 key) const override;
    [[nodiscard]] qint64 totalCount() const override { return qint64(m_items.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

private:
    std::vector<ReconnectRow::Item> m_items;
    Epoch m_epoch;
};

} // namespace pushscope
