// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LiveTable: a table view that stays cheap and calm while its model changes: rows of one height, no widgets in cells, the current
// row kept by its key. A journal follows its end until the user scrolls up or opens a row, and then keeps what is read in place.

#include "ui/models/tablefilter.h"

#include <QTableView>

class QMenu;

namespace pushscope {

class CellTableModel;

class LiveTable : public QTableView
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Sorted, Journal, Plain };

    // `name` is the object's and, with a word behind it, its header's: under these the window saves their state.
    LiveTable(CellTableModel *model, Kind kind, const QString &name, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    [[nodiscard]] CellTableModel *cells() const noexcept { return m_model; }
    [[nodiscard]] bool isFollowing() const noexcept { return m_following; }
    [[nodiscard]] int unseenCount() const noexcept { return m_unseen; } // rows that came since it stopped following
    void follow(); // to the end, and stay there
    void stopFollowing();

    [[nodiscard]] quint64 currentKey() const noexcept { return m_key; } // 0: none
    void setCurrentKey(quint64 key); // selects its row, if it is shown; says nothing
    [[nodiscard]] QList<quint64> selectedKeys() const;
    [[nodiscard]] int shippedWidth(int column) const { return m_shippedWidths.value(column); } // in pixels, for the present font

public Q_SLOTS:
    void copySelection(); // as tab-separated text
    void resetColumns(); // as shipped: all, in their order, not sorted

public:
    // What the menu of a cell offers: filters made of it, what the pane adds, and copying.
    void fillMenu(QMenu *menu, const QModelIndex &at);

Q_SIGNALS:
    void menuRequested(QMenu *menu, const QModelIndex &at); // for the pane to add to
    void filterRequested(const QString &condition, pushscope::FilterJoin join);
    void filterWanted(); // one that is to be written
    void currentKeyChanged(quint64 key); // by the user
    void followChanged();
    void columnsReset();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void reset() override;

private:
    void addFilters(QMenu *menu, const QModelIndex &at);
    void addSorting(QMenu *menu, int column);
    void fillColumnMenu(QMenu *menu, int column); // -1: of none
    void addPlacing(QMenu *menu, int column);
    void setupHeader(const QString &name);
    void applyMetrics();
    [[nodiscard]] int widthFor(int column) const; // as shipped
    void showColumnMenu(const QPoint &at);
    void onScrolledByUser();
    void onRowsRemoved(int start, int end);
    void noteSelection();
    void onModelReset();
    void selectAgain();
    void choose(const QModelIndex &index);
    void standInSight();
    [[nodiscard]] bool isStanding() const; // on a row that was not chosen

    CellTableModel *m_model; // borrowed
    const Kind m_kind;
    quint64 m_key = 0;
    int m_unseen = 0;
    bool m_following = false;
    QList<quint64> m_selected; // while the model is reset, if there are several
    QList<int> m_shippedWidths;
    int m_unit = 0; // a character of the font that they are for
    bool m_quiet = false; // the current row changes by us, not by the user
    int m_scrollTarget = 0; // where the view was put when rows above left
};

} // namespace pushscope
