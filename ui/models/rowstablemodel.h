// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RowsTableModel: a short table whose rows are made elsewhere; a subclass is its columns and cells. Rows are set all at once,
// where what has not changed is not told, or come and go at one place. A filter shows some of them. GUI thread.
//
// A row's number is its place among those shown, as everywhere. The filter has to ask for the cells of the others too, by the
// same functions: ~i is the i-th of all rows, and rowAt() knows both. So cells are made from rowAt(row), and from nothing else of
// `row`.

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
            return tellChanged();
        }
        beginResetModel();
        m_rows = std::move(rows);
        m_shown = lookThrough(0, m_rows.size());
        endResetModel();
        Q_EMIT countsChanged();
    }
    [[nodiscard]] const std::vector<Row> &rows() const noexcept { return m_rows; } // hidden ones too
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[row < 0 ? size_t(~row) : indexOfRow(row)]; }
    [[nodiscard]] const Row *find(quint64 key) const // hidden or not; null: there is none
    {
        const std::size_t index = indexOfKey(key);
        return index < m_rows.size() ? &m_rows[index] : nullptr;
    }
    [[nodiscard]] std::size_t indexOfRow(int row) const { return m_shown[size_t(row)]; } // among all
    [[nodiscard]] int rowOfIndex(std::size_t index) const // -1: hidden
    {
        const auto found = std::lower_bound(m_shown.cbegin(), m_shown.cend(), index);
        return found != m_shown.cend() && *found == index ? int(found - m_shown.cbegin()) : -1;
    }

    Result<void> setFilter(const QString &text) override
    {
        Result<TableFilter> filter = TableFilter::parse(text, filterFields());
        if (!filter)
            return tl::unexpected(std::move(filter).error());
        if (*filter == m_filter)
            return {};
        beginResetModel();
        m_filter = std::move(*filter);
        m_shown = lookThrough(0, m_rows.size());
        endResetModel();
        Q_EMIT countsChanged();
        return {};
    }
    [[nodiscard]] quint64 keyOfRow(int row) const override { return keyOf(rowAt(row)); }
    [[nodiscard]] int rowOfKey(quint64 key) const override
    {
        const std::size_t index = indexOfKey(key);
        return index < m_rows.size() ? rowOfIndex(index) : -1;
    }
    [[nodiscard]] qint64 totalCount() const override { return qint64(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_shown.size());
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

    void insertRowsAt(std::size_t index, std::vector<Row> rows)
    {
        const std::size_t count = rows.size();
        m_rows.insert(m_rows.begin() + std::ptrdiff_t(index), std::make_move_iterator(rows.begin()),
                      std::make_move_iterator(rows.end()));
        const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), index);
        std::for_each(place, m_shown.end(), [count](std::size_t &later) { later += count; });
        const std::vector<std::size_t> coming = lookThrough(index, index + count);
        if (!coming.empty()) {
            const auto row = int(place - m_shown.begin());
            beginInsertRows({}, row, row + int(coming.size()) - 1);
            m_shown.insert(place, coming.cbegin(), coming.cend());
            endInsertRows();
        }
        Q_EMIT countsChanged();
    }
    void removeRowsAt(std::size_t index, std::size_t count)
    {
        const auto first = std::lower_bound(m_shown.begin(), m_shown.end(), index);
        const auto last = std::lower_bound(first, m_shown.end(), index + count);
        const bool any = first != last;
        if (any)
            beginRemoveRows({}, int(first - m_shown.begin()), int(last - m_shown.begin()) - 1);
        m_rows.erase(m_rows.begin() + std::ptrdiff_t(index), m_rows.begin() + std::ptrdiff_t(index + count));
        std::for_each(m_shown.erase(first, last), m_shown.end(), [count](std::size_t &later) { later -= count; });
        if (any)
            endRemoveRows();
        Q_EMIT countsChanged();
    }
    // One of all rows has become another with the same key.
    void replaceRowAt(std::size_t index, Row row)
    {
        m_rows[index] = std::move(row);
        tellChanged();
    }

private:
    [[nodiscard]] std::size_t indexOfKey(quint64 key) const // m_rows.size(): there is none
    {
        const auto found
            = std::find_if(m_rows.cbegin(), m_rows.cend(), [this, key](const Row &row) { return keyOf(row) == key; });
        return std::size_t(found - m_rows.cbegin());
    }
    [[nodiscard]] std::vector<std::size_t> lookThrough(std::size_t from, std::size_t to) const
    {
        std::vector<std::size_t> shown;
        shown.reserve(to - from);
        for (std::size_t index = from; index < to; ++index) {
            if (m_filter.matchesAll() || passes(~int(index), m_filter))
                shown.push_back(index);
        }
        return shown;
    }
    // The same rows with other cells: to the filter they may be others.
    void tellChanged()
    {
        std::vector<std::size_t> shown = lookThrough(0, m_rows.size());
        if (shown == m_shown) {
            if (!shown.empty())
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            return;
        }
        beginResetModel();
        m_shown = std::move(shown);
        endResetModel();
        Q_EMIT countsChanged();
    }

    std::vector<Row> m_rows;
    std::vector<std::size_t> m_shown; // indices into m_rows, growing
    TableFilter m_filter;
};

} // namespace pushscope
