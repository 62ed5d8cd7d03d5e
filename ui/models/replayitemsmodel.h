// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReplayItemsModel: id by id what was due after a reconnect, and what became of it. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

class ReplayItemsModel final : public RowsTableModel<ReconnectRow::Item>
{
    Q_OBJECT
public:
    enum Column : int { Id, What, Acked, At, Size, ColumnCount };

    using RowsTableModel::RowsTableModel;

    void setEpoch(const Epoch &epoch) { m_epoch = epoch; } // before the rows

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const ReconnectRow::Item &item) const override { return item.seq.value; }
    [[nodiscard]] bool same(const ReconnectRow::Item &a, const ReconnectRow::Item &b) const override;

private:
    Epoch m_epoch;
};

} // namespace pushscope
