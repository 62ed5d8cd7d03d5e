// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dockarea.h"
#include "ui/panes/pane.h"

#include <QAction>
#include <QApplication>
#include <QChildEvent>
#include <QDockWidget>
#include <QTabBar>

namespace pushscope {

namespace {

constexpr int LayoutVersion = 5; // grows when a pane comes, so that an old layout does not hide it
constexpr QSize SmallSize(1200, 640); // of all docks together
constexpr int RoomyHeight = 780; // of the same

// The first widget of the pane that takes the focus; the pane itself takes none.
bool focusFirst(const QWidget &pane)
{
    for (QWidget *widget = pane.nextInFocusChain(); widget != &pane; widget = widget->nextInFocusChain()) {
        if (pane.isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)) {
            widget->window()->setAttribute(Qt::WA_KeyboardFocusChange); // as after Tab: else no frame shows the focus
            widget->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace

DockArea::DockArea(QWidget *parent)
    : QMainWindow(parent, Qt::Widget)
{
    setAccessibleName(tr("Panes"));
    setDockOptions(AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContextMenuPolicy(Qt::NoContextMenu);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { raiseFocused(now); });
}

void DockArea::addPane(const PaneEntry &entry)
{
    const int index = int(m_entries.size());
    auto *dock = new QDockWidget(entry.pane->title(), this);
    dock->setObjectName(QStringLiteral("dock-") + QLatin1String(entry.id));
    dock->setAccessibleName(entry.pane->title());
    entry.pane->setAccessibleName(entry.pane->title());
    dock->setWidget(entry.pane);
    dock->setWindowIcon(entry.pane->icon());
    auto *action = new QAction(entry.pane->icon(), entry.pane->title(), this);
    action->setCheckable(true);
    m_entries.append(Entry{entry, dock, action});
    connect(dock, &QDockWidget::visibilityChanged, this, [this, index](bool visible) { onVisibility(index, visible); });
    connect(action, &QAction::triggered, this, [this, dock, id = entry.id](bool wanted) {
        if (wanted)
            showPane(id.constData());
        else
            dock->hide();
    });
}

void DockArea::removePane(const char *id)
{
    for (Entry &entry : m_entries)
        entry.removed = entry.removed || entry.pane.id == id;
    hideRemoved();
}

void DockArea::hideRemoved()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.removed)
            entry.dock->hide();
    }
}

bool DockArea::goToPane(const QAction *action)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.action != action)
            continue;
        showPane(entry.pane.id.constData());
        focusFirst(*entry.pane.pane);
        return true;
    }
    return false;
}

void DockArea::showPane(const char *id)
{
    dock(id)->show();
    dock(id)->raise();
    dock(id)->widget()->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> DockArea::paneActions() const
{
    QList<QAction *> actions;
    for (const Entry &entry : m_entries) {
        if (!entry.removed)
            actions.append(entry.action);
    }
    return actions;
}

void DockArea::resetLayout()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        removeDockWidget(entry.dock);
        entry.dock->setFloating(false);
    }
    // Clients | Timeline | Inspector, then Events | Ledger, and Throughput | Inject below; others behind Ledger and Inject.
    addDockWidget(Qt::TopDockWidgetArea, dock("clients"));
    splitDockWidget(dock("clients"), dock("throughput"), Qt::Vertical);
    // Until the size is known, the arrangement that fits any.
    const bool small = !isVisible() || width() < SmallSize.width() || height() < SmallSize.height();
    if (!small)
        splitDockWidget(dock("clients"), dock("events"), Qt::Vertical);
    splitDockWidget(dock("clients"), dock("timeline"), Qt::Horizontal);
    splitDockWidget(dock("timeline"), dock("inspector"), Qt::Horizontal);
    splitDockWidget(dock("throughput"), dock("inject"), Qt::Horizontal);
    if (small) { // what is looked at in turns stands behind each other
        stack({"timeline", "events", "ledger", "storms"});
    } else {
        splitDockWidget(dock("events"), dock("ledger"), Qt::Horizontal);
        stack({"ledger", "storms"});
    }
    stack({"throughput", "bus"});
    stack({"inject", "faults", "answers", "findings", "log"});
    for (const Entry &entry : std::as_const(m_entries))
        entry.dock->show();
    resizeToShipped(small);
    if (!small)
        dock("ledger")->raise();
    dock("timeline")->raise();
    dock("throughput")->raise();
    dock("inject")->raise();
    hideRemoved();
    nameTabBars();
}

