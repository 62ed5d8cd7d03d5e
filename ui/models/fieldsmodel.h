// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FieldsModel: the fields of one thing as rows of name and value. Values change in place. GUI thread.

#include "ui/models/rowstablemodel.h"

namespace pushscope {

struct Field {
    QString name, value;
    Tone tone = Tone::Plain;
    Face face = Face::Text;

    bool operator==(const Field &) const = default;
};

struct NumberedField {
    quint64 number = 0; // from 1
    Field field;

    bool operator==(const NumberedField &) const = default;
};

class FieldsModel final : public RowsTableModel<NumberedField>
{
    Q_OBJECT
public:
    enum Column : int { Name, Value, ColumnCount };

    using RowsTableModel::RowsTableModel;

    void setFields(QList<Field> fields);
    [[nodiscard]] QList<Field> fields() const; // hidden ones too

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;
    [[nodiscard]] Face face(int row, int column) const override;

protected:
    [[nodiscard]] quint64 keyOf(const NumberedField &row) const override { return row.number; }
};

} // namespace pushscope
