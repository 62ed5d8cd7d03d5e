// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JsonTreeModel: a JSON text as a tree of names and values. GUI thread.

#include "ui/models/jsontext.h"

#include <QAbstractItemModel>

namespace pushscope {

class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    void setText(const QByteArray &text); // empty on error, see error()
    [[nodiscard]] const std::optional<JsonError> &error() const noexcept { return m_outline.error; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString nameOf(const JsonNode &node) const;
    [[nodiscard]] QString valueOf(const JsonNode &node) const;

    JsonOutline m_outline;
};

} // namespace pushscope
