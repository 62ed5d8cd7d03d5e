// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SentModel: what was sent from the composer in this session, newest first. GUI thread.

#include "serverthread.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct SentEvent {
    quint64 key = 0; // from 1
    WallTime at{};
    PublishRequest request;
    QString written{}; // the composer's content that it came from; empty: a file
    PublishReceipt receipt;
    QString failure; // why it was not sent; empty if it was
};

class SentModel final : public RowsTableModel<SentEvent>
{
    Q_OBJECT
public:
    enum Column : int { Time, To, Type, Id, Receivers, Took, ColumnCount };
    static constexpr std::size_t Capacity = 500;

    using RowsTableModel::RowsTableModel;

    void add(SentEvent event); // gives it its key
    [[nodiscard]] const SentEvent &sentAt(int row) const { return rowAt(row); }

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const SentEvent &sent) const override { return sent.key; }

private:
    quint64 m_lastKey = 0;
};

// "k3f9-1043 sent to 4 receivers: ● SSE 3 · ■ WS 1 · ▲ LP 0, in 0.4 ms".
[[nodiscard]] QString receiptText(const PublishReceipt &receipt);

} // namespace pushscope
