// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimelineTextModel: the lane of one client as a table, in the order of time: what a screen reader gets of the timeline.
// Deliveries are told as numbers between what happened. GUI thread.

#include "ui/models/celltablemodel.h"
#include "ui/timeline/timelinestore.h"

namespace pushscope {

class TimelineTextModel final : public CellTableModel
{
    Q_OBJECT
public:
    enum Column : int { At, Length, What, Events, ColumnCount };
    static constexpr std::size_t MostRows = 2000; // the newest

    explicit TimelineTextModel(const TimelineStore &store, QObject *parent = nullptr) // borrowed
        : CellTableModel(parent)
        , m_store(store)
    {
    }

    void setClient(quint32 key); // 0: none
    void refresh(); // after the store has changed; new rows where something other than deliveries has
    [[nodiscard]] Moment momentAt(int row) const { return m_rows[std::size_t(row)].begin; }
    Result<void> setFilter(const QString &) override { return {}; }

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] quint64 keyOfRow(int row) const override { return m_rows[std::size_t(row)].id; }
    [[nodiscard]] int rowOfKey(quint64 key) const override;
    [[nodiscard]] qint64 totalCount() const override { return rowCount(); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

private:
    struct Row {
        quint64 id = 0; // stays while the thing stays
        Moment begin{0}, end{0};
        QString what;
        Tone tone{};
        bool counts = false; // whether the deliveries within it are told
    };
    void rebuild(const Lane &lane);
    void add(Moment begin, Moment end, const QString &what, Tone tone, bool counts = false);
    [[nodiscard]] QString eventsText(const Row &row) const;

    const TimelineStore &m_store;
    quint32 m_client = 0;
    quint64 m_version = 0;
    std::size_t m_marks = 0;
    std::vector<Row> m_rows;
};

} // namespace pushscope
