// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MarksModel: the marks of a recorded session and the comments on it, by time. GUI thread.

#include "session/sessionnotes.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct SessionMark {
    quint64 key = 0; // among the marks of a session
    WallTime at{};
    bool recorded = false; // it can't be changed
    SessionNote note;
    bool operator==(const SessionMark &) const = default;
};

class MarksModel final : public RowsTableModel<SessionMark>
{
    Q_OBJECT
public:
    enum Column : int { Time, Kind, Text, About, ColumnCount };

    using RowsTableModel::RowsTableModel;

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const SessionMark &mark) const override { return mark.key; }
};

} // namespace pushscope
