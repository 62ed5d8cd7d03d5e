// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RowsTableModel: a short table whose rows are made elsewhere and set all at once; a subclass is its columns and cells. What has
// not changed is not told. GUI thread.

#include "ui/models/celltablemodel.h"

#include <algorithm>
#include <concepts>
#include <vector>

namespace pushscope {

template<typename Row> class RowsTableModel : public CellTableModel
{
public:
    using CellTableModel::CellTableModel;

    void setRows(std::vector<Row> rows)
    {
        const auto sameRow = [this](const Row &a, const Row &b) { return same(a, b); };
        if (std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(), sameRow))
            return;
        const auto sameKey = [this](const Row &a, const Row &b) { return keyOf(a) == keyOf(b); };
        if (std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(), sameKey)) {
            m_rows = std::move(rows);
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            return;
        }
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countsChanged();
    }
    [[nodiscard]] const std::vector<Row> &rows() const noexcept { return m_rows; }
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[size_t(row)]; }

    Result<void> setFilter(const QString &) override { return {}; }
    [[nodiscard]] quint64 keyOfRow(int row) const override { return keyOf(rowAt(row)); }
    [[nodiscard]] int rowOfKey(quint64 key) const override
    {
        const auto found
            = std::find_if(m_rows.cbegin(), m_rows.cend(), [this, key](const Row &row) { return keyOf(row) == key; });
        return found != m_rows.cend() ? int(found - m_rows.cbegin()) : -1;
    }
    [[nodiscard]] qint64 totalCount() const override { return qint64(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    [[nodiscard]] virtual quint64 keyOf(const Row &row) const = 0; // names it among the rows; not 0
    [[nodiscard]] virtual bool same(const Row &a, const Row &b) const
    {
        if constexpr (std::equality_comparable<Row>)
            return a == b;
        else
            return false;
    }

private:
    std::vector<Row> m_rows;
};

} // namespace pushscope
