// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AttemptsModel: how a client came back: each request since its connection ended, how long it waited before it, and what it was
// answered. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct AttemptRow {
    quint32 number = 0; // from 1
    WallTime at{};
    Milliseconds waited{-1}; // since the attempt before, or the connection's end; negative: not known
    QByteArray outcome;
    bool operator==(const AttemptRow &) const = default;
};

// Those of a reconnect that are kept: the newest ones.
[[nodiscard]] std::vector<AttemptRow> attemptRows(const ReconnectRow &reconnect);

class AttemptsModel final : public RowsTableModel<AttemptRow>
{
    Q_OBJECT
public:
    enum Column : int { Number, At, Waited, Outcome, ColumnCount };

    using RowsTableModel::RowsTableModel;

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const AttemptRow &row) const override { return row.number; }
};

} // namespace pushscope
