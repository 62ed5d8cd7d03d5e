// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FiguresModel: the figures of the charts at one moment as a table: a row per protocol, and one for all. GUI thread.

#include "ui/charts/ratehistory.h"
#include "ui/models/celltablemodel.h"

namespace pushscope {

class FiguresModel final : public CellTableModel
{
    Q_OBJECT
public:
    enum Column : int { Protocol, Events, Bytes, Connections, P50, P95, P99, Queue, ColumnCount };

    using CellTableModel::CellTableModel;

    void setSample(const RateSample *sample); // null: nothing is known
    Result<void> setFilter(const QString &) override { return {}; }

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return quint64(row) + 1; }
    [[nodiscard]] int rowOfKey(quint64 key) const override { return int(key) - 1; }
    [[nodiscard]] qint64 totalCount() const override { return rowCount(); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] double value(int row, Figure figure) const; // negative: not known

    std::optional<RateSample> m_sample;
};

} // namespace pushscope
