// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SentModel: what was sent from the composer in this session, newest first. GUI thread.

#include "serverthread.h"
#include "ui/models/celltablemodel.h"

#include <deque>

namespace pushscope {

struct SentEvent {
    quint64 key = 0; // from 1
    WallTime at{};
    PublishRequest request;
    PublishReceipt receipt;
    QString failure; // why it was not sent; empty if it was
};

class SentModel final : public CellTableModel
{
    Q_OBJECT
public:
    enum Column : int { Time, To, Type, Id, Receivers, Took, ColumnCount };
    static constexpr std::size_t Capacity = 500;

    using CellTableModel::CellTableModel;

    void add(SentEvent event); // gives it its key
    [[nodiscard]] const SentEvent &sentAt(int row) const { return m_sent[size_t(row)]; }
    Result<void> setFilter(const QString &) override { return {}; }

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return sentAt(row).key; }
    [[nodiscard]] int rowOfKey(quint64 key) const override;
    [[nodiscard]] qint64 totalCount() const override { return qint64(m_sent.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

private:
    std::deque<SentEvent> m_sent; // newest first
    quint64 m_lastKey = 0;
};

// "k3f9-1043 sent to 4 receivers: ● SSE 3 · ■ WS 1 · ▲ LP 0, in 0.4 ms".
[[nodiscard]] QString receiptText(const PublishReceipt &receipt);

} // namespace pushscope
