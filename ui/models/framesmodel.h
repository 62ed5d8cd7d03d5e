// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FramesModel: the newest frames of one connection, in the order in which they passed: a ring. GUI thread.

#include "base/frametap.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

class FramesModel final : public RowsTableModel<WireFrame>
{
    Q_OBJECT
public:
    enum Column : int { Number, Time, Direction, Layer, Type, Flags, Stream, Length, ColumnCount };
    static constexpr std::size_t Capacity = 4096;

    using RowsTableModel::RowsTableModel;

    void append(std::vector<WireFrame> frames); // their numbers grow
    void clear() { setRows({}); }

    [[nodiscard]] const WireFrame &frameAt(int row) const { return rowAt(row); }
    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const WireFrame &frame) const override { return frame.number; }
};

[[nodiscard]] QString frameTypeText(const WireFrame &frame); // "HEADERS", "Text", "type 22": as the RFC calls it
[[nodiscard]] QString frameFlagsText(const WireFrame &frame); // "END_STREAM END_HEADERS", "FIN RSV1 masked"; empty: none

} // namespace pushscope
