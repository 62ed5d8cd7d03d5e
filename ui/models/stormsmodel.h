// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StormsModel: the last storms, one a row, to compare. StormStepsModel: one of them in steps of 100 ms. GUI thread.

#include "ui/models/rowstablemodel.h"
#include "ui/models/storm.h"

namespace pushscope {

struct StormRow {
    quint32 number = 0;
    WallTime at{};
    QString cause;
    quint32 cut = 0, back = 0, caughtUp = 0, peak = 0;
    quint64 attempts = 0;
    std::optional<Spread> backAfter, caughtUpAfter;
    bool over = false;

    bool operator==(const StormRow &) const = default;
};
[[nodiscard]] StormRow stormRow(const Storm &storm);
[[nodiscard]] QString stormSentence(const StormRow &storm); // with all figures

class StormsModel final : public RowsTableModel<StormRow>
{
    Q_OBJECT
public:
    enum Column : int {
        At,
        Cause,
        Cut,
        Back,
        Attempts,
        Peak,
        BackMedian,
        BackP95,
        BackMost,
        CaughtUpMedian,
        CaughtUpP95,
        CaughtUpMost,
        ColumnCount,
    };

    using RowsTableModel::RowsTableModel;

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const StormRow &row) const override { return row.number; }
};

struct StormStepRow {
    qint32 from = 0; // ms after the first cut
    quint32 attempts = 0; // within the step
    quint32 connected = 0, caughtUp = 0; // clients at its end; caught up: of those cut

    bool operator==(const StormStepRow &) const = default;
};
// From the first cut to the last step in which something happened.
[[nodiscard]] std::vector<StormStepRow> stormSteps(const Storm &storm);

class StormStepsModel final : public RowsTableModel<StormStepRow>
{
    Q_OBJECT
public:
    enum Column : int { From, Attempts, Connected, CaughtUp, ColumnCount };

    using RowsTableModel::RowsTableModel;

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const StormStepRow &row) const override { return quint64(row.from) + 1; }
};

} // namespace pushscope
