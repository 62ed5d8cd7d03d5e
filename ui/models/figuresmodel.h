// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FiguresModel: the figures of the charts at one moment as a table: a row per protocol, and one for all. GUI thread.

#include "ui/charts/ratehistory.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct FiguresRow {
    std::optional<ClientProtocol> protocol; // none: of all
    std::array<double, FigureCount> values{}; // negative: not known
    bool operator==(const FiguresRow &) const = default;
};

class FiguresModel final : public RowsTableModel<FiguresRow>
{
    Q_OBJECT
public:
    enum Column : int { Protocol, Events, Bytes, Connections, P50, P95, P99, Queue, ColumnCount };

    explicit FiguresModel(QObject *parent = nullptr);

    void setSample(const RateSample *sample); // null: nothing is known

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const FiguresRow &row) const override;
};

} // namespace pushscope