void DockArea::arrange(Layout layout)
{
    resetLayout();
    const auto hide = [this](std::initializer_list<const char *> ids) {
        for (const char *id : ids)
            dock(id)->hide();
    };
    const auto share = [this](const char *above, const char *below, int percent) {
        const int h = height();
        resizeDocks({dock(above), dock(below)}, {h * percent / 100, h - h * percent / 100}, Qt::Vertical);
    };
    switch (layout) {
    case Layout::All:
        return;
    case Layout::Connect: // who is there, what is sent, what is wrong
        hide({"timeline", "ledger", "storms", "throughput", "bus"});
        dock("inject")->raise();
        return;
    case Layout::Replay: // who was away, and what became of it
        hide({"throughput", "bus", "inject", "answers", "log"});
        dock("ledger")->raise();
        dock("findings")->raise();
        share("timeline", "ledger", 50);
        return;
    case Layout::Load: // how fast, how many
        hide({"timeline", "inspector", "ledger", "events"});
        dock("storms")->raise();
        dock("inject")->raise();
        share("clients", "throughput", 35);
        return;
    }
}

void DockArea::stack(std::initializer_list<const char *> ids)
{
    for (const char *const *id = ids.begin() + 1; id != ids.end(); ++id)
        tabifyDockWidget(dock(*(id - 1)), dock(*id));
}

void DockArea::resizeToShipped(bool small)
{
    const auto share = [](int whole, std::initializer_list<int> percents) {
        QList<int> sizes;
        for (const int percent : percents)
            sizes.append(whole * percent / 100);
        return sizes;
    };
    const int w = width(), h = height();
    if (small) {
        resizeDocks({dock("clients"), dock("throughput")}, share(h, {52, 48}), Qt::Vertical);
    } else {
        // Where there is little, the tables above show a row less, so that all of Inject can be seen.
        const bool low = h < RoomyHeight;
        resizeDocks({dock("clients"), dock("events"), dock("throughput")}, low ? share(h, {36, 25, 39}) : share(h, {39, 28, 33}),
                    Qt::Vertical);
        resizeDocks({dock("events"), dock("ledger")}, share(w, {46, 54}), Qt::Horizontal);
    }
    resizeDocks({dock("throughput"), dock("inject")}, share(w, {42, 58}), Qt::Horizontal);
    resizeDocks({dock("clients"), dock("timeline"), dock("inspector")}, share(w, {26, 44, 30}), Qt::Horizontal);
}

QByteArray DockArea::saveLayout() const
{
    return saveState(LayoutVersion);
}

bool DockArea::restoreLayout(const QByteArray &layout)
{
    const bool restored = !layout.isEmpty() && restoreState(layout, LayoutVersion);
    hideRemoved();
    nameTabBars();
    return restored;
}

void DockArea::applySnapshot(const Snapshot &snapshot)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.seen)
            entry.pane.pane->applySnapshot(snapshot);
    }
}

bool DockArea::anyPaneSeen() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.seen; });
}

void DockArea::focusPane(int step)
{
    const QWidget *now = QApplication::focusWidget();
    const int count = int(m_entries.size());
    int index = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (now && m_entries[i].dock->isAncestorOf(now))
            index = i;
    }
    for (int tries = 0; tries < count; ++tries) {
        index = (index + step + count) % count;
        const Entry &entry = m_entries[index];
        if (!entry.dock->isVisible())
            continue;
        entry.dock->raise();
        if (focusFirst(*entry.pane.pane))
            return;
    }
}

void DockArea::onVisibility(int index, bool visible)
{
    Entry &entry = m_entries[index];
    entry.action->setChecked(visible);
    if (entry.seen == visible)
        return;
    entry.seen = visible;
    Q_EMIT seenChanged();
}

void DockArea::raiseFocused(QWidget *now)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (now && !entry.seen && entry.dock->isAncestorOf(now))
            entry.dock->raise();
    }
}

void DockArea::nameTabBars()
{
    const QList<QTabBar *> bars = findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
    for (QTabBar *bar : bars) {
        bar->setAccessibleName(tr("Panes behind each other"));
        bar->setDocumentMode(true);
        bar->setExpanding(false);
        // Names are read or scrolled to, not guessed from their first letter.
        bar->setElideMode(Qt::ElideNone);
        bar->setUsesScrollButtons(true);
    }
}

void DockArea::childEvent(QChildEvent *event)
{
    QMainWindow::childEvent(event);
    if (event->polished() && qobject_cast<QTabBar *>(event->child()))
        nameTabBars();
}

QRect DockArea::placeOf(const char *id, const QWidget &in) const
{
    const QDockWidget *where = dock(id);
    QRect place(QPoint(0, 0), where->size());
    const QList<QTabBar *> bars = findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QTabBar *bar : bars) {
        const QRect tabs = bar->geometry().translated(-where->pos());
        const bool above = tabs.bottom() < 0 && tabs.bottom() > -tabs.height();
        if (bar->isVisible() && !where->isFloating() && above && tabs.left() < place.right() && tabs.right() > 0)
            place.setTop(tabs.top());
    }
    return {where->mapTo(&in, place.topLeft()), place.size()};
}

QDockWidget *DockArea::dock(const char *id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.pane.id == id)
            return entry.dock;
    }
    Q_UNREACHABLE();
    return nullptr;
}

} // namespace pushscope
