// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/livetable.h"

#include "ui/delegates/celldelegate.h"
#include "ui/models/celltablemodel.h"
#include "ui/panes/columnstate.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <algorithm>

namespace pushscope {

namespace {

constexpr int MostCopied = 10'000; // rows
// Of a selection, when the rows are others: each is looked for by its key, and each cell that is painted in all ranges.
constexpr int MostKept = 100'000, MostRanges = 500;

} // namespace

LiveTable::LiveTable(CellTableModel *model, Kind kind, const QString &name, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_kind(kind)
    , m_following(kind == Kind::Journal)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setAlternatingRowColors(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem); // the value is a row: onRowsRemoved() counts on it
    setMinimumSize(80, 60);
    setupHeader(name);
    applyMetrics();
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &LiveTable::onScrolledByUser, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &LiveTable::noteSelection);
    connect(model, &QAbstractItemModel::modelReset, this, &LiveTable::onModelReset);
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int start, int end) { onRowsRemoved(start, end); });
}

void LiveTable::setupHeader(const QString &name)
{
    QHeaderView *header = horizontalHeader();
    header->setObjectName(name + QStringLiteral("Header"));
    header->setAccessibleName(tr("%1, columns").arg(accessibleName()));
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setTextElideMode(Qt::ElideRight);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &LiveTable::showColumnMenu);
    verticalHeader()->hide();
    if (m_kind == Kind::Sorted) {
        header->setSortIndicatorClearable(true);
        header->setSortIndicator(-1, Qt::AscendingOrder);
        setSortingEnabled(true);
    }
}

// Sizes come from the font, so that they are right at any scale.
void LiveTable::applyMetrics()
{
    const QFontMetrics metrics(font());
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(Theme::rowHeight(metrics));
    horizontalHeader()->setMinimumSectionSize(metrics.averageCharWidth() * 4);
    const int before = std::exchange(m_unit, metrics.averageCharWidth());
    const QList<int> shipped = std::exchange(m_shippedWidths, {});
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_shippedWidths.append(widthFor(column));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int width = columnWidth(column);
        const bool users = !shipped.isEmpty() && width != shipped[column] && !isColumnHidden(column)
            && !isStretched(*horizontalHeader(), column);
        setColumnWidth(column, users ? width * m_unit / std::max(1, before) : m_shippedWidths[column]);
    }
}

int LiveTable::widthFor(int column) const
{
    const TableColumn &spec = m_model->columns()[size_t(column)];
    const QFontMetrics metrics(font()), cell(spec.face == Face::Text ? font() : Theme::monospace());
    const int character = metrics.averageCharWidth();
    const int unit = spec.number ? cell.horizontalAdvance(QChar(u'0')) : cell.averageCharWidth();
    const int title = metrics.horizontalAdvance(m_model->columnTitle(column)) + (m_kind == Kind::Sorted ? 4 : 2) * character;
    int widest = spec.width * unit;
    for (const QString &word : m_model->wordsOf(column))
        widest = std::max(widest, cell.horizontalAdvance(word));
    return std::max(widest + 2 * character, title);
}

void LiveTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyMetrics();
}

void LiveTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_following)
        scrollToBottom();
}

void LiveTable::showColumnMenu(const QPoint &at)
{
    QMenu menu(this);
    fillColumnMenu(&menu, horizontalHeader()->logicalIndexAt(at));
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

// Which are shown, and the place of `column`: what the header does with the mouse.
void LiveTable::fillColumnMenu(QMenu *menu, int column)
{
    QHeaderView *header = horizontalHeader();
    const bool single = header->count() - header->hiddenSectionCount() == 1;
    for (int each = 0; each < m_model->columnCount(); ++each) {
        QAction *action = menu->addAction(m_model->columnTitle(each));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(each));
        action->setEnabled(!single || isColumnHidden(each)); // without any, nothing could bring one back
        connect(action, &QAction::toggled, this, [this, each](bool on) { setColumnHidden(each, !on); });
    }
    if (column >= 0)
        addPlacing(menu, column);
    menu->addSeparator();
    menu->addAction(tr("Columns as shipped"), this, &LiveTable::resetColumns);
}

void LiveTable::addPlacing(QMenu *menu, int column)
{
    QHeaderView *header = horizontalHeader();
    menu->addSeparator();
    const int place = header->visualIndex(column);
    const QString title = m_model->columnTitle(column);
    const auto addMove = [=](const QString &text, int to) {
        menu->addAction(text, header, [=] { header->moveSection(header->visualIndex(column), to); })
            ->setEnabled(to >= 0 && to < header->count());
    };
    addMove(tr("Move %1 to the left").arg(title), place - 1);
    addMove(tr("Move %1 to the right").arg(title), place + 1);
    const auto addResize = [=](const QString &text, int percent) {
        menu->addAction(text, header, [=] { header->resizeSection(column, header->sectionSize(column) * percent / 100); })
            ->setEnabled(!isStretched(*header, column));
    };
    addResize(tr("Make %1 wider").arg(title), 125);
    addResize(tr("Make %1 narrower").arg(title), 80);
}

