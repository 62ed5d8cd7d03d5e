// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventsModel: what was published, replayed and sent by clients, newest last. GUI thread.

#include "ui/models/journaltablemodel.h"

namespace pushscope {

class EventsModel final : public JournalTableModel
{
    Q_OBJECT
public:
    enum Column : int { Time, What, To, Type, Id, Size, Receivers, Data, ColumnCount };
    static constexpr std::size_t Capacity = 50'000;

    explicit EventsModel(QObject *parent = nullptr, std::size_t capacity = Capacity);

    [[nodiscard]] int rowOfSeq(Seq seq) const; // the newest event of that id; -1: not shown

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] int fieldOfColumn(int column) const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QStringList wordsOf(int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] bool wants(const JournalRow &row) const override;
    void complete(JournalRow &row) override;
    [[nodiscard]] bool matches(const JournalRow &row, QByteArrayView needle) const override;

private:
    std::deque<EventPtr> m_events; // stored ones of late, seq grows: what replays bring again
};

// The data of an event row: of the event where there is one.
[[nodiscard]] const QByteArray &journalData(const JournalRow &row);
[[nodiscard]] QString receiversText(const JournalRow &row); // the sum; "–" where it is not known
[[nodiscard]] QString receiversDetail(const std::array<quint32, ProtocolCount> &receivers); // "● SSE 2 · ■ WS 1 · ▲ LP 0"

} // namespace pushscope
