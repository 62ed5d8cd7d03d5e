// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ColumnState: how a user left the columns of a table: their order, widths and hiding, and what it is sorted by. It names only
// what differs from what is shipped, so that a later version may ship other widths. GUI thread.

#include <QList>
#include <QMap>
#include <QString>
#include <functional>
#include <optional>

class QHeaderView;

namespace pushscope {

struct ColumnState {
    QList<int> order; // columns of the model from left to right; empty: the model's own order
    QList<int> hidden; // rising
    QMap<int, int> widths; // in hundredths of an average character, of the columns that are not as wide as shipped
    int sorted = -1; // the column; -1: not sorted
    Qt::SortOrder direction = Qt::AscendingOrder;
    friend bool operator==(const ColumnState &, const ColumnState &) = default;
};

// What a state has to fit: it is not taken for other columns than it was made of.
struct ColumnShape {
    int count = 0;
    bool sortable = false;
    QString columns; // names them as they are in the source, whatever the language
};

using ColumnWidth = std::function<int(int column)>; // in pixels

// Whether the room that is left, and no user, says how wide this column is.
[[nodiscard]] bool isStretched(const QHeaderView &header, int column);
[[nodiscard]] int toCharacters(const QHeaderView &header, int pixels); // hundredths of them

// Order, hiding and sorting as they are in the header now; widths it can't tell for hidden columns, so they are left out.
[[nodiscard]] ColumnState columnsOf(const QHeaderView &header);
void setColumns(QHeaderView &header, const ColumnState &state, const ColumnWidth &shippedWidth);

// As text for the settings; as shipped, it is empty.
[[nodiscard]] QString columnText(const ColumnState &state, const ColumnShape &shape);
// Nothing for a text of other columns, of more or fewer, or that says something impossible: never a part of it.
[[nodiscard]] std::optional<ColumnState> parseColumns(const QString &text, const ColumnShape &shape);

} // namespace pushscope