void LiveTable::resetColumns()
{
    setColumns(*horizontalHeader(), {}, [this](int column) { return shippedWidth(column); });
    Q_EMIT columnsReset();
}

void LiveTable::addSorting(QMenu *menu, int column)
{
    if (m_kind != Kind::Sorted)
        return;
    QMenu *sort = menu->addMenu(tr("Sort by %1").arg(m_model->columnTitle(column)));
    const auto add = [this, sort](const QString &text, int by, Qt::SortOrder order) {
        sort->addAction(text, this, [this, by, order] { horizontalHeader()->setSortIndicator(by, order); });
    };
    add(tr("Ascending"), column, Qt::AscendingOrder);
    add(tr("Descending"), column, Qt::DescendingOrder);
    add(tr("Not sorted"), -1, Qt::AscendingOrder);
}

void LiveTable::follow()
{
    m_following = m_kind == Kind::Journal;
    m_unseen = 0;
    scrollToBottom();
    Q_EMIT followChanged();
}

void LiveTable::stopFollowing()
{
    if (!std::exchange(m_following, false))
        return;
    m_unseen = 0;
    Q_EMIT followChanged();
}

// The end is where following begins and ends.
void LiveTable::onScrolledByUser()
{
    if (m_kind != Kind::Journal)
        return;
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (!atEnd)
        stopFollowing();
    else if (!m_following)
        follow();
}

void LiveTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const QScopedValueRollback quiet(m_quiet, true);
    QTableView::rowsInserted(parent, start, end);
    if (m_kind != Kind::Journal)
        return;
    if (m_following) {
        scrollToBottom();
        return;
    }
    m_unseen += end - start + 1;
    Q_EMIT followChanged();
}

// A current row that leaves takes no other row's place; what was chosen stays chosen elsewhere.
void LiveTable::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (const int row = currentIndex().row(); row >= start && row <= end)
        selectionModel()->clearCurrentIndex();
    m_scrollTarget = verticalScrollBar()->value();
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

void LiveTable::onRowsRemoved(int start, int end)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (m_kind == Kind::Journal && !m_following && start == 0)
        verticalScrollBar()->setValue(std::max(0, m_scrollTarget - (end + 1)));
}

void LiveTable::noteSelection()
{
    m_selected = selectedKeys();
    if (m_selected.size() == 1 || m_selected.size() > MostKept)
        m_selected.clear();
}

// What is still shown of a selection stays selected; what is not is not, so that nobody acts on what can't be seen.
void LiveTable::selectAgain()
{
    std::vector<int> rows;
    for (const quint64 key : std::exchange(m_selected, {})) {
        if (const int row = m_model->rowOfKey(key); row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (auto first = rows.cbegin(); first != rows.cend();) {
        const auto gap = std::adjacent_find(first, rows.cend(), [](int row, int next) { return next != row + 1; });
        const auto last = gap == rows.cend() ? std::prev(gap) : gap;
        selection.append({m_model->index(*first, 0), m_model->index(*last, m_model->columnCount() - 1)});
        first = std::next(last);
    }
    if (selection.size() <= MostRanges)
        selectionModel()->select(selection, QItemSelectionModel::Select);
}

void LiveTable::reset()
{
    const QScopedValueRollback quiet(m_quiet, true);
    QTableView::reset();
}

// After the selection, which empties itself after the view was told.
void LiveTable::onModelReset()
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (m_key != 0)
        setCurrentKey(m_key);
    if (!m_selected.isEmpty())
        selectAgain();
    if (m_following)
        scrollToBottom();
    else if (std::exchange(m_unseen, 0) != 0)
        Q_EMIT followChanged();
}

void LiveTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_quiet)
        choose(current);
}

// The row that the focus stood on, without being chosen, is chosen now.
void LiveTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_quiet && isStanding() && selectionModel()->isSelected(currentIndex()))
        choose(currentIndex());
}

void LiveTable::choose(const QModelIndex &index)
{
    const quint64 key = index.isValid() ? m_model->keyOfRow(index.row()) : 0;
    if (index.isValid())
        stopFollowing();
    if (std::exchange(m_key, key) != key)
        Q_EMIT currentKeyChanged(key);
}

bool LiveTable::isStanding() const
{
    return currentIndex().isValid() && m_model->keyOfRow(currentIndex().row()) != m_key;
}

