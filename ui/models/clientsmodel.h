// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClientsModel: one row per client of the hub, from snapshots. GUI thread.

#include "observe/snapshot.h"
#include "ui/models/orderedtablemodel.h"

#include <QHash>

namespace pushscope {

class ClientsModel final : public OrderedTableModel
{
    Q_OBJECT
public:
    enum Column : int {
        State,
        Protocol,
        Client,
        User,
        Rooms,
        Address,
        UserAgent,
        ConnectedSince,
        Reconnects,
        EventsOut,
        EventsIn,
        BytesOut,
        BytesIn,
        Queue,
        Lag,
        LastSent,
        LastAcked,
        Encryption,
        CompressedBy,
        Saved,
        ColumnCount,
    };

    using OrderedTableModel::OrderedTableModel;

    // Changes since the snapshot before; one of another generation voids all rows.
    void apply(const Snapshot &snapshot, TimePoint now);

    [[nodiscard]] const ClientRow &clientAt(int row) const { return m_clients[slotAt(row)]; }
    [[nodiscard]] const ClientRow *find(quint32 key) const; // also a hidden one; null: not there
    [[nodiscard]] const ClientRow *findNamed(QByteArrayView client) const; // looks at all; null: not there
    template<typename Visit> void forEach(Visit visit) const // hidden ones too, in no order
    {
        for (const ClientRow &client : m_clients) {
            if (client.key != 0)
                visit(client);
        }
    }
    // A part of the same: up to `count` places from `from` on. Gives where to go on; 0 when that was the last part.
    template<typename Visit> std::size_t forSome(std::size_t from, std::size_t count, Visit visit) const
    {
        const std::size_t size = std::size(m_clients), end = std::min(size, from + count);
        for (std::size_t i = from; i < end; ++i) {
            if (m_clients[i].key != 0)
                visit(m_clients[i]);
        }
        return end < size ? end : 0;
    }
    [[nodiscard]] const Epoch &epoch() const noexcept { return m_epoch; }

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] std::span<const FilterField> filterFields() const override { return clientFilterFields(); }
    [[nodiscard]] int fieldOfColumn(int column) const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QStringList wordsOf(int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return clientAt(row).key; }
    [[nodiscard]] int rowOfKey(quint64 key) const override;

protected:
    [[nodiscard]] SortValue sortValue(Slot slot, int column) const override;
    [[nodiscard]] bool matches(Slot slot, QByteArrayView needle) const override;
    [[nodiscard]] FilterValue filterValueOf(Slot slot, int field) const override;
    [[nodiscard]] bool isText(int column) const override;
    [[nodiscard]] bool isVolatile(int column) const override;
    [[nodiscard]] quint64 keyOfSlot(Slot slot) const override { return m_clients[slot].key; }
    void slotFreed(Slot slot) override;

private:
    void take(const ClientRow &client);

    std::vector<ClientRow> m_clients; // by slot
    QHash<quint32, Slot> m_slotOfKey;
    quint64 m_generation = 0;
    Epoch m_epoch;
};

[[nodiscard]] QString clientStateText(ClientState state); // "▶ live": a shape and a word
[[nodiscard]] QString clientProtocolText(const ClientRow &client); // "● SSE 1.1 TLS"
[[nodiscard]] QString clientText(const ClientRow &client, ClientsModel::Column column, const Epoch &epoch);

} // namespace pushscope
