// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LimitsModel: what the hub's limits are, how near it is to them, and whom they turned away: a row a limit. GUI thread.

#include "observe/snapshot.h"
#include "serverconfig.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct LimitRow {
    enum class Limit : quint8 { Connections, User, Address, PublishRate, Queue, Memory, Shed, Descriptors };
    Limit limit{};
    qint64 atMost = 0; // clients, events/s or octets; 0: no limit, or none that the hub sets
    qint64 now = -1; // as much now; negative: not told
    quint64 hits = 0; // requests turned away, events not published, clients dropped, pauses
    bool reached = false; // at this moment
    bool operator==(const LimitRow &) const = default;
};
// None without figures: of a recorded session they are not known.
[[nodiscard]] std::vector<LimitRow> limitRows(const HubFigures &figures, const ServerConfig &config);

class LimitsModel final : public RowsTableModel<LimitRow>
{
    Q_OBJECT
public:
    enum Column : int { Limit, Hits, Now, AtMost, ColumnCount };

    using RowsTableModel::RowsTableModel;

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const LimitRow &row) const override { return 1 + quint64(row.limit); }
};

} // namespace pushscope
