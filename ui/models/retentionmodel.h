// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RetentionModel: the retention cliff as a table: who is nearest to its edge stands first. GUI thread.

#include "ui/models/retention.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

class RetentionModel final : public RowsTableModel<RetentionRow>
{
    Q_OBJECT
public:
    enum Column : int { Client, User, Protocol, State, LastSent, OldestMissed, Margin, LosesIn, ColumnCount };

    using RowsTableModel::RowsTableModel;

    void setEpoch(const Epoch &epoch) { m_epoch = epoch; } // before the rows

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const RetentionRow &row) const override { return row.clientKey; }

private:
    Epoch m_epoch;
};

} // namespace pushscope
