// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimelineTextModel: the lane of one client as a table, in the order of time: what a screen reader gets of the timeline.
// Deliveries are told as numbers between what happened. GUI thread.

#include "ui/models/rowstablemodel.h"
#include "ui/timeline/timelinestore.h"

namespace pushscope {

struct TimelineTextRow {
    quint64 id = 0; // stays while the thing stays
    Moment begin{0}, end{0};
    QString what;
    Tone tone{};
    bool counts = false; // whether the deliveries within it are told
    std::size_t live = 0, replayed = 0; // deliveries
    bool operator==(const TimelineTextRow &) const = default;
};

class TimelineTextModel final : public RowsTableModel<TimelineTextRow>
{
    Q_OBJECT
public:
    enum Column : int { At, Length, What, Events, ColumnCount };
    static constexpr std::size_t MostRows = 2000; // the newest

    explicit TimelineTextModel(const TimelineStore &store, QObject *parent = nullptr) // borrowed
        : RowsTableModel(parent)
        , m_store(store)
    {
    }

    void setClient(quint32 key); // 0: none
    void refresh(); // after the store has changed; new rows where something other than deliveries has
    [[nodiscard]] Moment momentAt(int row) const { return rowAt(row).begin; }

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const TimelineTextRow &row) const override { return row.id; }

private:
    [[nodiscard]] std::vector<TimelineTextRow> rowsOf(const Lane &lane) const;

    const TimelineStore &m_store;
    quint32 m_client = 0;
    quint64 m_version = 0;
    std::size_t m_marks = 0;
};

} // namespace pushscope
