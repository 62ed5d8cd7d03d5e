// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FramesModel: the newest frames of one connection, in the order in which they passed: a ring. GUI thread.

#include "base/frametap.h"
#include "ui/models/celltablemodel.h"

#include <deque>

namespace pushscope {

class FramesModel final : public CellTableModel
{
    Q_OBJECT
public:
    enum Column : int { Number, Time, Direction, Layer, Type, Flags, Stream, Length, ColumnCount };
    static constexpr std::size_t Capacity = 4096;

    using CellTableModel::CellTableModel;

    void append(const std::vector<WireFrame> &frames); // their numbers grow
    void clear();

    [[nodiscard]] const WireFrame &frameAt(int row) const { return m_frames[std::size_t(row)]; }
    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return frameAt(row).number; }
    [[nodiscard]] int rowOfKey(quint64 key) const override;
    [[nodiscard]] Result<void> setFilter(const QString &) override { return {}; }
    [[nodiscard]] qint64 totalCount() const override { return qint64(m_frames.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_frames.size());
    }

private:
    std::deque<WireFrame> m_frames;
};

[[nodiscard]] QString frameTypeText(const WireFrame &frame); // "HEADERS", "Text", "type 22": as the RFC calls it
[[nodiscard]] QString frameFlagsText(const WireFrame &frame); // "END_STREAM END_HEADERS", "FIN RSV1 masked"; empty: none

} // namespace pushscope
