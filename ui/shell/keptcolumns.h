// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeptColumns: watches one header of a pane, and gives how its columns are as text for the settings. It is the header's child.
// GUI thread.

#include "ui/panes/columnstate.h"

#include <QObject>

class QTableView;
class QTreeView;

namespace pushscope {

class KeptColumns final : public QObject
{
    Q_OBJECT
public:
    explicit KeptColumns(QTableView &table); // as they are now or, of a LiveTable, as its model has them, is as shipped
    explicit KeptColumns(QTreeView &tree);

    [[nodiscard]] QString text() const; // empty: as shipped
    bool restore(const QString &text); // false, and nothing changed, for a text that does not fit
    void reset();

Q_SIGNALS:
    void changed(); // or may have

private:
    KeptColumns(QHeaderView &header, ColumnShape shape, ColumnWidth shippedWidth);
    void onResized(int column, int pixels);

    QHeaderView &m_header;
    const ColumnShape m_shape;
    const ColumnWidth m_shippedWidth;
    QMap<int, int> m_widths; // those of hidden and stretched columns, too, which the header does not tell
};

} // namespace pushscope
