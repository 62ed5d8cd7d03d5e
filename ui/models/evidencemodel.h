// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EvidenceModel: what proves a finding: when, what, which id, which row of the journal. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct EvidenceRow {
    quint64 number = 0; // from 1
    FindingRow::Evidence evidence;
};
[[nodiscard]] std::vector<EvidenceRow> evidenceRows(const FindingRow &finding);

class EvidenceModel final : public RowsTableModel<EvidenceRow>
{
    Q_OBJECT
public:
    enum Column : int { At, What, Id, Row, ColumnCount };

    using RowsTableModel::RowsTableModel;

    void setEpoch(const Epoch &epoch) { m_epoch = epoch; } // before the rows

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const EvidenceRow &row) const override { return row.number; }
    [[nodiscard]] bool same(const EvidenceRow &a, const EvidenceRow &b) const override;

private:
    Epoch m_epoch;
};

} // namespace pushscope
