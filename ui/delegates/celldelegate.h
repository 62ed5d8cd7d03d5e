// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellDelegate: draws the cells of our tables: the tone's colour, ids in monospace and elided in the middle, figures of one
// width.

#include "ui/models/tablecolumn.h"

#include <QStyledItemDelegate>

namespace pushscope {

class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void takeFonts(const QFont &base) const;

    mutable QFont m_base, m_monospace; // made once, for a table asks for one font per cell
};

[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);

} // namespace pushscope
