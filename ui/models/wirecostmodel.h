// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WireCostModel: what the same events cost over each way to a client: a row a way. GUI thread.

#include "hub/event.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

// A way, and what one event costs over it on average.
struct WireCost {
    ClientProtocol protocol{};
    bool http2 = false;
    bool compressed = false;
    double octets = 0; // to the client: TCP's payload
    double octetsUp = 0; // from it, to get the next one
    double packets = 0; // with a payload, both ways
    double makingUs = 0; // CPU to make the form, once for all clients of the way
    double ratio = 0; // octets, both ways, to those of the first row
    quint64 clients = 0; // connected this way now
    qint64 writtenUs = -1; // median from publishing to the kernel's taking it, of the protocol; negative: not known
    bool operator==(const WireCost &) const = default;
};
[[nodiscard]] QString wayText(const WireCost &cost); // "● SSE 1.1 gzip"

class WireCostModel final : public RowsTableModel<WireCost>
{
    Q_OBJECT
public:
    enum Column : int { Way, Octets, OctetsUp, Ratio, Packets, Making, Written, Clients, ColumnCount };

    using RowsTableModel::RowsTableModel;

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const WireCost &row) const override;
};

} // namespace pushscope
