// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DockArea: the panes in their docks: their arrangement, its saving and its reset, and who of them can be seen. It is a main
// window inside of the window, so that messages stand above all panes. GUI thread.

#include "ui/shell/panefactory.h"

#include <QMainWindow>

class QDockWidget;

namespace pushscope {

struct Snapshot;

class DockArea : public QMainWindow
{
    Q_OBJECT
public:
    explicit DockArea(QWidget *parent = nullptr);

    void addPane(const PaneEntry &entry);
    void removePane(const char *id); // for good: no layout and no menu item brings it back
    // Menu items titled exactly as the panes: show and raise, or close the one that can be seen.
    [[nodiscard]] QList<QAction *> paneActions() const;

    void showPane(const char *id); // raises it and gives it the focus
    void resetLayout(); // the shipped one, for the present size
    // What is shipped for a purpose: all panes, or those that it needs.
    enum class Layout : quint8 { All, Connect, Replay, Load };
    void arrange(Layout layout);
    [[nodiscard]] QByteArray saveLayout() const;
    // After show() only: before, the sizes get lost. False, and nothing changed, for what another version saved.
    bool restoreLayout(const QByteArray &layout);

    [[nodiscard]] QRect placeOf(const char *id, const QWidget &in) const; // of a pane, with its tab, in coordinates of `in`
    void applySnapshot(const Snapshot &snapshot); // to the panes that can be seen
    [[nodiscard]] bool anyPaneSeen() const;
    bool goToPane(const QAction *action); // one of paneActions(): shows its pane and gives it the focus; false: none of them
    void focusPane(int step); // the one after (+1) or before (-1) the one with the focus

Q_SIGNALS:
    void seenChanged();

protected:
    void childEvent(QChildEvent *event) override; // tab bars come and go with the docks in them

private:
    struct Entry {
        PaneEntry pane;
        QDockWidget *dock;
        QAction *action;
        bool removed = false;
        bool seen = false; // not closed and not behind another tab
    };
    void hideRemoved();
    void onVisibility(int index, bool visible);
    void raiseFocused(QWidget *now);
    void nameTabBars();
    [[nodiscard]] QDockWidget *dock(const char *id) const;
    void stack(std::initializer_list<const char *> ids); // behind each other, in this order
    void resizeToShipped(bool small);

    QList<Entry> m_entries;
};

} // namespace pushscope
