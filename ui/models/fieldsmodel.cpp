// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fieldsmodel.h"

#include <QCoreApplication>
#include <array>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, FieldsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::FieldsModel", "Field"),
     QT_TRANSLATE_NOOP("pushscope::FieldsModel", "What it is called"),
     false,
     Face::Text,
     23,
     {"field", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::FieldsModel", "Value"),
     QT_TRANSLATE_NOOP("pushscope::FieldsModel", "What it is"),
     false,
     Face::Text,
     40,
     {"value", FilterType::String}},
}};

} // namespace

void FieldsModel::setFields(QList<Field> fields)
{
    std::vector<NumberedField> rows;
    for (Field &field : fields)
        rows.push_back({rows.size() + 1, std::move(field)});
    setRows(std::move(rows));
}

QList<Field> FieldsModel::fields() const
{
    QList<Field> fields;
    for (const NumberedField &row : rows())
        fields.append(row.field);
    return fields;
}

std::span<const TableColumn> FieldsModel::columns() const
{
    return Columns;
}

QString FieldsModel::displayText(int row, int column) const
{
    const Field &field = rowAt(row).field;
    return column == Name ? field.name : field.value;
}

QString FieldsModel::toolTipText(int row, int column) const
{
    return column == Name ? QString() : displayText(row, column);
}

Tone FieldsModel::tone(int row, int column) const
{
    return column == Name ? Tone::Muted : rowAt(row).field.tone;
}

Face FieldsModel::face(int row, int column) const
{
    return column == Name ? Face::Text : rowAt(row).field.face;
}

} // namespace pushscope