// Where the focus stands while no row is chosen: on one that can be seen, the newest of what is followed.
void LiveTable::standInSight()
{
    if (m_model->rowCount() == 0)
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    const int first = rowAt(0), column = std::max(0, horizontalHeader()->logicalIndexAt(0));
    const int row = m_following || first < 0 ? m_model->rowCount() - 1 : first;
    selectionModel()->setCurrentIndex(m_model->index(row, column), QItemSelectionModel::NoUpdate);
}

// Getting the focus chooses nothing; Qt would make the first row of all the current one.
void LiveTable::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        standInSight();
    const QScopedValueRollback quiet(m_quiet, true);
    QTableView::focusInEvent(event);
}

void LiveTable::setCurrentKey(quint64 key)
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_key = key;
    const int row = key == 0 ? -1 : m_model->rowOfKey(key);
    if (row >= 0 && row == currentIndex().row() && selectionModel()->isSelected(currentIndex()))
        return;
    if (row < 0) {
        selectionModel()->clear();
        return;
    }
    const int column = std::max(0, currentIndex().column());
    selectionModel()->setCurrentIndex(m_model->index(row, column),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    stopFollowing();
    scrollTo(m_model->index(row, column));
}

QList<quint64> LiveTable::selectedKeys() const
{
    QList<quint64> keys;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            keys.append(m_model->keyOfRow(row));
    }
    return keys;
}

void LiveTable::copySelection()
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < MostCopied; ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (!isColumnHidden(column))
                cells += m_model->displayText(row, column);
        }
        text += cells.join(QChar(u'\t')) + QChar(u'\n');
    }
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

// By key also where there is no cell: columns are chosen in any case.
void LiveTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at = byKey ? currentIndex() : indexAt(event->pos());
    if (!at.isValid() && !byKey)
        return;
    QMenu menu(this);
    if (at.isValid())
        fillMenu(&menu, at);
    else
        fillColumnMenu(&menu, -1);
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(at).bottomLeft()) : event->globalPos());
}

void LiveTable::fillMenu(QMenu *menu, const QModelIndex &at)
{
    addFilters(menu, at);
    menu->addAction(tr("Filter…"), this, &LiveTable::filterWanted);
    menu->addSeparator();
    Q_EMIT menuRequested(menu, at);
    menu->addSeparator();
    menu->addAction(tr("Copy cell"), this,
                    [this, at = QPersistentModelIndex(at)] { QApplication::clipboard()->setText(at.data().toString()); });
    menu->addAction(tr("Copy rows"), this, &LiveTable::copySelection);
    menu->addSeparator();
    addSorting(menu, at.column());
    fillColumnMenu(menu->addMenu(tr("Columns")), at.column());
}

void LiveTable::addFilters(QMenu *menu, const QModelIndex &at)
{
    const int field = m_model->fieldOfColumn(at.column());
    if (field < 0)
        return;
    const FilterField &named = m_model->filterFields()[size_t(field)];
    const FilterValue value = m_model->filterValue(at.row(), field);
    const QString is = conditionFor(named, value), isNot = conditionAgainst(named, value);
    const auto add = [this](QMenu *into, const QString &text, const QString &condition, FilterJoin join) {
        into->addAction(text, this, [this, condition, join] { Q_EMIT filterRequested(condition, join); });
    };
    const auto shown = [](const QString &condition) {
        constexpr int Longest = 60; // characters, in a menu
        QString text = condition.size() > Longest ? condition.left(Longest) + QChar(u'…') : condition;
        return text.replace(u'&', QStringLiteral("&&"));
    };
    add(menu, tr("Apply as filter: %1").arg(shown(is)), is, FilterJoin::Replace);
    add(menu, tr("Apply as filter: %1").arg(shown(isNot)), isNot, FilterJoin::Replace);
    QMenu *more = menu->addMenu(tr("Add to the filter"));
    add(more, tr("… and %1").arg(shown(is)), is, FilterJoin::And);
    add(more, tr("… or %1").arg(shown(is)), is, FilterJoin::Or);
    add(more, tr("… and %1").arg(shown(isNot)), isNot, FilterJoin::And);
}

void LiveTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_kind == Kind::Journal) { // lets go of the row and follows again
        selectionModel()->clear();
        follow();
        return;
    }
    const bool steps = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (steps && plain && m_model->rowCount() > 0 && (isStanding() || !currentIndex().isValid())) {
        standInSight(); // the first step chooses what is seen
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        return;
    }
    QTableView::keyPressEvent(event);
    if (event->key() == Qt::Key_End && m_kind == Kind::Journal && !m_following)
        follow();
}

} // namespace pushscope
