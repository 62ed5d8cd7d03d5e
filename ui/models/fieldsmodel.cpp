// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fieldsmodel.h"

namespace pushscope {

void FieldsModel::setFields(QList<Field> fields)
{
    if (fields.size() != m_fields.size()) {
        beginResetModel();
        m_fields = std::move(fields);
        endResetModel();
        return;
    }
    const auto differs = [&](qsizetype i) { return !(fields[i] == m_fields[i]); };
    qsizetype first = 0;
    while (first < fields.size() && !differs(first))
        ++first;
    if (first == fields.size())
        return;
    qsizetype last = fields.size() - 1;
    while (!differs(last))
        --last;
    m_fields = std::move(fields);
    Q_EMIT dataChanged(index(int(first), 0), index(int(last), 1));
}

int FieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int FieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant FieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Field &field = m_fields[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? field.name : field.value;
    case Qt::ToolTipRole:
        return index.column() == 0 ? QString() : field.value;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case ToneRole:
        return int(index.column() == 0 ? Tone::Muted : field.tone);
    case FaceRole:
        return int(index.column() == 1 ? field.face : Face::Text);
    default:
        return {};
    }
}

QVariant FieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Field") : tr("Value");
}

} // namespace pushscope
