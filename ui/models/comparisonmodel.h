// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ComparisonModel: what two sessions did in the same steps of time, side by side. GUI thread.

#include "session/sessioncompare.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct ComparisonRow {
    quint64 number = 0; // from 1
    std::chrono::nanoseconds after{0}; // from the moment that both have to the step's end
    std::optional<CoursePoint> a, b; // none: it was over
};
[[nodiscard]] std::vector<ComparisonRow> comparisonRows(const std::vector<CoursePoint> &a, const std::vector<CoursePoint> &b);

class ComparisonModel final : public RowsTableModel<ComparisonRow>
{
    Q_OBJECT
public:
    enum Column : int { After, RateA, RateB, LatencyA, LatencyB, ClientsA, ClientsB, ColumnCount };

    using RowsTableModel::RowsTableModel;

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const ComparisonRow &row) const override { return row.number; }
};

} // namespace pushscope
