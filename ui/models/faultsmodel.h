// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultsModel: the fault rules at work, in the order in which they were set. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct FaultEntry {
    QByteArray id;
    QByteArray json;
    QString whom, what, when;
    quint64 hits = 0;
    std::chrono::seconds left{-1}; // until it ends; negative: it stays

    bool operator==(const FaultEntry &) const = default;
};

class FaultsModel final : public RowsTableModel<FaultEntry>
{
    Q_OBJECT
public:
    enum Column : int { Whom, What, When, Hits, EndsIn, ColumnCount };

    using RowsTableModel::RowsTableModel;

    void apply(const std::vector<FaultRow> &faults, WallTime now);
    [[nodiscard]] FaultRow faultAt(int row) const; // id and json, as they are to be removed

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QStringList wordsOf(int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const FaultEntry &entry) const override;
};

} // namespace pushscope
