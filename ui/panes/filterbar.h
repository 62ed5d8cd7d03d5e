// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FilterBar: the line with a filter: what is wrong with it, what it hides, those that are kept under a name. It stands above what
// it filters, or comes when it is asked for and stays while there is a filter. GUI thread.

#include "ui/models/filtercompletion.h"
#include "ui/models/tablefilter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace pushscope {

class FilterEdit;
class FlowLayout;
class Notebook;
class SavedFilters;

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    // What is filtered. All of it outlives the bar.
    struct Subject {
        QWidget *view = nullptr; // of the rows; its object name is that under which filters are kept
        std::span<const FilterField> fields;
        FilterValues values;
        std::function<Result<void>(const QString &)> set; // Errc::Syntax, with the octet
        std::function<qint64()> hidden, total;
    };
    enum class Shown : quint8 { Always, OnDemand };

    // The notebook is borrowed; without one no filter is kept.
    FilterBar(Subject subject, const QString &hint, Notebook *notebook, Shown shown = Shown::Always, QWidget *parent = nullptr);

    void setFilter(const QString &text); // as if it were typed
    void joinFilter(const QString &condition, FilterJoin join);
    void showCounts(); // after rows came, went or were filtered
    void goTo(); // shows it, and the filter has the focus
    [[nodiscard]] QWidget *view() const noexcept { return m_subject.view; }
    [[nodiscard]] SavedFilters *savedFilters() const noexcept { return m_saved; } // null without a notebook
    [[nodiscard]] FilterEdit *filterEdit() const noexcept { return m_filter; }

    void addWidget(QWidget *widget); // behind the filter
    QToolButton *addButton(const QIcon &icon, const QString &text, const QString &toolTip);

    // That of what has the focus, else the first one of what can be seen; null: there is none.
    [[nodiscard]] static FilterBar *nearestIn(const QWidget &pane);
    // Ctrl+L and Ctrl+F, anywhere in the pane, go to the filter of what has the focus.
    static void addShortcuts(QWidget *pane);

protected:
    [[nodiscard]] FlowLayout &flow() noexcept { return *m_layout; }

private:
    void setupFilter(const QString &hint);
    void applyFilter();
    void settle(); // what stands there is what was meant
    void showError(const Result<void> &set);
    void showOrHide();
    void leave(); // by Esc

    Subject m_subject;
    const Shown m_shown;
    FlowLayout *m_layout;
    FilterEdit *m_filter;
    SavedFilters *m_saved = nullptr;
    QLabel *m_error;
    QLabel *m_hidden;
    bool m_asked = false; // and not left yet
    QString m_settled; // the filter before what is typed now
    QTimer m_typing; // a filter over many rows is applied when the typing pauses
};

} // namespace pushscope
