// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TableBar: the line above a live table: its filter, what the filter hides, what was dropped, and the way back to the end.

#include "ui/models/tablefilter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace pushscope {

class CellTableModel;
class FilterEdit;
class FlowLayout;
class LiveTable;
class Notebook;
class SavedFilters;

class TableBar : public QWidget
{
    Q_OBJECT
public:
    // All are borrowed; without a notebook no filter is kept.
    TableBar(CellTableModel *model, LiveTable *table, const QString &filterHint, Notebook *notebook, QWidget *parent = nullptr);

    void setFilter(const QString &text); // as if it were typed
    [[nodiscard]] SavedFilters *savedFilters() const noexcept { return m_saved; } // null without a notebook
    [[nodiscard]] FilterEdit *filterEdit() const noexcept { return m_filter; }
    void addWidget(QWidget *widget); // behind the filter
    QToolButton *addButton(const QIcon &icon, const QString &text, const QString &toolTip);
    void addShortcuts(QWidget *pane); // Ctrl+L and Ctrl+F, anywhere in the pane, go to the filter
    // Says how many rows are not there any more; an empty text says nothing.
    void setDropped(const QString &text, const QString &toolTip);

private:
    void setupFilter(const QString &hint);
    void applyFilter();
    void settle(); // what stands there is what was meant
    void showError(const Result<void> &set);
    void joinFilter(const QString &condition, FilterJoin join);
    void showCounts();
    void showFollow();

    CellTableModel *m_model; // borrowed
    LiveTable *m_table; // borrowed
    FlowLayout *m_layout;
    FilterEdit *m_filter;
    SavedFilters *m_saved = nullptr;
    QLabel *m_error;
    QLabel *m_hidden;
    QLabel *m_dropped;
    QToolButton *m_follow;
    QString m_settled; // the filter before what is typed now
    QTimer m_typing; // a filter over many rows is applied when the typing pauses
};

} // namespace pushscope
