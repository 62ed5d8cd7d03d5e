// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LatencyModel: the histogram of latencies as a table: a row per bin, what part of each protocol's deliveries was in it, and how
// many. GUI thread.

#include "ui/charts/latencyhistory.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

class LatencyModel final : public RowsTableModel<LatencyBin>
{
    Q_OBJECT
public:
    enum Column : int { UpTo, Sse, WebSocket, Poll, ColumnCount };

    using RowsTableModel::RowsTableModel;

    void setBins(std::vector<LatencyBin> bins);

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const LatencyBin &bin) const override { return quint64(bin.upTo.count()); }

private:
    std::array<quint64, ProtocolCount> m_sums{};
};

// "≤ 2 ms", and "12.3 %" of all; nothing is "–".
[[nodiscard]] QString latencyBorderText(std::chrono::microseconds upTo);
[[nodiscard]] QString latencyShareText(quint64 deliveries, quint64 all);

} // namespace pushscope
