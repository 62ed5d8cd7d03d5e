// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellTableModel: the base of our tables: data() and headerData() in one place, so that a model is only its rows and cells.
// Texts are made here, when a view asks for a visible cell, and kept nowhere.

#include "base/clock.h"
#include "base/ids.h"
#include "ui/models/tablecolumn.h"
#include "ui/models/tablefilter.h"

#include <QAbstractTableModel>
#include <span>
#include <vector>

namespace pushscope {

class CellTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] virtual std::span<const TableColumn> columns() const = 0;
    [[nodiscard]] virtual QString displayText(int row, int column) const = 0;
    [[nodiscard]] virtual QString toolTipText(int row, int column) const { return displayText(row, column); }
    [[nodiscard]] virtual Tone tone(int row, int column) const;
    [[nodiscard]] virtual Face face(int row, int column) const; // as a rule the column's
    // What cells of this column say, where it is one of a few things, in the user's language: it is as wide as that takes.
    [[nodiscard]] virtual QStringList wordsOf(int column) const;
    // Names the row for as long as it exists, wherever it is sorted to; 0 is no row.
    [[nodiscard]] virtual quint64 keyOfRow(int row) const = 0;
    [[nodiscard]] virtual int rowOfKey(quint64 key) const = 0; // -1: not shown
    // Shows only the rows that contain these words, or for which this condition is true; empty: all. Errc::Syntax, with the
    // octet, for a wrong condition: then what was shown stays shown.
    virtual Result<void> setFilter(const QString &text) = 0;
    // What conditions may name here: as a rule each column, by its field. None: there are only words.
    [[nodiscard]] virtual std::span<const FilterField> filterFields() const;
    [[nodiscard]] virtual FilterValue filterValue(int row, int field) const;
    [[nodiscard]] virtual int fieldOfColumn(int column) const; // -1: none
    // What stands in a field, as it is written in a condition, without repeats: known ones and those of the first rows.
    [[nodiscard]] QStringList valuesOfField(int field) const;
    [[nodiscard]] virtual qint64 totalCount() const = 0; // the hidden ones included
    [[nodiscard]] qint64 hiddenCount() const { return totalCount() - rowCount(); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const;

Q_SIGNALS:
    void countsChanged(); // of rows shown and hidden; at most once a commit

protected:
    // What a cell has for its column's field, as it is and not as it is written for people; as a rule it is a text, and the same.
    [[nodiscard]] virtual FilterValue cellValue(int row, int column) const;
    [[nodiscard]] bool passes(int row, const TableFilter &filter) const;

private:
    mutable std::vector<FilterField> m_fields; // of the columns, once they were asked for
};

// Texts and ids as they are; an empty one is none.
[[nodiscard]] FilterValue textValue(const QByteArray &text);
[[nodiscard]] FilterValue textValue(const QString &text);
[[nodiscard]] FilterValue timeValue(WallTime time);
[[nodiscard]] FilterValue idValue(Seq seq);
[[nodiscard]] FilterValue durationValue(std::chrono::duration<double, std::milli> time); // negative: none

} // namespace pushscope
