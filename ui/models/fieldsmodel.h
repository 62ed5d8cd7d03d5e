// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FieldsModel: the fields of one thing as rows of name and value. Values change in place. GUI thread.

#include "ui/models/tablecolumn.h"

#include <QAbstractTableModel>

namespace pushscope {

struct Field {
    QString name, value;
    Tone tone = Tone::Plain;
    Face face = Face::Text;

    bool operator==(const Field &) const = default;
};

class FieldsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFields(QList<Field> fields);
    [[nodiscard]] const QList<Field> &fields() const noexcept { return m_fields; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Field> m_fields;
};

} // namespace pushscope
