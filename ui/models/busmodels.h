// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The lists of the Bus pane: its channels, the hubs on it, the messages that were dropped, the outages, and its figures as text.
// GUI thread.

#include "observe/snapshot.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

// Their columns have no underlying type: lupdate would lose the classes that follow.
class BusChannelsModel final : public RowsTableModel<BusChannel>
{
    Q_OBJECT
public:
    enum Column { Name, Subscribers, Heard, State, ColumnCount };
    using RowsTableModel::RowsTableModel;
    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const BusChannel &row) const override;
};

class BusHubsModel final : public RowsTableModel<BusHub>
{
    Q_OBJECT
public:
    enum Column { Who, Clients, Addresses, Host, Process, ColumnCount };
    using RowsTableModel::RowsTableModel;
    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const BusHub &row) const override;
};

class BusDropsModel final : public RowsTableModel<BusDrop>
{
    Q_OBJECT
public:
    enum Column { At, Channel, Reason, Message, ColumnCount };
    using RowsTableModel::RowsTableModel;
    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const BusDrop &row) const override { return row.number; }
};

struct BusOutageRow {
    BusOutage outage;
    Milliseconds lasted{0}; // so far
    bool operator==(const BusOutageRow &) const = default;
};

class BusOutagesModel final : public RowsTableModel<BusOutageRow>
{
    Q_OBJECT
public:
    enum Column { From, Lasted, Why, ColumnCount };
    using RowsTableModel::RowsTableModel;
    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const BusOutageRow &row) const override { return row.outage.number; }
};

} // namespace pushscope
