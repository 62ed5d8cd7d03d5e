// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TableBar: the line above a live table: its filter, what was dropped, and the way back to the end.

#include "ui/panes/filterbar.h"

namespace pushscope {

class CellTableModel;
class LiveTable;

class TableBar : public FilterBar
{
    Q_OBJECT
public:
    // All are borrowed.
    TableBar(CellTableModel *model, LiveTable *table, const QString &filterHint, Notebook *notebook, Shown shown = Shown::Always);

    // Says how many rows are not there any more; an empty text says nothing.
    void setDropped(const QString &text, const QString &toolTip);

private:
    void showFollow();

    LiveTable *m_table; // borrowed
    QLabel *m_dropped;
    QToolButton *m_follow;
};

} // namespace pushscope
