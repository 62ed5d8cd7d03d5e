// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FilteredTable: a table under its filter, which takes no room before somebody asks for it. Where the table is hidden, so is
// this.

#include <QWidget>

namespace pushscope {

class LiveTable;
class Notebook;

class FilteredTable : public QWidget
{
    Q_OBJECT
public:
    // Takes the table. The notebook is borrowed; without one no filter is kept.
    FilteredTable(LiveTable *table, Notebook *notebook);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace pushscope
